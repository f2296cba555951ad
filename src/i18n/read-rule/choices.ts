// Knows how to carry out a piece of work once for each way to decide what a sentence leaves open.

/** What a sentence can leave open; each is a question of the catalogue. */
export type Question =
  | 'second'
  | 'phase'
  | 'which-time'
  | 'half-day'
  | 'year'
  | 'once-or-weekly'
  | 'which-days'
  | 'instead-or-also'

/** Beside what is asked: how a contradiction can be resolved, which a person may do and no reader. */
export type Undecided = Question | 'contradiction'

/** Decides a question: one of `size` ways, from 0; the same question is decided once within a reading. */
export type Choose = (question: Undecided, size: number, of?: string) => number

/** More ways than this are no question that a person can answer at a glance. */
const MOST_READINGS = 12

/** Every result with the questions that led to it, in the order of the ways; null where there are too many. */
export function inEveryWay<Result>(
  work: (choose: Choose) => Result,
): { readonly results: readonly Result[]; readonly questions: readonly Question[] } | null {
  const results: Result[] = []
  const questions = new Set<Question>()
  let path: number[] = []
  for (;;) {
    const { result, asked } = follow(work, path)
    results.push(result)
    for (const { question } of asked) if (question !== 'contradiction') questions.add(question)
    if (results.length > MOST_READINGS) return null
    const next = asked.findLastIndex(({ size, way }) => way < size - 1)
    if (next === -1) return { results, questions: [...questions] }
    path = asked.slice(0, next + 1).map(({ way }, index) => (index === next ? way + 1 : way))
  }
}

type Asked = { readonly question: Undecided; readonly size: number; readonly way: number }

function follow<Result>(
  work: (choose: Choose) => Result,
  path: readonly number[],
): { result: Result; asked: readonly Asked[] } {
  const asked: Asked[] = []
  const decided = new Map<string, number>()
  const result = work((question, size, of = '') => {
    if (size < 2) return 0
    const key = `${question} ${of}`
    const known = decided.get(key)
    if (known !== undefined) return known
    const way = path[asked.length] ?? 0
    asked.push({ question, size, way })
    decided.set(key, way)
    return way
  })
  return { result, asked }
}
