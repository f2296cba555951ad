import type { City } from '../../domain/city.ts'
import { WEEKDAYS } from '../../domain/day.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Href } from '../../http/href.ts'
import type { Option } from '../../http/parts/fields.ts'
import type { GroupRow } from '../../http/parts/group-row.ts'
import type { Link } from '../../http/parts/links.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { type PagesPart, pagesPart } from '../../http/parts/pages.ts'
import type { FilterSelect } from '../../http/parts/place-filter.ts'
import { unknownFilters } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { compareNames } from '../../i18n/german-order.ts'
import { sayWeekday, sayWeekdayShort } from '../../i18n/say-day.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import type { FacetCount, Facets } from '../../store/facets.ts'
import { type Choice, queryOf, WEEKDAY_CODES } from './filter.ts'

export type FilterPart = {
  readonly action: Href
  readonly text: string
  readonly selects: readonly FilterSelect[]
  readonly weekdays: readonly (Option & { readonly name: string; readonly count: number })[]
}

export type DirectoryPage = {
  readonly trail: readonly Link[]
  readonly title: string
  readonly lead: string
  readonly links: readonly Link[]
  readonly notices: readonly NoticePart[]
  readonly action: Href
  readonly filter: FilterPart
  readonly chosen: readonly Link[]
  readonly count: string
  readonly rows: readonly GroupRow[]
  readonly pages: PagesPart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/directory/list': DirectoryPage
  }
  interface Parts {
    'directory-filter': FilterPart
  }
}

export type DirectoryContent = {
  readonly city: City | null
  readonly choice: Choice
  readonly topics: readonly Topic[]
  readonly facets: Facets
  readonly count: number
  readonly number: number
  readonly rows: readonly GroupRow[]
  readonly notices: readonly NoticePart[]
}

/** The directory's view model: of one city, or of all. */
export function directoryPage(reader: Reader, content: DirectoryContent): DirectoryPage {
  const { words, language } = reader
  const { city, choice, count } = content
  const urls = urlsIn(language)
  const action = city === null ? urls.organisations() : urls.city(city.slug)
  const href = (query: string) => (query === '' ? action : (`${action}?${query}` as Href))
  return {
    trail: [{ href: urls.cities, label: words.frame.menu.cities }],
    title: city?.name ?? words.directory.title,
    lead:
      city === null || city.description === ''
        ? counted(words.directory.lead, count, language)
        : city.description,
    links: [
      ...(city === null ? [] : linksOf(city, reader)),
      printLink(city, choice, reader),
      newGroupLink(city, reader),
    ],
    notices: [...unknownFilters(choice.unknown, reader), ...content.notices],
    action,
    filter: filterPart(action, reader, content),
    chosen: chosenLinks(choice, reader, href),
    count: counted(words.directory.results, count, language),
    rows: content.rows,
    pages: pagesPart(content.number, count, (seite) =>
      href(joined([queryOf(choice), seite === null ? '' : `seite=${seite}`], '&')),
    ),
  }
}

function newGroupLink(city: City | null, { words, language }: Reader): Link {
  return { href: urlsIn(language).newGroup({ ort: city?.slug }), label: words.proposals.group.link }
}

/** The same entries on paper: who they are, in which languages, when and where they meet. */
function printLink(city: City | null, choice: Choice, { words, language }: Reader): Link {
  const chosen = queryOf(choice).replace(/^text=/, 'q=')
  const query = joined([city === null ? '' : `ort=${city.slug}`, chosen, PRINTED_COLUMNS], '&')
  return { href: urlsIn(language).printedList(query), label: words.contacts.print }
}

const PRINTED_COLUMNS = 'spalte=gruppe&spalte=sprachen&spalte=zeiten&spalte=raum'

function linksOf(city: City, { words, language }: Reader): Link[] {
  const urls = urlsIn(language)
  return [
    {
      href: urls.calendar(null, { ort: city.slug }),
      label: fill(words.directory.calendarOf, { city: city.name }),
    },
    { href: urls.contacts({ ort: city.slug }), label: fill(words.directory.contactsOf, { city: city.name }) },
  ]
}

function chosenLinks(choice: Choice, { words, language }: Reader, href: (query: string) => Href): Link[] {
  return [
    ...(choice.text === ''
      ? []
      : [{ href: href(queryOf(choice, { part: 'text' })), label: `„${choice.text}“` }]),
    ...(choice.topic === null
      ? []
      : [{ href: href(queryOf(choice, { part: 'topic' })), label: choice.topic.names[language] }]),
    ...(choice.language === null
      ? []
      : [{ href: href(queryOf(choice, { part: 'language' })), label: words.languages[choice.language] }]),
    ...choice.weekdays.map((weekday) => ({
      href: href(queryOf(choice, { weekday })),
      label: sayWeekday(weekday, language),
    })),
    ...(choice.kind === null
      ? []
      : [{ href: href(queryOf(choice, { part: 'kind' })), label: words.kinds.organisation[choice.kind] }]),
  ]
}

function filterPart(action: Href, reader: Reader, { choice, facets, topics }: DirectoryContent): FilterPart {
  const { words, language } = reader
  const option = (value: string, label: string, count: number, isChosen: boolean): Option => ({
    value,
    label: fill(words.directory.option, { label, count }),
    isChosen,
  })
  const topicCounts = new Map(facets.topics.map(({ choice: id, count }) => [id, count]))
  return {
    action,
    text: choice.text,
    selects: [
      {
        name: 'thema',
        label: words.directory.topic,
        all: words.directory.allTopics,
        options: topics
          .filter(({ id }) => topicCounts.has(id) || choice.topic?.id === id)
          .map(({ id, slug, names }) =>
            option(slug, names[language], topicCounts.get(id) ?? 0, choice.topic?.id === id),
          ),
      },
      {
        name: 'sprache',
        label: words.directory.language,
        all: words.directory.allLanguages,
        options: byLabel(facets.languages, words.languages).map((facet) =>
          option(facet.choice, words.languages[facet.choice], facet.count, choice.language === facet.choice),
        ),
      },
      {
        name: 'art',
        label: words.directory.kind,
        all: words.directory.allKinds,
        options: byLabel(facets.kinds, words.kinds.organisation).map((facet) =>
          option(
            facet.choice,
            words.kinds.organisation[facet.choice],
            facet.count,
            choice.kind === facet.choice,
          ),
        ),
      },
    ],
    weekdays: WEEKDAYS.map((weekday) => ({
      value: WEEKDAY_CODES[weekday],
      label: sayWeekdayShort(weekday, language).replace('.', ''),
      name: sayWeekday(weekday, language),
      count: facets.weekdays.find((facet) => facet.choice === weekday)?.count ?? 0,
      isChosen: choice.weekdays.includes(weekday),
    })),
  }
}

const ranks = new WeakMap<object, ReadonlyMap<string, number>>()

/** By label as DIN 5007-1 sorts; comparing two labels is slow, and there are few, so the place of each is kept. */
function byLabel<Choice extends string>(
  counts: readonly FacetCount<Choice>[],
  labels: Readonly<Record<Choice, string>>,
): readonly FacetCount<Choice>[] {
  const rank = ranks.get(labels) ?? rankOf(Object.values(labels))
  ranks.set(labels, rank)
  const place = ({ choice }: FacetCount<Choice>) => rank.get(labels[choice]) ?? 0
  return [...counts].sort((one, other) => place(one) - place(other))
}

function rankOf(labels: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...labels].sort(compareNames).map((label, place) => [label, place]))
}
