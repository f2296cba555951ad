import { expect, test } from 'vitest'
import { createRelation } from '../../src/operations/relations.ts'
import { anOrganisation, aRelation, idOf, openTown, problemsOf } from '../support/cast.ts'
import { relationDraft } from '../support/drafts.ts'

const GONE = 999

test('a relation is created by whoever looks after the city from which it starts', () => {
  const { office, by, groupId, otherGroupId } = openTown()
  const draft = relationDraft({ fromId: groupId, toId: otherGroupId, sinceYear: 2017, note: 'Gründung' })
  const id = idOf(createRelation(office, by.coordinator, draft))
  expect(office.store.relations.byId(id)).toEqual({ ...draft, id, version: 1 })
  expect(office.store.revisions.ofEntry('relation', id)).toMatchObject([
    { version: 1, by: 'coordinator', origin: 'form', state: draft },
  ])
})

test('it is for nobody else, and nobody can be related to what is not there', () => {
  const { office, by, groupId, otherGroupId } = openTown()
  const draft = relationDraft({ fromId: groupId, toId: otherGroupId })
  for (const person of [by.otherCoordinator, by.editor, by.staff, by.stranger])
    expect(() => createRelation(office, person, draft)).toThrow('forbidden')
  expect(() => createRelation(office, by.coordinator, { ...draft, toId: GONE })).toThrow('not-found')
  expect(() => createRelation(office, by.coordinator, { ...draft, fromId: GONE })).toThrow('not-found')
  expect(office.store.relations.ofOrganisation(groupId)).toEqual([])
})

test('it is refused with all that is wrong', () => {
  const { office, by, groupId } = openTown()
  const draft = relationDraft({ fromId: groupId, toId: groupId, sinceYear: 2017, untilYear: 20 })
  expect(problemsOf(createRelation(office, by.coordinator, draft))).toEqual([
    'untilYear year.outOfRange',
    'toId relation.toItself',
    'untilYear untilYear.beforeSince',
  ])
})

test('it stands once, and what is mutual only once for both sides', () => {
  const { office, by, groupId, otherGroupId } = openTown()
  const there = { fromId: groupId, toId: otherGroupId }
  const back = { fromId: otherGroupId, toId: groupId }
  aRelation(office, { ...there, kind: 'supports' })
  aRelation(office, { ...there, kind: 'cooperates-with' })
  const create = (draft: typeof there, kind: 'supports' | 'cooperates-with') =>
    createRelation(office, by.administrator, relationDraft({ ...draft, kind }))
  expect(problemsOf(create(there, 'supports'))).toEqual(['toId relation.exists'])
  expect(problemsOf(create(back, 'cooperates-with'))).toEqual(['toId relation.exists'])
  expect(create(back, 'supports').kind).toBe('saved')
})

test('nothing is part of its own part', () => {
  const { office, by, cityId } = openTown()
  const [office1, team, person] = ['Amt', 'Abteilung', 'Stelle'].map((name) =>
    anOrganisation(office, { name, cityId }),
  )
  const partOf = (fromId = 0, toId = 0) => relationDraft({ fromId, toId, kind: 'part-of' })
  createRelation(office, by.coordinator, partOf(person, team))
  createRelation(office, by.coordinator, partOf(team, office1))
  expect(problemsOf(createRelation(office, by.coordinator, partOf(office1, person)))).toEqual([
    'toId relation.circular',
  ])
})
