import {
  addDays,
  type Day,
  dayOf,
  daysInMonth,
  LEAP_YEAR,
  partsOf,
  WEEKDAYS,
  type Weekday,
  weekdayOf,
} from '../../domain/day.ts'
import { monthOf } from '../../domain/month.ts'
import type { MonthPattern, Ordinal, Pattern, Season } from '../../domain/rule.ts'
import { LONGEST_STEP } from '../../domain/rule-check.ts'
import { weekOf } from '../../domain/week.ts'
import type { RRule } from './rrule.ts'

/** What a rule of ours says of days: its pattern, and perhaps a season. */
export type Days = { readonly pattern: Pattern; readonly season: Season | null }

const ORDINALS: readonly Ordinal[] = [1, 2, 3, 4, 5, -1, -2]

/** The same days as an RRULE counted from its first day; null where no rule of ours can hold them. */
export function daysOfRRule(rrule: RRule, start: Day): Days | null {
  if (/BYYEARDAY/.test(rrule.text)) return null
  if (rrule.weekNumbers.length > 0) return byWeekParity(rrule)
  switch (rrule.frequency) {
    case 'DAILY':
      return daily(rrule)
    case 'WEEKLY':
      return weekly(rrule, start)
    case 'MONTHLY':
      return plain(monthly(rrule, start, monthsOf(rrule, start)))
    case 'YEARLY':
      return plain(yearly(rrule, start))
    default:
      return rrule.frequency satisfies never
  }
}

function plain(pattern: Pattern | null): Days | null {
  return pattern === null ? null : { pattern, season: null }
}

function daily(rrule: RRule): Days | null {
  const { interval, weekdays, monthDays, positions } = rrule
  if (interval !== 1 || monthDays.length > 0 || positions.length > 0 || weekdays.some(isNumbered)) return null
  const named = weekdays.length === 0 ? WEEKDAYS : weekdays.map(({ weekday }) => weekday)
  return inSeason(rrule, { kind: 'weekly', weekdays: inOrder(named), every: 1, anchor: null })
}

function weekly(rrule: RRule, start: Day): Days | null {
  const { interval, weekdays, monthDays, positions, weekStart } = rrule
  if (interval > LONGEST_STEP || monthDays.length > 0 || positions.length > 0 || weekdays.some(isNumbered))
    return null
  const named = weekdays.length === 0 ? [weekdayOf(start)] : weekdays.map(({ weekday }) => weekday)
  const anchor = interval === 1 ? null : anchorOf(named, start, weekStart)
  if (interval > 1 && anchor === null) return null
  return inSeason(rrule, { kind: 'weekly', weekdays: inOrder(named), every: interval, anchor })
}

/**
 * A day of the ISO week that counts as the first. Where weeks begin on another day than Monday, the weekdays of one of
 * them can lie in two ISO weeks: then there is none.
 */
function anchorOf(weekdays: readonly Weekday[], start: Day, weekStart: Weekday): Day | null {
  const begin = addDays(start, -((weekdayOf(start) - weekStart + 7) % 7))
  const first = weekdays.map((weekday) => addDays(begin, (weekday - weekStart + 7) % 7))
  const weeks = new Set(first.map(weekOf))
  return weeks.size === 1 ? (first[0] ?? null) : null
}

/** „In ungeraden Wochen“ is what BYWEEKNO with every other number says. */
function byWeekParity(rrule: RRule): Days | null {
  const { frequency, interval, weekdays, months, monthDays, positions, weekStart, weekNumbers } = rrule
  if (frequency !== 'YEARLY' || interval !== 1 || weekStart !== 1 || positions.length > 0) return null
  if (months.length > 0 || monthDays.length > 0 || weekdays.length === 0 || weekdays.some(isNumbered))
    return null
  const every = (from: number) => Array.from({ length: from === 1 ? 27 : 26 }, (_, index) => from + 2 * index)
  const parity = isSameSet(weekNumbers, every(1))
    ? 'uneven'
    : isSameSet(weekNumbers, every(2))
      ? 'even'
      : null
  if (parity === null) return null
  return plain({ kind: 'week-parity', weekdays: inOrder(weekdays.map(({ weekday }) => weekday)), parity })
}

function yearly(rrule: RRule, start: Day): Pattern | null {
  const { interval, weekdays, months, monthDays, positions } = rrule
  const { month, dayOfMonth } = partsOf(start)
  if (months.length === 0 && (weekdays.length > 0 || monthDays.length > 0)) return null
  // BYSETPOS counts within the year: with several months that is something else than within each month.
  if (positions.length > 0 && months.length !== 1) return null
  const [only = month] = months
  if (interval > 1) {
    const every = 12 * interval
    if (months.length > 1 || only !== month || every > LONGEST_STEP) return null
    return monthly(rrule, start, { kind: 'every-n-months', every, anchor: monthOf(start) })
  }
  const [day = dayOfMonth] = monthDays
  const isOneDay =
    months.length <= 1 && monthDays.length <= 1 && weekdays.length === 0 && positions.length === 0
  if (isOneDay && day > 0 && day <= daysInMonth(LEAP_YEAR, only))
    return { kind: 'yearly', month: only, day, shortMonth: 'skip' }
  return monthly(rrule, start, { kind: 'in-months', months: months.length === 0 ? [month] : inOrder(months) })
}

/** In which months; null where no rule of ours can hold it. */
function monthsOf({ interval, months }: RRule, start: Day): MonthPattern | null {
  if (interval === 1)
    return months.length === 0 ? { kind: 'every-month' } : { kind: 'in-months', months: inOrder(months) }
  if (months.length > 0 || interval > LONGEST_STEP) return null
  return { kind: 'every-n-months', every: interval, anchor: monthOf(start) }
}

function monthly(rrule: RRule, start: Day, months: MonthPattern | null): Pattern | null {
  const { weekdays, monthDays, positions } = rrule
  if (months === null || (weekdays.length > 0 && monthDays.length > 0)) return null
  if (weekdays.length > 0) return byWeekday(rrule, months)
  if (positions.length > 0) return lastOfShortMonth(monthDays, positions, months)
  const days = monthDays.length === 0 ? [partsOf(start).dayOfMonth] : inOrder(monthDays)
  if (isSameSet(days, [-1])) return { kind: 'monthly-day', days: [31], shortMonth: 'last-day', months }
  return days.every((day) => day > 0) ? { kind: 'monthly-day', days, shortMonth: 'skip', months } : null
}

/** „Am 30., in kurzen Monaten am letzten“ is the last of the days from the 28th to the 30th. */
function lastOfShortMonth(
  days: readonly number[],
  positions: readonly number[],
  months: MonthPattern,
): Pattern | null {
  const last = Math.max(...days)
  const upTo = Array.from({ length: last - 27 }, (_, index) => 28 + index)
  if (days.length === 0 || last < 28 || !isSameSet(positions, [-1]) || !isSameSet(days, upTo)) return null
  return { kind: 'monthly-day', days: [last], shortMonth: 'last-day', months }
}

function byWeekday({ weekdays, positions }: RRule, months: MonthPattern): Pattern | null {
  const named = inOrder(weekdays.map(({ weekday }) => weekday))
  if (positions.length > 0) {
    if (weekdays.some(isNumbered)) return null
    if (named.length === 7) return byPlaceInMonth(positions, months)
    return named.length === 1 ? numbered(positions, named, months) : null
  }
  if (!weekdays.some(isNumbered)) {
    return months.kind === 'every-month'
      ? { kind: 'weekly', weekdays: named, every: 1, anchor: null }
      : numbered([1, 2, 3, 4, 5], named, months)
  }
  const ordinals = inOrder(weekdays.map(({ ordinal }) => ordinal))
  const pairs = new Set(weekdays.map(({ ordinal, weekday }) => `${ordinal} ${weekday}`))
  // „1. Montag und 3. Dienstag“ are two rules of ours, not all four pairs.
  return pairs.size === ordinals.length * named.length ? numbered(ordinals, named, months) : null
}

/** Of all days of the month the n-th, which is its number, or the last. */
function byPlaceInMonth(positions: readonly number[], months: MonthPattern): Pattern | null {
  if (isSameSet(positions, [-1])) return { kind: 'monthly-day', days: [31], shortMonth: 'last-day', months }
  if (!positions.every((position) => position > 0 && position <= 31)) return null
  return { kind: 'monthly-day', days: inOrder(positions), shortMonth: 'skip', months }
}

function numbered(
  ordinals: readonly number[],
  weekdays: readonly Weekday[],
  months: MonthPattern,
): Pattern | null {
  const known = ORDINALS.filter((ordinal) => ordinals.includes(ordinal))
  const isAll = ordinals.every((ordinal) => known.some((each) => each === ordinal))
  return isAll ? { kind: 'monthly-weekday', ordinals: known, weekdays, months } : null
}

/** Certain months of a weekly rule are a season, where they follow each other. */
function inSeason({ months }: RRule, pattern: Pattern): Days | null {
  if (months.length === 0 || new Set(months).size === 12) return { pattern, season: null }
  const isNamed = (month: number) => months.includes(((month + 11) % 12) + 1)
  const firsts = WHOLE_YEAR.filter((month) => isNamed(month) && !isNamed(month - 1))
  const lasts = WHOLE_YEAR.filter((month) => isNamed(month) && !isNamed(month + 1))
  const [first, last] = [firsts[0], lasts[0]]
  if (first === undefined || last === undefined || firsts.length > 1) return null
  return {
    pattern,
    season: {
      from: dayOf(LEAP_YEAR, first, 1).slice(5),
      until: dayOf(LEAP_YEAR, last, daysInMonth(LEAP_YEAR, last)).slice(5),
    },
  }
}

const WHOLE_YEAR = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

function isNumbered({ ordinal }: { readonly ordinal: number }): boolean {
  return ordinal !== 0
}

function isSameSet(one: readonly number[], other: readonly number[]): boolean {
  return inOrder(one).join() === inOrder(other).join()
}

function inOrder<Value extends number>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)].sort((one, other) => one - other)
}
