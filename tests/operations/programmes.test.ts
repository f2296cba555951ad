import { expect, test } from 'vitest'
import { createProgramme } from '../../src/operations/programmes.ts'
import { idOf, openTown, problemsOf } from '../support/cast.ts'

const XENOS = { slug: '', title: 'Xenos – Integration und Vielfalt', description: '', funderIds: [] }

test('an administrator creates a funding programme with its funders in their order, and its history begins', () => {
  const { office, by, groupId, otherGroupId } = openTown()
  const draft = { ...XENOS, funderIds: [otherGroupId, groupId] }
  const id = idOf(createProgramme(office, by.administrator, draft))
  const stored = { ...draft, slug: 'xenos-integration-und-vielfalt' }
  expect(office.store.programmes.bySlug('xenos-integration-und-vielfalt')).toEqual({
    ...stored,
    id,
    version: 1,
  })
  expect(office.store.programmes.byId(id)).toEqual({ ...stored, id, version: 1 })
  expect(office.store.revisions.ofEntry('programme', id)).toMatchObject([
    { version: 1, by: 'administrator', state: stored },
  ])
})

test('nobody else does', () => {
  const { office, by } = openTown()
  for (const person of [by.coordinator, by.editor, by.staff, by.stranger])
    expect(() => createProgramme(office, person, XENOS)).toThrow('forbidden')
  expect(office.store.programmes.all()).toEqual([])
})

test('it needs a title and an address of its own', () => {
  const { office, by } = openTown()
  idOf(createProgramme(office, by.administrator, { ...XENOS, slug: 'xenos' }))
  const draft = { ...XENOS, slug: 'xenos', title: '' }
  expect(problemsOf(createProgramme(office, by.administrator, draft))).toEqual([
    'title title.missing',
    'slug slug.taken',
  ])
})

test('programmes are listed the German way', () => {
  const { office, by } = openTown()
  for (const title of ['Zusammenhalt', 'Überbrücken', 'Xenos', 'Ankommen'])
    idOf(createProgramme(office, by.administrator, { ...XENOS, title }))
  expect(office.store.programmes.all().map((programme) => programme.title)).toEqual([
    'Ankommen',
    'Überbrücken',
    'Xenos',
    'Zusammenhalt',
  ])
})
