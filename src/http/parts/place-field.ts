import { type Actor, may } from '../../domain/permission.ts'
import { fill } from '../../i18n/words.ts'
import type { House } from '../house.ts'

/** What an entry is about: a city, or one of its houses; the other is null. */
export type AboutPlace = { readonly venueId: number | null; readonly cityId: number | null }

/** A city or a house as a menu offers it; `value` is how a form names it. */
export type Place = AboutPlace & {
  readonly value: string
  readonly label: string
  readonly inCityId: number
}

/** Every city, each followed by its houses, as a noun says them. */
export function placesOf(
  house: House,
  { allOf, houseIn }: { readonly allOf: string; readonly houseIn: string },
): readonly Place[] {
  const venues = house.store.venues.lines()
  return house.store.cities.names().flatMap(({ id: cityId, name: city }): Place[] => [
    {
      value: `city-${cityId}`,
      label: fill(allOf, { city }),
      venueId: null,
      cityId,
      inCityId: cityId,
    },
    ...venues
      .filter((venue) => venue.cityId === cityId)
      .map(({ id, name }) => ({
        value: `venue-${id}`,
        label: fill(houseIn, { house: name, city }),
        venueId: id,
        cityId: null,
        inCityId: cityId,
      })),
  ])
}

/** Those that somebody may choose, and the one that is chosen already. */
export function placesFor(actor: Actor, places: readonly Place[], now: Place | null): readonly Place[] {
  return places.filter(
    (place) => place === now || may(actor, 'create', { cityId: place.inCityId, organisationId: null }),
  )
}

/** The place that an entry is about, or null where its house has been archived since. */
export function placeOf({ venueId, cityId }: AboutPlace, places: readonly Place[]): Place | null {
  return places.find((place) => place.venueId === venueId && place.cityId === cityId) ?? null
}
