// Documents and pictures that stand at an event, at a date of a meeting, or at an organisation.
import type { Day } from './day.ts'
import type { StoredEntry } from './outcome.ts'
import { checkText, type Problem } from './problem.ts'

export const DOCUMENT_KINDS = ['invitation', 'minutes', 'programme', 'flyer', 'other'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What a document or picture belongs to; a meeting's document belongs to one of its dates. */
export type AttachmentOwner =
  | { readonly noun: 'event'; readonly id: number }
  | { readonly noun: 'meeting'; readonly id: number; readonly on: Day }
  | { readonly noun: 'organisation'; readonly id: number }

/** What a picture belongs to: what happened, or who it is; not a date that comes back. */
export type PictureOwner = Exclude<AttachmentOwner, { readonly noun: 'meeting' }>

const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

export type FileDraft = { readonly name: string; readonly mediaType: MediaType; readonly bytes: Uint8Array }

export type DocumentDraft = {
  readonly owner: AttachmentOwner
  readonly kind: DocumentKind
  readonly title: string
  readonly file: FileDraft
}
export type PictureDraft = {
  readonly owner: PictureOwner
  /** What can be seen, for those who do not see it; empty is refused. */
  readonly alternative: string
  readonly caption: string
  readonly width: number
  readonly height: number
  readonly file: FileDraft
}

/** A file that is kept: which it is, without its bytes. */
export type KeptFile = { readonly name: string; readonly mediaType: MediaType; readonly sha256: string }

/** A document as it is written and looked back at. */
export type StoredDocument = Omit<DocumentDraft, 'file'> & StoredEntry & { readonly file: KeptFile }
/** A picture as it is written and looked back at. */
export type StoredPicture = Omit<PictureDraft, 'file'> & StoredEntry & { readonly file: KeptFile }

/** A document as a page lists it. */
export type Document = {
  readonly id: number
  readonly kind: DocumentKind
  readonly title: string
  /** The meeting and the date it belongs to, or null for a document of an event or an organisation. */
  readonly meetingId: number | null
  readonly on: Day | null
  readonly fileName: string
  readonly mediaType: MediaType
  readonly byteLength: number
  /** Instant in UTC, ISO 8601. */
  readonly updatedAt: string
}

export type Picture = {
  readonly id: number
  readonly alternative: string
  readonly caption: string
  readonly width: number
  readonly height: number
  readonly fileName: string
  readonly mediaType: MediaType
  readonly byteLength: number
}

/** First bytes by which a type is known; `null` for bytes that vary (the length in a RIFF container). */
const MAGIC: Readonly<Record<MediaType, readonly (number | null)[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/webp': [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
}
/** The largest file that is kept, in bytes. */
export const LARGEST_BYTES = 10 * 1024 * 1024
const LONGEST_NAME = 200

/** What keeps a document from being saved. */
export function checkDocument(draft: DocumentDraft): Problem[] {
  return [
    ...checkDocumentWords(draft),
    ...(draft.file.mediaType === 'application/pdf' ? [] : [{ field: 'file', key: 'file.notPdf' }]),
    ...checkFile(draft.file),
  ]
}

/** What keeps the words of a document from being saved. */
export function checkDocumentWords({ title }: Pick<DocumentDraft, 'title'>): Problem[] {
  return checkText('title', title, { required: true, longest: 200 })
}

/** What keeps a picture from being saved. */
export function checkPicture(draft: PictureDraft): Problem[] {
  return [
    ...checkPictureWords(draft),
    ...([draft.width, draft.height].every((pixels) => Number.isInteger(pixels) && pixels > 0)
      ? []
      : [{ field: 'file', key: 'file.noSize' }]),
    ...(draft.file.mediaType === 'application/pdf' ? [{ field: 'file', key: 'file.notPicture' }] : []),
    ...checkFile(draft.file),
  ]
}

/** What keeps the words of a picture from being saved. */
export function checkPictureWords(draft: Pick<PictureDraft, 'alternative' | 'caption'>): Problem[] {
  return [
    ...checkText('alternative', draft.alternative, { required: true, longest: 500 }),
    ...checkText('caption', draft.caption, { required: false, longest: 500 }),
  ]
}

/** What a file is by its first bytes, or null where it is none of what is kept. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  return MEDIA_TYPES.find((mediaType) => isOfType(bytes, mediaType)) ?? null
}

/** The type is judged by the first bytes, never by the name. */
function checkFile(file: FileDraft): Problem[] {
  if (file.name.trim() === '' || file.name.length > LONGEST_NAME)
    return [{ field: 'file', key: 'file.noName' }]
  if (file.bytes.length > LARGEST_BYTES) return [{ field: 'file', key: 'file.tooLarge' }]
  return isOfType(file.bytes, file.mediaType) ? [] : [{ field: 'file', key: 'file.wrongType' }]
}

function isOfType(bytes: Uint8Array, mediaType: MediaType): boolean {
  return MAGIC[mediaType].every((byte, index) => byte === null || bytes[index] === byte)
}
