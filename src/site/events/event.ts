import type { City } from '../../domain/city.ts'
import type { Event, ProgrammeItem } from '../../domain/event.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Venue } from '../../domain/venue.ts'
import type { Href } from '../../http/href.ts'
import type { Html } from '../../http/html.ts'
import { markdownOrNull } from '../../http/markdown.ts'
import type { DocumentLink, ShownPicture } from '../../http/parts/attachments.ts'
import { type DateLeaf, largeDateLeaf } from '../../http/parts/date-leaf.ts'
import type { Link } from '../../http/parts/links.ts'
import type { OrganisationLink } from '../../http/parts/organisation-link.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { sayDayRange, sayDayShort, sayMoment, sayTime, sayTimes } from '../../i18n/say-day.ts'
import { fill, joined } from '../../i18n/words.ts'
import type { EventDate } from '../../store/events.ts'
import { type Participants, participantsOf } from './participants.ts'
import { type ReportPart, reportPart } from './report.ts'

type ShownItem = {
  readonly datetime: string
  /** „12:00–13:00 Uhr“, with the day where the event has several; or empty. */
  readonly time: string
  readonly title: string
  readonly description: string
  readonly place: string
}

export type EventFacts = {
  readonly when: string
  readonly datetime: string
  readonly where: { readonly href: Href | null; readonly name: string; readonly rest: string }
  readonly organisers: readonly OrganisationLink[]
  readonly yearly: string
  readonly topics: readonly Link[]
}

export type EventPage = {
  readonly trail: readonly Link[]
  readonly leaf: DateLeaf
  readonly kindWord: string
  readonly title: string
  readonly summary: string
  readonly facts: EventFacts
  /** „Hansaplatz, Dortmund“. */
  readonly place: string
  /** Why it is cancelled, or null. */
  readonly cancelledBecause: string | null
  readonly isOver: boolean
  readonly description: Html | null
  readonly programme: readonly ShownItem[]
  readonly hasTimes: boolean
  readonly participants: Participants
  readonly documents: readonly DocumentLink[]
  readonly report: ReportPart | null
  readonly pictures: readonly ShownPicture[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/events/event': EventPage
  }
  interface Parts {
    'event-facts': EventFacts
    programme: Pick<EventPage, 'programme' | 'hasTimes'>
  }
}

export type EventContent = {
  readonly event: Event
  readonly date: EventDate
  readonly city: City
  readonly venue: Venue | null
  readonly topics: readonly Topic[]
  readonly linkOf: (id: number) => OrganisationLink | null
  readonly documents: readonly DocumentLink[]
  readonly pictures: readonly ShownPicture[]
}

/** One event's view model. */
export function eventPage(content: EventContent, reader: Reader): EventPage {
  const { event, city, linkOf } = content
  const { words, language, now } = reader
  const urls = urlsIn(language)
  const leaf = largeDateLeaf(event.startsOn, language, 'with-year')
  const isToday = event.startsOn <= now.day && now.day <= event.endsOn
  const facts = factsOf(content, reader)
  const programme = event.programme.map((item) => shownItem(item, event, reader))
  return {
    trail: [{ href: urls.events(), label: words.events.title }],
    leaf: { ...leaf, state: event.cancelledBecause !== null ? 'cancelled' : isToday ? 'today' : '' },
    kindWord: fill(words.events.kindWord, { city: city.name }),
    title: event.title,
    summary: event.summary,
    facts,
    place: facts.where.name === city.name ? city.name : `${facts.where.name}, ${city.name}`,
    cancelledBecause: event.cancelledBecause,
    isOver: event.endsOn < now.day,
    description: markdownOrNull(event.description),
    programme,
    hasTimes: programme.some(({ time }) => time !== ''),
    participants: participantsOf(event.participations, linkOf, words),
    documents: content.documents,
    report: event.report === null ? null : reportPart(event.report, words, language),
    pictures: content.pictures,
  }
}

function factsOf({ event, date, city, venue, topics, linkOf }: EventContent, reader: Reader): EventFacts {
  const { words, language } = reader
  const urls = urlsIn(language)
  const room = venue?.rooms.find(({ id }) => id === event.roomId) ?? null
  const address =
    venue === null ? [] : [venue.street === venue.name ? '' : venue.street, `${venue.postcode} ${city.name}`]
  const town = venue === null && event.place !== '' && event.place !== city.name ? [city.name] : []
  const name = venue?.name ?? (event.place === '' ? city.name : event.place)
  const rest = [room?.floor, room?.name, venue === null ? '' : event.place, ...address, ...town]
  return {
    when: sayWhen(event, reader),
    datetime: event.start === null ? event.startsOn : `${event.startsOn}T${event.start}`,
    where: {
      href: date.venueSlug === null ? null : urls.venue(date.venueSlug),
      name,
      rest: joined(rest, ', '),
    },
    organisers: event.participations
      .filter(({ role }) => role === 'organiser')
      .map(({ organisationId }) => linkOf(organisationId))
      .filter((link) => link !== null),
    yearly: event.yearlySince === null ? '' : fill(words.events.yearlySince, { year: event.yearlySince }),
    topics: topics.map(({ slug, names }) => ({ href: urls.events({ thema: slug }), label: names[language] })),
  }
}

/** „Sonntag, 7. Mai 2023, 12:00 Uhr“, „5.–7. Juni 2026, Beginn 18:00 Uhr, Ende 16:00 Uhr“. */
function sayWhen({ startsOn, endsOn, start, end }: Event, { words, language }: Reader): string {
  if (startsOn === endsOn) return sayMoment(startsOn, start, end, language)
  const days = sayDayRange({ from: startsOn, until: endsOn }, language)
  const begins = start === null ? days : fill(words.events.begins, { days, time: sayTime(start, language) })
  return end === null ? begins : fill(words.events.ends, { days: begins, time: sayTime(end, language) })
}

function shownItem(item: ProgrammeItem, event: Event, { language }: Reader): ShownItem {
  const { start, end, title, description, place } = item
  const day = event.startsOn === event.endsOn ? null : item.day
  const time = start === null ? '' : sayTimes(start, end, language)
  const date = item.day ?? event.startsOn
  return {
    datetime: start === null ? date : `${date}T${start}`,
    time: joined([day === null ? null : sayDayShort(day, language), time], ', '),
    title,
    description,
    place,
  }
}
