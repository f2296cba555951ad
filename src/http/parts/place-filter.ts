import { type Topic, topicNamed } from '../../domain/topic.ts'
import { fill } from '../../i18n/words.ts'
import type { CityName } from '../../store/cities.ts'
import type { PlaceCounts } from '../../store/place-counts.ts'
import type { House } from '../house.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import type { Asked } from '../serve.ts'
import type { Option } from './fields.ts'
import type { Link } from './links.ts'

/** A list narrowed to a city, a topic, or both. */
export type PlaceChoice = {
  readonly city: CityName | null
  readonly topic: Topic | null
  /** Values that name no city or topic: an old bookmark, a misspelt address. */
  readonly unknown: readonly string[]
}

/** What there is to choose from; without topics where a list knows none. */
type Choices = { readonly cities: readonly CityName[]; readonly topics: readonly Topic[] }

/** A menu of a filter; `all` is the choice of nothing. */
export type FilterSelect = {
  readonly name: string
  readonly label: string
  readonly all: string
  readonly options: readonly Option[]
}

/** The form that narrows a list, and the links that widen it again. */
export type PlaceFilter = {
  readonly title: string
  readonly action: Href
  readonly selects: readonly FilterSelect[]
  readonly chosen: readonly Link[]
}

declare module '../render.ts' {
  interface Parts {
    'place-filter': PlaceFilter
  }
}

/** Everything of a request about where and about what: the choice, what else there was, and the store's filter. */
export type Narrowed = {
  readonly choice: PlaceChoice
  readonly choices: Choices
  readonly filter: { readonly cityId: number | null; readonly topicId: number | null }
}

/** Reads `ort` and `thema` from the address: one statement for the cities, one for the topics, and one for a city that is none by now. */
export function readPlaceChoice(house: House, asked: Asked, by: 'city' | 'city-and-topic'): Narrowed {
  const { ort = '', thema = '' } = asked.query
  const cities = house.store.cities.names()
  const topics = by === 'city' ? [] : house.store.topics.all()
  const city = cities.find(({ slug }) => slug === ort) ?? (ort === '' ? null : house.store.cities.bySlug(ort))
  const topic = topicNamed(topics, thema)
  const unknown = [
    ...(city === null && ort !== '' ? [ort] : []),
    ...(by === 'city-and-topic' && topic === null && thema !== '' ? [thema] : []),
  ]
  return {
    choice: { city, topic, unknown },
    choices: { cities, topics },
    filter: { cityId: city?.id ?? null, topicId: topic?.id ?? null },
  }
}

/** The choice as a query for addresses. */
export function queryOfPlace({ city, topic }: PlaceChoice): { ort: string | null; thema: string | null } {
  return { ort: city?.slug ?? null, thema: topic?.slug ?? null }
}

/** The filter of a list; `href` gives the list's address with a query. Without `counts` the options say none. */
export function placeFilter(
  reader: Reader,
  { choice, choices, counts }: Narrowed & { readonly counts?: PlaceCounts },
  href: (query: ReturnType<typeof queryOfPlace>) => Href,
): PlaceFilter {
  const { words, language } = reader
  const { city, topic } = choice
  const query = queryOfPlace(choice)
  const labelled = (label: string, count: number | null) =>
    count === null ? label : fill(words.directory.option, { label, count })
  const countIn = (of: keyof PlaceCounts, id: number) =>
    counts === undefined ? null : (counts[of].get(id) ?? 0)
  const cities = {
    name: 'ort',
    label: words.filter.city,
    all: words.filter.allCities,
    options: choices.cities.map(({ id, slug, name }) => ({
      value: slug,
      label: labelled(name, countIn('cities', id)),
      isChosen: slug === city?.slug,
    })),
  }
  const topics = {
    name: 'thema',
    label: words.directory.topic,
    all: words.directory.allTopics,
    options: choices.topics.map(({ id, slug, names }) => ({
      value: slug,
      label: labelled(names[language], countIn('topics', id)),
      isChosen: slug === topic?.slug,
    })),
  }
  return {
    title: choices.topics.length === 0 ? words.filter.city : words.filter.cityAndTopic,
    action: href({ ort: null, thema: null }),
    selects: choices.topics.length === 0 ? [cities] : [cities, topics],
    chosen: [
      ...(city === null ? [] : [{ href: href({ ...query, ort: null }), label: city.name }]),
      ...(topic === null ? [] : [{ href: href({ ...query, thema: null }), label: topic.names[language] }]),
    ],
  }
}
