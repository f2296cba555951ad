import type { City } from '../../domain/city.ts'
import type { House } from '../../http/house.ts'
import type { Asked } from '../../http/serve.ts'
import type { SearchHit } from '../../store/search.ts'

/** What is searched for, and in which city (null: everywhere). */
export type SearchQuery = { readonly text: string; readonly city: City | null }

export const MOST_HITS = 50
const LONGEST_QUERY = 200

/** Reads a search from the address. */
export function readQuery(house: House, asked: Asked): SearchQuery {
  const { q = '', ort = '' } = asked.query
  return {
    text: q.trim().slice(0, LONGEST_QUERY),
    city: ort === '' ? null : house.store.cities.bySlug(ort),
  }
}

/** Its hits in order of rank, and one more than is shown, which tells whether there are more. */
export function hitsOf(house: House, { text, city }: SearchQuery): readonly SearchHit[] {
  return house.store.search.find(text, MOST_HITS + 1, city === null ? {} : { cityId: city.id })
}
