// What is done to contacts: create, change, archive, bring back, restore; consent is noted and withdrawn with the same act.
import { wallTime } from '../domain/clock.ts'
import { type Contact, type ContactDraft, checkContact } from '../domain/contact.ts'
import { type Act, type Actor, may } from '../domain/permission.ts'
import { forbidden, notFound } from '../domain/refusal.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Moment,
  type Office,
  type Outdated,
  outdated,
  type Refused,
  type Restoring,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'
import { noteConsents } from './consents.ts'
import { contactDraftOf, withStandingConsents } from './contact-drafts.ts'
import { openOrganisation, tiesOf } from './organisations.ts'
import { checkFormerPerson, keepPerson } from './persons.ts'

/** Creates a contact at an organisation, with what the person agreed to. */
export function createContact(office: Office, by: By, draft: ContactDraft): Saved | Refused {
  return write(office, (moment) => {
    openOrganisation(office, by.actor, 'edit', draft.organisationId)
    const problems = checkContact(draft, moment.today)
    if (problems.length > 0) return refused(problems)
    const { contacts } = office.store
    const personId = draft.personName === '' ? null : contacts.insertPerson(draft.personName)
    const id = contacts.insert(draft, personId, moment.at)
    const channelIds = contacts.replaceChannels(id, draft.channels)
    noteConsents(office, by, moment, { id, personId, before: null, draft, channelIds })
    record(office, by, stateOf(office, moment, id))
    return saved(id, 1)
  })
}

/** Changes a contact that still has the version the change was made from; another person needs consents of their own. */
export function changeContact(
  office: Office,
  by: By,
  { id, version, draft }: Change<ContactDraft>,
): Saved | Refused | Outdated {
  return write(office, (moment) => {
    const before = openContact(office, by.actor, 'edit', id)
    const { today } = moment
    const problems = [...checkContact(draft, today), ...checkFormerPerson(before, draft, today)]
    if (problems.length > 0) return refused(problems)
    if (version !== before.version) return outdated(before.version)
    const { contacts } = office.store
    const personId = keepPerson(office, before, draft.personName)
    contacts.update(id, version, draft, personId, moment.at)
    if (before.person !== null && before.person.id !== personId) contacts.dropPerson(before.person.id)
    const channelIds = contacts.replaceChannels(id, draft.channels)
    const same = before.person?.id === personId ? before : null
    noteConsents(office, by, moment, { id, personId, before: same, draft, channelIds })
    record(office, by, stateOf(office, moment, id))
    return saved(id, version + 1)
  })
}

/** Takes a contact off every page (`archive`) or puts it back (`bring-back`). */
export function archiveContact(office: Office, by: By, { id, version, act }: Archiving): Saved | Outdated {
  return write(office, (moment) => {
    const stored = openContact(office, by.actor, 'edit', id)
    const done = office.store.contacts.setArchived(
      id,
      version,
      act === 'archive' ? moment.at : null,
      moment.at,
    )
    if (!done) return outdated(stored.version)
    record(office, by, stateOf(office, moment, id))
    return saved(id, version + 1)
  })
}

/** Makes an earlier state of a contact its newest one, without consents that were withdrawn since. */
export function restoreContact(
  office: Office,
  by: By,
  { id, version, earlier }: Restoring,
): Saved | Refused | Outdated {
  const stored = openContact(office, by.actor, 'restore', id)
  const { draft } = office.store.revisions.draftAt('contact', id, earlier) ?? notFound(`version ${earlier}`)
  const now = contactDraftOf(stored, wallTime(office.clock()).day)
  return changeContact(
    office,
    { ...by, origin: 'restore' },
    { id, version, draft: withStandingConsents(draft, now) },
  )
}

/**
 * The contact, for somebody who may do this at its organisation. Throws Forbidden for anybody else; NotFound where they
 * may not even know of it: internal, or in the archive.
 */
export function openContact(office: Office, actor: Actor, act: Act, id: number): Contact {
  const stored = office.store.contacts.byId(id) ?? notFound(`contact ${id}`)
  const organisation =
    office.store.organisations.byId(stored.organisationId) ??
    notFound(`organisation ${stored.organisationId}`)
  const ties = tiesOf(organisation)
  if (may(actor, act, ties)) return stored
  const isPrivate =
    [stored, organisation].some(({ archivedAt }) => archivedAt !== null) || stored.audience === 'internal'
  if (isPrivate && !may(actor, 'read-internal', ties)) notFound(`contact ${id}`)
  return forbidden(act)
}

/** The contact as it was just saved, for its revision. */
function stateOf(office: Office, { at, today }: Moment, id: number) {
  const contact = office.store.contacts.byId(id) ?? notFound(`contact ${id}`)
  const state = contactDraftOf(contact, today)
  return { noun: 'contact', id, version: contact.version, at, state } as const
}
