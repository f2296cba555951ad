import { notFound } from '../../domain/refusal.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { refuseUnknown, versionOf } from '../../http/forms.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { historyPage, type RestorePart, revisionPage } from '../../http/parts/history.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { restoreSiteText } from '../../operations/site-texts.ts'
import { entryPage, openText, textPreview } from './entry.ts'
import { sayText } from './forms.ts'

/** Every saved state of a text, newest first, each with what it changed. */
export function history(house: House, reader: Reader, asked: Asked): Answer {
  const { id, title: name, version: newest } = openText(house, reader, asked)
  const model = historyPage(reader, house.store.revisions.draftsOf('site-text', id), {
    name,
    entry: deskUrls.text(id),
    say: ({ draft }) => sayText(draft, reader),
    href: (version) => deskUrls.textRevision(id, version),
    restore: (version) => restorePart(id, version, newest),
  })
  return page('desk/texts/history', deskHead(reader, model.title), model)
}

/** One saved state as readers saw it, and what is different now. */
export function revision(house: House, reader: Reader, asked: Asked): Answer {
  const text = openText(house, reader, asked)
  const version = numberIn(asked, 'version')
  const saved = house.store.revisions.draftAt('site-text', text.id, version) ?? notFound(`version ${version}`)
  const model = revisionPage(reader, saved, {
    name: text.title,
    history: deskUrls.textHistory(text.id),
    preview: (word) => textPreview(saved.draft, word),
    said: sayText(saved.draft, reader),
    now: sayText(text, reader),
    restore: version === text.version ? null : restorePart(text.id, version, text.version),
  })
  return page('desk/texts/revision', deskHead(reader, model.title), model)
}

/** Makes a saved state the newest one. */
export function restore(house: House, reader: Reader, asked: Asked): Answer {
  const text = openText(house, reader, asked)
  refuseUnknown(asked.form, ['version'])
  const restoring = { id: text.id, version: versionOf(asked.form), earlier: numberIn(asked, 'version') }
  const result = restoreSiteText(house, byForm(reader), restoring)
  if (result.kind === 'saved') return done(deskUrls.text(text.id), 'restored')
  const told = reader.words.desk.outdated
  return entryPage(house, reader, text, { draft: text, version: String(text.version), told, status: 409 })
}

function restorePart(id: number, earlier: number, version: number): RestorePart {
  return { action: deskUrls.textRevision(id, earlier, 'wiederherstellen'), version }
}
