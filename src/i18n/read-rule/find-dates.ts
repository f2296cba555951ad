// Finds dates: „am 7. und 21. Juli“, „3.6.2026“, „Mittwoch, 3. Juni“, "June 3rd, 2026", and the days of months.
import { daysInMonth, LEAP_YEAR, type Weekday } from '../../domain/day.ts'
import {
  afterEither,
  afterJoiner,
  afterOrdinalMark,
  afterUntil,
  afterYear,
  isJoint,
  isMark,
  joinedBy,
  LONGEST_LIST,
  meant,
  numberIn,
  skipJoints,
  yearOf,
} from './items.ts'
import type { Item } from './lexer.ts'
import type { Finding, Seen, WrittenDate } from './part.ts'

type Element = {
  readonly day: number
  readonly month: number | null
  readonly year: number | null
  readonly weekday: Weekday | null
  readonly end: number
}

/** Dates one after the other; those without a month or year take them from the next one that has them. */
export function findDates(items: readonly Item[], at: number, seen: Seen): Finding {
  if (at < seen.datelessUntil) return null
  const { elements, isStretch } = elementsFrom(items, at)
  const last = elements.findLastIndex(({ month }) => month !== null)
  const end = elements[last]?.end
  if (end === undefined) {
    seen.datelessUntil = elements.at(-2)?.end ?? at
    return null
  }
  const dates = completed(elements.slice(0, last + 1))
  const joined = isStretch ? 'and' : joinedBy(items, at, end)
  return { found: { is: 'dates', dates, isStretch, joined }, end }
}

/** One date with its month, for „ab …“ and „bis …“. */
export function dateAt(items: readonly Item[], at: number): { date: WrittenDate; end: number } | null {
  const element = elementAt(items, at)
  if (element === null || element.month === null) return null
  const { day, month, year, weekday, end } = element
  return { date: { day, month, year, weekday }, end }
}

/** Days of the month: „am 1. und 15.“, „am letzten Tag“; the words around it say of which months. */
export function findMonthDays(items: readonly Item[], at: number): Finding {
  const before = items[at - 1]
  const each = isJoint(before, 'each')
  const days: number[] = []
  let isBare = false
  let end = at
  for (let next = at; days.length < LONGEST_LIST; ) {
    const found = monthDayAt(items, next)
    if (found === null) break
    days.push(found.day)
    isBare ||= found.isBare
    end = found.end
    const goesOn = afterEither(items, end)
    if (goesOn === end) break
    next = skipJoints(items, goesOn, 'on', 'each', 'day-mark')
  }
  const last = items.slice(at, end).find((item) => meant(item, 'last-day') !== null)
  const isMarked = isJoint(items[end], 'day-mark')
  const isOfMonth = isMarked || meant(before, 'of-month') !== null || meant(items[end], 'of-month') !== null
  const isOrdinal =
    each || isJoint(before, 'on', 'and', 'day-mark') || isMark(before, ',') || last !== undefined
  if (days.length === 0 || !(isOfMonth || (isOrdinal && !isBare)) || meant(items[end], 'measure') !== null)
    return null
  // „(den 5. nur, wenn es ihn gibt)“ only explains.
  if (isJoint(items[end], 'only')) return { found: { is: 'filler' }, end: end + 1 }
  const found = {
    is: 'month-days',
    days,
    each: each || meant(last, 'last-day')?.ofMonth === true,
    joined: joinedBy(items, at, end),
  } as const
  return { found, end: isMarked ? end + 1 : end }
}

/** `isBare`: a number without the mark of an ordinal, which only the words around it make a day. */
function monthDayAt(
  items: readonly Item[],
  at: number,
): { day: number; isBare: boolean; end: number } | null {
  if (meant(items[at], 'last-day') !== null) return { day: LAST_OF_MONTH, isBare: false, end: at + 1 }
  const word = meant(items[at], 'ordinal')?.ordinal ?? 0
  if (word > 5) return { day: word, isBare: false, end: at + 1 }
  const day = numberIn(items[at], 1, 31)
  if (day === null) return null
  const end = afterOrdinalMark(items, at + 1)
  if (end !== null) return isNumberedThing(items, end) ? null : { day, isBare: false, end }
  if (isJoint(items[at - 1], 'day-mark')) return { day, isBare: false, end: at + 1 }
  return isJoint(items[at - 1], 'on') ? { day, isBare: true, end: at + 1 } : null
}

/** „3. Etage“, „2. Mittwoch“, „3.6.“ are no days of a month. */
function isNumberedThing(items: readonly Item[], at: number): boolean {
  const next = items[at]
  if (next === undefined) return false
  if (meant(next, 'measure') !== null || meant(next, 'weekday') !== null || meant(next, 'month') !== null)
    return true
  return !next.spaced && next.value !== null
}

/** The days 31, kept by the last day in shorter months. */
export const LAST_OF_MONTH = -1

function elementsFrom(items: readonly Item[], at: number): { elements: Element[]; isStretch: boolean } {
  const elements: Element[] = []
  let isStretch = false
  for (let next = at; elements.length < LONGEST_LIST; ) {
    const element = elementAt(items, next)
    if (element === null) break
    elements.push(element)
    // „jährlich am 1. Mai bis 2030“ ends some year, not some day.
    const isYearly = meant(items[at - 1], 'interval')?.unit === 'year'
    const until = isYearly ? null : afterUntil(items, element.end)
    if (until !== null && elements.length === 1 && elementAt(items, until) !== null) {
      isStretch = true
      next = until
      continue
    }
    next = isStretch ? element.end : skipJoints(items, afterEither(items, element.end), 'on')
    if (next === element.end) break
  }
  return { elements, isStretch }
}

function elementAt(items: readonly Item[], at: number): Element | null {
  // „jeden Freitag 15. März bis 15. Oktober“ is a weekday within a season, no date with its weekday.
  const named = isJoint(items[at - 1], 'each') ? null : meant(items[at], 'weekday')
  let next = at
  if (named !== null) next = skipJoints(items, isMark(items[at + 1], ',') ? at + 2 : at + 1, 'on')
  const written = writtenAt(items, named === null ? skipJoints(items, at, 'on') : next)
  return written === null ? null : { ...written, weekday: named?.weekday ?? null }
}

function writtenAt(items: readonly Item[], at: number): Omit<Element, 'weekday'> | null {
  const iso = isoAt(items, at)
  if (iso !== null) return iso
  const month = meant(items[at], 'month')?.month ?? null
  if (month !== null) return monthFirst(items, at, month)
  const word = meant(items[at], 'ordinal')?.ordinal ?? 0
  if (word > 0) {
    const named = meant(items[at + 1], 'month')
    return named === null ? null : withYear(items, { day: word, month: named.month, end: at + 2 })
  }
  return dayFirst(items, at)
}

function dayFirst(items: readonly Item[], at: number): Omit<Element, 'weekday'> | null {
  const day = numberIn(items[at], 1, 31)
  if (day === null) return null
  const dotted = afterOrdinalMark(items, at + 1)
  const next = skipJoints(items, dotted ?? at + 1, 'of')
  const named = meant(items[next], 'month')
  if (named !== null) return withYear(items, { day, month: named.month, end: next + 1 })
  if (dotted === null) return isListed(items, at) ? { day, month: null, year: null, end: at + 1 } : null
  const month = numberIn(items[dotted], 1, 12)
  const isClosed = isMark(items[dotted + 1], '.') && items[dotted + 1]?.spaced === false
  if (month !== null && isClosed) return numericYear(items, day, month, dotted + 2)
  // „3.Donnerstag“ counts, and „19.30“ is a time: neither is a day that waits for its month.
  return isNumberedThing(items, dotted) ? null : { day, month: null, year: null, end: dotted }
}

/** "on 7 and 21 July": a bare number that other days follow. */
function isListed(items: readonly Item[], at: number): boolean {
  const next = skipJoints(items, afterJoiner(items, at + 1), 'on')
  return next > at + 1 && numberIn(items[next], 1, 31) !== null
}

function numericYear(
  items: readonly Item[],
  day: number,
  month: number,
  at: number,
): Omit<Element, 'weekday'> {
  const four = yearOf(items[at])
  if (four !== null) return valid({ day, month, year: four, end: at + 1 })
  const item = items[at]
  const isShort = item?.typed.length === 2 && !item.spaced && !isMark(items[at + 1], ':.')
  const short = isShort && meant(items[at + 1], 'o-clock') === null ? numberIn(item, 20, 60) : null
  return valid({ day, month, year: short === null ? null : 2000 + short, end: short === null ? at : at + 1 })
}

function monthFirst(items: readonly Item[], at: number, month: number): Omit<Element, 'weekday'> | null {
  const day = numberIn(items[at + 1], 1, 31)
  if (day === null || isMark(items[at + 2], ':.-') || meant(items[at + 2], 'o-clock') !== null) return null
  const end = afterOrdinalMark(items, at + 2) ?? at + 2
  const year = yearOf(items[isMark(items[end], ',') ? end + 1 : end])
  if (items[at + 2]?.text !== '.' && year === null && !isPlainMonthFirst(items, at)) return null
  return valid({ day, month, year, end: year === null ? end : isMark(items[end], ',') ? end + 2 : end + 1 })
}

/** "June 3" is English; „Juni 3“ is nobody's date. */
function isPlainMonthFirst(items: readonly Item[], at: number): boolean {
  const name = items[at]?.text ?? ''
  return /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
    name,
  )
}

function isoAt(items: readonly Item[], at: number): Omit<Element, 'weekday'> | null {
  const year = yearOf(items[at])
  if (year === null || !isMark(items[at + 1], '-') || !isMark(items[at + 3], '-')) return null
  const month = numberIn(items[at + 2], 1, 12)
  const day = numberIn(items[at + 4], 1, 31)
  return month === null || day === null ? null : { day, month, year, end: at + 5 }
}

function withYear(
  items: readonly Item[],
  { day, month, end }: { readonly day: number; readonly month: number; readonly end: number },
): Omit<Element, 'weekday'> {
  const next = isMark(items[end], ',') ? end + 1 : end
  const year = yearOf(items[next])
  return valid({ day, month, year, end: year === null ? end : afterYear(items, next) })
}

/** A 31 June is no date: its month is dropped, and nothing is read. */
function valid(
  element: Omit<Element, 'weekday' | 'month'> & { readonly month: number },
): Omit<Element, 'weekday'> {
  const { day, month } = element
  return day > daysInMonth(LEAP_YEAR, month) ? { ...element, month: null } : element
}

function completed(elements: readonly Element[]): WrittenDate[] {
  const dates: WrittenDate[] = []
  let month: number | null = null
  let year: number | null = null
  for (const element of [...elements].reverse()) {
    month = element.month ?? month
    year = element.year ?? year
    if (month !== null) dates.unshift({ day: element.day, month, year, weekday: element.weekday })
  }
  return dates
}
