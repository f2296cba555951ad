// Knows when rooms are taken, and where two want the same one at the same time; wall times of the house.
import { type ClockTime, minutesOf } from './clock-time.ts'
import { addDays, type Day, type DayRange, daysOf } from './day.ts'
import type { FreeDays } from './free-day.ts'
import { groupedBy } from './grouping.ts'
import { addMonths, monthOf, monthRange } from './month.ts'
import { datesOf, type Schedule, type ScheduleException, takesPlace } from './schedule.ts'

/** Who has a room: a meeting or an event. */
export type Holder = { readonly noun: 'meeting' | 'event'; readonly id: number }

/** A stretch of one day in which a room is taken; in minutes since midnight, 0 to 1440. */
export type Booking = Holder & {
  readonly roomId: number
  readonly day: Day
  readonly from: number
  readonly until: number
  /** Whether the end is not known, or not even the start, so that the stretch is a guess on the safe side. */
  readonly isAssumed: boolean
}

/** What of a meeting decides when its room is taken. */
export type BookedMeeting = {
  readonly id: number
  readonly roomId: number | null
  readonly schedule: Schedule
  readonly exceptions: readonly ScheduleException[]
}

/** What of an event decides when its room is taken. */
export type BookedEvent = {
  readonly id: number
  readonly roomId: number | null
  readonly startsOn: Day
  readonly endsOn: Day
  readonly start: ClockTime | null
  readonly end: ClockTime | null
  readonly cancelledBecause: string | null
}

/** Two who want one room: every date on which they do, in order of time. */
export type Clash = {
  readonly roomId: number
  readonly one: Holder
  readonly other: Holder
  readonly dates: readonly ClashDate[]
}
export type ClashDate = { readonly day: Day; readonly one: Stretch; readonly other: Stretch }
export type Stretch = Pick<Booking, 'from' | 'until' | 'isAssumed'>

/** How long something lasts of which nobody said the end, in minutes. */
const ASSUMED_LENGTH = 120
/** How far ahead rooms are looked after, in months. */
const MONTHS_AHEAD = 24

const MIDNIGHT = 1440

/** The days on which clashes are looked for: from today on, 24 months. */
export function clashRange(today: Day): DayRange {
  const { from } = monthRange(addMonths(monthOf(today), MONTHS_AHEAD))
  return { from: today, until: addDays(from, Number(today.slice(8)) - 2) }
}

/** When the room of a meeting is taken: what is held, moved or added; holidays and closed houses taken off. */
export function bookingsOfMeeting(
  { id, roomId, schedule, exceptions }: BookedMeeting,
  range: DayRange,
  freeDays?: FreeDays,
): Booking[] {
  if (roomId === null) return []
  return datesOf(schedule, exceptions, range, freeDays)
    .filter(takesPlace)
    .map(({ day, start, end }) => ({ noun: 'meeting', id, roomId, day, ...stretchOf(start, end) }))
}

/** When the room of an event is taken: from its start on the first day to its end on the last. */
export function bookingsOfEvent(event: BookedEvent, { from, until }: DayRange): Booking[] {
  const { id, roomId, startsOn, endsOn, cancelledBecause } = event
  if (roomId === null || cancelledBecause !== null) return []
  const first = startsOn < from ? from : startsOn
  const last = endsOn > until ? until : endsOn
  if (first > last) return []
  return daysOf({ from: first, until: last }).map((day) => ({
    noun: 'event',
    id,
    roomId,
    day,
    ...stretchOnDay(event, day),
  }))
}

/** Every date on which these want a room that somebody else has, by who that is. */
export function clashesWith(own: readonly Booking[], others: readonly Booking[]): Clash[] {
  const taken = groupedBy(others, keyOf)
  const found = new Clashes()
  for (const one of own)
    for (const other of taken.get(keyOf(one)) ?? []) if (doClash(one, other)) found.add(one, other)
  return found.all()
}

/** Every two that want the same room at the same time. */
export function clashesAmong(bookings: readonly Booking[]): Clash[] {
  const found = new Clashes()
  for (const together of groupedBy(bookings, keyOf).values()) {
    together.forEach((one, index) => {
      for (const other of together.slice(index + 1)) {
        if (!doClash(one, other)) continue
        if (comesFirst(one, other)) found.add(one, other)
        else found.add(other, one)
      }
    })
  }
  return found.all()
}

/** What a meeting claims, as text: as long as it is the same, no new clash can come of that meeting. */
export function claimOfMeeting({ roomId, schedule, exceptions }: Omit<BookedMeeting, 'id'>): string {
  // What is cancelled or pauses takes no room, and clashes with nobody.
  const claiming = exceptions.filter(({ kind }) => kind === 'moved' || kind === 'added')
  return JSON.stringify([roomId, schedule.slots, claiming])
}

/** The same of an event. */
export function claimOfEvent({ roomId, startsOn, endsOn, start, end }: Omit<BookedEvent, 'id'>): string {
  return JSON.stringify([roomId, startsOn, endsOn, start, end])
}

/** Whether two stretches of a day have a minute in common. */
export function overlaps(
  one: Pick<Stretch, 'from' | 'until'>,
  other: Pick<Stretch, 'from' | 'until'>,
): boolean {
  return one.from < other.until && other.from < one.until
}

/** The stretch that start and end make; of an unknown start it is the whole day, on the safe side. */
export function stretchOf(start: ClockTime | null, end: ClockTime | null): Stretch {
  if (start === null) return { from: 0, until: MIDNIGHT, isAssumed: true }
  const from = minutesOf(start)
  if (end !== null) return { from, until: minutesOf(end), isAssumed: false }
  return { from, until: Math.min(from + ASSUMED_LENGTH, MIDNIGHT), isAssumed: true }
}

function stretchOnDay({ startsOn, endsOn, start, end }: BookedEvent, day: Day): Stretch {
  if (startsOn === endsOn) return stretchOf(start, end)
  return {
    from: day === startsOn && start !== null ? minutesOf(start) : 0,
    until: day === endsOn && end !== null ? minutesOf(end) : MIDNIGHT,
    isAssumed: (day === startsOn && start === null) || (day === endsOn && end === null),
  }
}

function doClash(one: Booking, other: Booking): boolean {
  return overlaps(one, other) && !(one.noun === other.noun && one.id === other.id)
}

function comesFirst(one: Holder, other: Holder): boolean {
  return one.noun === other.noun ? one.id < other.id : one.noun > other.noun
}

function keyOf({ roomId, day }: Booking): string {
  return `${roomId} ${day}`
}

/** Collects dates by who clashes with whom in which room. */
class Clashes {
  readonly #found = new Map<string, { roomId: number; one: Holder; other: Holder; dates: ClashDate[] }>()

  add(one: Booking, other: Booking): void {
    const key = `${one.roomId} ${one.noun} ${one.id} ${other.noun} ${other.id}`
    const known = this.#found.get(key) ?? {
      roomId: one.roomId,
      one: { noun: one.noun, id: one.id },
      other: { noun: other.noun, id: other.id },
      dates: [],
    }
    known.dates.push({ day: one.day, one: stretch(one), other: stretch(other) })
    this.#found.set(key, known)
  }

  all(): Clash[] {
    const clashes = [...this.#found.values()]
    for (const { dates } of clashes)
      dates.sort((a, b) => (a.day === b.day ? a.one.from - b.one.from : a.day < b.day ? -1 : 1))
    return clashes.sort((a, b) => ((a.dates[0]?.day ?? '') < (b.dates[0]?.day ?? '') ? -1 : 1))
  }
}

function stretch({ from, until, isAssumed }: Booking): Stretch {
  return { from, until, isAssumed }
}
