import { type Actor, may } from '../../domain/permission.ts'
import type { House } from '../../http/house.ts'
import type { CityName } from '../../store/cities.ts'
import type { Choices } from './forms.ts'

/** Every city and topic. */
export function choicesOf(house: House): Choices {
  return { cities: house.store.cities.names(), topics: house.store.topics.all() }
}

/** The cities into which somebody may put an entry: those where they may create one, and the one where it is. */
export function citiesFor(
  actor: Actor,
  cities: readonly CityName[],
  now: number | null,
): readonly CityName[] {
  return cities.filter(({ id }) => id === now || may(actor, 'create', { cityId: id, organisationId: null }))
}
