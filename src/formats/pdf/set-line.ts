/** A line as templates get it: its text; or in parts between which it may be broken, in its language, from its side. */
export type SetLine =
  | string
  | {
      readonly parts: readonly string[]
      /** An address is never parted by a hyphen. */
      readonly isAddress: boolean
      readonly language: string
      readonly isFromRight: boolean
    }

type Line = { readonly text: string; readonly language: string; readonly isFromRight: boolean }

/** What is typed into a sheet beside its lines. */
const TYPED: ReadonlySet<string> = new Set(['choice', 'title', 'runningHead', 'text'])

type Cell = { readonly isName: boolean; readonly lines: readonly Line[] }

/**
 * Makes lines ready for templates, as the second argument of `JSON.stringify`. Words are taken apart here because Typst
 * takes ten times as long, and a plain line is no more than its text because a list has tens of thousands. A row of a table
 * is told to be long where it might be higher than a page, so that a template has to look at few of them.
 */
export function setLine(key: string, value: unknown): unknown {
  if (isLine(value)) return broken(value)
  if (isRow(value)) return value.some(isLong) ? [{ ...value[0], isLong: true }, ...value.slice(1)] : value
  return TYPED.has(key) && typeof value === 'string'
    ? broken({ text: value, language: '', isFromRight: false })
    : value
}

function isLine(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && 'text' in value && 'isFromRight' in value
}

// A column of 20 mm holds nine letters in a line, and a page of A4 laid across no less than 26 lines.
const LONGEST_CELL = 200
const MOST_LINES = 20

function isRow(value: unknown): value is readonly Cell[] {
  return Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null && 'isName' in value[0]
}

function isLong({ lines }: Cell): boolean {
  return lines.length > MOST_LINES || lines.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_CELL
}

function broken({ text, language, isFromRight }: Line): SetLine {
  const isAddress = text.includes('@')
  const parts = partsOf(text, isAddress ? LONGEST_PART : LONGEST_WORD)
  if (parts.length === 1 && language === '' && !isFromRight) return text
  return { parts, isAddress, language, isFromRight }
}

// An address is broken after its marks (RFC 3986), and where these stand too far apart; a word has hyphenation at first,
// which a number has not, nor a word in other letters among German ones. Arabic letters would no longer be joined.
const LONGEST_PART = 10
const LONGEST_WORD = 28
const LONGEST_NUMBER = 7
const LONGEST_FOREIGN_WORD = 14
const LETTERS_AT_ONCE = 8
const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' })

/** A text in parts between which it may go on in the next line, so that no word is wider than its column. */
function partsOf(text: string, longest: number): readonly string[] {
  const parts: string[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(/\S{9,}/gu)) {
    const [first = '', ...others] = word
      .split(/(?<=[@./_-])/u)
      .flatMap((part) => shortened(part, Math.min(longest, longestOf(part))))
    parts.push(`${parts.pop() ?? ''}${text.slice(end, index)}${first}`, ...others)
    end = index + word.length
  }
  return [...parts.slice(0, -1), `${parts.at(-1) ?? ''}${text.slice(end)}`]
}

function longestOf(part: string): number {
  if (!/\p{L}/u.test(part)) return LONGEST_NUMBER
  return /[\p{Script=Latin}\p{Script=Arabic}]/u.test(part) ? LONGEST_WORD : LONGEST_FOREIGN_WORD
}

function shortened(part: string, longest: number): readonly string[] {
  if (part.length <= longest) return [part]
  const letters = [...graphemes.segment(part)].map(({ segment }) => segment)
  const count = Math.ceil(letters.length / LETTERS_AT_ONCE)
  return Array.from({ length: count }, (_, index) =>
    letters.slice(index * LETTERS_AT_ONCE, (index + 1) * LETTERS_AT_ONCE).join(''),
  )
}
