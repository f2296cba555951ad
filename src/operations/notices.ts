// What is done to notices: they are put above the pages of a city or a venue.
import { checkNotice, type NoticeDraft } from '../domain/notice.ts'
import { notFound } from '../domain/refusal.ts'
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

/** Creates a notice; it is for whoever may create in the city, or in the city of the venue. */
export function createNotice(office: Office, by: By, draft: NoticeDraft): Saved | Refused {
  return write(office, ({ at }) => {
    permit(by, 'create', { cityId: cityOf(office, draft), organisationId: null })
    const problems = checkNotice(draft)
    if (problems.length > 0) return refused(problems)
    const id = office.store.notices.insert(draft, at)
    record(office, by, { noun: 'notice', id, version: 1, at, state: draft })
    return saved(id, 1)
  })
}

function cityOf(office: Office, { cityId, venueId }: NoticeDraft): number | null {
  if (venueId === null) return cityId
  return (office.store.venues.byId(venueId) ?? notFound(`venue ${venueId}`)).cityId
}
