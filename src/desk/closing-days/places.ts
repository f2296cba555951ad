import type { ClosingDayDraft } from '../../domain/closing-day.ts'
import { type Actor, may } from '../../domain/permission.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { fill } from '../../i18n/words.ts'

/** What can be closed: a city with all its houses, or one of them. `value` is how a form names it. */
export type Place = Pick<ClosingDayDraft, 'venueId' | 'cityId'> & {
  readonly value: string
  readonly label: string
  readonly inCityId: number
}

/** Every city, each followed by its houses. */
export function placesOf(house: House, { words }: Reader): readonly Place[] {
  const { allOf, houseIn } = words.deskClosingDays
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

/** Those that somebody may close, and the one that is closed already. */
export function placesFor(actor: Actor, places: readonly Place[], now: Place | null): readonly Place[] {
  return places.filter(
    (place) => place === now || may(actor, 'create', { cityId: place.inCityId, organisationId: null }),
  )
}

/** The place of closing days, or null where its house has been archived since. */
export function placeOf(
  { venueId, cityId }: Pick<ClosingDayDraft, 'venueId' | 'cityId'>,
  places: readonly Place[],
): Place | null {
  return places.find((place) => place.venueId === venueId && place.cityId === cityId) ?? null
}
