// Knows calendar days: plain dates of the Gregorian calendar from 1900 to 2200, without clock or time zone.

/** A day as ISO 8601 text, 'YYYY-MM-DD'. Its alphabetical order is its order in time. */
export type Day = string & { readonly __day: true }

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A stretch of days; both ends belong to it. */
export type DayRange = { readonly from: Day; readonly until: Day }

export type DayParts = { readonly year: number; readonly month: number; readonly dayOfMonth: number }

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const FIRST_YEAR = 1900
const LAST_YEAR = 2200

/** The number of 1 January 1900, the first day there is. */
export const FIRST_DAY_NUMBER = numberOfDate(FIRST_YEAR, 1, 1)

/** The number of 31 December 2200, the last day there is. */
export const LAST_DAY_NUMBER = numberOfDate(LAST_YEAR, 12, 31)

/** Any year with a 29 February, for days that belong to no year. */
export const LEAP_YEAR = 2000

// Calendars write the same few thousand days over and over; the list can never grow past the 301 years.
const written: Day[] = []

/** Whether a text is a day that exists: strict ISO 8601, years 1900 to 2200. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, dayOfMonth } = readParts(text)
  return (
    isYear(year) && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
  )
}

/** The day a text names, or null where there is no such day ('2026-02-30', '3.6.2026'). */
export function parseDay(text: string): Day | null {
  return isDay(text) ? text : null
}

/** The day of a year, a month from 1 to 12 and a day of the month. Throws RangeError where there is none. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const text = `${year}-${pad(month)}-${pad(dayOfMonth)}`
  if (!isDay(text)) throw new RangeError(`There is no day ${text}`)
  return text
}

/** Days since 1970-01-01, negative before it. */
export function dayNumber(day: Day): number {
  return numberOfDate(twoDigits(day, 0) * 100 + twoDigits(day, 2), twoDigits(day, 5), twoDigits(day, 8))
}

/** The day that is `n` days after 1970-01-01. Throws RangeError outside 1900 to 2200. */
export function dayFromNumber(n: number): Day {
  const known = written[n - FIRST_DAY_NUMBER]
  if (known !== undefined) return known
  const { year, month, dayOfMonth } = partsOfNumber(n)
  const day = dayOf(year, month, dayOfMonth)
  written[n - FIRST_DAY_NUMBER] = day
  return day
}

/** The day `n` days later, or earlier where `n` is negative. Throws RangeError outside 1900 to 2200. */
export function addDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n)
}

/** How many days lie between two days: 0 for the same day, negative when `until` comes first. */
export function daysBetween(from: Day, until: Day): number {
  return dayNumber(until) - dayNumber(from)
}

/** The weekday, Monday = 1. */
export function weekdayOf(day: Day): Weekday {
  const weekday = weekdayOfNumber(dayNumber(day))
  if (!isWeekday(weekday)) throw new RangeError(`There is no day ${day}`)
  return weekday
}

/** Whether a number is a weekday of ISO 8601. */
export function isWeekday(n: number): n is Weekday {
  return Number.isInteger(n) && n >= 1 && n <= 7
}

/** Year, month from 1 to 12 and day of the month from 1 to 31. */
export function partsOf(day: Day): DayParts {
  return readParts(day)
}

/** How many days a month has, 28 to 31; the month counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Every day of a stretch, in order; none when it ends before it begins. */
export function daysOf(range: DayRange): Day[] {
  const days: Day[] = []
  const last = dayNumber(range.until)
  for (let n = dayNumber(range.from); n <= last; n++) days.push(dayFromNumber(n))
  return days
}

/** Whether a day lies in a stretch, ends included. */
export function isWithin(day: Day, range: DayRange): boolean {
  return day >= range.from && day <= range.until
}

/** The weekday of a day number, Monday = 1: 1970-01-01 was a Thursday. */
export function weekdayOfNumber(n: number): number {
  return ((((n + 3) % 7) + 7) % 7) + 1
}

/** Days since 1970-01-01 of a date that exists (Howard Hinnant, days_from_civil). */
export function numberOfDate(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Year, month and day of the month of a day number (Howard Hinnant, civil_from_days). */
export function partsOfNumber(n: number): DayParts {
  const z = n + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 }
}

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function readParts(text: string): DayParts {
  return {
    year: twoDigits(text, 0) * 100 + twoDigits(text, 2),
    month: twoDigits(text, 5),
    dayOfMonth: twoDigits(text, 8),
  }
}

// By character code: a calendar of a month reads thousands of days, and Number(slice) is several times slower.
function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
