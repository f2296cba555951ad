import { type Form, problemAt, type ShownProblem } from '../forms.ts'
import type { AlsoSaid } from './twofold.ts'

/** What a form holds when it is shown: as typed or as stored, and what is to be mended. */
export type Filled = { readonly form: Form; readonly problems: readonly ShownProblem[] }

/** What every field has; an empty hint or problem is not shown. The input's id is its name. */
export type Labelled = {
  readonly name: string
  readonly label: string
  /** The label once more in a group's own language, or null. */
  readonly also: AlsoSaid | null
  readonly hint: string
  readonly problem: string
  /** The ids of hint and problem, for `aria-describedby`. */
  readonly describedBy: string
  readonly isOptional: boolean
}

/** What a field says of itself. */
export type Said = {
  readonly label: string
  readonly also?: AlsoSaid | null
  readonly hint?: string
  readonly isRequired?: boolean
}

/** What every field has, by its name. */
export function labelled(filled: Filled, name: string, said: Said): Labelled {
  const { label, also = null, hint = '' } = said
  const problem = problemAt(filled.problems, name) ?? ''
  const describedBy = [
    ...(hint === '' ? [] : [`${name}-hint`]),
    ...(problem === '' ? [] : [`${name}-problem`]),
  ]
  return {
    name,
    label,
    also,
    hint,
    problem,
    describedBy: describedBy.join(' '),
    isOptional: said.isRequired !== true,
  }
}
