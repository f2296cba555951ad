// What is done to venues: create with their rooms.
import { notFound } from '../domain/refusal.ts'
import { freeSlug, slugOf } from '../domain/slug.ts'
import { checkVenue, type VenueDraft } from '../domain/venue.ts'
import {
  type By,
  type Office,
  permit,
  type Refused,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'

/** Creates a venue with its rooms; an empty slug is made from the name. */
export function createVenue(office: Office, by: By, draft: VenueDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permit(by, 'create', { cityId: draft.cityId, organisationId: null })
    const { cities, venues, search } = office.store
    const city = cities.byId(draft.cityId) ?? notFound(`city ${draft.cityId}`)
    const problems = checkVenue(draft, city.name)
    if (problems.length > 0) return refused(problems)
    const slug = freeSlug(draft.slug === '' ? slugOf(draft.name) : draft.slug, venues.isSlugTaken)
    const id = venues.insert(slug, draft, at)
    record(office, by, { noun: 'venue', id, version: 1, at, state: { ...draft, slug } })
    search.put({
      noun: 'venue',
      entryId: id,
      cityId: draft.cityId,
      name: `${draft.name} ${draft.shortName}`,
      topics: '',
      text: `${draft.description} ${draft.street} ${city.name}`,
    })
    return saved(id, 1)
  })
}
