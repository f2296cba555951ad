import type { City } from '../../domain/city.ts'
import { WEEKDAYS } from '../../domain/day.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Href } from '../../http/href.ts'
import type { GroupRow } from '../../http/parts/group-row.ts'
import type { Link } from '../../http/parts/links.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { type PagesPart, pagesPart } from '../../http/parts/pages.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { sayWeekday, sayWeekdayShort } from '../../i18n/say-day.ts'
import { counted, fill } from '../../i18n/words.ts'
import type { Facets } from '../../store/facets.ts'
import { type Choice, queryOf, WEEKDAY_CODES } from './filter.ts'

type Option = { readonly value: string; readonly label: string; readonly isChosen: boolean }

export type FilterPart = {
  readonly action: Href
  readonly text: string
  readonly selects: readonly {
    readonly name: string
    readonly label: string
    readonly all: string
    readonly options: readonly Option[]
  }[]
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
    links: city === null ? [] : linksOf(city, reader),
    notices: [...unknownFilters(choice, reader), ...content.notices],
    action,
    filter: filterPart(action, reader, content),
    chosen: chosenLinks(choice, reader, href),
    count: counted(words.directory.results, count, language),
    rows: content.rows,
    pages: pagesPart(content.number, count, (number) => {
      const query = queryOf(choice)
      return href(
        [query, ...(number === 1 ? [] : [`seite=${number}`])].filter((part) => part !== '').join('&'),
      )
    }),
  }
}

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

function unknownFilters(choice: Choice, { words }: Reader): NoticePart[] {
  return choice.unknown.map((value) => ({
    text: fill(words.directory.unknownFilter, { value }),
    contact: null,
  }))
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
        options: byLabel(
          facets.languages.map((facet) =>
            option(
              facet.choice,
              words.languages[facet.choice],
              facet.count,
              choice.language === facet.choice,
            ),
          ),
        ),
      },
      {
        name: 'art',
        label: words.directory.kind,
        all: words.directory.allKinds,
        options: byLabel(
          facets.kinds.map((facet) =>
            option(
              facet.choice,
              words.kinds.organisation[facet.choice],
              facet.count,
              choice.kind === facet.choice,
            ),
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

const collator = new Intl.Collator('de', { numeric: true, ignorePunctuation: true })

function byLabel(options: Option[]): Option[] {
  return options.sort((one, other) => collator.compare(one.label, other.label))
}
