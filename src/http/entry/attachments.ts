import type { AttachmentOwner } from '../../domain/attachment.ts'
import { may, type Ties } from '../../domain/permission.ts'
import { joined } from '../../i18n/words.ts'
import type { DeskDocument, DeskPicture } from '../../store/attachments.ts'
import type { House } from '../house.ts'
import type { Href } from '../href.ts'
import { documentLinks } from '../parts/attachments.ts'
import { actorOf, type Reader } from '../reader.ts'
import { deskUrls } from '../urls.ts'

/** A document or picture at the desk: its page there, for whoever may edit it. */
export type AttachmentRow = { readonly href: Href | null; readonly title: string; readonly about: string }

/** The documents and pictures of an entry, and the ways to a further one. */
export type AttachmentsPart = {
  readonly kind: 'attachments'
  readonly documents: readonly AttachmentRow[]
  readonly pictures: readonly AttachmentRow[]
  readonly addDocument: Href | null
  readonly addPicture: Href | null
}

declare module '../render.ts' {
  interface Parts {
    'attachments-at-desk': AttachmentsPart
    'attachment-rows': readonly AttachmentRow[]
  }
}
declare module './more.ts' {
  interface Mores {
    attachments: AttachmentsPart
  }
}

/** Below the form of an event or an organisation: what can be opened and seen there. */
export function attachmentsPart(
  house: House,
  reader: Reader,
  owner: Exclude<AttachmentOwner, { readonly noun: 'meeting' }>,
  ties: Ties,
): AttachmentsPart {
  const { documents, pictures } = house.store.attachments
  const mayEdit = may(actorOf(reader), 'edit', ties)
  const isEvent = owner.noun === 'event'
  return {
    kind: 'attachments',
    documents: documentRows(
      isEvent ? documents.everyOfEvent(owner.id) : documents.everyOfOrganisation(owner.id),
      reader,
      mayEdit,
    ),
    pictures: (isEvent ? pictures.everyOfEvent(owner.id) : pictures.everyOfOrganisation(owner.id)).map(
      (picture) => pictureRow(picture, reader, mayEdit),
    ),
    addDocument: mayEdit ? deskUrls.newDocument(owner) : null,
    addPicture: mayEdit ? deskUrls.newPicture(owner) : null,
  }
}

/** Documents in the order given, those in the archive marked. */
export function documentRows(
  documents: readonly DeskDocument[],
  reader: Reader,
  mayEdit: boolean,
): readonly AttachmentRow[] {
  const { archived } = reader.words.desk.contacts.states
  return documents.map((document) => ({
    href: mayEdit ? deskUrls.documents.entry(document.id) : null,
    title: document.title,
    about: joined(
      [
        ...documentLinks([document], reader).map(({ about }) => about),
        document.archivedAt === null ? '' : archived,
      ],
      ', ',
    ),
  }))
}

function pictureRow(picture: DeskPicture, { words }: Reader, mayEdit: boolean): AttachmentRow {
  const { archived } = words.desk.contacts.states
  return {
    href: mayEdit ? deskUrls.pictures.entry(picture.id) : null,
    title: picture.alternative,
    about: joined(
      [`${picture.width} × ${picture.height}`, picture.archivedAt === null ? '' : archived],
      ', ',
    ),
  }
}
