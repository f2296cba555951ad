import type { SiteText, SiteTextDraft } from '../../domain/site-text.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { type Form, textOf } from '../../http/forms.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { mergeOutdated, withChosen } from '../../http/parts/entry-form.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { changeSiteText } from '../../operations/site-texts.ts'
import { entryPage, mayWrite, openText } from './entry.ts'
import { formOf, readText, sayText } from './forms.ts'

export { history, restore, revision } from './history.ts'

/** The texts of the site itself. */
export function list(house: House, reader: Reader): Answer {
  mayWrite(reader)
  const { words } = reader
  const rows = house.store.siteTexts.all().map(({ id, title, language, updatedAt }) => ({
    href: deskUrls.text(id),
    title,
    language: words.languages[language],
    changed: sayInstant(updatedAt, reader.language),
  }))
  return page('desk/texts/list', deskHead(reader, words.desk.texts.title), { rows })
}

/** The form of one text. */
export function entry(house: House, reader: Reader, asked: Asked): Answer {
  const text = openText(house, reader, asked)
  return entryPage(house, reader, text, { draft: text, version: String(text.version) })
}

/** Saves a text, or shows it again: as a preview, with its problems, or beside another change. */
export function save(house: House, reader: Reader, asked: Asked): Answer {
  const text = openText(house, reader, asked)
  const version = textOf(asked.form, 'version')
  const draft = readText(chosen(house, text.id, Number(version), asked.form), text)
  const act = textOf(asked.form, 'act')
  if (act === 'preview') return entryPage(house, reader, text, { draft, version, isPreview: true })
  const result = changeSiteText(house, byForm(reader), { id: text.id, version: Number(version), draft })
  switch (result.kind) {
    case 'saved':
      return done(act === 'stay' ? deskUrls.text(text.id) : deskUrls.texts, 'saved')
    case 'refused':
      return entryPage(house, reader, text, { draft, version, problems: result.problems, status: 422 })
    case 'outdated':
      return answerOutdated(house, reader, text, { version: Number(version), draft })
    default:
      return result satisfies never
  }
}

/** Somebody else saved in between: merged where only one changed a field, to choose from where both did. */
function answerOutdated(
  house: House,
  reader: Reader,
  text: SiteText,
  { version, draft }: { readonly version: number; readonly draft: SiteTextDraft },
): Answer {
  const { revisions } = house.store
  const base = revisions.draftAt('site-text', text.id, version)
  const merged = mergeOutdated(reader, {
    forms: {
      base: base === null ? {} : formOf(base.draft),
      typed: formOf(draft),
      stored: formOf(text),
    },
    rowNames: [],
    version: text.version,
    last: { by: revisions.byVersion('site-text', text.id, text.version)?.by ?? '', at: text.updatedAt },
    name: text.title,
    action: deskUrls.text(text.id),
    say: (form) => sayText(readText(form, text), reader),
  })
  if (merged.kind === 'conflict')
    return page('desk/texts/conflict', deskHead(reader, merged.conflict.title), merged.conflict, 409)
  return entryPage(house, reader, text, {
    draft: readText(merged.form, text),
    version: String(text.version),
    told: merged.told,
    status: 409,
  })
}

function chosen(house: House, id: number, version: number, form: Form): Form {
  return withChosen(form, [], () => {
    const stored = house.store.revisions.draftAt('site-text', id, version)
    return stored === null ? null : formOf(stored.draft)
  })
}
