import type { ClockTime } from '../../domain/clock-time.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { type CalendarEntry, type EntryDate, type EntryFacts, entryText, type Told } from './entry.ts'

/** An event as a calendar needs it. */
export type CalendarEvent = {
  readonly facts: EntryFacts
  readonly told: Told
  readonly startsOn: Day
  readonly endsOn: Day
  readonly start: ClockTime | null
  readonly end: ClockTime | null
  readonly isCancelled: boolean
}

/** The entry of an event: one, however many days it lasts. */
export function eventEntry(event: CalendarEvent): CalendarEntry {
  const { facts, told, isCancelled } = event
  return {
    day: event.startsOn,
    text: () => entryText(facts, { uid: facts.uid, told, isCancelled, ...timesOf(event) }),
  }
}

/**
 * Several days with a beginning on the first and no end on the last cannot be said in times: without an end they would
 * shrink to a moment. They are whole days then, and the times stand in the text.
 */
function timesOf({ startsOn, endsOn, start, end }: CalendarEvent): Pick<EntryDate, 'start' | 'end'> {
  if (start === null || (end === null && endsOn > startsOn))
    return { start: { day: startsOn, time: null }, end: { day: addDays(endsOn, 1), time: null } }
  return { start: { day: startsOn, time: start }, end: end === null ? null : { day: endsOn, time: end } }
}
