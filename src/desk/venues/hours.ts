import type { Venue } from '../../domain/venue.ts'
import { type Form, textOf } from '../../http/forms.ts'
import { calendarsFor } from '../../http/free-days.ts'
import type { House } from '../../http/house.ts'
import type { Filled } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { hoursIn, hoursPart, hoursTongue } from '../../http/schedule/hours.ts'
import type { CityName } from '../../store/cities.ts'

/** How the opening hours of a venue's form are read and asked about, by the holidays of the city that it names. */
export function openingHours(house: House, reader: Reader, cities: readonly CityName[]) {
  const cityIn = (form: Form) => {
    const chosen = cities.find(({ id }) => String(id) === textOf(form, 'cityId'))
    return chosen === undefined ? null : house.store.cities.byId(chosen.id)
  }
  const tongueFor = (form: Form) => hoursTongue(reader, cityIn(form)?.land ?? null)
  return {
    tongueFor,
    read: (form: Form) => hoursIn(form, reader, tongueFor(form)),
    part(filled: Filled, stored: Venue | null) {
      const { fields, hints } = reader.words.deskVenues
      const city = cityIn(filled.form)
      const place = city === null ? null : { cityId: city.id, venueId: stored?.id ?? null }
      return hoursPart(filled, reader, {
        label: fields.openingHours,
        hint: hints.openingHours,
        tongue: tongueFor(filled.form),
        calendar: place === null ? null : calendarsFor(house, reader)(place),
      })
    },
  }
}
