import { DOCUMENT_KINDS, type StoredDocument, type StoredPicture } from '../../domain/attachment.ts'
import { choiceOf, type Form, refuseUnknown, textOf } from '../../http/forms.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import { areaPart, type FieldPart, type Filled, selectPart, textPart } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'

/** What can be said of a document, and of a picture. */
export type DocumentWords = Pick<StoredDocument, 'kind' | 'title'>
export type PictureWords = Pick<StoredPicture, 'alternative' | 'caption'>

const DOCUMENT = ['kind', 'title']
const PICTURE = ['alternative', 'caption']

/** The sent form of a document; throws Malformed for one that is not ours. */
export function settleDocument(form: Form): Form {
  return settled(form, DOCUMENT)
}

/** The sent form of a picture; throws Malformed for one that is not ours. */
export function settlePicture(form: Form): Form {
  return settled(form, PICTURE)
}

function settled(form: Form, fields: readonly string[]): Form {
  refuseUnknown(form, [...fields, ...fields.map((field) => `choose.${field}`), 'version', 'act', 'add'])
  return form
}

/** What a form says of a document. */
export function readDocument(form: Form): DocumentWords {
  return { kind: choiceOf(form, 'kind', DOCUMENT_KINDS) ?? 'other', title: textOf(form, 'title') }
}

/** What a form says of a picture. */
export function readPicture(form: Form): PictureWords {
  return { alternative: textOf(form, 'alternative'), caption: textOf(form, 'caption') }
}

/** Kind and title of a document in words. */
export function sayDocument({ kind, title }: DocumentWords, { words }: Reader): SaidField[] {
  const { fields } = words.desk.attachments
  return [
    { group: 'kind', label: fields.kind, text: words.kinds.document[kind] },
    { group: 'title', label: fields.title, text: title },
  ]
}

/** What is said of a picture. */
export function sayPicture({ alternative, caption }: PictureWords, { words }: Reader): SaidField[] {
  const { fields } = words.desk.attachments
  return [
    { group: 'alternative', label: fields.alternative, text: alternative },
    { group: 'caption', label: fields.caption, text: caption },
  ]
}

/** The fields of a document beside its file. */
export function documentFields(filled: Filled, { words }: Reader): FieldPart[] {
  const { fields, hints } = words.desk.attachments
  return [
    selectPart(filled, 'kind', {
      label: fields.kind,
      options: DOCUMENT_KINDS.map((kind) => [kind, words.kinds.document[kind]] as const),
    }),
    textPart(filled, 'title', { label: fields.title, hint: hints.title, isRequired: true }),
  ]
}

/** The fields of a picture beside its file. */
export function pictureFields(filled: Filled, { words }: Reader): FieldPart[] {
  const { fields, hints } = words.desk.attachments
  return [
    areaPart(filled, 'alternative', {
      label: fields.alternative,
      hint: hints.alternative,
      rows: 2,
      isRequired: true,
    }),
    textPart(filled, 'caption', { label: fields.caption, hint: hints.caption }),
  ]
}
