// The agenda of a stretch of days: rules expanded, exceptions applied, events merged in, sorted. Computed, never stored.
import { type ClockTime, minutesOf } from './clock-time.ts'
import { addDays, type Day, type DayRange, dayNumber, FIRST_DAY_NUMBER } from './day.ts'
import type { FreeDays } from './free-day.ts'
import { groupedBy } from './grouping.ts'
import {
  datesAndGapsOf,
  isGap,
  isTrace,
  type Schedule,
  type ScheduledDate,
  type ScheduleException,
} from './schedule.ts'

/** One date of a meeting or one day of an event. */
export type Occurrence = ScheduledDate & { readonly noun: 'meeting' | 'event'; readonly id: number }

type MeetingRule = {
  readonly id: number
  readonly schedule: Schedule
  readonly exceptions: readonly ScheduleException[]
}
type EventDays = {
  readonly id: number
  readonly startsOn: Day
  readonly endsOn: Day
  readonly start: ClockTime | null
  readonly end: ClockTime | null
  readonly cancelledBecause: string | null
}

const LONGEST_EVENT_DAYS = 400

/**
 * Every occurrence within the range, by day, then time (those without a time first), then the order given. Dates that a
 * free day took away are among them as gaps; an event is held whatever day it is.
 */
export function agendaOf<Meeting extends MeetingRule>(
  meetings: readonly Meeting[],
  events: readonly EventDays[],
  range: DayRange,
  freeDaysOf?: (meeting: Meeting) => FreeDays | undefined,
): Occurrence[] {
  const occurrences: Occurrence[] = []
  for (const meeting of meetings) {
    const { id, schedule, exceptions } = meeting
    for (const date of datesAndGapsOf(schedule, exceptions, range, freeDaysOf?.(meeting)))
      occurrences.push(occurrenceOf('meeting', id, date))
  }
  for (const event of events) {
    for (const day of daysWithin(event, range))
      occurrences.push(occurrenceOf('event', event.id, dateOfEvent(event, day)))
  }
  return inOrder(occurrences)
}

/** The occurrences of each day that has any, in order. */
export function byDay(occurrences: readonly Occurrence[]): ReadonlyMap<Day, readonly Occurrence[]> {
  return groupedBy(occurrences, ({ day }) => day)
}

/** At most so many of a day, in order; where not all fit, gaps stand back behind what takes place. */
export function firstOf(occurrences: readonly Occurrence[], most: number): readonly Occurrence[] {
  if (occurrences.length <= most) return occurrences
  if (!occurrences.some(isGap)) return occurrences.slice(0, most)
  let gaps = most - occurrences.filter((occurrence) => !isGap(occurrence)).length
  return occurrences.filter((occurrence) => !isGap(occurrence) || gaps-- > 0).slice(0, most)
}

/** How many of the occurrences are dates, and not the gaps or traces of some. */
export function countDates(occurrences: readonly Occurrence[]): number {
  let count = 0
  for (const occurrence of occurrences) if (!isGap(occurrence) && !isTrace(occurrence)) count += 1
  return count
}

function occurrenceOf(noun: Occurrence['noun'], id: number, date: ScheduledDate): Occurrence {
  const { day, start, end, state, movedFrom, movedTo, reason } = date
  return { noun, id, day, start, end, state, movedFrom, movedTo, reason }
}

/** The first day has the event's start, the last its end, the days between neither. */
function dateOfEvent(event: EventDays, day: Day): ScheduledDate {
  return {
    day,
    start: day === event.startsOn ? event.start : null,
    end: day === event.endsOn ? event.end : null,
    state: event.cancelledBecause === null ? 'held' : 'cancelled',
    movedFrom: null,
    movedTo: null,
    reason: event.cancelledBecause,
  }
}

function daysWithin(event: EventDays, range: DayRange): Day[] {
  const days: Day[] = []
  let day = event.startsOn < range.from ? range.from : event.startsOn
  const last = event.endsOn > range.until ? range.until : event.endsOn
  while (day <= last && days.length < LONGEST_EVENT_DAYS) {
    days.push(day)
    day = addDays(day, 1)
  }
  return days
}

// More than a list of occurrences can ever have, and small enough for a key to stay a whole number.
const MOST = 2 ** 22
const MINUTES = 1442

/**
 * A month of a city has thousands of occurrences, and comparing their texts would be the dearest part of it: each gets
 * one number made of day, minute and place in the list, and numbers sort ten times as fast.
 */
function inOrder(occurrences: readonly Occurrence[]): Occurrence[] {
  const keys = new Float64Array(occurrences.length)
  occurrences.forEach(({ day, start }, index) => {
    const minute = start === null ? 0 : minutesOf(start) + 1
    keys[index] = ((dayNumber(day) - FIRST_DAY_NUMBER) * MINUTES + minute) * MOST + index
  })
  const ordered: Occurrence[] = []
  for (const key of keys.sort()) {
    const occurrence = occurrences[key % MOST]
    if (occurrence !== undefined) ordered.push(occurrence)
  }
  return ordered
}
