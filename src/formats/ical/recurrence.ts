import type { Day, Weekday } from '../../domain/day.ts'
import type { MonthPattern, Ordinal, Pattern, Rule } from '../../domain/rule.ts'
import type { Slot } from '../../domain/schedule.ts'
import { compact, endOfDay } from './moments.ts'

const WEEKDAYS: Readonly<Record<Weekday, string>> = {
  1: 'MO',
  2: 'TU',
  3: 'WE',
  4: 'TH',
  5: 'FR',
  6: 'SA',
  7: 'SU',
}
const ORDINALS: ReadonlySet<Ordinal> = new Set([1, 2, 3, 4, -1])

/**
 * Whether a rule may be written as an RRULE. Outlook skips or misreads everything but "every n weeks" and "the nth (1 to
 * 4, or last) of one weekday in every month", and a season would be gaps without end.
 */
export function hasRecurrence({ pattern, season }: Rule): boolean {
  return season === null && frequencyOf(pattern) !== null
}

/** The RRULE of a slot (RFC 5545 §3.3.10), up to a day where it has an end; null where it may not be one. */
export function recurrenceOf({ rule, start }: Slot, until: Day | null): string | null {
  const frequency = hasRecurrence(rule) ? frequencyOf(rule.pattern) : null
  if (frequency === null || until === null) return frequency
  // Not the last date's own start: readers who are an hour out between summer and winter would lose that date.
  return `${frequency};UNTIL=${start === null ? compact(until) : endOfDay(until)}`
}

function frequencyOf(pattern: Pattern): string | null {
  switch (pattern.kind) {
    case 'weekly': {
      const days = [...pattern.weekdays]
        .sort()
        .map((weekday) => WEEKDAYS[weekday])
        .join(',')
      // Which weeks of several are meant depends on the day on which a week begins.
      return pattern.every === 1
        ? `FREQ=WEEKLY;BYDAY=${days}`
        : `FREQ=WEEKLY;INTERVAL=${pattern.every};BYDAY=${days};WKST=MO`
    }
    case 'monthly-weekday': {
      const [ordinal, ...otherOrdinals] = pattern.ordinals
      const [weekday, ...otherWeekdays] = pattern.weekdays
      if (ordinal === undefined || weekday === undefined || !ORDINALS.has(ordinal)) return null
      if (otherOrdinals.length + otherWeekdays.length > 0 || !isEveryMonth(pattern.months)) return null
      if (pattern.daysLater !== undefined) return null
      return `FREQ=MONTHLY;BYDAY=${ordinal}${WEEKDAYS[weekday]}`
    }
    case 'week-parity':
    case 'monthly-day':
    case 'yearly':
    case 'dates':
      return null
    default:
      return pattern satisfies never
  }
}

function isEveryMonth(months: MonthPattern): boolean {
  return months.kind === 'every-month' || (months.kind === 'every-n-months' && months.every === 1)
}
