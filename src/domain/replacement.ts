// A replacement (Ersetzen): one text, or one telephone number in whatever dress, that becomes another in many entries.
import { checkText, type Problem } from './problem.ts'

export type Replacement = {
  /** What is looked for: letter by letter, or where it is a telephone number, its digits. */
  readonly text: string
  /** What stands there afterwards; empty: nothing. */
  readonly by: string
}

const SHORTEST = 3
const LONGEST = 200
const SHORTEST_NUMBER = 5
const BETWEEN_DIGITS = '[ \\u00a0()/.–-]*'

/** What keeps a text from being replaced everywhere. */
export function checkReplacement({ text, by }: Replacement): Problem[] {
  const problems = [
    ...checkText('suchen', text, { required: true, longest: LONGEST }),
    ...checkText('ersetzen', by, { required: false, longest: LONGEST }),
  ]
  if (problems.length > 0) return problems
  if (text.length < SHORTEST)
    return [{ field: 'suchen', key: 'suchen.short', params: { shortest: SHORTEST } }]
  return text === by ? [{ field: 'ersetzen', key: 'ersetzen.same' }] : []
}

/** Where a text stands in others: as it is written; a telephone number with or without +49 and whatever between its digits. */
export function matcherOf(text: string): RegExp {
  const digits = digitsOf(text)
  if (digits === null) return new RegExp(text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'), 'g')
  const country = `(?:\\+|00)49${BETWEEN_DIGITS}(?:\\(0\\)${BETWEEN_DIGITS})?`
  return new RegExp(
    `(?<![\\d+])(?:\\((?=[\\d ]+\\)))?(?:${country}|0)${[...digits].join(BETWEEN_DIGITS)}(?!\\d)`,
    'g',
  )
}

/** Writes a text anew, with the replacement wherever it belongs. */
export function replacing({ text, by }: Replacement): (text: string) => string {
  const matcher = matcherOf(text)
  return (whole) => whole.replace(matcher, () => by)
}

/** The digits of a German telephone number without 0 or +49 before them; null for anything else. */
function digitsOf(text: string): string | null {
  if (!/^(?:\+|0)[\d \u00a0()/.–-]+$/.test(text)) return null
  const national = text
    .replace(/\(0\)/, '')
    .replace(/\D/g, '')
    .replace(/^(?:0049|49|0)/, '')
  return text.startsWith('+') && !text.startsWith('+49')
    ? null
    : national.length < SHORTEST_NUMBER
      ? null
      : national
}
