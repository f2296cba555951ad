import type { StoredDocument, StoredPicture } from '../../domain/attachment.ts'
import { forbidden, notFound } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import type { House } from '../../http/house.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import {
  archiveDocument,
  archivePicture,
  changeDocument,
  changePicture,
  documentDraftOf,
  openDocument,
  openPicture,
  pictureDraftOf,
  restoreDocument,
  restorePicture,
  tiesOfOwner,
} from '../../operations/attachments.ts'
import {
  documentFields,
  pictureFields,
  readDocument,
  readPicture,
  sayDocument,
  sayPicture,
  settleDocument,
  settlePicture,
} from './forms.ts'
import { deskOfOwner, nameOfOwner } from './owner.ts'
import { documentPreview, picturePreview } from './preview.ts'

/** What is a document's own at the desk; a new one comes with its file (upload.ts), and leaves only for the archive. */
export function documentDesk(house: House, reader: Reader): EntryDesk<'document', StoredDocument> {
  const { words } = reader
  const by = byForm(reader)
  return {
    noun: 'document',
    paths: deskUrls.documents,
    words: { new: words.desk.attachments.addDocument, preview: words.desk.form.previewWord },
    form: {
      rowNames: [],
      begin: () => forbidden('a document without a file'),
      settle: settleDocument,
      withRow: (form) => form,
      read: (form, stored) => ({
        kind: 'draft',
        draft: { ...documentDraftOf(stored ?? notFound('document')), ...readDocument(form) },
      }),
      fill: ({ kind, title }) => ({ kind, title }),
      sections: (filled) => [
        {
          id: 'abschnitt-dokument',
          title: words.desk.attachments.words,
          fields: documentFields(filled, reader),
        },
      ],
    },
    operations: {
      open: (act, id) => openDocument(house, actorOf(reader), act, id),
      create: () => forbidden('a document without a file'),
      change: (change) => changeDocument(house, by, change),
      archive: (archiving) => archiveDocument(house, by, archiving),
      restore: (restoring) => restoreDocument(house, by, restoring),
    },
    acts: { read: 'edit', archive: 'edit' },
    tiesOf: ({ owner }) => tiesOfOwner(house, owner),
    nameOf: ({ title }) => title,
    draftOf: documentDraftOf,
    say: (draft) => sayDocument(draft, reader),
    preview: (draft, word, stored) => documentPreview(house, reader, draft, { word, id: stored?.id ?? 0 }),
    showsPreview: 'always',
    trail: (stored) => (stored === null ? [] : [trailTo(house, reader, stored)]),
    onSite: () => null,
    more: () => [],
    after: { creating: deskUrls.documents.entry, changing: ({ owner }) => deskOfOwner(owner) },
  }
}

/** What is a picture's own at the desk; a new one comes with its file (upload.ts), and leaves only for the archive. */
export function pictureDesk(house: House, reader: Reader): EntryDesk<'picture', StoredPicture> {
  const { words } = reader
  const by = byForm(reader)
  return {
    noun: 'picture',
    paths: deskUrls.pictures,
    words: { new: words.desk.attachments.addPicture, preview: words.desk.form.previewWord },
    form: {
      rowNames: [],
      begin: () => forbidden('a picture without a file'),
      settle: settlePicture,
      withRow: (form) => form,
      read: (form, stored) => ({
        kind: 'draft',
        draft: { ...pictureDraftOf(stored ?? notFound('picture')), ...readPicture(form) },
      }),
      fill: ({ alternative, caption }) => ({ alternative, caption }),
      sections: (filled) => [
        { id: 'abschnitt-bild', title: words.desk.attachments.words, fields: pictureFields(filled, reader) },
      ],
    },
    operations: {
      open: (act, id) => openPicture(house, actorOf(reader), act, id),
      create: () => forbidden('a picture without a file'),
      change: (change) => changePicture(house, by, change),
      archive: (archiving) => archivePicture(house, by, archiving),
      restore: (restoring) => restorePicture(house, by, restoring),
    },
    acts: { read: 'edit', archive: 'edit' },
    tiesOf: ({ owner }) => tiesOfOwner(house, owner),
    nameOf: ({ alternative }) => alternative,
    draftOf: pictureDraftOf,
    say: (draft) => sayPicture(draft, reader),
    preview: (draft, word, stored) =>
      picturePreview(reader, draft, { word, stored: stored ?? notFound('picture') }),
    showsPreview: 'always',
    trail: (stored) => (stored === null ? [] : [trailTo(house, reader, stored)]),
    onSite: () => null,
    more: () => [],
    after: { creating: deskUrls.pictures.entry, changing: ({ owner }) => deskOfOwner(owner) },
  }
}

function trailTo(house: House, reader: Reader, { owner }: Pick<StoredDocument, 'owner'>) {
  return { href: deskOfOwner(owner), label: nameOfOwner(house, reader, owner) }
}
