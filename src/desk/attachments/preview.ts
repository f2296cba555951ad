import type { StoredPicture } from '../../domain/attachment.ts'
import type { House } from '../../http/house.ts'
import {
  type DocumentLink,
  documentLinks,
  type ShownPicture,
  shownPictures,
} from '../../http/parts/attachments.ts'
import type { Reader } from '../../http/reader.ts'
import type { DocumentWords, PictureWords } from './forms.ts'

/** A document or a picture as readers will see it. */
export type AttachmentPreview = {
  readonly kind: 'attachment'
  readonly word: string
  readonly documents: readonly DocumentLink[]
  readonly pictures: readonly ShownPicture[]
}

declare module '../../http/render.ts' {
  interface Parts {
    'attachment-preview': AttachmentPreview
  }
}
declare module '../../http/entry/preview.ts' {
  interface Previews {
    attachment: AttachmentPreview
  }
}

/** A document under the words of a draft. */
export function documentPreview(
  house: House,
  reader: Reader,
  { kind, title }: DocumentWords,
  { word, id }: { readonly word: string; readonly id: number },
): AttachmentPreview {
  const document = house.store.attachments.documents.listed(id)
  const shown = document === null ? [] : documentLinks([{ ...document, kind, title }], reader)
  return { kind: 'attachment', word, documents: shown, pictures: [] }
}

/** A picture under the words of a draft. */
export function picturePreview(
  reader: Reader,
  { alternative, caption }: PictureWords,
  { word, stored }: { readonly word: string; readonly stored: StoredPicture },
): AttachmentPreview {
  const { id, width, height, file } = stored
  const picture = {
    id,
    alternative,
    caption,
    width,
    height,
    fileName: file.name,
    byteLength: 0,
    mediaType: file.mediaType,
  }
  return { kind: 'attachment', word, documents: [], pictures: shownPictures([picture], reader) }
}
