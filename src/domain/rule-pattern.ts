// Knows the patterns by which days come back, and finds their days by arithmetic on day numbers.
import {
  type Day,
  dayNumber,
  daysInMonth,
  numberOfDate,
  partsOfNumber,
  type Weekday,
  weekdayOfNumber,
} from './day.ts'
import { type Month, monthNumber } from './month.ts'
import { isoWeekOfNumber } from './week.ts'

/** Which one of its kind in the month: -1 is the last, -2 the last but one; 5 is "the fifth, if there is one". */
export type Ordinal = 1 | 2 | 3 | 4 | 5 | -1 | -2

/** In which months of the year (1 to 12), or every how many months, counted from the anchor both ways. */
export type MonthPattern =
  | { readonly kind: 'every-month' }
  | { readonly kind: 'in-months'; readonly months: readonly number[] }
  | { readonly kind: 'every-n-months'; readonly every: number; readonly anchor: Month }

/** What happens in a month that is too short for the day named. */
export type ShortMonth = 'skip' | 'last-day'

export type Pattern =
  /** The anchor is any day of the ISO week from which weeks are counted, both ways; needed when every > 1. */
  | {
      readonly kind: 'weekly'
      readonly weekdays: readonly Weekday[]
      readonly every: number
      readonly anchor: Day | null
    }
  /** By the number of the ISO week; after a week 53 two uneven weeks follow each other. */
  | {
      readonly kind: 'week-parity'
      readonly weekdays: readonly Weekday[]
      readonly parity: 'even' | 'uneven'
    }
  | {
      readonly kind: 'monthly-weekday'
      readonly ordinals: readonly Ordinal[]
      readonly weekdays: readonly Weekday[]
      readonly months: MonthPattern
      /** How many days after (1 to 7) or before (-7 to -1) the day so named; only beside one weekday. */
      readonly daysLater?: number
    }
  | {
      readonly kind: 'monthly-day'
      readonly days: readonly number[]
      readonly shortMonth: ShortMonth
      readonly months: MonthPattern
    }
  | {
      readonly kind: 'yearly'
      readonly month: number
      readonly day: number
      readonly shortMonth: ShortMonth
    }
  | { readonly kind: 'dates'; readonly days: readonly Day[] }

/** The numbers of the days a pattern names from `first` to `last`, both included, in order and without doubles. */
export function numbersOfPattern(pattern: Pattern, first: number, last: number): number[] {
  if (first > last) return []
  switch (pattern.kind) {
    case 'weekly':
      return weekly(pattern, first, last)
    case 'week-parity':
      return byWeekParity(pattern, first, last)
    case 'monthly-weekday':
      return monthlyByWeekday(pattern, first, last)
    case 'monthly-day':
      return monthly(pattern.months, first, last, (_start, length) => dayBits(pattern, length))
    case 'yearly':
      return yearly(pattern, first, last)
    case 'dates':
      return singly(pattern.days, first, last)
    default:
      return pattern satisfies never
  }
}

type Of<Kind extends Pattern['kind']> = Extract<Pattern, { kind: Kind }>

function weekly({ weekdays, every, anchor }: Of<'weekly'>, first: number, last: number): number[] {
  const days: number[] = []
  const bits = bitsOf(weekdays)
  const step = every * 7
  const counted = mondayOf(anchor === null ? 0 : dayNumber(anchor))
  const monday = mondayOf(first)
  // Some week of the count, at most one step before or after the first: days too early are left out below.
  const begin = monday - ((monday - counted) % step)
  for (let week = begin; week <= last; week += step) pushBits(days, bits, week, first, last)
  return days
}

function byWeekParity({ weekdays, parity }: Of<'week-parity'>, first: number, last: number): number[] {
  const days: number[] = []
  const bits = bitsOf(weekdays)
  const rest = parity === 'even' ? 0 : 1
  for (let monday = mondayOf(first); monday <= last; monday += 7) {
    if (isoWeekOfNumber(monday).week % 2 === rest) pushBits(days, bits, monday, first, last)
  }
  return days
}

/** The months that are meant are those of the day counted from, not of the day it comes to. */
function monthlyByWeekday(pattern: Of<'monthly-weekday'>, first: number, last: number): number[] {
  const { months, daysLater = 0 } = pattern
  const bitsOfMonth = (start: number, length: number) => weekdayBits(pattern, start, length)
  const days = monthly(months, first - daysLater, last - daysLater, bitsOfMonth)
  return daysLater === 0 ? days : days.map((day) => day + daysLater)
}

/** Walks the months; `bitsOfMonth` says which days are meant in one that starts on a day and has a length. */
function monthly(
  months: MonthPattern,
  first: number,
  last: number,
  bitsOfMonth: (start: number, length: number) => number,
): number[] {
  const days: number[] = []
  const isMeant = monthTest(months)
  const begin = partsOfNumber(first)
  const { year: lastYear, month: lastMonth } = partsOfNumber(last)
  for (
    let year = begin.year, month = begin.month;
    year < lastYear || (year === lastYear && month <= lastMonth);
  ) {
    if (isMeant(year, month)) {
      const start = numberOfDate(year, month, 1)
      pushBits(days, bitsOfMonth(start, daysInMonth(year, month)), start, first, last)
    }
    if (month === 12) year++
    month = (month % 12) + 1
  }
  return days
}

function monthTest(months: MonthPattern): (year: number, month: number) => boolean {
  switch (months.kind) {
    case 'every-month':
      return () => true
    case 'in-months':
      return (_year, month) => months.months.includes(month)
    case 'every-n-months': {
      const counted = monthNumber(months.anchor)
      return (year, month) => (year * 12 + month - 1 - counted) % months.every === 0
    }
    default:
      return months satisfies never
  }
}

/** Adds the days whose bits are set, bit 0 for the day `start`: a set of bits is in order and has no doubles. */
function pushBits(days: number[], bits: number, start: number, first: number, last: number): void {
  let rest = bits
  while (rest !== 0) {
    const lowest = rest & -rest
    const day = start + 31 - Math.clz32(lowest)
    if (day >= first && day <= last) days.push(day)
    rest ^= lowest
  }
}

function weekdayBits({ ordinals, weekdays }: Of<'monthly-weekday'>, start: number, length: number): number {
  let bits = 0
  const startsOn = weekdayOfNumber(start)
  for (const weekday of weekdays) {
    const firstOfKind = (weekday - startsOn + 7) % 7
    const lastOfKind = firstOfKind + 7 * Math.floor((length - 1 - firstOfKind) / 7)
    for (const ordinal of ordinals) {
      const day = ordinal > 0 ? firstOfKind + 7 * (ordinal - 1) : lastOfKind + 7 * (ordinal + 1)
      if (day < length) bits |= 1 << day
    }
  }
  return bits
}

function dayBits({ days, shortMonth }: Of<'monthly-day'>, length: number): number {
  let bits = 0
  for (const day of days) {
    if (day <= length) bits |= 1 << (day - 1)
    else if (shortMonth === 'last-day') bits |= 1 << (length - 1)
  }
  return bits
}

function yearly({ month, day, shortMonth }: Of<'yearly'>, first: number, last: number): number[] {
  const days: number[] = []
  const lastYear = partsOfNumber(last).year
  for (let year = partsOfNumber(first).year; year <= lastYear; year++) {
    const length = daysInMonth(year, month)
    if (day > length && shortMonth === 'skip') continue
    const number = numberOfDate(year, month, Math.min(day, length))
    if (number >= first && number <= last) days.push(number)
  }
  return days
}

function singly(listed: readonly Day[], first: number, last: number): number[] {
  const days = new Set<number>()
  for (const day of listed) {
    const number = dayNumber(day)
    if (number >= first && number <= last) days.add(number)
  }
  return [...days].sort((a, b) => a - b)
}

function mondayOf(n: number): number {
  return n + 1 - weekdayOfNumber(n)
}

/** Small numbers from 1 as a set of bits. */
function bitsOf(numbers: readonly number[]): number {
  let bits = 0
  for (const number of numbers) bits |= 1 << (number - 1)
  return bits
}
