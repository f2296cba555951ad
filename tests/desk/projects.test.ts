import { expect, test } from 'vitest'
import { describeEntry } from '../support/desk-entry.ts'
import { filledIn } from '../support/filled.ts'

const LIST = '/verwaltung/projekte'
const at = describeEntry({
  noun: 'project',
  list: LIST,
  writer: 'coordinator',
  make: (house) => ({
    title: 'Sprache am Fluss',
    cityId: String(house.store.cities.bySlug('duisburg')?.id),
    'parts.0.organisationId': 'Chor der Brücken e.V.',
    'parts.0.role': 'carrier',
  }),
  fields: [
    ['title', 'Titel'],
    ['summary', 'Kurz gesagt'],
  ],
  strangers: ['other', 'editor', 'staff'],
})

test('a project says who carries it, with whom, and what pays for it', async () => {
  const programme = at.house.store.programmes.all()[0]
  const { id } = await at.aNew({
    startYear: '2025',
    programmeId: String(programme?.id),
    'parts.1.organisationId': 'Amnesty International, Gruppe Duisburg',
    'parts.1.role': 'partner',
    'parts.1.text': 'liest mit',
  })
  const project = at.house.store.projects.byId(id)
  expect(project).toMatchObject({ startYear: 2025, programmeId: programme?.id })
  const seen = await at.house.get(`/projekte/${project?.slug}`)
  expect(seen.text('main')).toContain('Amnesty International, Gruppe Duisburg')
  expect(seen.text('main')).toContain(programme?.title)
})

test('a project without a carrier, or with an end before its beginning, is refused', async () => {
  const { path } = await at.aNew()
  const form = filledIn(await at.writer.get(path))
  const seen = await at.writer.post(path, {
    ...form,
    startYear: '2025',
    endYear: '2024',
    'parts.0.role': 'partner',
  })
  const links = seen.$('.problem-summary a').toArray()
  expect(links.map((link) => seen.$(link).attr('href'))).toEqual(['#endYear', '#parts'])
})

test('every demonstration project is accepted as it stands', async () => {
  const rows = await at.second.get(LIST)
  for (const link of rows.$('tbody th a').toArray()) {
    const path = rows.$(link).attr('href') ?? ''
    const id = Number(path.split('/').at(-1))
    const before = at.house.store.projects.byId(id)
    expect((await at.second.post(path, filledIn(await at.second.get(path)))).status, path).toBe(303)
    expect({ ...at.house.store.projects.byId(id), version: 0 }).toEqual({ ...before, version: 0 })
  }
})
