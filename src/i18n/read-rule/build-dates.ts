// Makes days of the dates that a notice says: finds the year that is left out, or asks for it.
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  daysInMonth,
  daysOf,
  partsOf,
  weekdayOf,
} from '../../domain/day.ts'
import type { Land } from '../../domain/land.ts'
import type { Choose } from './choices.ts'
import type { Notes } from './notes.ts'
import type { WrittenDate, WrittenMonth } from './part.ts'
import type { Terms } from './terms.ts'

/** What a reading goes by. */
export type Context = {
  readonly today: Day
  readonly land: Land | null
  readonly choose: Choose
  readonly notes: Notes
  /** Several days with their times, or hours with an end: nobody writes those of a single day. */
  readonly isTimetable: boolean
}

/** First and last day of validity, where they are said; `exact`: the first one was said to the day. */
export type Bounds = { readonly from: Day | null; readonly until: Day | null; readonly isExact: boolean }

// The longest stretch of days that is one event and not the validity of something else.
const LONGEST_STRETCH = 31

/** The days of dates; a year left out is the one that the weekday beside it has, or is asked. */
export function daysOfDates(
  dates: readonly WrittenDate[],
  isStretch: boolean,
  context: Context,
): readonly Day[] {
  const days = inYears(dates, context)
  const [first, last] = [days[0], days.at(-1)]
  if (!isStretch || first === undefined || last === undefined) return days
  const length = daysBetween(first, last)
  if (length < 0 || length > LONGEST_STRETCH) {
    context.notes.ask('unclear')
    return days
  }
  return daysOf({ from: first, until: last })
}

function inYears(dates: readonly WrittenDate[], context: Context): readonly Day[] {
  const { today, choose } = context
  if (dates.every(({ year }) => year !== null))
    return dates.flatMap((date) => dayIn(date, date.year ?? 0, context))
  const thisYear = partsOf(today).year
  const named = dates.filter(({ weekday }) => weekday !== null)
  if (named.length > 0) {
    const years = [thisYear, thisYear + 1, thisYear - 1, thisYear + 2, thisYear + 3]
    const found = years.find((year) => withYears(dates, year).every(([date, own]) => fits(date, own)))
    return withYears(dates, found ?? thisYear).flatMap(([date, own]) => dayIn(date, own, context))
  }
  const first = dates[0]
  const next = first === undefined || dateText(first, thisYear) >= today ? thisYear : thisYear + 1
  const year = next + choose('year', 2)
  return withYears(dates, year).flatMap(([date, own]) => dayIn(date, own, context))
}

/** Each date with its year: a month before the last one lies in the next year. */
function withYears(dates: readonly WrittenDate[], first: number): (readonly [WrittenDate, number])[] {
  let year = first
  let month = 0
  return dates.map((date) => {
    if (date.year !== null) year = date.year
    else if (date.month < month) year++
    month = date.month
    return [date, year] as const
  })
}

function fits({ day, month, weekday }: WrittenDate, year: number): boolean {
  if (day > daysInMonth(year, month)) return false
  return weekday === null || weekdayOf(dayOf(year, month, day)) === weekday
}

/** The day itself; of a weekday that does not fit, the date as it is or the nearest such weekday, once that is told. */
function dayIn(date: WrittenDate, year: number, { notes, choose }: Context): Day[] {
  const { day, month, weekday } = date
  if (fits(date, year)) return [dayOf(year, month, day)]
  mismatch(date, year, notes)
  if (weekday === null || day > daysInMonth(year, month)) return []
  const written = dayOf(year, month, day)
  const isWeekdayMeant = choose('contradiction', 2, written) === 1
  return [isWeekdayMeant ? firstOn(addDays(written, -3), [weekday]) : written]
}

function mismatch(date: WrittenDate, year: number, notes: Notes): void {
  notes.contradict('weekday-mismatch', { date: dateText(date, date.year ?? year) })
}

function dateText({ day, month }: WrittenDate, year: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** From when and until when, all that is said of it at once; a year left out is the next one, and that is noted. */
export function boundsOf({ validity }: Terms, context: Context): Bounds {
  let bounds: Bounds = { from: null, until: null, isExact: false }
  for (const { from, until } of validity) {
    const last = until === null ? null : lastDay(until, from, context)
    const first = from === null ? null : firstDay(from, last, context)
    bounds = {
      from: first ?? bounds.from,
      until: last ?? bounds.until,
      isExact: from === null ? bounds.isExact : 'day' in from,
    }
  }
  if (bounds.from !== null && bounds.until !== null && bounds.until < bounds.from) {
    context.notes.contradict('until-before-from', { from: bounds.from, until: bounds.until })
    return context.choose('contradiction', 2, 'validity') === 0
      ? { ...bounds, until: null }
      : { from: null, until: bounds.until, isExact: false }
  }
  return bounds
}

function firstDay(from: WrittenDate | WrittenMonth, until: Day | null, context: Context): Day | null {
  if (from.year === null && until !== null) {
    const { year } = partsOf(until)
    const sameYear = startOf(from, year)
    return sameYear !== null && sameYear <= until ? sameYear : startOf(from, year - 1)
  }
  return withYear(from, context.today, startOf, context)
}

function lastDay(
  until: WrittenDate | WrittenMonth,
  from: WrittenDate | WrittenMonth | null,
  context: Context,
): Day | null {
  const { today } = context
  const begin = from === null || from.year === null ? null : startOf(from, from.year)
  return withYear(until, begin ?? today, endOf, context)
}

function withYear(
  written: WrittenDate | WrittenMonth,
  after: Day,
  dayOfYear: (written: WrittenDate | WrittenMonth, year: number) => Day | null,
  { notes }: Context,
): Day | null {
  if (written.year !== null) {
    if ('day' in written && !fits(written, written.year)) mismatch(written, written.year, notes)
    return dayOfYear(written, written.year)
  }
  const { year } = partsOf(after)
  const candidates = [year, year + 1, year - 1, year + 2].filter(
    (own) => !('day' in written) || fits(written, own),
  )
  const found = candidates.find((own) => (dayOfYear(written, own) ?? '') >= after) ?? candidates[0]
  if (found === undefined) {
    if ('day' in written) mismatch(written, year, notes)
    return null
  }
  const day = dayOfYear(written, found)
  if (day !== null) notes.warn('year-assumed', { date: day })
  return day
}

function startOf(written: WrittenDate | WrittenMonth, year: number): Day | null {
  return dayOrLast(year, written.month, 'day' in written ? written.day : 1)
}

function endOf(written: WrittenDate | WrittenMonth, year: number): Day | null {
  return dayOrLast(year, written.month, 'day' in written ? written.day : 31)
}

function dayOrLast(year: number, month: number, day: number): Day {
  return dayOf(year, month, Math.min(day, daysInMonth(year, month)))
}

/** The first of some days on or after another, or the day itself where none is within a week. */
export function firstOn(day: Day, weekdays: readonly number[]): Day {
  for (let ahead = 0; ahead < 7; ahead++) {
    const candidate = addDays(day, ahead)
    if (weekdays.includes(weekdayOf(candidate))) return candidate
  }
  return day
}
