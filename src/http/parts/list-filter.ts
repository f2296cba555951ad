import { lookFor } from '../../domain/desk-search.ts'
import type { CityName } from '../../store/cities.ts'
import type { House } from '../house.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import type { Asked } from '../serve.ts'
import type { Option } from './fields.ts'

/** The form above a list of the desk: words to look for, and menus. */
export type ListFilter = {
  readonly action: Href
  /** Null where a list is not looked through by words. */
  readonly text: { readonly label: string; readonly value: string } | null
  readonly menus: readonly ListMenu[]
  /** What the list stays narrowed to, whatever is chosen. */
  readonly kept: readonly { readonly name: string; readonly value: string }[]
}

/** A menu above a list; its name is that of the query. */
export type ListMenu = { readonly name: string; readonly label: string; readonly options: readonly Option[] }

declare module '../render.ts' {
  interface Parts {
    'list-filter': ListFilter
  }
}

/** A menu with these options, by the value that the address names; an empty value stands for all. */
export function listMenu(
  name: string,
  label: string,
  chosen: string | null | undefined,
  options: readonly (readonly [value: string, label: string])[],
): ListMenu {
  return {
    name,
    label,
    options: options.map(([value, label]) => ({ value, label, isChosen: value === (chosen ?? '') })),
  }
}

/** The words and the city that a list of the desk is narrowed to, as the address names them. */
export type WordsAndCity = {
  /** At most 100 letters; empty for whatever. */
  readonly text: string
  readonly city: CityName | null
  readonly cities: readonly CityName[]
  /** Values that name no city. */
  readonly unknown: readonly string[]
}

/** Reads `q` and `ort` from the address: one statement. */
export function readWordsAndCity(house: House, { query }: Asked): WordsAndCity {
  const { q = '', ort = '' } = query
  const cities = house.store.cities.names()
  const city = cities.find(({ slug }) => slug === ort) ?? null
  return { text: q.trim().slice(0, 100), city, cities, unknown: city === null && ort !== '' ? [ort] : [] }
}

/** The menu of all cities. */
export function cityMenu(
  { words }: Reader,
  { city, cities }: Pick<WordsAndCity, 'city' | 'cities'>,
): ListMenu {
  return listMenu('ort', words.desk.organisations.fields.cityId, city?.slug, [
    ['', words.desk.all],
    ...cities.map(({ slug, name }) => [slug, name] as const),
  ])
}

/** The form of a list that is looked through by words and narrowed to a city. */
export function wordsAndCityFilter(reader: Reader, action: Href, choice: WordsAndCity): ListFilter {
  const { text: label } = reader.words.desk.organisations
  return { action, text: { label, value: choice.text }, menus: [cityMenu(reader, choice)], kept: [] }
}

/** Those of a short list that hold the words and are in the city; `textOf` is what is looked through beside the names. */
export function narrowed<
  Line extends {
    readonly inCityId: number
    readonly cityName: string
    readonly venueName: string | null
  },
>(lines: readonly Line[], { text, city }: WordsAndCity, textOf: (line: Line) => string): readonly Line[] {
  const isFound = text === '' ? () => true : lookFor(text)
  return lines.filter(
    (line) =>
      (city === null || line.inCityId === city.id) &&
      isFound(`${textOf(line)} ${line.venueName ?? ''} ${line.cityName}`),
  )
}
