// What is done to cities: an administrator creates them, and organisations settle there.

import { type CityDraft, checkCity } from '../domain/city.ts'
import { NO_TIES } from '../domain/permission.ts'
import { checkSlug, chosenSlug } from '../domain/slug.ts'
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

/** Creates a city under the slug of the draft, or a free one made from its name where that is empty. */
export function createCity(office: Office, by: By, draft: CityDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permit(by, 'create', NO_TIES)
    const { cities, search } = office.store
    const problems = [...checkCity(draft), ...checkSlug(draft.slug, cities.isSlugTaken)]
    if (problems.length > 0) return refused(problems)
    const state = { ...draft, slug: chosenSlug(draft.slug, draft.name, cities.isSlugTaken) }
    const id = cities.insert(state, at)
    record(office, by, { noun: 'city', id, version: 1, at, state })
    const text = `${draft.description} ${draft.postcodes.join(' ')}`
    search.put({ noun: 'city', entryId: id, cityId: id, name: draft.name, topics: '', text })
    return saved(id, 1)
  })
}
