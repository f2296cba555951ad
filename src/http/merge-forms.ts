import { mergeStates, type State } from '../domain/revision.ts'
import type { Form } from './forms.ts'

/** Two people's forms in one. A group is a field, or all rows of a name: rows can only be taken whole. */
export type MergedForm = {
  /** What only one of them changed is theirs; where both did, as the person typed it. */
  readonly form: Form
  /** Groups that both changed, and differently. */
  readonly conflicts: readonly string[]
  /** Groups taken over from the stored state. */
  readonly takenOver: readonly string[]
}

/** Three-way merge of forms: what the person started from, what they sent, and what stands now. */
export function mergeForms(
  forms: { readonly base: Form; readonly typed: Form; readonly stored: Form },
  rowNames: readonly string[],
): MergedForm {
  const names = [...Object.keys(forms.typed), ...Object.keys(forms.stored)]
  const groups = [...new Set(names.map((field) => groupOf(field, rowNames)))]
  const stateOf = (form: Form): State =>
    Object.fromEntries(groups.map((group) => [group, valuesOf(form, group, rowNames)]))
  const merge = mergeStates(stateOf(forms.base), stateOf(forms.typed), stateOf(forms.stored))
  return {
    form: takeGroups(forms.typed, forms.stored, merge.takenOver, rowNames),
    conflicts: merge.conflicts.map(({ field }) => field),
    takenOver: merge.takenOver,
  }
}

/** The form with these groups as another one has them. */
export function takeGroups(
  form: Form,
  other: Form,
  groups: readonly string[],
  rowNames: readonly string[],
): Form {
  const isTaken = (field: string) => groups.includes(groupOf(field, rowNames))
  return Object.fromEntries([
    ...Object.entries(form).filter(([field]) => !isTaken(field)),
    ...Object.entries(other).filter(([field]) => isTaken(field)),
  ])
}

function groupOf(field: string, rowNames: readonly string[]): string {
  return rowNames.find((name) => field.startsWith(`${name}.`)) ?? field
}

/** In one order, without what is empty: two forms that say the same are the same. */
function valuesOf(form: Form, group: string, rowNames: readonly string[]): [string, string[]][] {
  return Object.entries(form)
    .filter(([field]) => groupOf(field, rowNames) === group)
    .map(([field, value]): [string, string[]] => [
      field,
      [value]
        .flat()
        .filter((text) => text !== '')
        .sort(),
    ])
    .filter(([, values]) => values.length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
}
