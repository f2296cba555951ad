// Knows calendar months: which days they have and which month comes next.
import { type Day, type DayRange, dayOf, daysInMonth } from './day.ts'

/** A month as ISO 8601 text, 'YYYY-MM', years 1900 to 2200. Its alphabetical order is its order in time. */
export type Month = string & { readonly __month: true }

/** Whether a text is a month: strict 'YYYY-MM', years 1900 to 2200. */
export function isMonth(text: string): text is Month {
  return /^(19\d{2}|2[01]\d{2}|2200)-(0[1-9]|1[0-2])$/.test(text)
}

/** The month a text names, or null where there is no such month. */
export function parseMonth(text: string): Month | null {
  return isMonth(text) ? text : null
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return written(day.slice(0, 7))
}

/** Year and month from 1 to 12. */
export function partsOfMonth(month: Month): { readonly year: number; readonly month: number } {
  return { year: Number(month.slice(0, 4)), month: Number(month.slice(5)) }
}

/** The month `n` months later, or earlier where `n` is negative. Throws RangeError outside 1900 to 2200. */
export function addMonths(month: Month, n: number): Month {
  const index = monthNumber(month) + n
  const inYear = ((index % 12) + 12) % 12
  return written(`${(index - inYear) / 12}-${String(inYear + 1).padStart(2, '0')}`)
}

/** The first and the last day of a month. */
export function monthRange(month: Month): DayRange {
  const parts = partsOfMonth(month)
  return {
    from: dayOf(parts.year, parts.month, 1),
    until: dayOf(parts.year, parts.month, daysInMonth(parts.year, parts.month)),
  }
}

/** A number that grows by one from month to month: year × 12 + month − 1. */
export function monthNumber(month: Month): number {
  const parts = partsOfMonth(month)
  return parts.year * 12 + parts.month - 1
}

function written(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`There is no month ${text}`)
  return text
}
