import { agendaOf, byDay, countDates, firstOf, type Occurrence } from '../domain/agenda.ts'
import type { Day, DayRange } from '../domain/day.ts'
import { type FreePlace, freeDaysFor, uncertainFrom } from '../domain/holidays.ts'
import type { Schedule } from '../domain/schedule.ts'
import { counted, fill } from '../i18n/words.ts'
import type { EventDate } from '../store/events.ts'
import type { MeetingAtPlace } from '../store/meetings.ts'
import { type Calendars, calendarsFor } from './free-days.ts'
import type { House } from './house.ts'
import type { Href } from './href.ts'
import type { DateLeaf } from './parts/date-leaf.ts'
import { dateLeaf } from './parts/date-leaf.ts'
import { type ShownDate, sayNearDay, shownDate } from './parts/shown-date.ts'
import type { Reader } from './reader.ts'
import { type Urls, urlsIn } from './urls.ts'

/** Which part of the agenda is wanted; null: all of it. */
export type AgendaFilter = { readonly cityId: number | null; readonly topicId: number | null }

/** One occurrence as readers see it: what, when, where, and whether it takes place. */
export type ShownOccurrence = {
  readonly href: Href
  readonly title: string
  /** Whose it is, where the title does not say so already. */
  readonly organisation: string
  readonly place: string
  readonly city: string
  readonly date: ShownDate
}

/** One day of an agenda with its occurrences. */
export type AgendaDay = {
  readonly leaf: DateLeaf
  readonly href: Href
  readonly datetime: Day
  readonly label: string
  readonly occurrences: readonly ShownOccurrence[]
  /** „und 3 weitere Termine“ where not all are shown, else empty. */
  readonly more: string
}

declare module './render.ts' {
  interface Parts {
    'agenda-day': AgendaDay
    occurrence: ShownOccurrence
  }
}

/** What an occurrence is one date of, with its names. */
type Named =
  | { readonly noun: 'meeting'; readonly meeting: MeetingAtPlace }
  | { readonly noun: 'event'; readonly event: EventDate }

/** Occurrences in order, and from which day on some of them are uncertain, as school holidays are not known yet. */
export type Agenda = { readonly occurrences: readonly Occurrence[]; readonly uncertainFrom: Day | null }

/** Every occurrence of a stretch of days: three statements, whatever its length. */
export function agendaIn(house: House, reader: Reader, range: DayRange, filter: AgendaFilter): Agenda {
  const { meetings, events } = house.store
  const calendarAt = calendarsFor(house, reader)
  const rules = meetings.rules(filter)
  const happening = events.between(range, eventFilterOf(filter))
  return {
    occurrences: agendaOf(rules, happening, range, (meeting) =>
      freeDaysFor(meeting.schedule, calendarAt(meeting)),
    ),
    uncertainFrom: earliestUncertain(rules, calendarAt, range.until),
  }
}

/** The first day up to the last one from which on one of the schedules is uncertain, or null. */
export function earliestUncertain(
  meetings: readonly (FreePlace & { readonly schedule: Schedule })[],
  calendarAt: Calendars,
  last: Day,
): Day | null {
  let earliest: Day | null = null
  for (const meeting of meetings) {
    const calendar = calendarAt(meeting)
    if (last <= calendar.schoolKnownUntil) continue
    const from = uncertainFrom(meeting.schedule, calendar)
    if (from !== null && (earliest === null || from < earliest)) earliest = from
  }
  return earliest
}

/** The same filter as lists of events take it. */
export function eventFilterOf({ cityId, topicId }: AgendaFilter): { cityId?: number; topicId?: number } {
  return { ...(cityId === null ? {} : { cityId }), ...(topicId === null ? {} : { topicId }) }
}

/** The days of an agenda that have any, each with at most `most` occurrences: names are looked up only for what is shown. */
export function agendaDays(
  house: House,
  reader: Reader,
  occurrences: readonly Occurrence[],
  most = Number.POSITIVE_INFINITY,
): readonly AgendaDay[] {
  const days = [...byDay(occurrences)].map(([day, ofDay]) => ({
    day,
    shown: firstOf(ofDay, most),
    left: countDates(ofDay) - countDates(firstOf(ofDay, most)),
  }))
  const show = shower(
    house,
    reader,
    days.flatMap(({ shown }) => shown),
  )
  return days.map(({ day, shown, left }) => agendaDay(day, shown.map(show), left, reader))
}

/** Every one of the given days, those without an occurrence, too. */
export function agendaOfDays(
  house: House,
  reader: Reader,
  occurrences: readonly Occurrence[],
  days: readonly Day[],
): readonly AgendaDay[] {
  const show = shower(house, reader, occurrences)
  const ofDays = byDay(occurrences)
  return days.map((day) => {
    const shown = (ofDays.get(day) ?? []).map(show)
    return agendaDay(day, shown, 0, reader)
  })
}

function agendaDay(day: Day, shown: readonly ShownOccurrence[], left: number, reader: Reader): AgendaDay {
  const { language, words, now } = reader
  return {
    leaf: dateLeaf(day, language, day === now.day ? 'today' : ''),
    href: urlsIn(language).calendar(day),
    datetime: day,
    label: sayNearDay(day, reader),
    occurrences: shown,
    more: left === 0 ? '' : counted(words.dates.more, left, language),
  }
}

/** Turns occurrences into what readers see; the names of all of them come in two statements. */
export function shower(
  house: House,
  reader: Reader,
  occurrences: readonly Occurrence[],
): (occurrence: Occurrence) => ShownOccurrence {
  const namesOf = namer(house, occurrences)
  const urls = urlsIn(reader.language)
  return (occurrence) => {
    const named = namesOf(occurrence)
    return named.noun === 'meeting'
      ? shownMeeting(named.meeting, occurrence, reader, urls)
      : shownEvent(named.event, occurrence, reader, urls)
  }
}

/** Finds what occurrences are dates of, in two statements for all of them; throws a RangeError for any other occurrence. */
function namer(
  house: House,
  occurrences: readonly Occurrence[],
): (occurrence: Pick<Occurrence, 'noun' | 'id'>) => Named {
  const meetingIds = new Set<number>()
  const eventIds = new Set<number>()
  for (const { noun, id } of occurrences) (noun === 'meeting' ? meetingIds : eventIds).add(id)
  const meetings = new Map(house.store.meetings.byIds(meetingIds).map((meeting) => [meeting.id, meeting]))
  const events = new Map(house.store.events.dates(eventIds).map((event) => [event.id, event]))
  return ({ noun, id }) => {
    const meeting = noun === 'meeting' ? meetings.get(id) : undefined
    if (meeting !== undefined) return { noun: 'meeting', meeting }
    const event = noun === 'event' ? events.get(id) : undefined
    if (event !== undefined) return { noun: 'event', event }
    throw new RangeError(`${noun} ${id} was not among the occurrences`)
  }
}

function shownMeeting(
  meeting: MeetingAtPlace,
  occurrence: Occurrence,
  reader: Reader,
  urls: Urls,
): ShownOccurrence {
  return {
    href: urls.organisation({ slug: meeting.organisationSlug, kind: meeting.organisationKind }),
    title: meeting.organisationName,
    organisation: meeting.title === meeting.organisationName ? '' : meeting.title,
    place: placeOf(meeting, reader),
    city: meeting.cityName,
    date: shownDate(occurrence, reader),
  }
}

function shownEvent(event: EventDate, occurrence: Occurrence, reader: Reader, urls: Urls): ShownOccurrence {
  const place = event.venueName ?? event.place
  return {
    href: urls.event(event.slug),
    title: event.title,
    organisation: reader.words.dates.event,
    place: place === '' || place === event.cityName ? event.cityName : `${place}, ${event.cityName}`,
    city: event.cityName,
    date: shownDate(occurrence, reader),
  }
}

/** „Internationales Zentrum, 1. Etage, Zimmer 14, Duisburg“. */
export function placeOf(
  meeting: Pick<
    MeetingAtPlace,
    'venueShortName' | 'venueName' | 'roomName' | 'roomFloor' | 'place' | 'cityName'
  >,
  reader: Reader,
): string {
  const house =
    meeting.venueShortName === '' ? meeting.venueName : (meeting.venueShortName ?? meeting.venueName)
  const parts = [house, meeting.roomFloor, meeting.roomName, meeting.place, meeting.cityName]
  const said = parts.filter((part): part is string => part !== null && part !== '')
  return said.length === 1 ? fill(reader.words.dates.inCity, { city: meeting.cityName }) : said.join(', ')
}
