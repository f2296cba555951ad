import { type AttachmentOwner, DOCUMENT_KINDS } from '../../domain/attachment.ts'
import type { Problem } from '../../domain/problem.ts'
import { slugOf } from '../../domain/slug.ts'
import { type KeptPicture, readPicture as readPoints } from '../../formats/picture.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { type Form, type ShownProblem, sayProblems } from '../../http/forms.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type FieldPart, filePart } from '../../http/parts/fields.ts'
import type { Link } from '../../http/parts/links.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { type SentFile, uploadIn } from '../../http/uploads.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { createDocument, createPicture } from '../../operations/attachments.ts'
import {
  documentFields,
  pictureFields,
  readDocument,
  readPicture,
  settleDocument,
  settlePicture,
} from './forms.ts'
import { deskOfOwner, mayAttach, nameOfOwner, ownerIn, pictureOwnerIn } from './owner.ts'

/** The form that brings a document or a picture. */
export type UploadPage = {
  readonly title: string
  readonly trail: readonly Link[]
  readonly problems: readonly ShownProblem[]
  readonly action: Href
  readonly fields: readonly FieldPart[]
  readonly cancel: Href
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/attachments/upload': UploadPage
  }
}

const EXTENSIONS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
} as const
const LONGEST_NAME = 60

/** Asks for a document, its title made from what it belongs to. */
export function askForDocument(house: House, reader: Reader, asked: Asked): Answer {
  const owner = ownerIn(asked)
  mayAttach(house, reader, owner)
  const kind = DOCUMENT_KINDS.find((known) => known === asked.query.art) ?? 'other'
  const word = reader.words.kinds.document[kind]
  const title = `${word}: ${nameOfOwner(house, reader, owner)}`
  return documentPage(house, reader, owner, { form: { kind, title: kind === 'other' ? '' : title } })
}

/** Puts a document where it belongs, or shows its form again; the file is then to be chosen once more. */
export async function addDocument(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const owner = ownerIn(asked)
  mayAttach(house, reader, owner)
  const { form, file } = await uploadIn(asked)
  const words = readDocument(settleDocument(form))
  const refuse = (problems: readonly Problem[]) => documentPage(house, reader, owner, { form, problems })
  if (file?.kind !== 'file') return refuse([...missing('title', words.title), ...fileProblem(file)])
  const sent = {
    name: nameOf(words.title, 'application/pdf'),
    mediaType: 'application/pdf',
    bytes: file.bytes,
  } as const
  const result = createDocument(house, byForm(reader), { owner, ...words, file: sent })
  return result.kind === 'saved' ? done(deskOfOwner(owner), 'published') : refuse(result.problems)
}

/** Asks for a picture. */
export function askForPicture(house: House, reader: Reader, asked: Asked): Answer {
  const owner = pictureOwnerIn(asked)
  mayAttach(house, reader, owner)
  return picturePage(house, reader, asked, { form: {} })
}

/** Puts a picture where it belongs, or shows its form again; the file is then to be chosen once more. */
export async function addPicture(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const owner = pictureOwnerIn(asked)
  mayAttach(house, reader, owner)
  const { form, file } = await uploadIn(asked)
  const words = readPicture(settlePicture(form))
  const refuse = (problems: readonly Problem[]) => picturePage(house, reader, asked, { form, problems })
  if (file?.kind !== 'file')
    return refuse([...missing('alternative', words.alternative), ...fileProblem(file)])
  const picture = await readPoints(file.bytes)
  if (picture === null)
    return refuse([...missing('alternative', words.alternative), { field: 'file', key: 'file.notPicture' }])
  const result = createPicture(house, byForm(reader), {
    owner,
    ...words,
    ...sizeOf(picture),
    file: keptFile(words.alternative, picture),
  })
  return result.kind === 'saved' ? done(deskOfOwner(owner), 'published') : refuse(result.problems)
}

type Shown = { readonly form: Form; readonly problems?: readonly Problem[] }

function documentPage(house: House, reader: Reader, owner: AttachmentOwner, shown: Shown): Answer {
  const { attachments } = reader.words.desk
  const problems = sayProblems(reader.words, shown.problems ?? [])
  const filled = { form: shown.form, problems }
  return uploadPage(house, reader, owner, {
    title: attachments.addDocument,
    problems,
    action: deskUrls.newDocument(owner),
    fields: [
      filePart(filled, 'file', {
        label: attachments.pdf,
        hint: attachments.hints.pdf,
        accept: 'application/pdf',
      }),
      ...documentFields(filled, reader),
    ],
  })
}

function picturePage(house: House, reader: Reader, asked: Asked, shown: Shown): Answer {
  const { attachments } = reader.words.desk
  const owner = pictureOwnerIn(asked)
  const problems = sayProblems(reader.words, shown.problems ?? [])
  const filled = { form: shown.form, problems }
  return uploadPage(house, reader, owner, {
    title: attachments.addPicture,
    problems,
    action: deskUrls.newPicture(owner),
    fields: [
      filePart(filled, 'file', {
        label: attachments.picture,
        hint: attachments.hints.picture,
        accept: 'image/jpeg,image/png,image/webp',
      }),
      ...pictureFields(filled, reader),
    ],
  })
}

function uploadPage(
  house: House,
  reader: Reader,
  owner: AttachmentOwner,
  content: Pick<UploadPage, 'problems' | 'action' | 'fields'> & { readonly title: string },
): Answer {
  const name = nameOfOwner(house, reader, owner)
  const back = deskOfOwner(owner)
  const { problems } = content
  const title = fill(reader.words.desk.attachments.toOwner, { title: content.title, name })
  const model = { ...content, title, trail: [{ href: back, label: name }], cancel: back }
  const head = { ...formHead(reader, deskHead(reader, title), problems), scripts: ['upload'] as const }
  return page('desk/attachments/upload', head, model, problems.length === 0 ? 200 : 422)
}

function missing(field: string, text: string): Problem[] {
  return text === '' ? [{ field, key: `${field}.missing` }] : []
}

function fileProblem(file: SentFile | null): Problem[] {
  return [{ field: 'file', key: file === null ? 'file.missing' : 'file.tooLarge' }]
}

/** The name under which a file is kept says what it is; what it was called where it came from is nobody's business. */
function nameOf(title: string, mediaType: keyof typeof EXTENSIONS): string {
  return `${slugOf(title).slice(0, LONGEST_NAME).replace(/-+$/, '')}.${EXTENSIONS[mediaType]}`
}

function sizeOf({ width, height }: KeptPicture) {
  return { width, height }
}

function keptFile(alternative: string, { mediaType, bytes }: KeptPicture) {
  return { name: nameOf(alternative, mediaType), mediaType, bytes }
}
