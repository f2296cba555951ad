import { expect, test } from 'vitest'
import { handOverOrganisation } from '../../src/operations/organisation-uses.ts'
import { archiveOrganisation } from '../../src/operations/organisations.ts'
import { takeBack } from '../../src/operations/taking-back.ts'
import {
  aContact,
  aMeeting,
  anEvent,
  anOrganisation,
  aProject,
  aRelation,
  aVenue,
  openTown,
  problemsOf,
} from '../support/cast.ts'
import { day } from '../support/schedules.ts'

const TODAY = day('2026-06-03')

/** A group with everything that can need it, in both towns; and one to which it can be handed over. */
function aNeededGroup() {
  const town = openTown()
  const { office, cityId, otherCityId, groupId: id } = town
  const to = anOrganisation(office, { name: 'Nachfolge', cityId })
  const part = anOrganisation(office, { name: 'Jugendchor', cityId: otherCityId })
  const later = { startsOn: day('2026-09-01'), endsOn: day('2026-09-01') }
  const past = { startsOn: day('2026-05-01'), endsOn: day('2026-05-01') }
  return {
    ...town,
    id,
    to,
    part,
    venue: aVenue(office, { cityId, operatorId: id }),
    event: anEvent(office, { cityId, title: 'Konzert', ...later }, id),
    pastEvent: anEvent(office, { cityId, title: 'Früheres Konzert', ...past }, id),
    eventElsewhere: anEvent(office, { cityId: otherCityId, title: 'Gastspiel', ...later }, id),
    project: aProject(office, { cityId, title: 'Singen' }, id),
    endedProject: aProject(office, { cityId, title: 'Gesungen', startYear: 2019, endYear: 2021 }, id),
    relation: aRelation(office, { fromId: part, toId: id, kind: 'part-of' }),
    ended: aRelation(office, { fromId: to, toId: id, kind: 'part-of', untilYear: 2020 }),
  }
}

test('what needs a group is told in one statement: what is over does not need it any more', () => {
  const { office, id } = aNeededGroup()
  office.statements.length = 0
  expect(office.store.organisationUses.ofOrganisation(id, TODAY).map(({ name }) => name)).toEqual([
    'Internationales Zentrum',
    'Jugendchor',
    'Singen',
    'Gastspiel',
    'Konzert',
  ])
  expect(office.statements).toHaveLength(1)
})

test('what goes out of sight with a group is counted, and so are the accounts that speak for it', () => {
  const { office, id, part } = aNeededGroup()
  aContact(office, { organisationId: id })
  aMeeting(office, { organisationId: id })
  const count = () => office.store.organisationUses.followersOf(id)
  expect(count()).toEqual({ contacts: 1, meetings: 1, feeds: 0, relations: 2, accounts: 1 })
  office.store.organisations.setArchived(part, 1, '2026-06-03T10:00:00Z', '2026-06-03T10:00:00Z')
  expect(count().relations).toBe(1)
})

test('a group is handed over as one: each entry with a revision of its own, all under one mark', () => {
  const { office, by, id, to, ...needs } = aNeededGroup()
  expect(handOverOrganisation(office, by.administrator, { id, to }).kind).toBe('saved')
  const { venues, events, projects, relations, revisions, organisationUses } = office.store
  expect(venues.byId(needs.venue)?.operatorId).toBe(to)
  for (const event of [needs.event, needs.eventElsewhere])
    expect(events.byId(event)?.participations).toMatchObject([{ organisationId: to, role: 'organiser' }])
  expect(projects.byId(needs.project)?.parts).toMatchObject([{ organisationId: to, role: 'carrier' }])
  expect(relations.byId(needs.relation)).toMatchObject({ fromId: needs.part, toId: to })
  expect(organisationUses.ofOrganisation(id, TODAY)).toEqual([])
  for (const [noun, entry] of [
    ['venue', needs.venue],
    ['event', needs.event],
    ['project', needs.project],
    ['relation', needs.relation],
  ] as const)
    expect(revisions.ofEntry(noun, entry)).toMatchObject([{ version: 2 }, { version: 1 }])
})

test('what was handed over is taken back as one', () => {
  const { office, by, id, to, relation } = aNeededGroup()
  handOverOrganisation(office, by.administrator, { id, to })
  const filter = { noun: null, by: null, since: '', within: null, withAccounts: false }
  const lines = office.store.changes.lines(filter, { limit: 50, offset: 0 })
  const batch = lines.find(({ count }) => count === 5)?.batch ?? ''
  expect(takeBack(office, by.administrator, batch, () => true)).toMatchObject({ kind: 'saved', count: 5 })
  expect(office.store.organisationUses.ofOrganisation(id, TODAY)).toHaveLength(5)
  expect(office.store.relations.byId(relation)).toMatchObject({ toId: id, version: 3 })
})

test('what is over stays as it was', () => {
  const { office, by, id, to, pastEvent, endedProject, ended } = aNeededGroup()
  handOverOrganisation(office, by.administrator, { id, to })
  const { events, projects, relations } = office.store
  expect(events.byId(pastEvent)).toMatchObject({ version: 1, participations: [{ organisationId: id }] })
  expect(projects.byId(endedProject)).toMatchObject({ version: 1, parts: [{ organisationId: id }] })
  expect(relations.byId(ended)).toMatchObject({ version: 1, toId: id })
})

test('a coordinator hands over what is to be changed in the own town, and the rest stays', () => {
  const { office, by, id, to, eventElsewhere, event } = aNeededGroup()
  expect(handOverOrganisation(office, by.coordinator, { id, to }).kind).toBe('saved')
  expect(office.store.events.byId(event)?.version).toBe(2)
  expect(office.store.organisationUses.ofOrganisation(id, TODAY)).toMatchObject([{ id: eventElsewhere }])
  expect(problemsOf(handOverOrganisation(office, by.coordinator, { id, to }))).toEqual([
    'to organisation.nothingToMove',
  ])
})

test('who is there already is named once, and no part becomes a part of itself', () => {
  const { office, by, cityId, id, part, relation } = aNeededGroup()
  const third = anOrganisation(office, { name: 'Dritte', cityId })
  const known = aRelation(office, { fromId: third, toId: id, kind: 'part-of' })
  aRelation(office, { fromId: third, toId: part, kind: 'part-of' })
  expect(handOverOrganisation(office, by.administrator, { id, to: part }).kind).toBe('saved')
  const { relations } = office.store
  for (const left of [relation, known]) expect(relations.byId(left)).toMatchObject({ version: 1, toId: id })
})

test('where one thing cannot be handed over, nothing is, and the problem names it', () => {
  const { office, by, cityId, id, part, event } = aNeededGroup()
  const below = anOrganisation(office, { name: 'Nachwuchs', cityId })
  aRelation(office, { fromId: below, toId: part, kind: 'part-of' })
  const result = handOverOrganisation(office, by.administrator, { id, to: below })
  expect(result).toMatchObject({
    problems: [{ field: 'to', key: 'organisation.notMoved', params: { names: 'Jugendchor' } }],
  })
  expect(office.store.events.byId(event)?.version).toBe(1)
})

test('it is for whoever may archive the group, and goes to none that is archived, or to itself', () => {
  const { office, by, id, to } = aNeededGroup()
  for (const person of [by.editor, by.staff, by.stranger, by.otherCoordinator])
    expect(() => handOverOrganisation(office, person, { id, to })).toThrow('forbidden')
  archiveOrganisation(office, by.coordinator, { id: to, version: 1, act: 'archive' })
  for (const none of [id, to, 999])
    expect(problemsOf(handOverOrganisation(office, by.coordinator, { id, to: none }))).toEqual([
      'to organisation.gone',
    ])
})
