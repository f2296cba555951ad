import { notFound } from '../../domain/refusal.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { refuseUnknown, textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { differenceRows, type RestorePart, revisionPart, revisionParts } from '../../http/parts/difference.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { restoreSiteText } from '../../operations/site-texts.ts'
import { entryPage, headOf, openText, textPreview } from './entry.ts'
import { sayText } from './forms.ts'

/** Every saved state of a text, newest first, each with what it changed. */
export function history(house: House, reader: Reader, asked: Asked): Answer {
  const { id, title: name, version: newest } = openText(house, reader, asked)
  const title = fill(reader.words.desk.history.title, { name })
  return page('desk/texts/history', headOf(reader, title), {
    title,
    entry: deskUrls.text(id),
    revisions: revisionParts(reader, house.store.revisions.draftsOf('site-text', id), {
      say: ({ draft }) => sayText(draft, reader),
      href: (version) => deskUrls.textRevision(id, version),
      restore: (version) => restorePart(id, version, newest),
    }),
  })
}

/** One saved state as readers saw it, and what is different now. */
export function revision(house: House, reader: Reader, asked: Asked): Answer {
  const text = openText(house, reader, asked)
  const version = numberIn(asked, 'version')
  const { words } = reader
  const saved = house.store.revisions.draftAt('site-text', text.id, version) ?? notFound(`version ${version}`)
  const title = fill(words.desk.history.revisionTitle, { name: text.title, version })
  const part = revisionPart(reader, saved, { href: deskUrls.text(text.id), rows: [], restore: null })
  return page('desk/texts/revision', headOf(reader, title), {
    title,
    about: `${part.at} · ${part.by}`,
    history: deskUrls.textHistory(text.id),
    preview: textPreview(saved.draft, part.title),
    sinceThen: {
      label: part.difference.label,
      rows: differenceRows(sayText(saved.draft, reader), sayText(text, reader)),
    },
    restore: version === text.version ? null : restorePart(text.id, version, text.version),
  })
}

/** Makes a saved state the newest one. */
export function restore(house: House, reader: Reader, asked: Asked): Answer {
  const text = openText(house, reader, asked)
  refuseUnknown(asked.form, ['version'])
  const version = Number(textOf(asked.form, 'version'))
  const by = { actor: actorOf(reader), origin: 'form' } as const
  const result = restoreSiteText(house, by, text.id, version, numberIn(asked, 'version'))
  if (result.kind === 'saved') return done(deskUrls.text(text.id), 'restored')
  const told = reader.words.desk.outdated
  return entryPage(house, reader, text, { draft: text, version: String(text.version), told, status: 409 })
}

function restorePart(id: number, earlier: number, version: number): RestorePart {
  return { action: deskUrls.textRevision(id, earlier, 'wiederherstellen'), version }
}
