import { type Attribute, type Element, type Markup, type Place, PRINT_MARK, withoutCover } from './markup.ts'
import type { Piece } from './pieces.ts'

/** A finding in one source, before its file and line are known. */
export type Remark = { readonly offset: number; readonly message: string }

const ADDRESSES = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'srcset',
  'imagesrcset',
  'poster',
  'cite',
  'ping',
  'xlink:href',
])
const SPOKEN = new Set([
  'alt',
  'title',
  'label',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'aria-placeholder',
])
const SPOKEN_META = /^(?:description|author|keywords|application-name|og:.*|twitter:.*)$/
const UNSEEN_INPUTS = new Set(['hidden', 'checkbox', 'radio'])
const WORD = /\p{L}{2,}/u
const ENTITY = /&#?\w+;/g
/** A text that the code itself prints: alone, or as one side of `? :`, `??`, `||` or `+`. */
const WRITTEN_IN_CODE = /(?:^|[?:|+])\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g

/** Whether a piece at this place begins an address, so that only an `Href` may be printed there. */
export function beginsAddress(place: Place): boolean {
  return place.at === 'attribute' && ADDRESSES.has(place.attribute.name) && place.before.trim() === ''
}

/** Everything in the markup that no template may contain, whatever the types say. */
export function remarksOnMarkup(markup: Markup): Remark[] {
  return [
    ...markup.comments.map((offset) => ({
      offset,
      message: 'a comment that readers are sent; write <% /* … */ %>',
    })),
    ...markup.elements.flatMap(remarksOnElement),
    ...markup.texts.flatMap(({ offset, text }) => remarksOnWords(text, offset)),
  ]
}

/** What is wrong with printing this piece at this place. */
export function remarksOnPiece(piece: Piece, place: Place): Remark[] {
  const message = misplaced(piece, place) ?? writtenInCode(piece, place)
  return message === null ? [] : [{ offset: piece.start, message }]
}

function misplaced(piece: Piece, place: Place): string | null {
  switch (place.at) {
    case 'text':
      return null
    case 'comment':
      return 'output inside a comment'
    case 'tag':
      return 'output inside a tag but in no attribute; use <% if (…) { %> around the attribute'
    case 'code': {
      const isData = typeOf(place.element) === 'application/ld+json' && piece.kind === 'raw'
      return isData ? null : `output inside <${place.element.name}>`
    }
    case 'attribute': {
      const { name, isQuoted } = place.attribute
      if (!isQuoted) return `output in the unquoted attribute ${name}`
      if (piece.kind === 'raw') return `raw output in the attribute ${name}`
      const standsWell = !ADDRESSES.has(name) || place.before.trim() === '' || place.before.includes('#')
      return standsWell ? null : `an address in pieces: ${name} takes one Href, and output only after a "#"`
    }
    default:
      return place satisfies never
  }
}

function writtenInCode(piece: Piece, place: Place): string | null {
  const isRead = place.at === 'text' || (place.at === 'attribute' && SPOKEN.has(place.attribute.name))
  if (!isRead || piece.kind !== 'print') return null
  for (const [, , text = ''] of piece.code.matchAll(WRITTEN_IN_CODE)) {
    const word = WORD.exec(text.replace(/\$\{[^}]*\}/g, ''))?.[0]
    if (word !== undefined) return writtenWord(word)
  }
  return null
}

function remarksOnElement(element: Element): Remark[] {
  return [
    ...remarksOnCode(element),
    ...element.attributes.flatMap((each) => remarksOnAttribute(element, each)),
  ]
}

function remarksOnCode(element: Element): Remark[] {
  const { name, offset } = element
  if (name === 'style') return [{ offset, message: 'a <style>; styles stand in public/css' }]
  const isInline = name === 'script' && attributeOf(element, 'src') === undefined
  if (!isInline || typeOf(element) === 'application/ld+json') return []
  return [{ offset, message: 'an inline <script>; scripts stand in public/js' }]
}

function remarksOnAttribute(element: Element, attribute: Attribute): Remark[] {
  const { name, offset } = attribute
  if (name === 'style') return [{ offset, message: 'a style attribute; use a class' }]
  if (/^on[a-z]/.test(name))
    return [{ offset, message: `the attribute ${name}; scripts bind by data- attributes` }]
  if (ADDRESSES.has(name)) return remarksOnAddress(attribute)
  return isSpoken(element, name) ? remarksOnWords(attribute.value, attribute.valueOffset) : []
}

function remarksOnAddress({ name, offset, value }: Attribute): Remark[] {
  const written = withoutCover(value).trim()
  const isOurFile = /^\/[\w/-]+\.\w+(?:#|$)/.test(written)
  if (written === '' || /^[#\uE000]/.test(written) || isOurFile) return []
  return [
    {
      offset,
      message: `the address "${written.replaceAll(PRINT_MARK, '…')}" in ${name}; take it from http/urls.ts`,
    },
  ]
}

function remarksOnWords(masked: string, offset: number): Remark[] {
  const found = WORD.exec(masked.replace(ENTITY, (entity) => ' '.repeat(entity.length)))
  return found === null ? [] : [{ offset: offset + found.index, message: writtenWord(found[0]) }]
}

function writtenWord(word: string): string {
  return `the word "${word}" is written into the template; texts come from the catalogue`
}

function isSpoken(element: Element, attribute: string): boolean {
  if (attribute === 'content') {
    const about = attributeOf(element, 'name') ?? attributeOf(element, 'property') ?? ''
    return element.name === 'meta' && SPOKEN_META.test(about)
  }
  if (attribute === 'value') return element.name === 'input' && !UNSEEN_INPUTS.has(typeOf(element))
  return SPOKEN.has(attribute)
}

function typeOf(element: Element): string {
  return (attributeOf(element, 'type') ?? '').toLowerCase()
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value
}
