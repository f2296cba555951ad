// What is done to documents and pictures: they are put at an event, at a date of a meeting, or at an organisation.
import { createHash } from 'node:crypto'
import {
  type AttachmentOwner,
  checkDocument,
  checkPicture,
  type DocumentDraft,
  type FileDraft,
  type PictureDraft,
} from '../domain/attachment.ts'
import type { Ties } from '../domain/permission.ts'
import { notFound } from '../domain/refusal.ts'
import {
  type By,
  type Office,
  permit,
  type Refused,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'
import { tiesOfEvent } from './events.ts'
import { tiesOf } from './organisations.ts'

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

function tiesOfOwner(office: Office, owner: AttachmentOwner): Ties {
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

function sumOf(file: FileDraft): string {
  return createHash('sha256').update(file.bytes).digest('hex')
}

/** A revision keeps which file it was, not its bytes. */
function stateOf<Draft extends { readonly file: FileDraft }>({ file, ...fields }: Draft, sha256: string) {
  return { ...fields, file: { name: file.name, mediaType: file.mediaType, sha256 } }
}
