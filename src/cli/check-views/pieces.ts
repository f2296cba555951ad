import { Eta } from 'eta'

/** Code between `<%` and `%>`: run, printed (escaped) or printed raw. Offsets count characters of the source. */
export type Piece = {
  readonly kind: 'run' | 'print' | 'raw'
  readonly code: string
  readonly codeStart: number
  readonly start: number
  readonly end: number
}

const KINDS: ReadonlyMap<string, Piece['kind']> = new Map([
  ['e', 'run'],
  ['i', 'print'],
  ['r', 'raw'],
])
const OPENING = /<%[-_]?\s*[=~]?\s*/y
const CLOSING = /\s*[-_]?%>/y

const eta = new Eta()

/**
 * The pieces of code in a template, as Eta itself cuts them. Eta tells no offsets, so they are found again here.
 * Throws Eta's error for an unclosed tag, string or comment.
 */
export function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const item of eta.parse(source)) {
    if (typeof item === 'string') continue
    const start = source.indexOf('<%', end)
    const codeStart = endOfMatch(OPENING, source, start)
    end = endOfMatch(CLOSING, source, codeStart + item.val.length)
    pieces.push({ kind: KINDS.get(item.t) ?? 'run', code: item.val, codeStart, start, end })
  }
  return pieces
}

function endOfMatch(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  if (!pattern.test(source)) throw new Error(`the template does not continue as Eta read it, at ${at}`)
  return pattern.lastIndex
}
