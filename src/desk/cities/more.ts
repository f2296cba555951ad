import type { City } from '../../domain/city.ts'
import { type Act, mayAnywhere } from '../../domain/permission.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import type { CityUses } from '../../store/city-uses.ts'

/** What belongs to a city, each with its list for whoever may read that. */
export type CityUsesPart = {
  readonly kind: 'city-uses'
  readonly uses: readonly { readonly href: Href | null; readonly label: string; readonly count: number }[]
}

declare module '../../http/render.ts' {
  interface Parts {
    'city-uses': CityUsesPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    'city-uses': CityUsesPart
  }
}

/** Below the form of a city: what would be nowhere if it went. */
export function usesPart(house: House, reader: Reader, { id, slug }: City): CityUsesPart {
  const counts = house.store.cityUses.of(id, reader.now.day)
  const { labels } = reader.words.deskCities.uses
  const actor = actorOf(reader)
  const ort = { ort: slug }
  const lists: readonly (readonly [of: keyof CityUses, list: Href, right: Act])[] = [
    ['organisations', deskUrls.organisations.list(ort), 'read-internal'],
    ['venues', deskUrls.venues.list(ort), 'read-internal'],
    ['events', deskUrls.events.list(ort), 'read-internal'],
    ['projects', deskUrls.projects.list(ort), 'read-internal'],
    ['accounts', deskUrls.accounts.list(), 'manage-accounts'],
    ['closingDays', deskUrls.closingDays.list(), 'read-internal'],
    ['notices', deskUrls.notices.list(), 'read-internal'],
  ]
  return {
    kind: 'city-uses',
    uses: lists.flatMap(([of, list, right]) =>
      counts[of] === 0
        ? []
        : [{ href: mayAnywhere(actor, right) ? list : null, label: labels[of], count: counts[of] }],
    ),
  }
}
