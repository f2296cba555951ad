// The house of the tests on a free port of this machine, for browsers.
import { changeOrganisation, draftOf } from '../../src/operations/organisations.ts'
import { hashOf } from '../../src/operations/tokens.ts'
import { openHouse, type TestHouse } from './house.ts'
import { SYSTEM } from './office.ts'
import { GONE_SLUG, LINK_SLUG, LINK_TOKEN } from './page-kinds.ts'

export type ListeningHouse = TestHouse & { readonly origin: string }

/**
 * Opens the house of tests/support/house.ts (3 June 2026, 12:00 in Germany); one of its organisations is archived, and one
 * is asked in Arabic whether its entry still holds.
 */
export async function openListeningHouse(): Promise<ListeningHouse> {
  const house = await openHouse()
  const gone = house.store.organisations.bySlug(GONE_SLUG)
  if (gone === null) throw new Error(`no organisation ${GONE_SLUG}`)
  const now = '2026-06-03T10:00:00Z'
  house.store.organisations.setArchived(gone.id, gone.version, now, now)
  askByLink(house)
  const origin = await house.app.listen({ host: '127.0.0.1', port: 0 })
  return { ...house, origin }
}

function askByLink(house: TestHouse): void {
  const group = house.store.organisations.bySlug(LINK_SLUG)
  if (group === null) throw new Error(`no organisation ${LINK_SLUG}`)
  const { id, version } = group
  changeOrganisation(house, SYSTEM, { id, version, draft: { ...draftOf(group), mailLanguage: 'ar' } })
  house.store.confirmationRequests.insert({
    organisationId: id,
    tokenHash: hashOf(LINK_TOKEN),
    kind: 'first',
    madeAt: '2026-06-03T10:00:00Z',
    expiresAt: '2026-07-03T10:00:00Z',
    mails: 1,
  })
}
