import { agendaOf, byDay, type Occurrence } from '../domain/agenda.ts'
import type { Day, DayRange } from '../domain/day.ts'
import { counted, fill } from '../i18n/words.ts'
import type { EventDate } from '../store/events.ts'
import type { MeetingAtPlace } from '../store/meetings.ts'
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

/** Every occurrence of a stretch of days, in order: two statements, whatever its length. */
export function agendaIn(house: House, range: DayRange, filter: AgendaFilter): readonly Occurrence[] {
  const { meetings, events } = house.store
  const eventFilter = {
    ...(filter.cityId === null ? {} : { cityId: filter.cityId }),
    ...(filter.topicId === null ? {} : { topicId: filter.topicId }),
  }
  return agendaOf(meetings.rules(filter), events.between(range, eventFilter), range)
}

/** The days of an agenda, each with at most `most` occurrences: names are looked up only for what is shown. */
export function agendaDays(
  house: House,
  reader: Reader,
  occurrences: readonly Occurrence[],
  most = Number.POSITIVE_INFINITY,
): readonly AgendaDay[] {
  const days = [...byDay(occurrences)].map(([day, ofDay]) => ({
    day,
    shown: ofDay.slice(0, most),
    all: ofDay.length,
  }))
  const show = shower(
    house,
    reader,
    days.flatMap(({ shown }) => shown),
  )
  const urls = urlsIn(reader.language)
  return days.map(({ day, shown, all }) => ({
    leaf: dateLeaf(day, reader.language, day === reader.now.day ? 'today' : ''),
    href: urls.calendar(day),
    datetime: day,
    label: sayNearDay(day, reader),
    occurrences: shown.map(show),
    more: all === shown.length ? '' : counted(reader.words.dates.more, all - shown.length, reader.language),
  }))
}

/** Turns occurrences into what readers see; the names of all of them come in two statements. */
export function shower(
  house: House,
  reader: Reader,
  occurrences: readonly Occurrence[],
): (occurrence: Occurrence) => ShownOccurrence {
  const idsOf = (noun: Occurrence['noun']) =>
    new Set(occurrences.filter((occurrence) => occurrence.noun === noun).map((occurrence) => occurrence.id))
  const meetings = new Map(
    house.store.meetings.byIds(idsOf('meeting')).map((meeting) => [meeting.id, meeting]),
  )
  const events = new Map(house.store.events.dates(idsOf('event')).map((event) => [event.id, event]))
  const urls = urlsIn(reader.language)
  return (occurrence) => {
    const meeting = occurrence.noun === 'meeting' ? meetings.get(occurrence.id) : undefined
    if (meeting !== undefined) return shownMeeting(meeting, occurrence, reader, urls)
    const event = events.get(occurrence.id)
    if (event !== undefined) return shownEvent(event, occurrence, reader, urls)
    throw new RangeError(`${occurrence.noun} ${occurrence.id} was not among the occurrences`)
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
    date: shownDate(occurrence, reader),
  }
}

function shownEvent(event: EventDate, occurrence: Occurrence, reader: Reader, urls: Urls): ShownOccurrence {
  const place = event.venueName ?? event.place
  return {
    href: urls.event(event.slug),
    title: event.title,
    organisation: reader.words.dates.event,
    place: place === '' ? event.cityName : `${place}, ${event.cityName}`,
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
