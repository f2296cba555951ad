// Knows in which months the days of a group are meant, and how months become a season of a weekly rule.
import { daysInMonth, LEAP_YEAR } from '../../domain/day.ts'
import type { Season } from '../../domain/rule.ts'
import type { Limits } from './build-rules.ts'
import type { WrittenDate } from './part.ts'
import type { Terms } from './terms.ts'

const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** The months that all limits leave, 1 to 12; null where nothing limits them. */
export function monthsOf({ months, exceptMonths }: Terms): readonly number[] | null {
  if (months.length === 0 && exceptMonths.length === 0) return null
  return ALL.filter((month) => months.every((list) => list.includes(month)) && !exceptMonths.includes(month))
}

/**
 * The limits with months as a season, where the pattern has months of its own: „alle drei Monate am 15. von März bis
 * Oktober“. Of years and of days counted from another („am Tag nach dem 1. Montag im Mai“), the first months named are
 * the pattern's.
 */
export function countedLimits(limits: Limits, isLater: boolean): Limits {
  const { terms, season } = limits
  const { interval, months } = terms
  const isOfYear = interval?.unit === 'year'
  const isCounted = isOfYear || (interval?.unit === 'month' && interval.every > 1)
  if (months.length === 0 || season !== null || !(isCounted || isLater)) return limits
  if (interval?.unit === 'month' && isSaidTwice(interval.every, limits.months)) return limits
  const isOwn = isOfYear || (!isCounted && !terms.ofMonth)
  const own = isOwn ? (months[0] ?? null) : null
  const seasonal = monthsOf({ ...terms, months: isOwn ? months.slice(1) : months })
  const [only, ...more] = seasonal === null ? [] : seasonsOf(seasonal)
  return more.length > 0 ? limits : { ...limits, months: own, season: only ?? null }
}

/** „halbjährlich im April und Oktober“ says the same twice; „alle zwei Monate im Mai“ does not. */
export function isSaidTwice(every: number, months: readonly number[] | null): boolean {
  return months !== null && months.length * every === 12
}

/** Whether weeks are counted, or only those with an even or uneven number are meant. */
export function countsWeeks({ parity, interval }: Terms): boolean {
  return parity !== undefined || interval?.unit === 'week'
}

/** What limits days that are counted within the month, and not by weeks. */
export function withoutWeeks(limits: Limits): Limits {
  const { interval, parity: _, ...terms } = limits.terms
  return interval === undefined || interval.unit === 'week'
    ? { ...limits, terms }
    : { ...limits, terms: { ...terms, interval } }
}

/** Runs of months as seasons, over the turn of the year where they go on there. */
export function seasonsOf(months: readonly number[]): Season[] {
  const begins = months.filter((month) => !months.includes(month === 1 ? 12 : month - 1))
  return begins.map((begin) => {
    let end = begin
    while (months.includes((end % 12) + 1)) end = (end % 12) + 1
    return { from: `${pad(begin)}-01`, until: `${pad(end)}-${daysInMonth(LEAP_YEAR, end)}` }
  })
}

/** A season said to the day. */
export function seasonOfDates(from: WrittenDate, until: WrittenDate): Season {
  return { from: `${pad(from.month)}-${pad(from.day)}`, until: `${pad(until.month)}-${pad(until.day)}` }
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
