import type { City } from '../../domain/city.ts'
import { gone, notFound } from '../../domain/refusal.ts'
import type { House } from '../../http/house.ts'

/** The city that has this slug, or once had it; throws Gone where it is archived, NotFound where there is none. */
export function cityAt({ store }: House, slug: string): City {
  const found = store.cities.bySlug(slug)
  if (found !== null) return found
  return store.cities.isGone(slug) ? gone(`city ${slug}`) : notFound(`city ${slug}`)
}
