// What is done to documents and pictures: put at an event, a date of a meeting or an organisation, renamed, archived.
import { createHash } from 'node:crypto'
import {
  type AttachmentOwner,
  checkDocument,
  checkDocumentWords,
  checkPicture,
  checkPictureWords,
  type DocumentDraft,
  type FileDraft,
  type KeptFile,
  type PictureDraft,
  type StoredDocument,
  type StoredPicture,
} from '../domain/attachment.ts'
import type { Act, Actor, Ties } from '../domain/permission.ts'
import { notFound } from '../domain/refusal.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Office,
  type Outdated,
  permit,
  type Refused,
  type Restoring,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'
import { archiveEntry, changeEntry, type Kept, openEntry, restoreEntry } from './entries.ts'
import { tiesOfEvent } from './events.ts'
import { tiesOf } from './organisations.ts'

type DocumentState = Omit<StoredDocument, 'id' | 'version' | 'archivedAt'>
type PictureState = Omit<StoredPicture, 'id' | 'version' | 'archivedAt'>

/** A document stays where it is, and its file what it is: another file is another document. */
const DOCUMENTS: Kept<'document', StoredDocument> = {
  noun: 'document',
  byId: ({ store }, id) => store.attachments.documents.byId(id),
  draftOf: documentDraftOf,
  tiesOf: (office, { owner }) => tiesOfOwner(office, owner),
  homeOf: (office, { owner }) => tiesOfOwner(office, owner),
  check: (_office, draft) => checkDocumentWords(draft),
  complete: (_office, draft, stored) => ({ ...draft, ...(stored === null ? {} : placeOf(stored)) }),
  update: ({ store }, _stored, change, at) => store.attachments.documents.update(change, at),
  setArchived: ({ store }, entry, archivedAt, at) =>
    store.attachments.documents.setArchived(entry, archivedAt, at),
  archiveAct: 'edit',
  heldBy: () => [],
  index: () => {},
}

const PICTURES: Kept<'picture', StoredPicture> = {
  noun: 'picture',
  byId: ({ store }, id) => store.attachments.pictures.byId(id),
  draftOf: pictureDraftOf,
  tiesOf: (office, { owner }) => tiesOfOwner(office, owner),
  homeOf: (office, { owner }) => tiesOfOwner(office, owner),
  check: (_office, draft) => checkPictureWords(draft),
  complete: (_office, draft, stored) => ({
    ...draft,
    ...(stored === null ? {} : { ...placeOf(stored), width: stored.width, height: stored.height }),
  }),
  update: ({ store }, _stored, change, at) => store.attachments.pictures.update(change, at),
  setArchived: ({ store }, entry, archivedAt, at) =>
    store.attachments.pictures.setArchived(entry, archivedAt, at),
  archiveAct: 'edit',
  heldBy: () => [],
  index: () => {},
}

/** Puts a document at its owner; it is for whoever may edit that. */
export function createDocument(office: Office, by: By, draft: DocumentDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permit(by, 'edit', tiesOfOwner(office, draft.owner))
    const problems = checkDocument(draft)
    if (problems.length > 0) return refused(problems)
    const { attachments } = office.store
    const sha256 = sumOf(draft.file)
    const id = attachments.documents.insert(draft, attachments.insertFile(sha256, draft.file), at)
    record(office, by, { noun: 'document', id, version: 1, at, state: stateOf(draft, sha256) })
    return saved(id, 1)
  })
}

/** Puts a picture at its owner; it is for whoever may edit that. */
export function createPicture(office: Office, by: By, draft: PictureDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permit(by, 'edit', tiesOfOwner(office, draft.owner))
    const problems = checkPicture(draft)
    if (problems.length > 0) return refused(problems)
    const { attachments } = office.store
    const sha256 = sumOf(draft.file)
    const id = attachments.pictures.insert(draft, attachments.insertFile(sha256, draft.file), at)
    record(office, by, { noun: 'picture', id, version: 1, at, state: stateOf(draft, sha256) })
    return saved(id, 1)
  })
}

/** Changes what a document is called and what kind of paper it is. */
export function changeDocument(
  office: Office,
  by: By,
  change: Change<DocumentState>,
): Saved | Refused | Outdated {
  return changeEntry(DOCUMENTS, office, by, change)
}

/** Changes what is said of a picture. */
export function changePicture(
  office: Office,
  by: By,
  change: Change<PictureState>,
): Saved | Refused | Outdated {
  return changeEntry(PICTURES, office, by, change)
}

/** Takes a document off the site or puts it back; it is for whoever may edit what it belongs to. */
export function archiveDocument(office: Office, by: By, archiving: Archiving): Saved | Refused | Outdated {
  return archiveEntry(DOCUMENTS, office, by, archiving)
}

/** Takes a picture off the site or puts it back; it is for whoever may edit what it belongs to. */
export function archivePicture(office: Office, by: By, archiving: Archiving): Saved | Refused | Outdated {
  return archiveEntry(PICTURES, office, by, archiving)
}

/** Makes what was said of a document earlier what is said now. */
export function restoreDocument(office: Office, by: By, restoring: Restoring): Saved | Refused | Outdated {
  return restoreEntry(DOCUMENTS, office, by, restoring)
}

/** Makes what was said of a picture earlier what is said now. */
export function restorePicture(office: Office, by: By, restoring: Restoring): Saved | Refused | Outdated {
  return restoreEntry(PICTURES, office, by, restoring)
}

/** The document, for somebody who may do this to it; throws as `openEntry` does. */
export function openDocument(office: Office, actor: Actor, act: Act, id: number): StoredDocument {
  return openEntry(DOCUMENTS, office, actor, { act, id })
}

/** The picture, for somebody who may do this to it; throws as `openEntry` does. */
export function openPicture(office: Office, actor: Actor, act: Act, id: number): StoredPicture {
  return openEntry(PICTURES, office, actor, { act, id })
}

/** A document as a revision keeps it. */
export function documentDraftOf({ owner, kind, title, file }: StoredDocument): DocumentState {
  return { owner, kind, title, file }
}

/** A picture as a revision keeps it. */
export function pictureDraftOf(picture: StoredPicture): PictureState {
  const { owner, alternative, caption, width, height, file } = picture
  return { owner, alternative, caption, width, height, file }
}

/** Whose the owner of a document or picture is. Throws NotFound where there is no such owner. */
export function tiesOfOwner(office: Office, owner: AttachmentOwner): Ties {
  switch (owner.noun) {
    case 'event':
      return tiesOfEvent(office.store.events.byId(owner.id) ?? notFound(`event ${owner.id}`))
    case 'meeting': {
      const meeting = office.store.meetings.byId(owner.id) ?? notFound(`meeting ${owner.id}`)
      return tiesOfOrganisation(office, meeting.organisationId)
    }
    case 'organisation':
      return tiesOfOrganisation(office, owner.id)
    default:
      return owner satisfies never
  }
}

function tiesOfOrganisation(office: Office, id: number): Ties {
  return tiesOf(office.store.organisations.byId(id) ?? notFound(`organisation ${id}`))
}

function placeOf<Owner>({ owner, file }: { readonly owner: Owner; readonly file: KeptFile }) {
  return { owner, file }
}

function sumOf(file: FileDraft): string {
  return createHash('sha256').update(file.bytes).digest('hex')
}

/** A revision keeps which file it was, not its bytes. */
function stateOf<Draft extends { readonly file: FileDraft }>({ file, ...fields }: Draft, sha256: string) {
  return { ...fields, file: { name: file.name, mediaType: file.mediaType, sha256 } }
}
