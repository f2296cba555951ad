// What is done to contacts: create, change, archive and bring back; consent is noted and withdrawn with the same act.
import {
  type Channel,
  CONSENT_PLACES,
  type ConsentPlace,
  type ConsentWay,
  type Contact,
  type ContactDraft,
  checkContact,
} from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import { notFound } from '../domain/refusal.ts'
import {
  type By,
  type Moment,
  type Office,
  type Outdated,
  permit,
  type Refused,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'
import { tiesOf } from './organisations.ts'

/** Creates a contact at an organisation, with what the person agreed to. */
export function createContact(office: Office, by: By, draft: ContactDraft): Saved | Refused {
  return write(office, (moment) => {
    permit(by, 'edit', tiesOfOrganisation(office, draft.organisationId))
    const problems = checkContact(draft, moment.today)
    if (problems.length > 0) return refused(problems)
    const { contacts } = office.store
    const personId = draft.personName === '' ? null : contacts.insertPerson(draft.personName)
    const id = contacts.insert(draft, personId, moment.at)
    const channelIds = contacts.replaceChannels(id, draft.channels)
    noteConsents(office, by, moment, { id, personId, before: null }, draft, channelIds)
    recordContact(office, by, moment, id, 1)
    return saved(id, 1)
  })
}

/** Changes a contact that still has the version the change was made from; another person needs consents of their own. */
export function changeContact(
  office: Office,
  by: By,
  id: number,
  version: number,
  draft: ContactDraft,
): Saved | Refused | Outdated {
  return write(office, (moment) => {
    const before = load(office, id)
    permit(by, 'edit', tiesOfOrganisation(office, before.organisationId))
    const problems = checkContact(draft, moment.today)
    if (problems.length > 0) return refused(problems)
    if (version !== before.version) return { kind: 'outdated', version: before.version }
    const { contacts } = office.store
    const personId = keepPerson(office, before, draft.personName)
    contacts.update(id, version, draft, personId, moment.at)
    if (before.person !== null && before.person.id !== personId) contacts.dropPerson(before.person.id)
    const channelIds = contacts.replaceChannels(id, draft.channels)
    noteConsents(
      office,
      by,
      moment,
      { id, personId, before: before.person?.id === personId ? before : null },
      draft,
      channelIds,
    )
    recordContact(office, by, moment, id, version + 1)
    return saved(id, version + 1)
  })
}

/** Takes a contact off every page (`archive`) or puts it back (`bring-back`). */
export function archiveContact(
  office: Office,
  by: By,
  id: number,
  version: number,
  act: 'archive' | 'bring-back',
): Saved | Outdated {
  return write(office, (moment) => {
    const stored = load(office, id)
    permit(by, 'edit', tiesOfOrganisation(office, stored.organisationId))
    const done = office.store.contacts.setArchived(
      id,
      version,
      act === 'archive' ? moment.at : null,
      moment.at,
    )
    if (!done) return { kind: 'outdated', version: stored.version }
    recordContact(office, by, moment, id, version + 1)
    return saved(id, version + 1)
  })
}

/** A contact as its form and its revisions hold it: consents as they stand on a day. */
export function contactDraftOf(
  contact: Contact,
  today: Day,
): ContactDraft & { readonly archivedAt: string | null } {
  const standing = contact.consents.filter(
    (consent) => consent.withdrawnOn === null || consent.withdrawnOn > today,
  )
  const placesOf = (channelId: number | null) =>
    CONSENT_PLACES.filter((place) =>
      standing.some((consent) => consent.channelId === channelId && consent.place === place),
    )
  const latest = standing.at(-1)
  return {
    organisationId: contact.organisationId,
    audience: contact.audience,
    function: contact.function,
    personName: contact.person?.name ?? '',
    namePlaces: placesOf(null),
    consentWay: latest?.way ?? null,
    consentGivenOn: latest?.givenOn ?? null,
    channels: contact.channels.map((channel: Channel) => ({ ...channel, places: placesOf(channel.id) })),
    hours: contact.hours,
    note: contact.note,
    archivedAt: contact.archivedAt,
  }
}

function load(office: Office, id: number): Contact {
  return office.store.contacts.byId(id) ?? notFound(`contact ${id}`)
}

function tiesOfOrganisation(office: Office, organisationId: number) {
  return tiesOf(office.store.organisations.byId(organisationId) ?? notFound(`organisation ${organisationId}`))
}

/** A corrected spelling stays the same person; a cleared name is nobody; a wholly other name is somebody else. */
function keepPerson(office: Office, before: Contact, name: string): number | null {
  const { contacts } = office.store
  if (name === '') return null
  if (before.person === null) return contacts.insertPerson(name)
  if (before.person.name === name) return before.person.id
  const sharesAName = before.person.name.split(/\s+/).some((part) => name.split(/\s+/).includes(part))
  if (!sharesAName) return contacts.insertPerson(name)
  contacts.renamePerson(before.person.id, name)
  return before.person.id
}

type Noted = { readonly id: number; readonly personId: number | null; readonly before: Contact | null }

function noteConsents(
  office: Office,
  by: By,
  moment: Moment,
  contact: Noted,
  draft: ContactDraft,
  channelIds: readonly number[],
): void {
  const { personId } = contact
  if (personId === null) return
  const before = contact.before === null ? null : contactDraftOf(contact.before, moment.today)
  noteConsent(
    office,
    by,
    moment,
    { ...contact, personId, channelId: null },
    draft,
    draft.namePlaces,
    before?.namePlaces ?? [],
  )
  draft.channels.forEach((channel, index) => {
    const channelId = channelIds[index] ?? null
    const had = before?.channels.find((other) => other.id === channelId)?.places ?? []
    if (channelId !== null)
      noteConsent(office, by, moment, { ...contact, personId, channelId }, draft, channel.places, had)
  })
}

function noteConsent(
  office: Office,
  by: By,
  moment: Moment,
  to: { readonly id: number; readonly personId: number; readonly channelId: number | null },
  draft: { readonly consentWay: ConsentWay | null; readonly consentGivenOn: Day | null },
  wanted: readonly ConsentPlace[],
  had: readonly ConsentPlace[],
): void {
  const { contacts } = office.store
  const { id: contactId, personId, channelId } = to
  for (const place of CONSENT_PLACES) {
    if (had.includes(place) && !wanted.includes(place))
      contacts.withdrawConsent(contactId, channelId, place, moment.today)
    if (
      had.includes(place) ||
      !wanted.includes(place) ||
      draft.consentWay === null ||
      draft.consentGivenOn === null
    )
      continue
    const { consentWay: way, consentGivenOn: givenOn } = draft
    contacts.addConsent({
      personId,
      contactId,
      channelId,
      place,
      givenOn,
      way,
      wording: '',
      notedBy: by.actor.name,
    })
  }
}

function recordContact(office: Office, by: By, moment: Moment, id: number, version: number): void {
  record(office, by, {
    noun: 'contact',
    id,
    version,
    at: moment.at,
    state: contactDraftOf(load(office, id), moment.today),
  })
}
