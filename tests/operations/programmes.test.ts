import { expect, test } from 'vitest'
import { createProgramme, handOverProgramme } from '../../src/operations/programmes.ts'
import { aProject, idOf, openTown, problemsOf } from '../support/cast.ts'

const XENOS = { slug: '', title: 'Xenos – Integration und Vielfalt', description: '', funderIds: [] }

test('an administrator creates a funding programme with its funders in their order, and its history begins', () => {
  const { office, by, groupId, otherGroupId } = openTown()
  const draft = { ...XENOS, funderIds: [otherGroupId, groupId] }
  const id = idOf(createProgramme(office, by.administrator, draft))
  const stored = { ...draft, slug: 'xenos-integration-und-vielfalt' }
  expect(office.store.programmes.byId(id)).toEqual({
    ...stored,
    id,
    version: 1,
    archivedAt: null,
  })
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

test('a programme hands over its projects in one batch, and all of them or none', () => {
  const { office, by, cityId, groupId } = openTown()
  const [from = 0, to = 0] = ['Xenos', 'Ankommen'].map((title) =>
    idOf(createProgramme(office, by.administrator, { ...XENOS, title })),
  )
  const projects = ['Erstes', 'Zweites'].map((title) =>
    aProject(office, { title, cityId, programmeId: from }, groupId),
  )
  const payers = () => projects.map((id) => office.store.projects.byId(id)?.programmeId)
  const handOver = () => handOverProgramme(office, by.administrator, { id: from, to })
  // A project that nobody could save as it is: written before there were rules.
  office.database.prepare('UPDATE project_part SET role = ? WHERE project_id = ?').run('partner', projects[1])
  expect(problemsOf(handOver())).toEqual(['to programme.notMoved'])
  expect(payers()).toEqual([from, from])
  office.database.prepare('UPDATE project_part SET role = ? WHERE project_id = ?').run('carrier', projects[1])
  expect(handOver().kind).toBe('saved')
  expect(payers()).toEqual([to, to])
  const batches = office.database
    .prepare(
      "SELECT batch, count(*) AS count FROM revision WHERE noun = 'project' AND version = 2 GROUP BY batch",
    )
    .all()
  expect(batches).toEqual([{ batch: expect.stringMatching(/^[\da-f-]{36}$/), count: 2 }])
})
