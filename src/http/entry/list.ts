import { type Act, may, mayAnywhere, NO_TIES } from '../../domain/permission.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { type Counted, counted, fill } from '../../i18n/words.ts'
import type { DeskLine, DeskListed, DeskListFilter, DeskListState } from '../../store/desk-lists.ts'
import { SEARCH_NOUNS } from '../../store/search.ts'
import { type Answer, page } from '../answer.ts'
import type { EntryPaths } from '../entry-paths.ts'
import { deskHead, pagedTitle } from '../head.ts'
import type { House } from '../house.ts'
import type { Href } from '../href.ts'
import {
  cityMenu,
  type ListFilter,
  listMenu,
  readWordsAndCity,
  type WordsAndCity,
} from '../parts/list-filter.ts'
import type { NoticePart } from '../parts/notice.ts'
import { type PagesPart, pageNumberIn, pagesPart, sliceOf } from '../parts/pages.ts'
import { statusOfList, unknownFilters } from '../parts/unknown-filter.ts'
import { actorOf, type Reader } from '../reader.ts'
import type { Asked } from '../serve.ts'

/** The entries of a noun, searched and filtered. */
export type EntryListPage = {
  readonly title: string
  readonly lead: string
  readonly create: { readonly href: Href; readonly label: string } | null
  readonly filter: ListFilter
  readonly notices: readonly NoticePart[]
  readonly count: string
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly href: Href
    readonly name: string
    readonly cells: readonly string[]
  }[]
  readonly pages: PagesPart | null
}

declare module '../render.ts' {
  interface Pages {
    'entry/list': EntryListPage
  }
}

/** What is a noun's own in its list. */
export type EntryList = {
  readonly noun: DeskListed
  readonly paths: EntryPaths
  readonly words: {
    readonly title: string
    readonly lead: string
    readonly new: string
    readonly count: Counted
    /** The heads of the columns: of the name, and of the noun's own cells. */
    readonly columns: readonly string[]
  }
  /** States by their word in the address; the first stands where none is named. */
  readonly states: readonly (readonly [word: string, state: DeskListState, label: string])[]
  /** What somebody needs the right to, for a new entry. */
  readonly create: Act
  /** Whether entries belong to cities, so that a city can be chosen. */
  readonly byCity: boolean
  readonly cells: (line: DeskLine) => readonly string[]
}

const MOST_HITS = 1000

type Choice = WordsAndCity & { readonly stand: string }

/** The entries that this person may read, searched and filtered, 50 a page. */
export function entryList(house: House, reader: Reader, asked: Asked, list: EntryList): Answer {
  const { deskLists } = house.store
  const { stand = '' } = asked.query
  const read = readWordsAndCity(house, asked)
  const choice: Choice = {
    ...read,
    ...(list.byCity ? {} : { city: null, unknown: [asked.query.ort ?? ''] }),
    stand: list.states.some(([word]) => word === stand) ? stand : '',
  }
  const filter = filterOf(house, reader, list, choice)
  const number = pageNumberIn(asked)
  const count = deskLists.count(list.noun, filter, reader.now.day)
  const rows = deskLists.rows(list.noun, filter, reader.now.day, sliceOf(number, count))
  const unknown = [...choice.unknown, ...(choice.stand === stand ? [] : [stand])].filter(
    (value) => value !== '',
  )
  const model = listPage(reader, list, { choice, count, number, rows, unknown })
  return page(
    'entry/list',
    deskHead(reader, pagedTitle(reader, model.title, number)),
    model,
    statusOfList(unknown),
  )
}

/** Whoever may read everything sees everything; an editor what the own organisations answer for. */
function filterOf(
  house: House,
  reader: Reader,
  list: EntryList,
  { text, city, stand }: Choice,
): DeskListFilter {
  const actor = actorOf(reader)
  const searched = SEARCH_NOUNS.find((noun) => noun === list.noun)
  const hits =
    text === '' || searched === undefined ? [] : house.store.search.find(text, MOST_HITS, { noun: searched })
  const [, state = 'all'] = list.states.find(([word]) => word === stand) ?? []
  return {
    text,
    hits: hits.map(({ entryId }) => entryId),
    cityId: city?.id ?? null,
    state,
    organisationIds: may(actor, 'read-internal', NO_TIES) ? null : actor.organisationIds,
  }
}

function listPage(
  reader: Reader,
  list: EntryList,
  content: {
    readonly choice: Choice
    readonly count: number
    readonly number: number
    readonly rows: readonly DeskLine[]
    readonly unknown: readonly string[]
  },
): EntryListPage {
  const { words, language } = reader
  const { choice, count, number, rows, unknown } = content
  const { paths } = list
  const query = { q: choice.text, ort: choice.city?.slug, stand: choice.stand }
  const { text, state, lastChange, changed } = words.desk.organisations
  const ofState = list.states.map(([word, , label]) => [word, label] as const)
  return {
    title: list.words.title,
    lead: list.words.lead,
    create: mayAnywhere(actorOf(reader), list.create) ? { href: paths.new, label: list.words.new } : null,
    filter: {
      action: paths.list(),
      text: { label: text, value: choice.text },
      menus: [
        ...(list.byCity ? [cityMenu(reader, choice)] : []),
        ...(ofState.length > 1 ? [listMenu('stand', state, query.stand, ofState)] : []),
      ],
      kept: [],
    },
    notices: unknownFilters(unknown, reader),
    count: counted(list.words.count, count, language),
    columns: [...list.words.columns, lastChange],
    rows: rows.map((line) => ({
      href: paths.entry(line.id),
      name: line.name,
      cells: [
        ...list.cells(line),
        fill(changed, { at: sayInstant(line.changedAt, language), by: line.changedBy ?? '' }),
      ],
    })),
    pages: pagesPart(number, count, (seite) => paths.list({ ...query, seite })),
  }
}
