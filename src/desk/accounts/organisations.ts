import { fold } from '../../domain/search-fold.ts'
import type { House } from '../../http/house.ts'

const MOST_NAMED = 5

/** An organisation as somebody finds it by its name; either it, or what was perhaps meant. */
type Found =
  | { readonly kind: 'one'; readonly id: number }
  | { readonly kind: 'none'; readonly near: readonly string[] }

/** „Chor der Brücken (Duisburg)“ for each of these organisations, in this order. */
export function organisationNames(house: House, ids: readonly number[]): readonly string[] {
  const cities = new Map(house.store.cities.names().map(({ id, name }) => [id, name]))
  const named = new Map(house.store.organisations.named(ids).map((each) => [each.id, each]))
  return ids.flatMap((id) => {
    const organisation = named.get(id)
    return organisation === undefined ? [] : `${organisation.name} (${cities.get(organisation.cityId) ?? ''})`
  })
}

/** The one organisation of this name, with or without its city; upper case and accents do not matter. */
export function findOrganisation(house: House, typed: string): Found {
  const { search } = house.store
  const hits = search.find(typed, 50, { noun: 'organisation' }).map(({ entryId }) => entryId)
  const names = organisationNames(house, hits)
  const wanted = fold(typed)
  const isSame = (name: string) => fold(name) === wanted || fold(name.replace(/ \([^()]*\)$/, '')) === wanted
  const same = hits.filter((_id, index) => isSame(names[index] ?? ''))
  const [id] = same
  if (id !== undefined && same.length === 1) return { kind: 'one', id }
  const near = search
    .near(typed, 20)
    .flatMap(({ noun, entryId }) => (noun === 'organisation' ? [entryId] : []))
  const meant = same.length > 0 ? same : [...new Set([...hits, ...near])]
  return { kind: 'none', near: organisationNames(house, meant.slice(0, MOST_NAMED)) }
}
