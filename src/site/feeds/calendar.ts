import { isSlug } from '../../domain/slug.ts'
import { topicNamed } from '../../domain/topic.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Link } from '../../http/parts/links.ts'
import type { Reader } from '../../http/reader.ts'
import { pathIn, urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'

/** A calendar to subscribe to, and the smaller ones that are parts of it. */
export type Calendar = { readonly name: string; readonly feed: Href; readonly parts: readonly Link[] }

type Found = Omit<Calendar, 'feed'>

const ADDRESS = /^\/([a-z]+)(?:\/([a-z0-9-]+)(?:\/([a-z]+)\/([a-z0-9-]+))?)?\.ics(?:\?(.+))?$/

/** The calendar of an address without its language, or null where there is none. */
export function calendarAt(house: House, reader: Reader, address: string): Calendar | null {
  const [, noun = '', slug = '', part = '', of = '', query = ''] = ADDRESS.exec(address) ?? []
  if (slug !== '' && !isSlug(slug)) return null
  const found =
    part === ''
      ? wholeAt(house, reader, { noun, slug, query: new URLSearchParams(query) })
      : partAt(house, reader, { kind: `${noun}/${part}`, slug, of })
  return found === null ? null : { ...found, feed: pathIn(reader.language, address) }
}

type Whole = { readonly noun: string; readonly slug: string; readonly query: URLSearchParams }

function wholeAt(house: House, reader: Reader, { noun, slug, query }: Whole): Found | null {
  switch (slug === '' ? noun : `${noun}/`) {
    case 'kalender':
      return ofPlace(house, reader, query)
    case 'suche':
      return { name: fill(reader.words.feeds.names.search, { query: query.get('q') ?? '' }), parts: [] }
    case 'orte/':
      return ofCity(house, reader, slug, query)
    case 'organisationen/':
    case 'netzwerke/':
      return ofOrganisation(house, reader, slug)
    case 'treffpunkte/':
      return ofVenue(house, reader, slug)
    default:
      return null
  }
}

function ofPlace(house: House, { words, language }: Reader, query: URLSearchParams): Found | null {
  const { names } = words.feeds
  const [ort, thema] = [query.get('ort'), query.get('thema')]
  const city = house.store.cities.names().find(({ slug }) => slug === ort)
  const topic = topicNamed(house.store.topics.all(), thema)?.names[language]
  if ((ort !== null && city === undefined) || (thema !== null && topic === undefined)) return null
  if (topic === undefined)
    return { name: city === undefined ? names.all : fill(names.city, { city: city.name }), parts: [] }
  const name =
    city === undefined ? fill(names.topic, { topic }) : fill(names.topicInCity, { topic, city: city.name })
  return { name, parts: [] }
}

function ofCity(house: House, { words }: Reader, slug: string, query: URLSearchParams): Found | null {
  const city = house.store.cities.bySlug(slug)
  if (city === null) return null
  const name = fill(words.feeds.names.city, { city: city.name })
  return { name: query.size === 0 ? name : fill(words.feeds.names.selection, { name }), parts: [] }
}

/** With each of its meetings, where there are several. */
function ofOrganisation(house: House, reader: Reader, slug: string): Found | null {
  const found = house.store.organisations.bySlug(slug)
  if (found === null || found.archivedAt !== null) return null
  const { names } = reader.words.feeds
  const urls = urlsIn(reader.language)
  const meetings = house.store.feedMeetings.ofOrganisations([found.id])
  return {
    name: fill(found.kind === 'network' ? names.network : names.organisation, { name: found.name }),
    parts: (meetings.length === 1 && found.kind !== 'network' ? [] : meetings).map(({ id, title }) => ({
      href: urls.subscribe(urls.meetingFeed(found, id)),
      label: title,
    })),
  }
}

/** With each of its rooms. */
function ofVenue(house: House, reader: Reader, slug: string): Found | null {
  const found = house.store.venues.bySlug(slug)
  if (found === null) return null
  const urls = urlsIn(reader.language)
  return {
    name: fill(reader.words.feeds.names.venue, { name: found.name }),
    parts: found.rooms.map((room) => ({
      href: urls.subscribe(urls.roomFeed(slug, room.slug)),
      label: room.name,
    })),
  }
}

type Part = { readonly kind: string; readonly slug: string; readonly of: string }

function partAt(house: House, { words }: Reader, { kind, slug, of }: Part): Found | null {
  const { names } = words.feeds
  if (kind === 'treffpunkte/raeume') {
    const venue = house.store.venues.bySlug(slug)
    const room = venue?.rooms.find((each) => each.slug === of)
    return venue == null || room === undefined
      ? null
      : { name: fill(names.room, { name: venue.name, room: room.name }), parts: [] }
  }
  if (kind !== 'organisationen/treffen' && kind !== 'netzwerke/treffen') return null
  const meeting = /^[1-9]\d{0,9}$/.test(of) ? house.store.feedMeetings.byId(Number(of)) : null
  if (meeting === null || meeting.organisationSlug !== slug) return null
  const { organisationName: organisation, title } = meeting
  return { name: fill(names.meeting, { organisation, title }), parts: [] }
}
