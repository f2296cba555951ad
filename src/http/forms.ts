import type { Problem } from '../domain/problem.ts'
import { malformed } from '../domain/refusal.ts'
import { fill, type Words } from '../i18n/words.ts'

/** The body of a sent form: each field once, or several times (checkboxes). */
export type Form = Readonly<Record<string, string | readonly string[]>>

const MOST_ROWS = 50

/** What was sent as a form: texts, and lists of texts; whatever else it may hold is left out. */
export function formIn(sent: unknown): Form {
  return Object.fromEntries(
    Object.entries(sent ?? {}).flatMap(([field, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return [[field, value]]
      return Array.isArray(value) ? [[field, value.filter((text) => typeof text === 'string')]] : []
    }),
  )
}

/**
 * One field as it was typed; of a doubled one the last; missing is empty. Line ends become `\n`, edges are trimmed, and
 * characters that no keyboard writes (control codes) are left out.
 */
export function textOf(form: Form, field: string): string {
  return typed(textsOf(form, field).at(-1) ?? '')
}

/** All values of a field: of checkboxes with one name. */
export function textsOf(form: Form, field: string): readonly string[] {
  const value = form[field]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** The lines of a text that are not empty: a list with one item a line. */
export function linesOf(form: Form, field: string): readonly string[] {
  return textOf(form, field)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** A whole number, null where nothing was typed, NaN where something else was. */
export function wholeNumberOf(form: Form, field: string): number | null {
  const text = textOf(form, field)
  if (text === '') return null
  return /^\d{1,9}$/.test(text.replaceAll(/[.\s]/g, '')) ? Number(text.replaceAll(/[.\s]/g, '')) : Number.NaN
}

/** The version of an entry that a form was made from; 0, which is no version, where it names none. */
export function versionOf(form: Form): number {
  const text = textOf(form, 'version')
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
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
export function rowsOf(form: Form, name: string, most = MOST_ROWS): readonly number[] {
  const pattern = new RegExp(`^${name}\\.(\\d{1,3})\\.`)
  const indices = new Set<number>()
  for (const field of Object.keys(form)) {
    const index = pattern.exec(field)?.[1]
    if (index !== undefined) indices.add(Number(index))
  }
  return [...indices].sort((one, other) => one - other).slice(0, most)
}

/**
 * Throws Malformed for a form that no page of ours can have sent: with a field that is not among `names`, nor a field of
 * one of the `rows` (`addresses: ['street', …]`), or with more than 50 rows.
 */
export function refuseUnknown(
  form: Form,
  names: readonly string[],
  rows: Readonly<Record<string, readonly string[]>> = {},
): void {
  for (const field of Object.keys(form)) {
    const [, name = '', inner = ''] = /^(\w+)\.\d{1,3}\.(\w+)$/.exec(field) ?? []
    const isOfRow = Object.hasOwn(rows, name) && rows[name]?.includes(inner) === true
    if (!isOfRow && !names.includes(field)) malformed(`field ${field.slice(0, 40)}`)
  }
  for (const name of Object.keys(rows)) {
    if (rowsOf(form, name, MOST_ROWS + 1).length > MOST_ROWS)
      malformed(`more than ${MOST_ROWS} rows of ${name}`)
  }
}

/**
 * The form with the rows of `name` counted from 0 and without those that are to be removed or that `isFilled` calls
 * empty, so that a problem of the n-th item belongs to the n-th row; every text as `textOf` reads it.
 */
export function settleRows(
  form: Form,
  name: string,
  fields: readonly string[],
  isFilled: (at: (field: string) => string) => boolean,
): Form {
  const settled: Record<string, string | readonly string[]> = {}
  for (const [field, value] of Object.entries(form)) {
    if (!field.startsWith(`${name}.`)) settled[field] = value
  }
  rowsOf(form, name)
    .filter((index) => form[`${name}.${index}.remove`] === undefined)
    .filter((index) => isFilled((field) => textOf(form, `${name}.${index}.${field}`)))
    .forEach((from, to) => {
      for (const field of fields)
        settled[`${name}.${to}.${field}`] = textsOf(form, `${name}.${from}.${field}`).map(typed)
    })
  return settled
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

function typed(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}
