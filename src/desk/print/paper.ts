import { createHash } from 'node:crypto'
import type { Binding } from '../../formats/pdf.ts'
import type { Answer, Head } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Link } from '../../http/parts/links.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { pathIn } from '../../http/urls.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { fill, joined } from '../../i18n/words.ts'
import { codeIn } from './query.ts'

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
    runningHead: fill(sheet.runningHead, { title: shortened(about.title), day }),
    pageOf: sheet.pageOf,
    isLandscape: about.isLandscape === true,
    closing: about.closing,
  }
}

/** The head of a sheet's page, which says the same above each page that the browser prints. */
export function pageHead({ title, runningHead, mark }: SheetHead): Head {
  return { title, hidden: true, running: { said: runningHead, mark } }
}

// Two lines above the text of an upright page of A4, beside the mark.
const LONGEST_HEAD = 90

function shortened(title: string): string {
  return title.length > LONGEST_HEAD ? `${title.slice(0, LONGEST_HEAD).trimEnd()} …` : title
}

/** A sheet with the template that sets it. */
export type Printed = {
  readonly template: string
  /** Puts the sheet together, which takes time where it is long. */
  readonly sheet: () => SheetHead | Promise<SheetHead>
  /** The address of its print page, without suffix; the query as it was asked for. */
  readonly path: string
  readonly search: string
  /** `folded` makes the PDF a booklet; `loose` where nothing is said. */
  readonly binding?: Binding
}

/** How a PDF is bound: as the sheet is, or with its pages single where the address asks for that; throws NotFound for another. */
export function bindingAsked({ binding = 'loose' }: Printed, asked: Asked): Binding {
  return codeIn(asked, 'lage', ['einzeln']) === null ? binding : 'loose'
}

/** The address of a sheet in one of its formats: '' is the print page. */
export function addressOf(
  reader: Reader,
  { path, search }: Pick<Printed, 'path' | 'search'>,
  suffix = '',
): Href {
  return `${pathIn(reader.language, `${path}${suffix}`)}${search === '' ? '' : `?${search}`}` as Href
}

/** All that the file of a sheet depends on: what stands in the database, the day, the language, and what was asked for. */
export function nameOf(house: House, { language, now }: Reader, { path, search, binding }: Printed): string {
  const version = house.store.content.version(house.clock())
  return [version, now.day, language, binding ?? '', path, search].join(' ')
}

/** A file that is there at once. */
export function fileAnswer(
  mediaType: string,
  bytes: Uint8Array | string,
  { name, isPrivate }: { readonly name: string; readonly isPrivate: boolean },
): Answer {
  return { kind: 'file', mediaType, name, bytes, etag: etagOf(bytes), disposition: 'attachment', isPrivate }
}

/** A name for the content of a file (RFC 9110 §8.8.3). */
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
