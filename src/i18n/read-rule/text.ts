// Knows how a notice becomes words, numbers and marks, whatever it was typed with: entities, dashes, missing blanks.

/** A word, a number or a mark; `text` as typed, `folded` as it is looked up. */
export type Token = {
  readonly kind: 'word' | 'number' | 'mark'
  readonly text: string
  readonly folded: string
  /** Where it stands in the cleaned text. */
  readonly start: number
  readonly end: number
  /** Whether a blank stands before it. */
  readonly spaced: boolean
}

/** Longer texts are no meeting times; what lies beyond is left over unread. In characters. */
const LONGEST_TEXT = 4000

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  thinsp: ' ',
  ndash: '-',
  mdash: '-',
  shy: '',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  bdquo: '"',
  ldquo: '"',
  rdquo: '"',
  hellip: '...',
  bull: ',',
  middot: ',',
}

/** The text without markup, with one kind of dash, quote, blank and digit; a new line becomes a comma. */
export function cleaned(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(/<br\s*\/?>|<\/(?:p|li|div|tr|h\d)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi, entity)
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212\ufe58\uff0d]/g, '-')
    .replace(/["„“”«»‹›‚‘`´]/g, ' ')
    .replace(/[•·]/g, ',')
    .replace(/…/g, '...')
    .replace(/،/g, ',')
    .replace(/؛/g, ';')
    .replace(/\p{Nd}/gu, digit)
    .replace(/\s*\n\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words, numbers and marks of a cleaned text, in order. A number that touches a word is a token of its own: „bis12Uhr“. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  // Addresses of mails and pages are one word; a capital within a word begins one of its own: „erstenMittwoch“.
  const pieces =
    /[^\s,;()]+@[^\s,;()]+|(?:https?:\/\/|www\.)[^\s,;()]+|\d+|\p{Lu}*[\p{Ll}\p{Lo}\p{Lm}\p{M}'’]+|\p{L}+|\S/gu
  for (const match of text.matchAll(pieces)) {
    const [found] = match
    const start = match.index
    tokens.push({
      kind: /^\d/.test(found) ? 'number' : /^\p{L}/u.test(found) ? 'word' : 'mark',
      text: found,
      folded: isPlain(found) ? found : folded(found),
      start,
      end: start + found.length,
      spaced: start > end,
    })
    end = start + found.length
  }
  return tokens
}

/** Numbers and marks are what they are; folding is most of what a token costs. */
function isPlain(text: string): boolean {
  return text.length === 1 ? text < 'A' : /^\d+$/.test(text)
}

/** As words are compared: small, without marks above or below, „ae“ like „ä“, „ß“ like „ss“. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[’']/g, '')
    .replace(/([aou])e/g, '$1')
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 31 && code < 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff)
    ? String.fromCodePoint(code)
    : ' '
}

/** Arabic and other decimal digits as 0 to 9: every script's digits follow each other from its nought on. */
function digit(mark: string): string {
  const code = mark.codePointAt(0) ?? 48
  if (code < 128) return mark
  let nought = code
  while (code - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought--
  return String((code - nought) % 10)
}
