import { may } from '../../domain/permission.ts'
import { notFound } from '../../domain/refusal.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { refuseUnknown, textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import {
  type DifferencePart,
  differenceRows,
  type RestorePart,
  type RevisionPart,
  revisionPart,
  revisionParts,
  type SaidField,
} from '../../http/parts/difference.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { contactDraftOf } from '../../operations/contact-drafts.ts'
import { openContact, restoreContact } from '../../operations/contacts.ts'
import { tiesOf } from '../../operations/organisations.ts'
import type { SavedDraft } from '../../store/revisions.ts'
import { formOf } from './forms.ts'
import { type ContactPreview, contactPreview } from './preview.ts'
import { sayArchived, sayContact } from './said.ts'
import { answerSaving, entryPage } from './saving.ts'

export type ContactHistoryPage = {
  readonly title: string
  readonly entry: Href
  readonly revisions: readonly RevisionPart[]
}
export type ContactRevisionPage = {
  readonly title: string
  readonly about: string
  readonly history: Href
  readonly preview: ContactPreview
  readonly sinceThen: DifferencePart
  readonly restore: RestorePart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/contacts/history': ContactHistoryPage
    'desk/contacts/revision': ContactRevisionPage
  }
}

/** Every saved state of a contact, newest first, each with what it changed. */
export function history(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  const contact = openContact(house, actorOf(reader), 'read-history', id)
  const mayRestore = mayRestoreOf(house, reader, contact.organisationId)
  const title = fill(reader.words.desk.history.title, { name: contact.function })
  const model: ContactHistoryPage = {
    title,
    entry: mayRestore ? deskUrls.contact(id) : deskUrls.organisation(contact.organisationId),
    revisions: revisionParts(reader, house.store.revisions.draftsOf('contact', id), {
      say: (saved) => sayState(saved, reader),
      href: (version) => deskUrls.contactRevision(id, version),
      restore: mayRestore ? (version) => restorePart(id, version, contact.version) : null,
    }),
  }
  return page('desk/contacts/history', headOf(reader, title), model)
}

/** One saved state, what of it would be shown by the consents it had, and what is different now. */
export function revision(house: House, reader: Reader, asked: Asked): Answer {
  const [id, version] = [numberIn(asked, 'id'), numberIn(asked, 'version')]
  const contact = openContact(house, actorOf(reader), 'read-history', id)
  const saved = house.store.revisions.draftAt('contact', id, version) ?? notFound(`version ${version}`)
  const { words, now } = reader
  const title = fill(words.desk.history.revisionTitle, { name: contact.function, version })
  const part = revisionPart(reader, saved, { href: deskUrls.contact(id), rows: [], restore: null })
  const today = [
    ...sayContact(contactDraftOf(contact, now.day), reader),
    sayArchived(contact.archivedAt, reader),
  ]
  const isOlder = version !== contact.version
  const model: ContactRevisionPage = {
    title,
    about: `${part.at} · ${part.by}`,
    history: deskUrls.contactAct(id, 'verlauf'),
    preview: contactPreview(saved.draft, reader, part.title),
    sinceThen: {
      label: part.difference.label,
      rows: differenceRows(sayState(saved, reader), today),
    },
    restore:
      isOlder && mayRestoreOf(house, reader, contact.organisationId)
        ? restorePart(id, version, contact.version)
        : null,
  }
  return page('desk/contacts/revision', headOf(reader, title), model)
}

/** Makes a saved state the newest one, without consents that were withdrawn since. */
export function restore(house: House, reader: Reader, asked: Asked): Answer {
  const [id, earlier] = [numberIn(asked, 'id'), numberIn(asked, 'version')]
  refuseUnknown(asked.form, ['version'])
  const version = Number(textOf(asked.form, 'version'))
  const by = { actor: actorOf(reader), origin: 'form' } as const
  const result = restoreContact(house, by, id, version, earlier)
  if (result.kind === 'saved') return done(deskUrls.contact(id), 'restored')
  if (result.kind === 'outdated')
    return entryPage(house, reader, id, { told: reader.words.desk.outdated, status: 409 })
  const { draft } = house.store.revisions.draftAt('contact', id, earlier) ?? notFound('version')
  return answerSaving(house, reader, { id, version, draft, form: formOf(draft) }, result)
}

function sayState({ draft, archivedAt }: SavedDraft<'contact'>, reader: Reader): SaidField[] {
  return [...sayContact(draft, reader), sayArchived(archivedAt, reader)]
}

function restorePart(id: number, earlier: number, version: number): RestorePart {
  return { action: deskUrls.contactRevision(id, earlier, 'wiederherstellen'), version }
}

function mayRestoreOf(house: House, reader: Reader, organisationId: number): boolean {
  const organisation = house.store.organisations.byId(organisationId)
  return organisation !== null && may(actorOf(reader), 'restore', tiesOf(organisation))
}

function headOf({ words }: Reader, title: string) {
  return { title: fill(words.desk.pageTitle, { title }), hidden: true }
}
