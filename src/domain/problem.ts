// What is wrong with something typed: a field, and the key of a sentence that says what to do next.

/** One thing a form can show beside a field. `field` is the input's name, `key` a text of the catalogue's `problems`. */
export type Problem = {
  readonly field: string
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>>
}

const EARLIEST_YEAR = 1000
const LATEST_YEAR = 2200

/** Problems of a nested list, named as the form names its inputs: `channels.0.value`. */
export function within(prefix: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, field: `${prefix}.${problem.field}` }))
}

/** A text that must be there and not be longer than `longest` characters. */
export function checkText(
  field: string,
  text: string,
  limits: { required: boolean; longest: number },
): Problem[] {
  if (limits.required && text.trim() === '') return [{ field, key: `${lastName(field)}.missing` }]
  if (text.length > limits.longest) return [{ field, key: 'tooLong', params: { longest: limits.longest } }]
  return []
}

/** A year of our era in which an organisation, a project or a relation can have begun or ended, or none. */
export function checkYear(field: string, year: number | null): Problem[] {
  const isPlausible =
    year === null || (Number.isInteger(year) && year >= EARLIEST_YEAR && year <= LATEST_YEAR)
  return isPlausible
    ? []
    : [{ field, key: 'year.outOfRange', params: { earliest: EARLIEST_YEAR, latest: LATEST_YEAR } }]
}

function lastName(field: string): string {
  return field.slice(field.lastIndexOf('.') + 1)
}
