// The house of the tests on a free port of this machine, for browsers.
import { openHouse, type TestHouse } from './house.ts'
import { GONE_SLUG } from './page-kinds.ts'

export type ListeningHouse = TestHouse & { readonly origin: string }

/** Opens the house of tests/support/house.ts (3 June 2026, 12:00 in Germany); one of its organisations is archived. */
export async function openListeningHouse(): Promise<ListeningHouse> {
  const house = await openHouse()
  const gone = house.store.organisations.bySlug(GONE_SLUG)
  if (gone === null) throw new Error(`no organisation ${GONE_SLUG}`)
  const now = '2026-06-03T10:00:00Z'
  house.store.organisations.setArchived(gone.id, gone.version, now, now)
  const origin = await house.app.listen({ host: '127.0.0.1', port: 0 })
  return { ...house, origin }
}
