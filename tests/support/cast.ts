// The people of the tests, and small builders of what they work on; each builder puts in its entry and answers with its id.
import type { CityDraft } from '../../src/domain/city.ts'
import type { ContactDraft } from '../../src/domain/contact.ts'
import type { EventDraft } from '../../src/domain/event.ts'
import type { MeetingDraft } from '../../src/domain/meeting.ts'
import type { OrganisationDraft } from '../../src/domain/organisation.ts'
import type { Role } from '../../src/domain/permission.ts'
import type { ProjectDraft } from '../../src/domain/project.ts'
import type { RelationDraft } from '../../src/domain/relation.ts'
import { slugOf } from '../../src/domain/slug.ts'
import type { VenueDraft } from '../../src/domain/venue.ts'
import { actorOf } from '../../src/operations/accounts.ts'
import type { By, Office, Outdated, Refused, Saved } from '../../src/operations/act.ts'
import { createCity } from '../../src/operations/cities.ts'
import { createContact } from '../../src/operations/contacts.ts'
import { createEvent } from '../../src/operations/events.ts'
import { createMeeting } from '../../src/operations/meetings.ts'
import { createOrganisation } from '../../src/operations/organisations.ts'
import { createProject } from '../../src/operations/projects.ts'
import { createRelation } from '../../src/operations/relations.ts'
import { createTopic } from '../../src/operations/topics.ts'
import { createVenue } from '../../src/operations/venues.ts'
import {
  cityDraft,
  contactDraft,
  eventDraft,
  meetingDraft,
  organisationDraft,
  projectDraft,
  relationDraft,
} from './drafts.ts'
import { openOffice, SYSTEM, type TestOffice } from './office.ts'

/** The fixed cast, as each of them comes to an operation by a form. */
export type Cast = {
  readonly administrator: By
  /** Looks after Duisburg. */
  readonly coordinator: By
  /** Looks after Dortmund. */
  readonly otherCoordinator: By
  /** Speaks for the choir in Duisburg. */
  readonly editor: By
  readonly staff: By
  /** Speaks for a group of Dortmund, and has no business in Duisburg. */
  readonly stranger: By
}

/** An office with two cities, a group in each, and the cast. */
export type Town = {
  readonly office: TestOffice
  readonly by: Cast
  /** Duisburg. */
  readonly cityId: number
  /** Dortmund. */
  readonly otherCityId: number
  /** „Chor der Brücken“ in Duisburg. */
  readonly groupId: number
  /** „Lesekreis“ in Dortmund. */
  readonly otherGroupId: number
}

export function openTown(options: { readonly now?: string } = {}): Town {
  const office = openOffice(options)
  const cityId = aCity(office, { name: 'Duisburg' })
  const otherCityId = aCity(office, { name: 'Dortmund' })
  const groupId = anOrganisation(office, { name: 'Chor der Brücken', cityId })
  const otherGroupId = anOrganisation(office, { name: 'Lesekreis', cityId: otherCityId })
  const by: Cast = {
    administrator: aPerson(office, 'administrator'),
    coordinator: aPerson(office, 'coordinator', { name: 'coordinator', cityIds: [cityId] }),
    otherCoordinator: aPerson(office, 'coordinator', { name: 'other coordinator', cityIds: [otherCityId] }),
    editor: aPerson(office, 'editor', { name: 'editor', organisationIds: [groupId] }),
    staff: aPerson(office, 'staff'),
    stranger: aPerson(office, 'editor', { name: 'stranger', organisationIds: [otherGroupId] }),
  }
  office.statements.length = 0
  return { office, by, cityId, otherCityId, groupId, otherGroupId }
}

/** An account of this role, who acts by a form. */
function aPerson(
  office: Office,
  role: Role,
  fields: { name?: string; cityIds?: readonly number[]; organisationIds?: readonly number[] } = {},
): By {
  const { name = role, cityIds = [], organisationIds = [] } = fields
  const email = `${slugOf(name)}@treffpunkt.example`
  const { accounts } = office.store
  const account = accounts.byId(
    accounts.insert(
      { email, name, role, language: 'de', cityIds, organisationIds },
      'no password',
      '2026-01-01T00:00:00Z',
    ),
  )
  if (account === null) throw new Error(`no account of ${name}`)
  return { actor: actorOf(account), origin: 'form' }
}

/** The id of what was saved; throws with all problems where it was not. */
export function idOf(result: Saved | Refused | Outdated): number {
  if (result.kind === 'saved') return result.id
  throw new Error(JSON.stringify(result))
}

/** The fields of all problems with their keys, or what happened instead. */
export function problemsOf(result: Saved | Refused | Outdated): string[] {
  if (result.kind !== 'refused') return [`was ${result.kind}`]
  return result.problems.map((problem) => `${problem.field} ${problem.key}`)
}

export function aCity(office: Office, fields: Partial<CityDraft> = {}): number {
  return idOf(createCity(office, SYSTEM, cityDraft(fields)))
}

export function aTopic(office: Office, name: string): number {
  return idOf(createTopic(office, SYSTEM, { slug: '', names: { de: name, en: name } }))
}

export function anOrganisation(
  office: Office,
  fields: Partial<OrganisationDraft> & { readonly cityId: number },
): number {
  return idOf(createOrganisation(office, SYSTEM, organisationDraft(fields)))
}

export function aContact(
  office: Office,
  fields: Partial<ContactDraft> & { readonly organisationId: number },
): number {
  return idOf(createContact(office, SYSTEM, contactDraft(fields)))
}

export function aVenue(office: Office, fields: Partial<VenueDraft> & { readonly cityId: number }): number {
  const room = { slug: 'saal', name: 'Saal', floor: 'Erdgeschoss', seats: 60, stepFree: true }
  const draft: VenueDraft = {
    slug: '',
    name: 'Internationales Zentrum',
    shortName: 'IZ',
    street: 'Flachsmarkt 15',
    postcode: '47051',
    operatorId: null,
    description: '',
    arrival: '',
    stepFree: null,
    openingHours: null,
    rooms: [room],
    ...fields,
  }
  return idOf(createVenue(office, SYSTEM, draft))
}

export function aMeeting(
  office: Office,
  fields: Partial<MeetingDraft> & { readonly organisationId: number },
): number {
  return idOf(createMeeting(office, SYSTEM, meetingDraft(fields)))
}

export function anEvent(
  office: Office,
  fields: Partial<EventDraft> & { readonly cityId: number },
  organiserId: number,
): number {
  return idOf(createEvent(office, SYSTEM, eventDraft(fields, organiserId)))
}

export function aRelation(
  office: Office,
  fields: Partial<RelationDraft> & { readonly fromId: number; readonly toId: number },
): number {
  return idOf(createRelation(office, SYSTEM, relationDraft(fields)))
}

export function aProject(
  office: Office,
  fields: Partial<ProjectDraft> & { readonly cityId: number },
  carrierId: number,
): number {
  return idOf(createProject(office, SYSTEM, projectDraft(fields, carrierId)))
}
