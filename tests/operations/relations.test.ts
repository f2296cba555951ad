import { describe, expect, test } from 'vitest'
import type { RelationDraft } from '../../src/domain/relation.ts'
import {
  archiveRelation,
  changeRelation,
  createRelation,
  openRelation,
  restoreRelation,
} from '../../src/operations/relations.ts'
import { anOrganisation, aRelation, idOf, openTown, problemsOf } from '../support/cast.ts'
import { relationDraft } from '../support/drafts.ts'

const GONE = 999

test('a relation is created by whoever may edit one of its sides', () => {
  const { office, by, groupId, otherGroupId } = openTown()
  const draft = relationDraft({ fromId: groupId, toId: otherGroupId, sinceYear: 2017, note: 'Gründung' })
  const id = idOf(createRelation(office, by.coordinator, draft))
  expect(office.store.relations.byId(id)).toEqual({ ...draft, id, version: 1, archivedAt: null })
  expect(office.store.revisions.ofEntry('relation', id)).toMatchObject([
    { version: 1, by: 'coordinator', origin: 'form', state: draft },
  ])
  for (const [person, kind] of [
    [by.otherCoordinator, 'supports'],
    [by.editor, 'part-of'],
    [by.stranger, 'in-dialogue-with'],
  ] as const)
    expect(createRelation(office, person, { ...draft, kind }).kind, kind).toBe('saved')
})

test('it is for nobody else, and nobody can be related to what is not there', () => {
  const { office, by, cityId, groupId, otherGroupId } = openTown()
  const neighbour = anOrganisation(office, { name: 'Nachbarn', cityId })
  const draft = relationDraft({ fromId: groupId, toId: otherGroupId })
  const among = relationDraft({ fromId: groupId, toId: neighbour })
  expect(() => createRelation(office, by.staff, draft)).toThrow('forbidden')
  for (const person of [by.otherCoordinator, by.stranger])
    expect(() => createRelation(office, person, among)).toThrow('forbidden')
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

describe('a relation that stands', () => {
  function related(fields: Partial<RelationDraft> = {}) {
    const town = openTown()
    const draft = relationDraft({ fromId: town.groupId, toId: town.otherGroupId, ...fields })
    return { ...town, draft, id: aRelation(town.office, draft) }
  }

  test('is changed from both sides, and leaves itself aside where it is checked', () => {
    const { office, by, draft, id } = related({ kind: 'cooperates-with' })
    const turned = { ...draft, fromId: draft.toId, toId: draft.fromId, note: 'seit langem' }
    expect(changeRelation(office, by.editor, { id, version: 1, draft: turned }).kind).toBe('saved')
    const changed = { ...turned, kind: 'part-of', sinceYear: 1999 } as const
    expect(changeRelation(office, by.otherCoordinator, { id, version: 2, draft: changed }).kind).toBe('saved')
    const back = { ...changed, fromId: draft.fromId, toId: draft.toId }
    expect(changeRelation(office, by.coordinator, { id, version: 3, draft: back }).kind).toBe('saved')
    expect(changeRelation(office, by.coordinator, { id, version: 1, draft }).kind).toBe('outdated')
    expect(office.store.revisions.ofEntry('relation', id)).toHaveLength(4)
  })

  test('is refused what another one says, and a circle', () => {
    const { office, by, cityId, draft, id } = related({ kind: 'part-of' })
    const third = anOrganisation(office, { name: 'Dritte', cityId })
    aRelation(office, { ...draft, kind: 'supports' })
    const change = (fields: Partial<RelationDraft>) =>
      changeRelation(office, by.administrator, { id, version: 1, draft: { ...draft, ...fields } })
    expect(problemsOf(change({ kind: 'supports' }))).toEqual(['toId relation.exists'])
    aRelation(office, { fromId: third, toId: draft.fromId, kind: 'part-of' })
    expect(problemsOf(change({ toId: third }))).toEqual(['toId relation.circular'])
  })

  test('is not handed over to two others by somebody who may edit neither of them', () => {
    const { office, by, cityId, draft, id } = related()
    const [one = 0, other = 0] = ['Eine', 'Andere'].map((name) => anOrganisation(office, { name, cityId }))
    const elsewhere = { ...draft, fromId: one, toId: other }
    for (const person of [by.editor, by.otherCoordinator])
      expect(() => changeRelation(office, person, { id, version: 1, draft: elsewhere })).toThrow('forbidden')
    expect(changeRelation(office, by.coordinator, { id, version: 1, draft: elsewhere }).kind).toBe('saved')
  })

  test('goes into the archive from both sides, and neither sees it any more', () => {
    const { office, by, draft, id, groupId, otherGroupId } = related()
    expect(() => archiveRelation(office, by.staff, { id, version: 1, act: 'archive' })).toThrow('forbidden')
    expect(archiveRelation(office, by.stranger, { id, version: 1, act: 'archive' }).kind).toBe('saved')
    for (const side of [groupId, otherGroupId])
      expect(office.store.relations.ofOrganisation(side)).toEqual([])
    expect(archiveRelation(office, by.editor, { id, version: 2, act: 'bring-back' }).kind).toBe('saved')
    for (const side of [groupId, otherGroupId])
      expect(office.store.relations.ofOrganisation(side)).toMatchObject([{ id }])
    expect(office.store.revisions.draftAt('relation', id, 2)).toMatchObject({ draft })
  })

  test('is made anew beside the archived one, which then stays there', () => {
    const { office, by, draft, id } = related()
    archiveRelation(office, by.coordinator, { id, version: 1, act: 'archive' })
    const anew = idOf(createRelation(office, by.coordinator, draft))
    const bringBack = (version: number) =>
      archiveRelation(office, by.coordinator, { id, version, act: 'bring-back' })
    expect(problemsOf(bringBack(2))).toEqual(['toId relation.exists'])
    const noted = { ...draft, note: 'früher' }
    expect(changeRelation(office, by.coordinator, { id, version: 2, draft: noted }).kind).toBe('saved')
    archiveRelation(office, by.coordinator, { id: anew, version: 1, act: 'archive' })
    expect(bringBack(3).kind).toBe('saved')
  })

  test('gets an earlier state back, as a further one', () => {
    const { office, by, draft, id } = related({ note: 'alt' })
    changeRelation(office, by.editor, { id, version: 1, draft: { ...draft, note: 'neu' } })
    expect(restoreRelation(office, by.stranger, { id, version: 2, earlier: 1 }).kind).toBe('saved')
    expect(openRelation(office, by.staff.actor, 'read-internal', id)).toMatchObject({
      note: 'alt',
      version: 3,
    })
    expect(office.store.revisions.draftAt('relation', id, 3)?.origin).toBe('restore')
  })
})
