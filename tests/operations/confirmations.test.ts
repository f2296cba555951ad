import { expect, test } from 'vitest'
import { confirmOrganisation } from '../../src/operations/confirmations.ts'
import { openTown, problemsOf } from '../support/cast.ts'
import { day } from '../support/schedules.ts'

test('whoever speaks for a group confirms it; today, by the own name', () => {
  const { office, by, groupId } = openTown()
  expect(confirmOrganisation(office, by.editor, groupId, { way: 'form' })).toEqual({
    kind: 'saved',
    id: groupId,
    version: 1,
  })
  const latest = office.store.confirmations.latestOf([groupId])
  expect(latest.get(groupId)).toEqual({ on: '2026-06-03', way: 'form', by: 'editor' })
})

test('a coordinator notes what a group said on the telephone, on the day it was said', () => {
  const { office, by, groupId, otherGroupId } = openTown()
  const call = { way: 'telephone', on: day('2026-06-01'), byName: 'Chorleitung' } as const
  confirmOrganisation(office, by.coordinator, groupId, call)
  const latest = office.store.confirmations.latestOf([groupId, otherGroupId])
  expect([...latest]).toEqual([[groupId, { on: '2026-06-01', way: 'telephone', by: 'Chorleitung' }]])
})

test('the latest counts, of one day the one noted last', () => {
  const { office, by, groupId } = openTown()
  for (const [on, byName] of [
    ['2026-05-01', 'A'],
    ['2026-06-02', 'B'],
    ['2026-06-02', 'C'],
    ['2026-01-01', 'D'],
  ] as const)
    confirmOrganisation(office, by.coordinator, groupId, { way: 'mail', on: day(on), byName })
  expect(office.store.confirmations.latestOf([groupId]).get(groupId)?.by).toBe('C')
})

test('a stranger confirms nothing, and nobody confirms what is not there', () => {
  const { office, by, groupId } = openTown()
  for (const person of [by.otherCoordinator, by.staff, by.stranger])
    expect(() => confirmOrganisation(office, person, groupId, { way: 'form' })).toThrow('forbidden')
  expect(() => confirmOrganisation(office, by.administrator, 999, { way: 'form' })).toThrow('not-found')
  expect(office.store.confirmations.latestOf([groupId]).size).toBe(0)
})

test('nothing is confirmed on a day to come', () => {
  const { office, by, groupId } = openTown()
  const confirm = (on: string) =>
    confirmOrganisation(office, by.editor, groupId, { way: 'form', on: day(on) })
  expect(problemsOf(confirm('2026-06-04'))).toEqual(['on on.future'])
  expect(confirm('2026-06-03').kind).toBe('saved')
})

test('it changes nothing of the entry, but the pages that tell its age', () => {
  const { office, by, groupId } = openTown()
  const content = office.store.content.version(0)
  confirmOrganisation(office, by.editor, groupId, { way: 'form' })
  expect(office.store.organisations.byId(groupId)?.version).toBe(1)
  expect(office.store.revisions.ofEntry('organisation', groupId)).toHaveLength(1)
  expect(office.store.content.version(0)).toBeGreaterThan(content)
})
