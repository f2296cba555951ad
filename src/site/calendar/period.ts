import {
  addDays,
  type Day,
  type DayRange,
  dayNumber,
  FIRST_DAY_NUMBER,
  isWithin,
  LAST_DAY_NUMBER,
  parseDay,
} from '../../domain/day.ts'
import { addMonths, type Month, monthOf, monthRange, parseMonth } from '../../domain/month.ts'
import { addWeeks, parseWeek, type Week, weekOf, weekRange } from '../../domain/week.ts'

/** What one page of the calendar shows. */
export type Period = { readonly range: DayRange } & (
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'week'; readonly week: Week }
  | { readonly kind: 'day'; readonly day: Day }
)

const DAYS_OF_TWO_YEARS = 731
const WEEK = 7

/** The period an address names ('2026-06', '2026-W23', '2026-06-03'), or null. */
export function parsePeriod(text: string): Period | null {
  const month = parseMonth(text)
  if (month !== null) return monthPeriod(month)
  const week = parseWeek(text)
  if (week !== null) return weekPeriod(week)
  const day = parseDay(text)
  return day === null ? null : dayPeriod(day)
}

/** The month as a period. */
export function monthPeriod(month: Month): Period {
  return { kind: 'month', month, range: monthRange(month) }
}

function weekPeriod(week: Week): Period {
  return { kind: 'week', week, range: weekRange(week) }
}

function dayPeriod(day: Day): Period {
  return { kind: 'day', day, range: { from: day, until: day } }
}

/** How the address names a period. */
export function codeOf(period: Period): Month | Week | Day {
  switch (period.kind) {
    case 'month':
      return period.month
    case 'week':
      return period.week
    case 'day':
      return period.day
    default:
      return period satisfies never
  }
}

/** The period of the same kind before (-1) or after (1), or null at the ends of time. */
export function neighbourOf(period: Period, step: -1 | 1): Period | null {
  const { from, until } = period.range
  const length = period.kind === 'week' ? WEEK : 1
  const edge = step === 1 ? dayNumber(until) + length : dayNumber(from) - length
  if (edge < FIRST_DAY_NUMBER || edge > LAST_DAY_NUMBER) return null
  switch (period.kind) {
    case 'month':
      return monthPeriod(addMonths(period.month, step))
    case 'week':
      return weekPeriod(addWeeks(period.week, step))
    case 'day':
      return dayPeriod(addDays(period.day, step))
    default:
      return period satisfies never
  }
}

/** The period of a kind that a day lies in; null for the last days of 2200, whose week ends too late. */
export function periodAround(kind: Period['kind'], day: Day): Period | null {
  switch (kind) {
    case 'month':
      return monthPeriod(monthOf(day))
    case 'week':
      // The week's Thursday decides the year that it counts for.
      return dayNumber(day) + WEEK > LAST_DAY_NUMBER ? null : weekPeriod(weekOf(day))
    case 'day':
      return dayPeriod(day)
    default:
      return kind satisfies never
  }
}

/** The day by which a reader changes from one kind of period to another: today where it is in sight, else the first. */
export function anchorOf({ range }: Period, today: Day): Day {
  return isWithin(today, range) ? today : range.from
}

/** Whether a period is so far away that search engines need not walk there: two years and more. */
export function isFarAway({ range }: Period, today: Day): boolean {
  const from = dayNumber(range.from) - dayNumber(today)
  return from > DAYS_OF_TWO_YEARS || dayNumber(today) - dayNumber(range.until) > DAYS_OF_TWO_YEARS
}
