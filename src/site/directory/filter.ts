import { WEEKDAYS, type Weekday } from '../../domain/day.ts'
import { isSpokenLanguage, type SiteLanguage } from '../../domain/language.ts'
import { ORGANISATION_KINDS } from '../../domain/organisation.ts'
import { type Topic, topicNamed } from '../../domain/topic.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Asked } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import type { DirectoryFilter } from '../../store/directory.ts'

/** How the address names the weekdays. */
export const WEEKDAY_CODES: Readonly<Record<Weekday, string>> = {
  1: 'mo',
  2: 'di',
  3: 'mi',
  4: 'do',
  5: 'fr',
  6: 'sa',
  7: 'so',
}

const MOST_HITS = 1000

/** What was chosen in the filter form, as the address says it. */
export type Choice = {
  readonly text: string
  readonly topic: Topic | null
  readonly language: DirectoryFilter['language']
  readonly weekdays: readonly Weekday[]
  readonly kind: DirectoryFilter['kind']
  /** Values that name no filter of ours: an old bookmark, a misspelt address. */
  readonly unknown: readonly string[]
}

/** Reads the filter of a list from the address. */
export function readChoice(asked: Asked, topics: readonly Topic[]): Choice {
  const { text = '', thema = '', sprache = '', art = '' } = asked.query
  const days = asked.list('tag')
  const topic = topicNamed(topics, thema)
  const language = isSpokenLanguage(sprache) ? sprache : null
  const kind = ORGANISATION_KINDS.find((known) => known === art) ?? null
  const weekdays = WEEKDAYS.filter((weekday) => days.includes(WEEKDAY_CODES[weekday]))
  return {
    text: text.trim().slice(0, 100),
    topic,
    language,
    weekdays,
    kind,
    unknown: [
      ...(topic === null && thema !== '' ? [thema] : []),
      ...(language === null && sprache !== '' ? [sprache] : []),
      ...(kind === null && art !== '' ? [art] : []),
      ...days.filter((day) => day !== '' && !Object.values(WEEKDAY_CODES).includes(day)),
    ],
  }
}

/** The filter of the store for a choice in a city (null: everywhere). */
export function filterOf(house: House, cityId: number | null, choice: Choice): DirectoryFilter {
  const within = cityId === null ? {} : { cityId }
  const hits =
    choice.text === ''
      ? null
      : house.store.search.find(choice.text, MOST_HITS, { noun: 'organisation', ...within })
  return {
    cityId,
    topicId: choice.topic?.id ?? null,
    language: choice.language,
    weekdays: choice.weekdays,
    kind: choice.kind,
    ids: hits === null ? null : hits.map(({ entryId }) => entryId),
  }
}

/** The choice as a query, without one of its parts where that is to be taken away. */
export function queryOf(
  choice: Choice,
  without: { readonly part?: keyof Choice; readonly weekday?: Weekday } = {},
): string {
  const { part } = without
  const pairs: [string, string][] = [
    ...(choice.text === '' || part === 'text' ? [] : [['text', choice.text] as [string, string]]),
    ...(choice.topic === null || part === 'topic' ? [] : [['thema', choice.topic.slug] as [string, string]]),
    ...(choice.language === null || part === 'language'
      ? []
      : [['sprache', choice.language] as [string, string]]),
    ...choice.weekdays
      .filter((weekday) => weekday !== without.weekday)
      .map((weekday): [string, string] => ['tag', WEEKDAY_CODES[weekday]]),
    ...(choice.kind === null || part === 'kind' ? [] : [['art', choice.kind] as [string, string]]),
  ]
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}

/** The page of a city with a choice. */
export function cityPage(language: SiteLanguage, slug: string, choice: Choice): Href {
  const query = queryOf(choice)
  const whole = urlsIn(language).city(slug)
  return query === '' ? whole : (`${whole}?${query}` as Href)
}
