import type { Organisation } from '../../domain/organisation.ts'
import { gone, notFound } from '../../domain/refusal.ts'
import type { House } from '../../http/house.ts'

/** The organisation of an address, of a former one, too; throws NotFound, and Gone for an archived one. */
export function organisationAt(house: House, slug: string): Organisation {
  const found = house.store.organisations.bySlug(slug) ?? formerOne(house, slug)
  return found.archivedAt === null ? found : gone(`organisation ${slug}`)
}

function formerOne(house: House, slug: string): Organisation {
  const { organisations } = house.store
  const present = organisations.slugAfter(slug) ?? notFound(`organisation ${slug}`)
  return organisations.bySlug(present) ?? notFound(`organisation ${present}`)
}
