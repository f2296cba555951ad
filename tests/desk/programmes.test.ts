import { describe, expect, test } from 'vitest'
import { describeEntry } from '../support/desk-entry.ts'
import { filledIn } from '../support/filled.ts'

const LIST = '/verwaltung/foerderprogramme'
const CHOIR = 'Chor der Brücken e.V.'
const AMNESTY = 'Amnesty International, Gruppe Duisburg'
const at = describeEntry({
  noun: 'programme',
  list: LIST,
  writer: 'administrator',
  make: () => ({ title: 'Stadt am Fluss', 'funderIds.0.organisationId': CHOIR }),
  fields: [
    ['title', 'Titel'],
    ['description', 'Beschreibung'],
  ],
  strangers: ['other', 'editor', 'staff', 'coordinator'],
})

/** A project of Duisburg that a programme pays for. */
async function aProjectOf(programmeId: number, title: string): Promise<string> {
  const form = filledIn(await at.second.get('/verwaltung/projekte/neu'))
  const answer = await at.second.post('/verwaltung/projekte/neu', {
    ...form,
    title,
    cityId: String(at.house.store.cities.bySlug('duisburg')?.id),
    programmeId: String(programmeId),
    'parts.0.organisationId': CHOIR,
    'parts.0.role': 'carrier',
    act: 'stay',
  })
  expect(answer.status).toBe(303)
  return String(answer.headers.location).replace(/\?.*$/, '')
}

const projectOf = (path: string) => at.house.store.projects.byId(Number(path.split('/').at(-1)))
const hrefsOf = async (path: string, within: string) => {
  const seen = await at.writer.get(path)
  return seen
    .$(within)
    .map((_, link) => seen.$(link).attr('href'))
    .get()
}

describe('funding programmes', () => {
  test('are in the menu and the search of administrators, and of nobody else', async () => {
    const { path } = await at.aNew({ title: 'Zollverein 2030' })
    expect((await at.writer.get('/verwaltung')).text('.desk-menu')).toContain('Förderprogramme')
    expect(await hrefsOf('/verwaltung/suche?q=zollverein', 'main a')).toContain(path)
    for (const role of ['coordinator', 'editor', 'staff'] as const) {
      const person = at.people[role]
      expect((await person.get('/verwaltung')).text('.desk-menu')).not.toContain('Förderprogramme')
      expect((await person.get('/verwaltung/suche?q=zollverein')).text('main')).not.toContain('2030')
      for (const address of [LIST, `${LIST}/neu`, path, `${path}/verlauf`, `${path}/verlauf/1`])
        expect((await person.get(address)).status, `${role} ${address}`).toBe(403)
    }
  })

  test('name who gives the money in the order of the form, and readers see it at once', async () => {
    const { id, path } = await at.aNew({ 'funderIds.1.organisationId': AMNESTY })
    const funders = async () => {
      const seen = await at.house.get('/projekte')
      return seen
        .$(`#programm-${id} .relation-list`)
        .first()
        .find('li')
        .map((_, each) => seen.$(each).text().trim())
        .get()
    }
    expect(await funders()).toEqual([CHOIR, AMNESTY])
    const form = filledIn(await at.writer.get(path))
    await at.writer.post(path, { ...form, 'funderIds.0.remove': '1', title: 'Fluss 2030' })
    expect(await funders()).toEqual([AMNESTY])
    expect((await at.house.get('/projekte')).text(`#programm-${id} h3`)).toBe('Fluss 2030')
    expect((await at.house.get('/en/projekte')).text(`#programm-${id} h3`)).toBe('Fluss 2030')
    expect((await at.writer.get(LIST)).text('tbody')).toContain(AMNESTY)
  })

  test('ask which organisation is meant, and keep what was typed', async () => {
    const { path } = await at.aNew()
    const form = filledIn(await at.writer.get(path))
    const sent = { ...form, title: '', 'funderIds.0.organisationId': 'xyzzy' }
    const seen = await at.writer.post(path, sent)
    expect(seen.status).toBe(422)
    const links = seen.$('.problem-summary a').toArray()
    expect(links.map((link) => seen.$(link).attr('href'))).toEqual(['#title', '#funderIds.0.organisationId'])
    expect(seen.$('[name="funderIds.0.organisationId"]').attr('value')).toBe('xyzzy')
  })

  test('stay as long as they pay for a project, and say for which', async () => {
    const { id, path } = await at.aNew()
    const project = await aProjectOf(id, 'Brückenlesen')
    expect(await hrefsOf(path, '[aria-labelledby=uebergabe] a')).toEqual([project])
    const seen = await at.writer.post(`${path}/archivieren`, { version: '1' })
    expect(seen.status).toBe(422)
    expect(seen.text('.problem-summary')).toContain('Brückenlesen')
    expect(seen.$('.problem-summary a').attr('href')).toBe('#uebergabe')
    await at.second.post(`${project}/archivieren`, { version: '1' })
    expect((await at.writer.post(`${path}/archivieren`, { version: '1' })).status).toBe(303)
  })

  test('hand their projects over to another one: each a change of its own', async () => {
    const { id, path } = await at.aNew()
    const { id: next } = await at.aNew({ title: 'Nachfolger' })
    const projects = [await aProjectOf(id, 'Erstes'), await aProjectOf(id, 'Zweites')]
    const other = await aProjectOf(next, 'Fremdes')
    const handOver = (to: number) => at.writer.post(`${path}/uebergeben`, { to: String(to) })
    expect((await handOver(id)).status).toBe(422)
    expect((await handOver(99999)).status).toBe(422)
    expect((await at.people.coordinator.post(`${path}/uebergeben`, { to: String(next) })).status).toBe(403)
    expect((await handOver(next)).headers.location).toBe(`${path}?meldung=projectsHandedOver`)
    for (const project of projects)
      expect(projectOf(project)).toMatchObject({ programmeId: next, version: 2 })
    expect(projectOf(other)?.version).toBe(1)
    expect((await at.writer.post(`${path}/archivieren`, { version: '1' })).status).toBe(303)
  })

  test('in the archive are on no page and no form, but stay with a project that still has them', async () => {
    const { id, path } = await at.aNew({ title: 'Ausgelaufen' })
    const project = await aProjectOf(id, 'Rückkehrer')
    await at.second.post(`${project}/archivieren`, { version: '1' })
    await at.writer.post(`${path}/archivieren`, { version: '1' })
    await at.second.post(`${project}/zurueckholen`, { version: '2' })
    expect((await at.house.get('/projekte')).text('main')).not.toContain('Ausgelaufen')
    expect((await at.house.get(`/projekte/${projectOf(project)?.slug}`)).text('main')).not.toContain(
      'Ausgelaufen',
    )
    expect((await at.second.get('/verwaltung/projekte/neu')).text('#programmeId')).not.toContain(
      'Ausgelaufen',
    )
    const form = filledIn(await at.second.get(project))
    expect(form.programmeId).toBe(String(id))
    expect((await at.second.post(project, form)).status).toBe(303)
    expect(projectOf(project)?.programmeId).toBe(id)
    const another = await aProjectOf((await at.aNew()).id, 'Neuling')
    const wrong = { ...filledIn(await at.second.get(another)), programmeId: String(id) }
    const seen = await at.second.post(another, wrong)
    expect(seen.status).toBe(422)
    expect(seen.$('.problem-summary a').attr('href')).toBe('#programmeId')
  })

  test('of the demonstration are accepted as they stand', async () => {
    for (const path of await hrefsOf(LIST, 'tbody th a')) {
      const programmeAt = () => at.house.store.programmes.byId(Number(path.split('/').at(-1)))
      const before = programmeAt()
      expect((await at.writer.post(path, filledIn(await at.writer.get(path)))).status, path).toBe(303)
      expect({ ...programmeAt(), version: 0 }).toEqual({ ...before, version: 0 })
    }
  })
})
