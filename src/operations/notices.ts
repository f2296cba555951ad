// What is done to notices: create, change, archive, bring back, restore; each a revision.
import { wallTime } from '../domain/clock.ts'
import { checkNotice, type Notice, type NoticeDraft } from '../domain/notice.ts'
import type { Act, Actor, Ties } from '../domain/permission.ts'
import type { Problem } from '../domain/problem.ts'
import { notFound } from '../domain/refusal.ts'
import { showContact } from '../domain/visibility.ts'
import type { Archiving, By, Change, Office, Outdated, Refused, Restoring, Saved } from './act.ts'
import { archiveEntry, type Created, changeEntry, createEntry, openEntry, restoreEntry } from './entries.ts'

const NOTICES: Created<'notice', Notice> = {
  noun: 'notice',
  byId: ({ store }, id) => store.notices.byId(id),
  draftOf: noticeDraftOf,
  tiesOf: tiesOfNotice,
  homeOf: tiesOfNotice,
  check: (office, draft, stored) => [...checkNotice(draft), ...checkContact(office, draft, stored)],
  complete: (_office, draft) => draft,
  insert: ({ store }, draft, at) => store.notices.insert(draft, at),
  update: ({ store }, _stored, { id, version, draft }, at) => store.notices.update(id, version, draft, at),
  setArchived: ({ store }, { id, version }, archivedAt, at) =>
    store.notices.setArchived(id, version, archivedAt, at),
  heldBy: () => [],
  // Readers do not search for notices.
  index: () => {},
}

/** Creates a notice; it is for whoever may create in the city, or in the city of the venue. */
export function createNotice(office: Office, by: By, draft: NoticeDraft): Saved | Refused {
  return createEntry(NOTICES, office, by, draft)
}

/** Changes a notice that still has the version the change was made from. */
export function changeNotice(
  office: Office,
  by: By,
  change: Change<NoticeDraft>,
): Saved | Refused | Outdated {
  return changeEntry(NOTICES, office, by, change)
}

/** Takes a notice off its page or puts it back. */
export function archiveNotice(office: Office, by: By, archiving: Archiving): Saved | Refused | Outdated {
  return archiveEntry(NOTICES, office, by, archiving)
}

/** Makes an earlier state of a notice its newest one. */
export function restoreNotice(office: Office, by: By, restoring: Restoring): Saved | Refused | Outdated {
  return restoreEntry(NOTICES, office, by, restoring)
}

/** The notice, for somebody who may do this to it; throws as `openEntry` does. */
export function openNotice(office: Office, actor: Actor, act: Act, id: number): Notice {
  return openEntry(NOTICES, office, actor, { act, id })
}

/** The editable fields of a notice, as a form and a revision keep them. */
export function noticeDraftOf(notice: Notice): NoticeDraft {
  const { id: _id, version: _version, archivedAt: _archivedAt, ...draft } = notice
  return draft
}

/** The city that a notice belongs to, for questions of permission. Throws NotFound for a house or city that is none. */
export function tiesOfNotice(
  { store }: Office,
  { cityId, venueId }: Pick<NoticeDraft, 'cityId' | 'venueId'>,
): Ties {
  if (venueId !== null) {
    const house = store.venues.byId(venueId) ?? notFound(`venue ${venueId}`)
    return { cityId: house.cityId, organisationId: null }
  }
  if (cityId !== null && store.cities.byId(cityId) === null) notFound(`city ${cityId}`)
  return { cityId, organisationId: null }
}

/** Who is newly named for questions is from that city and may be shown; who was named before may stay, and is not shown. */
function checkContact(office: Office, draft: NoticeDraft, stored: Notice | null): Problem[] {
  const { contactId } = draft
  if (contactId === null) return []
  const { cityId } = tiesOfNotice(office, draft)
  const isKept = stored?.contactId === contactId && tiesOfNotice(office, stored).cityId === cityId
  return isKept || maySpeakFor(office, contactId, cityId)
    ? []
    : [{ field: 'contactId', key: 'notice.contactElsewhere' }]
}

function maySpeakFor({ store, clock }: Office, contactId: number, cityId: number | null): boolean {
  const contact = store.contacts.byId(contactId)
  if (contact === null || contact.audience !== 'public') return false
  const organisation = store.organisations.byId(contact.organisationId)
  if (organisation === null || organisation.archivedAt !== null || organisation.cityId !== cityId)
    return false
  return showContact(contact, 'web', wallTime(clock()).day) !== null
}
