import { describe, expect, it } from 'vitest'
import { isKeepable } from '../../src/domain/kept-list.ts'
import { dropList, keepList } from '../../src/operations/kept-lists.ts'
import { idOf, openTown, problemsOf } from '../support/cast.ts'

const draft = { name: 'Vorstand', address: '/druck/kontakte?ort=duisburg' }

describe('a list', () => {
  it('is kept by those who print, with its history', () => {
    const { office, by } = openTown()
    const id = idOf(keepList(office, by.staff, draft))
    expect(office.store.keptLists.all()).toEqual([{ id, version: 1, ...draft }])
    expect(office.store.revisions.ofEntry('kept-list', id)).toMatchObject([{ version: 1, state: draft }])
  })

  it('is kept by nobody else', () => {
    const { office, by } = openTown()
    for (const person of [by.editor, by.stranger])
      expect(() => keepList(office, person, draft)).toThrow('forbidden')
    expect(office.store.keptLists.all()).toEqual([])
  })

  it('needs a name that no other has', () => {
    const { office, by } = openTown()
    keepList(office, by.staff, draft)
    expect(problemsOf(keepList(office, by.coordinator, draft))).toEqual(['name keptList.taken'])
    expect(problemsOf(keepList(office, by.staff, { ...draft, name: ' ' }))).toEqual(['name name.missing'])
  })

  it('is let go, and its name is free again; what came too late changes nothing', () => {
    const { office, by } = openTown()
    const id = idOf(keepList(office, by.staff, draft))
    expect(() => dropList(office, by.editor, { id, version: 1 })).toThrow('forbidden')
    expect(dropList(office, by.staff, { id, version: 7 })).toEqual({ kind: 'outdated', version: 1 })
    expect(dropList(office, by.staff, { id, version: 1 }).kind).toBe('saved')
    expect(office.store.keptLists.byId(id)).toBeNull()
    expect(keepList(office, by.staff, draft).kind).toBe('saved')
    expect(office.store.revisions.ofEntry('kept-list', id)).toHaveLength(2)
  })
})

it.each([
  ['/druck/kontakte', true],
  ['/druck/kontakte?ort=duisburg&spalte=gruppe&q=%C3%A4', true],
  ['/druck/../verwaltung', false],
  ['//evil.example/druck/kontakte', false],
  ['https://evil.example/druck/kontakte', false],
  ['/verwaltung', false],
  [`/druck/kontakte?q=${'x'.repeat(1000)}`, false],
])('%s can be kept: %s', (address, can) => {
  expect(isKeepable(address)).toBe(can)
})
