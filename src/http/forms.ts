import type { Problem } from '../domain/problem.ts'
import { fill, type Words } from '../i18n/words.ts'

/** The body of a sent form: each field once, or several times (checkboxes). */
export type Form = Readonly<Record<string, string | readonly string[]>>

/** One field as it was typed; of a doubled one the last; missing is empty. Line ends become `\n`, edges are trimmed. */
export function textOf(form: Form, field: string): string {
  const value = form[field]
  const text = typeof value === 'string' ? value : (value?.at(-1) ?? '')
  return text.replaceAll('\r\n', '\n').trim()
}

/** All values of a field: of checkboxes with one name. */
export function textsOf(form: Form, field: string): readonly string[] {
  const value = form[field]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** A whole number, null where nothing was typed, NaN where something else was. */
export function wholeNumberOf(form: Form, field: string): number | null {
  const text = textOf(form, field)
  if (text === '') return null
  return /^\d{1,9}$/.test(text.replaceAll(/[.\s]/g, '')) ? Number(text.replaceAll(/[.\s]/g, '')) : Number.NaN
}

/** One of the choices, or null where none of them was sent. */
export function choiceOf<Choice extends string>(
  form: Form,
  field: string,
  choices: readonly Choice[],
): Choice | null {
  const text = textOf(form, field)
  return choices.find((choice) => choice === text) ?? null
}

/** The indices of rows like `channels.0.value`, in order, at most `most`. */
export function rowsOf(form: Form, name: string, most = 50): readonly number[] {
  const pattern = new RegExp(`^${name}\\.(\\d{1,3})\\.`)
  const indices = new Set<number>()
  for (const field of Object.keys(form)) {
    const index = pattern.exec(field)?.[1]
    if (index !== undefined) indices.add(Number(index))
  }
  return [...indices].sort((one, other) => one - other).slice(0, most)
}

/** A problem as a page shows it: at its field, and as a link in the summary. */
export type ShownProblem = { readonly field: string; readonly message: string }

/** The sentences of problems in the reader's words; the key's last part stands for fields in lists, too. */
export function sayProblems(words: Words, problems: readonly Problem[]): readonly ShownProblem[] {
  const sentences: Readonly<Record<string, string>> = words.problems
  return problems.map(({ field, key, params }) => ({
    field,
    message: fill(sentences[key] ?? words.problems.other, params ?? {}),
  }))
}

/** The sentence at one field, or null. */
export function problemAt(problems: readonly ShownProblem[], field: string): string | null {
  return problems.find((problem) => problem.field === field)?.message ?? null
}
