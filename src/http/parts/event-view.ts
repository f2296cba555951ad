import type { City } from '../../domain/city.ts'
import type { EventDraft, ProgrammeItem } from '../../domain/event.ts'
import { notFound } from '../../domain/refusal.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Venue } from '../../domain/venue.ts'
import { sayDayShort, sayTimes } from '../../i18n/say-day.ts'
import { fill, joined } from '../../i18n/words.ts'
import type { House } from '../house.ts'
import type { Href } from '../href.ts'
import type { Html } from '../html.ts'
import { markdownOrNull } from '../markdown.ts'
import type { Reader } from '../reader.ts'
import { urlsIn } from '../urls.ts'
import { type DocumentLink, documentLinks, type ShownPicture, shownPictures } from './attachments.ts'
import { type DateLeaf, largeDateLeaf } from './date-leaf.ts'
import { sayEventMoments } from './event-row.ts'
import type { Link } from './links.ts'
import { type OrganisationLink, organisationLinks } from './organisation-link.ts'
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

/** All that readers see of an event. */
export type EventView = {
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

declare module '../render.ts' {
  interface Parts {
    'event-head': EventView
    'event-view': EventView
    'event-facts': EventFacts
    programme: Pick<EventView, 'programme' | 'hasTimes'>
  }
}

export type EventContent = {
  readonly event: EventDraft
  readonly city: City
  readonly venue: Venue | null
  readonly topics: readonly Topic[]
  readonly linkOf: (id: number) => OrganisationLink | null
  readonly documents: readonly DocumentLink[]
  readonly pictures: readonly ShownPicture[]
}

/** Gathers what an event is shown with; `id` is null for one that is not there yet, which has no files. */
export function eventContent(
  house: House,
  reader: Reader,
  event: EventDraft,
  id: number | null,
): EventContent {
  const { attachments, cities, topics, venues } = house.store
  const ids = event.participations.flatMap(({ organisationId, withOrganisationId }) =>
    withOrganisationId === null ? [organisationId] : [organisationId, withOrganisationId],
  )
  return {
    event,
    city: cities.byId(event.cityId) ?? notFound(`city ${event.cityId}`),
    venue: event.venueId === null ? null : venues.byId(event.venueId),
    topics: topics.byIds(event.topicIds),
    linkOf: organisationLinks(house, reader, ids),
    documents: id === null ? [] : documentLinks(attachments.documents.ofEvent(id), reader),
    pictures: id === null ? [] : shownPictures(attachments.pictures.ofEvent(id), reader),
  }
}

/** What readers see of an event, or will see of a draft. */
export function eventView(content: EventContent, reader: Reader): EventView {
  const { event, city, linkOf } = content
  const { words, language, now } = reader
  const leaf = largeDateLeaf(event.startsOn, language, 'with-year')
  const isToday = event.startsOn <= now.day && now.day <= event.endsOn
  const facts = factsOf(content, reader)
  const programme = event.programme.map((item) => shownItem(item, event, reader))
  return {
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

function factsOf({ event, city, venue, topics, linkOf }: EventContent, reader: Reader): EventFacts {
  const { words, language } = reader
  const urls = urlsIn(language)
  const room = venue?.rooms.find(({ id }) => id === event.roomId) ?? null
  const address =
    venue === null ? [] : [venue.street === venue.name ? '' : venue.street, `${venue.postcode} ${city.name}`]
  const town = venue === null && event.place !== '' && event.place !== city.name ? [city.name] : []
  const name = venue?.name ?? (event.place === '' ? city.name : event.place)
  const rest = [room?.floor, room?.name, venue === null ? '' : event.place, ...address, ...town]
  return {
    when: sayEventMoments(event, reader),
    datetime: event.start === null ? event.startsOn : `${event.startsOn}T${event.start}`,
    where: {
      href: venue === null || venue.archivedAt !== null ? null : urls.venue(venue.slug),
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

function shownItem(item: ProgrammeItem, event: EventDraft, { language }: Reader): ShownItem {
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
