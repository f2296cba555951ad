import { fill } from '../i18n/words.ts'
import type { SearchHit, SearchNoun } from '../store/search.ts'
import type { House } from './house.ts'
import type { Href } from './href.ts'
import { sayEventTime } from './parts/event-row.ts'
import type { Reader } from './reader.ts'
import { urlsIn } from './urls.ts'

/** A search hit as readers see it. */
export type ShownHit = {
  readonly href: Href
  readonly label: string
  readonly nameLanguage: string
  /** „Verein in Duisburg“. */
  readonly kind: string
  readonly about: string
}

const EVERYWHERE = { cityId: null, topicId: null, language: null, weekdays: [], kind: null } as const

/** Hits in their order, with names and kinds: one statement per noun that was found. */
export function shownHits(house: House, reader: Reader, hits: readonly SearchHit[]): readonly ShownHit[] {
  const idsOf = (noun: SearchNoun) => hits.filter((hit) => hit.noun === noun).map(({ entryId }) => entryId)
  const shown: Readonly<Record<SearchNoun, ReadonlyMap<number, ShownHit>>> = {
    organisation: organisationHits(house, reader, idsOf('organisation')),
    venue: venueHits(house, reader, idsOf('venue')),
    event: eventHits(house, reader, idsOf('event')),
    project: projectHits(house, reader, idsOf('project')),
    city: cityHits(house, reader, idsOf('city')),
  }
  return hits.map((hit) => shown[hit.noun].get(hit.entryId)).filter((hit) => hit !== undefined)
}

function organisationHits(house: House, reader: Reader, ids: readonly number[]): Map<number, ShownHit> {
  if (ids.length === 0) return new Map()
  const { words, language } = reader
  const rows = house.store.directory.rows({ ...EVERYWHERE, ids }, language, { limit: ids.length, offset: 0 })
  const urls = urlsIn(language)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        href: urls.organisation(row),
        label: row.name,
        nameLanguage: row.nameLanguage ?? '',
        kind: fill(words.search.kindIn, { kind: words.kinds.organisation[row.kind], city: row.cityName }),
        about: row.summary,
      },
    ]),
  )
}

function venueHits(house: House, { words, language }: Reader, ids: readonly number[]): Map<number, ShownHit> {
  if (ids.length === 0) return new Map()
  const wanted = new Set(ids)
  const venues = house.store.venues.lines().filter(({ id }) => wanted.has(id))
  return new Map(
    venues.map((venue) => [
      venue.id,
      {
        href: urlsIn(language).venue(venue.slug),
        label: venue.name,
        nameLanguage: '',
        kind: fill(words.search.kindIn, { kind: words.search.venue, city: venue.cityName }),
        about: `${venue.street}, ${venue.postcode} ${venue.cityName}`,
      },
    ]),
  )
}

function eventHits(house: House, reader: Reader, ids: readonly number[]): Map<number, ShownHit> {
  const { words, language } = reader
  return new Map(
    house.store.events.dates(ids).map((event) => [
      event.id,
      {
        href: urlsIn(language).event(event.slug),
        label: event.title,
        nameLanguage: '',
        kind: fill(words.search.kindIn, { kind: words.dates.event, city: event.cityName }),
        about: sayEventTime(event, reader),
      },
    ]),
  )
}

function projectHits(
  house: House,
  { words, language }: Reader,
  ids: readonly number[],
): Map<number, ShownHit> {
  return new Map(
    house.store.projects.lines(ids).map((project) => [
      project.id,
      {
        href: urlsIn(language).project(project.slug),
        label: project.title,
        nameLanguage: '',
        kind: fill(words.search.kindIn, { kind: words.search.project, city: project.cityName }),
        about: project.summary,
      },
    ]),
  )
}

function cityHits(house: House, { words, language }: Reader, ids: readonly number[]): Map<number, ShownHit> {
  return new Map(
    house.store.cities.byIds(ids).map((city) => [
      city.id,
      {
        href: urlsIn(language).city(city.slug),
        label: city.name,
        nameLanguage: '',
        kind: words.search.city,
        about: city.description,
      },
    ]),
  )
}
