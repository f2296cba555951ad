import type { Occurrence } from '../../domain/agenda.ts'
import { agendaOf } from '../../domain/agenda.ts'
import { type Day, daysOf, weekdayOf } from '../../domain/day.ts'
import type { Venue } from '../../domain/venue.ts'
import { addWeeks, type Week, weekRange } from '../../domain/week.ts'
import { sayDayOfYear, sayDayRange, sayWeekdayShort } from '../../i18n/say-day.ts'
import { fill } from '../../i18n/words.ts'
import type { EventDate } from '../../store/events.ts'
import type { MeetingAtPlace } from '../../store/meetings.ts'
import { earliestUncertain } from '../agenda.ts'
import type { Calendars } from '../free-days.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import { urlsIn } from '../urls.ts'
import { reasonOfGap, type ShownDate, sayHolidaysUnknown, stateOf, wordOf } from './shown-date.ts'

export type Booking = {
  readonly state: ShownDate['state']
  readonly datetime: string
  /** „18:30–20:00“, or empty. */
  readonly time: string
  readonly href: Href
  readonly title: string
  readonly word: string
  /** „Christi Himmelfahrt“, or empty. */
  readonly reason: string
}

/** The rooms of a house by the days of a week. */
export type RoomPlan = {
  readonly title: string
  readonly days: readonly { readonly label: string; readonly isToday: boolean }[]
  readonly rows: readonly {
    readonly room: string
    readonly floor: string
    readonly cells: readonly (readonly Booking[])[]
  }[]
  readonly isEmpty: boolean
  /** The same for the wall. */
  readonly print: Href
  /** „Schulferien ab 7. August 2030 noch nicht bekannt“, or empty. */
  readonly hint: string
  readonly previous: { readonly href: Href; readonly label: string }
  readonly now: Href
  readonly next: { readonly href: Href; readonly label: string }
}

declare module '../render.ts' {
  interface Parts {
    'room-plan': RoomPlan
  }
}

export type PlanContent = {
  readonly venue: Venue
  readonly week: Week
  readonly meetings: readonly MeetingAtPlace[]
  readonly events: readonly EventDate[]
  /** Which days are free where. */
  readonly calendarAt: Calendars
}

type Booked = { readonly roomId: number | null; readonly day: Day; readonly booking: Booking }

/** Who has which room when; what has no room of its own stands in a last line. */
export function roomPlan(content: PlanContent, reader: Reader): RoomPlan {
  const { words, language, now } = reader
  const { venue, week } = content
  const range = weekRange(week)
  const days = daysOf(range)
  const booked = bookedIn(content, reader)
  const uncertainFrom = earliestUncertain(content.meetings, content.calendarAt, range.until)
  const cellsOf = (roomId: number | null) =>
    days.map((day) =>
      booked.filter((one) => one.roomId === roomId && one.day === day).map(({ booking }) => booking),
    )
  const rooms = venue.rooms.map(({ id, name, floor }) => ({ room: name, floor, cells: cellsOf(id) }))
  const elsewhere = { room: words.venues.noRoom, floor: '', cells: cellsOf(null) }
  const step = (by: -1 | 1) => {
    const target = addWeeks(week, by)
    return {
      href: urlsIn(language).venue(venue.slug, { woche: target }),
      label: fill(words.venues.weekNumber, { week: Number(target.slice(6)) }),
    }
  }
  return {
    title: sayDayRange(range, language),
    days: days.map((day) => ({
      label: `${sayWeekdayShort(weekdayOf(day), language)} ${sayDayOfYear(day, language)}`,
      isToday: day === now.day,
    })),
    rows: booked.some(({ roomId }) => roomId === null) ? [...rooms, elsewhere] : rooms,
    isEmpty: booked.length === 0,
    print: urlsIn(language).printedWeek({ haus: venue.slug, woche: week }),
    hint: uncertainFrom === null ? '' : sayHolidaysUnknown(uncertainFrom, reader),
    previous: step(-1),
    now: urlsIn(language).venue(venue.slug),
    next: step(1),
  }
}

function bookedIn({ week, meetings, events, calendarAt }: PlanContent, reader: Reader): readonly Booked[] {
  const meetingsById = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  const eventsById = new Map(events.map((event) => [event.id, event]))
  const urls = urlsIn(reader.language)
  const freeDaysOf = (meeting: MeetingAtPlace) => calendarAt(meeting).freeDays
  return agendaOf(meetings, events, weekRange(week), freeDaysOf).flatMap((occurrence): Booked[] => {
    if (occurrence.noun === 'event') {
      const event = eventsById.get(occurrence.id)
      if (event === undefined) return []
      const about = { title: event.title, href: urls.event(event.slug) }
      return [
        { roomId: event.roomId, day: occurrence.day, booking: { ...about, ...timesOf(occurrence, reader) } },
      ]
    }
    const meeting = meetingsById.get(occurrence.id)
    if (meeting === undefined) return []
    const { organisationName, organisationSlug: slug, organisationKind: kind } = meeting
    const about = { title: organisationName, href: urls.organisation({ slug, kind }) }
    return [
      { roomId: meeting.roomId, day: occurrence.day, booking: { ...about, ...timesOf(occurrence, reader) } },
    ]
  })
}

function timesOf(occurrence: Occurrence, reader: Reader): Omit<Booking, 'href' | 'title'> {
  const { day, start, end } = occurrence
  const known = stateOf(occurrence, reader.now.day)
  // That it is today is said by the day's own column.
  const state = known === 'today' ? '' : known
  return {
    state,
    datetime: start === null ? day : `${day}T${start}`,
    time: start === null ? '' : end === null ? start : `${start}–${end}`,
    word: wordOf(occurrence, state, reader),
    reason: reasonOfGap(occurrence),
  }
}
