import { may } from '../../domain/permission.ts'
import { notFound } from '../../domain/refusal.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { refuseUnknown, versionOf } from '../../http/forms.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import {
  type HistoryPage,
  historyPage,
  type RestorePart,
  type RevisionPage,
  revisionPage,
  sayArchived,
} from '../../http/parts/history.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { contactDraftOf } from '../../operations/contact-drafts.ts'
import { openContact, restoreContact } from '../../operations/contacts.ts'
import { tiesOf } from '../../operations/organisations.ts'
import type { SavedDraft } from '../../store/revisions.ts'
import { formOf } from './forms.ts'
import { type ContactPreview, contactPreview } from './preview.ts'
import { sayContact } from './said.ts'
import { answerSaving, entryPage } from './saving.ts'

declare module '../../http/render.ts' {
  interface Pages {
    'desk/contacts/history': HistoryPage
    'desk/contacts/revision': RevisionPage<ContactPreview>
  }
}

type State = Pick<SavedDraft<'contact'>, 'draft' | 'archivedAt'>

/** Every saved state of a contact, newest first, each with what it changed. */
export function history(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  const contact = openContact(house, actorOf(reader), 'read-history', id)
  const { function: name, organisationId, version: newest } = contact
  const mayRestore = mayRestoreAt(house, reader, organisationId)
  const model = historyPage(reader, house.store.revisions.draftsOf('contact', id), {
    name,
    entry: mayRestore ? deskUrls.contact(id) : deskUrls.organisation(organisationId),
    say: (saved) => sayState(saved, reader),
    href: (version) => deskUrls.contactRevision(id, version),
    restore: mayRestore ? (version) => restorePart(id, version, newest) : null,
  })
  return page('desk/contacts/history', deskHead(reader, model.title), model)
}

/** One saved state, what of it would be shown by the consents it had, and what is different now. */
export function revision(house: House, reader: Reader, asked: Asked): Answer {
  const [id, version] = [numberIn(asked, 'id'), numberIn(asked, 'version')]
  const contact = openContact(house, actorOf(reader), 'read-history', id)
  const saved = house.store.revisions.draftAt('contact', id, version) ?? notFound(`version ${version}`)
  const { function: name, archivedAt, version: newest } = contact
  const mayRestore = mayRestoreAt(house, reader, contact.organisationId)
  const model = revisionPage(reader, saved, {
    name,
    history: deskUrls.contactAct(id, 'verlauf'),
    preview: (word) => contactPreview(saved.draft, reader, word),
    said: sayState(saved, reader),
    now: sayState({ draft: contactDraftOf(contact, reader.now.day), archivedAt }, reader),
    restore: mayRestore && version !== newest ? restorePart(id, version, newest) : null,
  })
  return page('desk/contacts/revision', deskHead(reader, model.title), model)
}

/** Makes a saved state the newest one, without consents that were withdrawn since. */
export function restore(house: House, reader: Reader, asked: Asked): Answer {
  const [id, earlier] = [numberIn(asked, 'id'), numberIn(asked, 'version')]
  refuseUnknown(asked.form, ['version'])
  const version = versionOf(asked.form)
  const result = restoreContact(house, byForm(reader), { id, version, earlier })
  if (result.kind === 'saved') return done(deskUrls.contact(id), 'restored')
  if (result.kind === 'outdated')
    return entryPage(house, reader, id, { told: reader.words.desk.outdated, status: 409 })
  const { draft } = house.store.revisions.draftAt('contact', id, earlier) ?? notFound('version')
  return answerSaving(house, reader, { id, version, draft, form: formOf(draft) }, result)
}

function sayState({ draft, archivedAt }: State, reader: Reader): SaidField[] {
  return [...sayContact(draft, reader), sayArchived(archivedAt, reader)]
}

function restorePart(id: number, earlier: number, version: number): RestorePart {
  return { action: deskUrls.contactRevision(id, earlier, 'wiederherstellen'), version }
}

function mayRestoreAt(house: House, reader: Reader, organisationId: number): boolean {
  const organisation = house.store.organisations.byId(organisationId)
  return organisation !== null && may(actorOf(reader), 'restore', tiesOf(organisation))
}
