import type { PrintList, PrintState } from '../../domain/print-list.ts'
import { notFound } from '../../domain/refusal.ts'
import { topicNamed } from '../../domain/topic.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { sayWeekday } from '../../i18n/say-day.ts'
import { fill, joined } from '../../i18n/words.ts'
import type { CityName } from '../../store/cities.ts'
import type { PrintFilter } from '../../store/printing.ts'
import { takeOut } from './internal.ts'
import { entryNamed } from './named.ts'
import { listOf, type PrintQuery, readPrintQuery, stateOf, weekdaysOf } from './query.ts'

/** What is to be printed: the list's look, whose entries, in which state, and the same in words. */
export type Selection = {
  readonly list: PrintList
  readonly filter: PrintFilter
  readonly state: PrintState | null
  readonly city: CityName | null
  /** „Ort: Duisburg; Thema: Sport“, or that it is everything. */
  readonly said: string
  /** Values that name nothing of ours: an old bookmark, a misspelt address. */
  readonly unknown: readonly string[]
  readonly query: PrintQuery
}

const MOST_HITS = 5000

/**
 * What is asked to be printed. What stays in the house is for those who print, and is noted. Throws SignIn or Forbidden for
 * everybody else, and NotFound for what names nothing of ours.
 */
export function selectionToPrint(house: House, reader: Reader, asked: Asked): Selection {
  const selection = readSelection(house, reader, asked)
  if (selection.list.audience === 'internal') {
    takeOut(house, reader, asked)
  }
  if (selection.unknown.length > 0) notFound(`to print: ${selection.unknown.join(', ')}`)
  return selection
}

/**
 * Reads what an address asks to have printed, in at most seven statements, and two more for each name of old. The query says
 * present names.
 */
export function readSelection(house: House, reader: Reader, asked: Asked): Selection {
  const { query: sent, unknown } = readPrintQuery(asked)
  const city = sent.ort === undefined ? null : house.store.cities.bySlug(sent.ort)
  const named = namedIn(house, sent, city)
  const query = { ...sent, ...presentNames(named) }
  const missing = named.flatMap(({ value, found }) => (value !== undefined && found === null ? [value] : []))
  const idOf = (name: string) => named.find((each) => each.name === name)?.found?.id ?? null
  const cityId = city?.id ?? null
  const text = query.q ?? ''
  const within = { noun: 'organisation', ...(cityId === null ? {} : { cityId }) } as const
  const hits = text === '' ? null : house.store.search.find(text, MOST_HITS, within)
  return {
    list: listOf(query),
    filter: {
      cityId,
      topicId: idOf('thema'),
      language: query.sprache ?? null,
      weekdays: weekdaysOf(query),
      kind: query.art ?? null,
      ids: hits === null ? null : hits.map(({ entryId }) => entryId),
      venueId: idOf('haus'),
      networkId: idOf('netzwerk'),
      projectId: idOf('projekt'),
    },
    state: stateOf(query),
    city,
    said: sayChoice(query, named, reader),
    unknown: [...unknown, ...missing],
    query,
  }
}

type Named = {
  readonly name: 'ort' | 'thema' | 'haus' | 'netzwerk' | 'projekt'
  readonly value: string | undefined
  readonly found: { readonly id: number; readonly slug: string; readonly name: string } | null
}

/** What the slugs of an address stand for. */
function namedIn({ store }: House, query: PrintQuery, city: CityName | null): readonly Named[] {
  const { ort, thema, haus, netzwerk, projekt } = query
  const topic = thema === undefined ? null : topicNamed(store.topics.all(), thema)
  const project = entryNamed(store.projects, projekt)
  return [
    { name: 'ort', value: ort, found: city },
    { name: 'haus', value: haus, found: entryNamed(store.venues, haus) },
    { name: 'thema', value: thema, found: topic && { ...topic, name: topic.names.de } },
    { name: 'netzwerk', value: netzwerk, found: entryNamed(store.organisations, netzwerk) },
    { name: 'projekt', value: projekt, found: project && { ...project, name: project.title } },
  ]
}

function presentNames(named: readonly Named[]): Partial<PrintQuery> {
  return Object.fromEntries(named.flatMap(({ name, found }) => (found === null ? [] : [[name, found.slug]])))
}

function sayChoice(query: PrintQuery, named: readonly Named[], { words, language }: Reader): string {
  const { q: text = '' } = query
  const { choice } = words.print
  const parts = [
    ...named.map(({ name, found }) => (found === null ? '' : fill(choice[name], { name: found.name }))),
    query.sprache === undefined ? '' : fill(choice.sprache, { name: words.languages[query.sprache] }),
    query.art === undefined ? '' : fill(choice.art, { name: words.kinds.organisation[query.art] }),
    ...weekdaysOf(query).map((weekday) => sayWeekday(weekday, language)),
    query.stand === undefined ? '' : choice.stand[query.stand],
    text === '' ? '' : fill(choice.q, { name: text }),
  ]
  const said = joined(parts, '; ')
  return fill(choice.said, { choice: said === '' ? choice.everything : said })
}
