import type { Refused, Together } from '../../domain/outcome.ts'
import { fill } from '../../i18n/words.ts'
import { type ShownProblem, sayProblems } from '../forms.ts'
import type { Reader } from '../reader.ts'

/** What kept many entries from being changed: each problem with the name of its entry, and the status that says so. */
export function sayFailures<Each>(
  result: Exclude<Together<Each>, { readonly kind: 'saved' }> | Refused,
  { words }: Reader,
  about: (each: Each) => { readonly field: string; readonly name: string },
): { readonly problems: readonly ShownProblem[]; readonly status: number } {
  if (result.kind === 'refused') return { problems: sayProblems(words, result.problems), status: 422 }
  const { failed, outdated } = words.deskChanges
  const problems = result.failures.flatMap(({ each, because }) => {
    const { field, name } = about(each)
    const messages =
      because.kind === 'outdated'
        ? [outdated]
        : sayProblems(words, because.problems).map(({ message }) => message)
    return messages.map((message) => ({ field, message: fill(failed, { name, message }) }))
  })
  const isOnlyLate = result.failures.every(({ because }) => because.kind === 'outdated')
  return { problems, status: isOnlyLate ? 409 : 422 }
}
