import type { Document, MediaType, Picture } from '../../domain/attachment.ts'
import { sayBytes } from '../../i18n/say-bytes.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import { urlsIn } from '../urls.ts'

/** A document to open, with what it is and how large. */
export type DocumentLink = {
  readonly href: Href
  readonly title: string
  /** „Einladung, PDF, 340 kB“. */
  readonly about: string
}

/** A picture in a page. */
export type ShownPicture = {
  readonly src: Href
  readonly alternative: string
  readonly caption: string
  /** Pixels, so that nothing jumps while the picture is loading. */
  readonly width: number
  readonly height: number
}

declare module '../render.ts' {
  interface Parts {
    documents: readonly DocumentLink[]
    pictures: readonly ShownPicture[]
  }
}

const FORMATS: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
}

/** Documents as a page lists them. */
export function documentLinks(documents: readonly Document[], reader: Reader): readonly DocumentLink[] {
  const urls = urlsIn(reader.language)
  return documents.map(({ id, kind, title, fileName, mediaType, byteLength }) => ({
    href: urls.document(id, fileName),
    title,
    about: [
      reader.words.kinds.document[kind],
      FORMATS[mediaType],
      sayBytes(byteLength, reader.language),
    ].join(', '),
  }))
}

/** Pictures as a page shows them. */
export function shownPictures(pictures: readonly Picture[], reader: Reader): readonly ShownPicture[] {
  const urls = urlsIn(reader.language)
  return pictures.map(({ id, alternative, caption, width, height, fileName }) => ({
    src: urls.picture(id, fileName),
    alternative,
    caption,
    width,
    height,
  }))
}
