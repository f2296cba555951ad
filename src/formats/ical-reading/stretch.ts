import { type ClockTime, minutesOf, parseClockTime } from '../../domain/clock-time.ts'
import { addDays, type Day } from '../../domain/day.ts'
import type { Slot } from '../../domain/schedule.ts'
import type { Length } from './event.ts'
import { atHome, type Moment } from './moment.ts'

/** A day with its times, as a schedule shows it. */
export type DateWithTimes = {
  readonly day: Day
  readonly start: ClockTime | null
  readonly end: ClockTime | null
}

const DAY_MINUTES = 24 * 60
/** What ends in the small hours belongs to the evening on which it began. */
const LONGEST_NIGHT_MINUTES = 14 * 60

/**
 * The days of an event that begins at a moment: one, or all that it lasts. Of several days the first has the start and none
 * an end, as it is with events of our own.
 */
export function datesOf(begins: Moment, length: Length): DateWithTimes[] {
  const { day, time } = atHome(begins)
  const first = { day, start: time, end: endOf(time, length) }
  const more = Array.from({ length: daysOf(time, length) - 1 }, (_, index) => ({
    day: addDays(day, index + 1),
    start: null,
    end: null,
  }))
  return [first, ...more]
}

/** The end on the same day; '24:00' for midnight, null where it lies beyond or is not known. */
export function endOf(start: ClockTime | null, length: Length): ClockTime | null {
  if (start === null || length.kind !== 'minutes') return null
  const end = minutesOf(start) + length.minutes
  if (end > DAY_MINUTES) return null
  return parseClockTime(
    `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`,
  )
}

/** Whether an event lies on a single day. */
export function isOneDay(begins: Moment, length: Length): boolean {
  return daysOf(atHome(begins).time, length) === 1
}

/** Dates as slots: one for each pair of times, in the order in which they come first. */
export function dateSlots(dates: readonly DateWithTimes[]): Slot[] {
  const groups = new Map<string, { start: ClockTime | null; end: ClockTime | null; days: Set<Day> }>()
  for (const { day, start, end } of [...dates].sort(byDay)) {
    const key = `${start}-${end}`
    const group = groups.get(key) ?? { start, end, days: new Set() }
    group.days.add(day)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ start, end, days }) => ({
    rule: {
      pattern: { kind: 'dates', days: [...days] },
      from: null,
      until: null,
      season: null,
      holidays: null,
    },
    start,
    end,
  }))
}

function daysOf(start: ClockTime | null, length: Length): number {
  switch (length.kind) {
    case 'open':
      return 1
    case 'days':
      return length.days
    case 'minutes': {
      const isNight = length.minutes <= LONGEST_NIGHT_MINUTES
      const end = (start === null ? 0 : minutesOf(start)) + length.minutes
      return isNight ? 1 : Math.ceil(end / DAY_MINUTES)
    }
    default:
      return length satisfies never
  }
}

function byDay(one: DateWithTimes, other: DateWithTimes): number {
  return one.day < other.day ? -1 : one.day > other.day ? 1 : 0
}
