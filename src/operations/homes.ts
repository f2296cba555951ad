// Knows where an entry may be at home: in no city that is in the archive.
import type { Problem } from '../domain/problem.ts'
import type { Office } from './act.ts'

/** What keeps an entry from a city; `field`: where that is told. */
export function checkHome({ store }: Office, cityId: number | null, field: 'cityId' | 'archiv'): Problem[] {
  const city = cityId === null ? null : store.cities.byId(cityId)
  return city === null || city.archivedAt === null ? [] : [{ field, key: 'city.archived' }]
}
