import { createHash } from 'node:crypto'
import { may, NO_TIES } from '../../domain/permission.ts'
import { forbidden, Refusal } from '../../domain/refusal.ts'
import type { Binding, Pdf, Typeset } from '../../formats/pdf.ts'
import { type Answer, page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Link } from '../../http/parts/links.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { pathIn, urlsIn } from '../../http/urls.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { counted, fill, joined } from '../../i18n/words.ts'

/** What stands on every sheet of paper, whatever else it says. */
export type SheetHead = {
  readonly language: string
  readonly title: string
  /** „Stand: 3. Juni 2026“, and how much there is. */
  readonly facts: readonly string[]
  /** The chosen filter in words, or empty. */
  readonly choice: string
  /** „Nur für den Dienstgebrauch“, or empty. */
  readonly mark: string
  /** Repeated on every page: what it is, and of when. */
  readonly runningHead: string
  /** „Seite {page} von {pages}“, to be filled on each page. */
  readonly pageOf: string
  readonly isLandscape: boolean
  /** What to know before handing it on; empty for nothing. */
  readonly closing: string
}

/** The bar above a sheet on the screen: the way back, and everything that can be made of the sheet. */
export type PaperTools = {
  readonly back: Link
  /** How the page is printed. */
  readonly how: string
  /** „PDF, 4 Seiten“, or why there is none. */
  readonly pages: string
  readonly files: readonly Link[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/print/no-pdf': NoPdfPage
  }
  interface Parts {
    'paper-tools': PaperTools
    'sheet-head': SheetHead
  }
}

export type NoPdfPage = {
  readonly title: string
  readonly text: string
  readonly isUnderWay: boolean
  readonly back: Link
}

/** The head of a sheet. */
export function sheetHead(
  { words, language, now }: Reader,
  about: {
    readonly title: string
    readonly isInternal: boolean
    readonly isLandscape?: boolean
    readonly facts: readonly string[]
    readonly choice: string
    readonly closing: string
  },
): SheetHead {
  const { sheet } = words.print
  const day = sayDate(now.day, language)
  return {
    language,
    title: about.title,
    facts: [fill(sheet.stateOf, { day }), ...about.facts],
    choice: about.choice,
    mark: about.isInternal ? sheet.mark : '',
    runningHead: fill(sheet.runningHead, { title: about.title, day }),
    pageOf: sheet.pageOf,
    isLandscape: about.isLandscape === true,
    closing: about.closing,
  }
}

/** Throws for everybody but those who may print what stays in the house: SignIn, or Forbidden. */
export function requirePrinter(reader: Reader, asked: Asked): NonNullable<Reader['actor']> {
  const { actor } = reader
  if (actor === null) throw new Refusal('sign-in', asked.request.url)
  if (!may(actor, 'print-internal', NO_TIES)) forbidden('print-internal')
  return actor
}

// As long as a page may keep a reader waiting for the number of its pages.
const LONGEST_WAIT_MS = 900

/** A sheet with the template that sets it. */
export type Printed = {
  readonly template: string
  readonly sheet: SheetHead
  /** The address of its print page, without suffix; the query as it was asked for. */
  readonly path: string
  readonly search: string
  /** `folded` makes the PDF a booklet; `loose` where nothing is said. */
  readonly binding?: Binding
}

/** How a PDF is bound: as the sheet is, or with its pages single where the address asks for that. */
export function bindingAsked({ binding = 'loose' }: Printed, { query }: Asked): Binding {
  return query.lage === 'einzeln' ? 'loose' : binding
}

/** The address of a sheet in one of its formats: '' is the print page. */
export function addressOf(
  reader: Reader,
  { path, search }: Pick<Printed, 'path' | 'search'>,
  suffix = '',
): Href {
  return `${pathIn(reader.language, `${path}${suffix}`)}${search === '' ? '' : `?${search}`}` as Href
}

/** The bar above a sheet; the number of pages is told if it is known within a second. */
export async function paperTools(
  house: House,
  reader: Reader,
  printed: Printed,
  links: { readonly back: Link; readonly files?: readonly Link[] },
): Promise<PaperTools> {
  const { words } = reader
  const isFolded = printed.binding === 'folded'
  const typeset = await soon(typesetOf(house, printed))
  const pdf = {
    href: addressOf(reader, printed, '.pdf'),
    label: isFolded ? words.print.booklet.pdf : words.print.pdf,
  }
  const loose = {
    href: addressOf(reader, { ...printed, search: `${printed.search}&lage=einzeln` }, '.pdf'),
    label: words.print.booklet.loose,
  }
  const isThere = typeset === null || typeset.kind === 'pdf' || typeset.kind === 'busy'
  return {
    back: links.back,
    how: isFolded ? words.print.booklet.how : words.print.how,
    pages:
      typeset === null
        ? ''
        : typeset.kind === 'pdf'
          ? pagesSaid(typeset, printed, reader)
          : whyNot(typeset, reader),
    files: [
      ...(isThere ? [pdf, ...(isFolded ? [loose] : [])] : []),
      ...(links.files ?? []),
      ...keepLinks(reader, printed),
    ],
  }
}

/** Where the sheet is kept under a name, for those who keep lists; its dates go with the calendar. */
function keepLinks({ actor, words, language }: Reader, { path, search }: Printed): readonly Link[] {
  if (actor === null || !may(actor, 'print-internal', NO_TIES)) return []
  const lasting = search.split('&').filter((part) => !/^(?:monat|woche)=/.test(part))
  const address = lasting.join('&') === '' ? path : `${path}?${lasting.join('&')}`
  return [{ href: urlsIn(language).keepPrinted(address), label: words.print.keepSheet }]
}

function typesetOf({ typesetter }: House, { template, sheet, binding }: Printed): Promise<Typeset> {
  return typesetter.typeset(template, sheet, binding)
}

const PAGES_PER_SHEET = 4

/** „4 Seiten als PDF“; of a booklet with its sheets, and how they are printed. */
function pagesSaid({ pages }: Pdf, { binding }: Printed, { words, language }: Reader): string {
  if (binding !== 'folded') return counted(words.print.pages, pages, language)
  const { sheets, pages: said } = words.print.booklet
  return fill(said, { pages, sheets: counted(sheets, pages / PAGES_PER_SHEET, language) })
}

/** The PDF of a sheet; a page with a sentence where there is none, or not yet. */
export async function pdfAnswer(
  house: House,
  reader: Reader,
  asked: Asked,
  printed: Printed & { readonly name: string; readonly isPrivate: boolean },
): Promise<Answer> {
  const typeset = await soon(typesetOf(house, printed))
  if (typeset?.kind === 'failed') throw new Error(typeset.why)
  if (typeset?.kind === 'pdf')
    return {
      kind: 'file',
      mediaType: 'application/pdf',
      name: printed.name,
      bytes: typeset.bytes,
      etag: etagOf(typeset.bytes),
      disposition: 'inline',
      isPrivate: printed.isPrivate,
    }
  const { words } = reader
  if (typeset === null) asked.reply.header('refresh', '1')
  else asked.reply.header('retry-after', '30')
  const { title } = typeset === null ? words.print.underWay : words.print.noPdf
  const model = {
    title,
    text: typeset === null ? words.print.underWay.text : whyNot(typeset, reader),
    isUnderWay: typeset === null,
    back: { href: addressOf(reader, printed), label: words.print.toPage },
  }
  return page('desk/print/no-pdf', { title, hidden: true }, model, typeset === null ? 202 : 503)
}

function whyNot(typeset: Exclude<Typeset, { kind: 'pdf' }>, { words }: Reader): string {
  switch (typeset.kind) {
    case 'letters':
      return fill(words.print.noPdf.letters, { letters: typeset.letters })
    case 'not-installed':
      return words.print.noPdf.notInstalled
    case 'busy':
      return words.print.noPdf.busy
    case 'failed':
      return words.print.noPdf.failed
    default:
      return typeset satisfies never
  }
}

/** What comes within a second, else null; the rest is done all the same. */
async function soon(typeset: Promise<Typeset>): Promise<Typeset | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((settle) => {
    timer = setTimeout(() => settle(null), LONGEST_WAIT_MS)
  })
  const first = await Promise.race([typeset, late])
  clearTimeout(timer)
  return first
}

/** A file that is there at once. */
export function fileAnswer(
  mediaType: string,
  bytes: Uint8Array | string,
  { name, isPrivate }: { readonly name: string; readonly isPrivate: boolean },
): Answer {
  return { kind: 'file', mediaType, name, bytes, etag: etagOf(bytes), disposition: 'attachment', isPrivate }
}

function etagOf(bytes: Uint8Array | string): string {
  return `"${createHash('sha256').update(bytes).digest('base64url')}"`
}

/** A name for a file: „kontakte-duisburg-2026-06-03.pdf“. */
export function fileName(
  reader: Reader,
  parts: readonly (string | null | undefined)[],
  suffix: string,
): string {
  return `${joined([...parts, reader.now.day], '-')}${suffix}`
}
