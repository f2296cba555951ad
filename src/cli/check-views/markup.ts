import type { Piece } from './pieces.ts'

/** An attribute as written; in `value`, code stands as marks (see `mask`). Offsets count characters of the source. */
export type Attribute = {
  readonly name: string
  readonly offset: number
  readonly value: string
  readonly valueOffset: number
  readonly isQuoted: boolean
}

export type Element = {
  readonly name: string
  readonly offset: number
  readonly attributes: readonly Attribute[]
}

/** Where a piece prints. `tag` is inside a tag but in no value; `code` is inside `<script>` or `<style>`. */
export type Place =
  | { readonly at: 'text' | 'tag' | 'comment' }
  | { readonly at: 'code'; readonly element: Element }
  | {
      readonly at: 'attribute'
      readonly element: string
      readonly attribute: Attribute
      readonly before: string
    }

export type Text = { readonly offset: number; readonly text: string }

/** A template's markup, read once from start to end, branches of the code one after the other. */
export type Markup = {
  readonly elements: readonly Element[]
  readonly texts: readonly Text[]
  readonly comments: readonly number[]
  readonly places: ReadonlyMap<number, Place>
}

type Found = {
  readonly masked: string
  readonly elements: Element[]
  readonly texts: Text[]
  readonly comments: number[]
  readonly places: Map<number, Place>
}

/** Characters of the private use area: where a piece prints, and the rest of what code covers. */
export const PRINT_MARK = '\uE000'
const COVER = '\uE001'

const COMMENT = /<!--[\s\S]*?(?:-->|$)/y
const DECLARATION = /<![^>]*>/y
const END_TAG = /<\/[a-z][^>]*>/iy
const TAG_START = /<([a-z][a-z0-9:-]*)/iy
const TAG_END = /\/?>/y
const TAG_SPACE = /[\s\uE001/]+/y
const ATTRIBUTE = /([^\s=>"'/\uE000\uE001]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s>]*))?/y
const TEXT = /<?[^<]+|</y
const RAW_TEXT: ReadonlyMap<string, RegExp> = new Map([
  ['script', /[\s\S]*?(?=<\/script|$)/iy],
  ['style', /[\s\S]*?(?=<\/style|$)/iy],
])

/** The source with all code covered, same length; the first character of a printing piece is `PRINT_MARK`. */
export function mask(source: string, pieces: readonly Piece[]): string {
  let masked = ''
  let end = 0
  for (const piece of pieces) {
    masked += source.slice(end, piece.start)
    masked += piece.kind === 'run' ? COVER : PRINT_MARK
    masked += COVER.repeat(piece.end - piece.start - 1)
    end = piece.end
  }
  return masked + source.slice(end)
}

/** A masked text without what code covers; the marks of printing pieces stay. */
export function withoutCover(masked: string): string {
  return masked.replaceAll(COVER, '')
}

/** Reads the markup of a masked source; never throws, broken markup is html-validate's matter. */
export function readMarkup(masked: string): Markup {
  const found: Found = { masked, elements: [], texts: [], comments: [], places: new Map() }
  let at = 0
  while (at < masked.length) {
    at = readComment(found, at) ?? readClosing(found, at) ?? readElement(found, at) ?? readText(found, at)
  }
  return found
}

function readComment(found: Found, at: number): number | null {
  const end = endOf(COMMENT, found.masked, at)
  if (end === null) return null
  found.comments.push(at)
  mark(found, at, end, { at: 'comment' })
  return end
}

function readClosing(found: Found, at: number): number | null {
  const end = endOf(DECLARATION, found.masked, at) ?? endOf(END_TAG, found.masked, at)
  if (end !== null) mark(found, at, end, { at: 'tag' })
  return end
}

function readElement(found: Found, at: number): number | null {
  if (endOf(TAG_START, found.masked, at) === null) return null
  const { element, end } = readTag(found.masked, at)
  found.elements.push(element)
  mark(found, at, end, { at: 'tag' })
  for (const attribute of element.attributes) markAttribute(found, element.name, attribute)
  const code = RAW_TEXT.get(element.name)
  const endOfCode = code === undefined ? end : (endOf(code, found.masked, end) ?? end)
  mark(found, end, endOfCode, { at: 'code', element })
  return endOfCode
}

function readText(found: Found, at: number): number {
  const end = endOf(TEXT, found.masked, at) ?? at + 1
  found.texts.push({ offset: at, text: found.masked.slice(at, end) })
  mark(found, at, end, { at: 'text' })
  return end
}

function readTag(masked: string, offset: number): { element: Element; end: number } {
  const attributes: Attribute[] = []
  let at = endOf(TAG_START, masked, offset) ?? offset
  const name = masked.slice(offset + 1, at).toLowerCase()
  while (at < masked.length) {
    const end = endOf(TAG_END, masked, at)
    if (end !== null) return { element: { name, offset, attributes }, end }
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(masked)
    if (found !== null) attributes.push(attributeOf(found, at))
    at = found === null ? (endOf(TAG_SPACE, masked, at) ?? at + 1) : ATTRIBUTE.lastIndex
  }
  return { element: { name, offset, attributes }, end: at }
}

function attributeOf(found: RegExpExecArray, offset: number): Attribute {
  const [, name = '', equals = '', written = ''] = found
  const isQuoted = /^["']/.test(written)
  return {
    name: name.toLowerCase(),
    offset,
    value: isQuoted ? written.slice(1, -1) : written,
    valueOffset: offset + name.length + equals.length + (isQuoted ? 1 : 0),
    isQuoted,
  }
}

function mark({ masked, places }: Found, from: number, to: number, place: Place): void {
  for (const offset of marksBetween(masked, from, to)) places.set(offset, place)
}

function markAttribute({ masked, places }: Found, element: string, attribute: Attribute): void {
  const end = attribute.valueOffset + attribute.value.length
  for (const offset of marksBetween(masked, attribute.valueOffset, end)) {
    const before = withoutCover(masked.slice(attribute.valueOffset, offset))
    places.set(offset, { at: 'attribute', element, attribute, before })
  }
}

function marksBetween(masked: string, from: number, to: number): number[] {
  const offsets: number[] = []
  for (
    let at = masked.indexOf(PRINT_MARK, from);
    at !== -1 && at < to;
    at = masked.indexOf(PRINT_MARK, at + 1)
  ) {
    offsets.push(at)
  }
  return offsets
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}
