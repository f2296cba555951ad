// Knows calendar weeks as ISO 8601 counts them: from Monday, and week 1 is the one with the year's first Thursday.
import {
  type Day,
  type DayRange,
  dayFromNumber,
  dayNumber,
  numberOfDate,
  partsOfNumber,
  weekdayOfNumber,
} from './day.ts'

/** A week as ISO 8601 text, 'YYYY-Www', years 1900 to 2200. Its alphabetical order is its order in time. */
export type Week = string & { readonly __week: true }

export type WeekParts = { readonly year: number; readonly week: number }

function isWeek(text: string): text is Week {
  if (!/^(19\d{2}|2[01]\d{2}|2200)-W\d{2}$/.test(text)) return false
  const week = Number(text.slice(6))
  return week >= 1 && week <= weeksInYear(Number(text.slice(0, 4)))
}

/** The week a text names, or null where there is none: '2026-W53' is one, '2025-W53' is not. */
export function parseWeek(text: string): Week | null {
  return isWeek(text) ? text : null
}

/** The week a day lies in. Throws RangeError for the last three days of 2200, whose week ends too late. */
export function weekOf(day: Day): Week {
  return written(isoWeekOf(day))
}

/** The ISO year and week of a day: 1 January 2027 lies in week 53 of 2026. */
export function isoWeekOf(day: Day): WeekParts {
  return isoWeekOfNumber(dayNumber(day))
}

/** The same for a day number (days since 1970-01-01). */
export function isoWeekOfNumber(n: number): WeekParts {
  const thursday = n + 4 - weekdayOfNumber(n)
  const { year } = partsOfNumber(thursday)
  return { year, week: Math.floor((thursday - numberOfDate(year, 1, 1)) / 7) + 1 }
}

/** Monday and Sunday of a week. */
export function weekRange(week: Week): DayRange {
  const monday = mondayNumber(week)
  return { from: dayFromNumber(monday), until: dayFromNumber(monday + 6) }
}

/** The week `n` weeks later, or earlier where `n` is negative. Throws RangeError outside 1900 to 2200. */
export function addWeeks(week: Week, n: number): Week {
  return written(isoWeekOfNumber(mondayNumber(week) + 7 * n))
}

function mondayNumber(week: Week): number {
  return mondayOfFirstWeek(Number(week.slice(0, 4))) + 7 * (Number(week.slice(6)) - 1)
}

// 4 January always lies in week 1.
function mondayOfFirstWeek(year: number): number {
  const fourth = numberOfDate(year, 1, 4)
  return fourth + 1 - weekdayOfNumber(fourth)
}

function weeksInYear(year: number): number {
  return (mondayOfFirstWeek(year + 1) - mondayOfFirstWeek(year)) / 7
}

function written({ year, week }: WeekParts): Week {
  const text = `${year}-W${String(week).padStart(2, '0')}`
  if (!isWeek(text)) throw new RangeError(`There is no week ${text}`)
  return text
}
