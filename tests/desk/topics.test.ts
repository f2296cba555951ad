import { describe, expect, test } from 'vitest'
import { createProject } from '../../src/operations/projects.ts'
import { anOrganisation, idOf } from '../support/cast.ts'
import { describeEntry } from '../support/desk-entry.ts'
import { projectDraft } from '../support/drafts.ts'
import { filledIn } from '../support/filled.ts'
import type { Seen } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'

const LIST = '/verwaltung/themen'
const at = describeEntry({
  noun: 'topic',
  list: LIST,
  writer: 'administrator',
  make: () => ({ 'names.de': 'Schach', 'names.en': 'Chess' }),
  fields: [
    ['names.de', 'Name auf Deutsch'],
    ['names.en', 'Name auf Englisch'],
  ],
  strangers: ['other', 'editor', 'staff', 'coordinator'],
})

const duisburg = () => at.house.store.cities.bySlug('duisburg')?.id ?? Number.NaN
const topicAt = (id: number) => at.house.store.topics.byId(id)
const organisationAt = (id: number) => at.house.store.organisations.byId(id)

/** A group of Duisburg with this topic. */
const aGroup = (name: string, ...topicIds: number[]) =>
  anOrganisation(at.house, { name, cityId: duisburg(), topicIds })

const rename = async (path: string, de: string) =>
  at.writer.post(path, { ...filledIn(await at.writer.get(path)), 'names.de': de })

const hrefsIn = (seen: Seen, within: string) =>
  seen
    .$(within)
    .map((_, link) => seen.$(link).attr('href'))
    .get()

describe('topics', () => {
  test('are in the menu and the search of administrators, and of nobody else', async () => {
    const { path } = await at.aNew({ 'names.de': 'Imkerei', 'names.en': 'Beekeeping' })
    expect((await at.writer.get('/verwaltung')).text('.desk-menu')).toContain('Themen')
    expect(hrefsIn(await at.writer.get('/verwaltung/suche?q=beekeep'), 'main a')).toContain(path)
    for (const role of ['coordinator', 'editor', 'staff'] as const) {
      const person = at.people[role]
      expect((await person.get('/verwaltung')).text('.desk-menu')).not.toContain('Themen')
      expect(hrefsIn(await person.get('/verwaltung/suche?q=beekeep'), 'main a')).not.toContain(path)
      for (const address of [LIST, `${LIST}/neu`, path, `${path}/verlauf`, `${path}/verlauf/1`])
        expect((await person.get(address)).status, `${role} ${address}`).toBe(403)
    }
  })

  test('need a name in both languages', async () => {
    const seen = await at.writer.post(`${LIST}/neu`, { 'names.de': ' ', 'names.en': 'x'.repeat(101) })
    expect(seen.status).toBe(422)
    expect(hrefsIn(seen, '.problem-summary a')).toEqual(['#names.de', '#names.en'])
    expect(seen.$('[name="names.en"]').attr('value')).toBe('x'.repeat(101))
  })

  test('are listed with how many organisations on the site have them', async () => {
    const { id, path } = await at.aNew({ 'names.de': 'Gezählt' })
    const gone = aGroup('Zählgruppe A', id)
    aGroup('Zählgruppe B', id)
    const counted = async () => {
      const seen = await at.writer.get(LIST)
      return seen.$(`a[href="${path}"]`).closest('tr').find('td').eq(1).text()
    }
    expect(await counted()).toBe('2')
    await at.second.post(`/verwaltung/organisationen/${gone}/archivieren`, { version: '1' })
    expect(await counted()).toBe('1')
  })

  test('are offered in forms and filters with the next answer, and in the archive in none', async () => {
    const { id, path } = await at.aNew({ 'names.de': 'Drachenbau', 'names.en': 'Kites' })
    const slug = String(topicAt(id)?.slug)
    const forms = ['organisationen', 'veranstaltungen', 'projekte'].map((noun) => `/verwaltung/${noun}/neu`)
    const filters = ['/veranstaltungen', '/kalender/2026-06']
    for (const form of forms)
      expect((await at.second.get(form)).$(`[name=topicIds][value="${id}"]`).length, form).toBe(1)
    for (const filter of filters) {
      expect((await at.house.get(filter)).text('main'), filter).toContain('Drachenbau')
      expect((await at.house.get(`/en${filter}`)).text('main'), filter).toContain('Kites')
    }
    expect((await at.second.get('/druck')).text('main')).toContain('Drachenbau')
    await at.writer.post(`${path}/archivieren`, { version: '1' })
    for (const form of forms)
      expect((await at.second.get(form)).$(`[name=topicIds][value="${id}"]`).length, form).toBe(0)
    for (const filter of [...filters, '/druck'])
      expect((await at.second.get(filter)).text('main'), filter).not.toContain('Drachenbau')
    expect((await at.house.get(`/organisationen?thema=${slug}`)).status).toBe(404)
    await at.writer.post(`${path}/zurueckholen`, { version: '2' })
    expect((await at.house.get(`/organisationen?thema=${slug}`)).status).toBe(200)
  })

  test('are found under a new name, and old addresses still name them', async () => {
    const { id, path } = await at.aNew({ 'names.de': 'Töpferei', 'names.en': 'Pottery' })
    aGroup('Lehm und Feuer', id)
    const found = async (query: string) => (await at.house.get(`/suche?q=${query}`)).text('main')
    expect(await found('töpferei')).toContain('Lehm und Feuer')
    await rename(path, 'Keramik')
    expect(topicAt(id)).toMatchObject({ slug: 'keramik', formerSlugs: ['toepferei'] })
    expect(await found('keramik')).toContain('Lehm und Feuer')
    expect(await found('töpferei')).not.toContain('Lehm und Feuer')
    const seen = await at.house.get('/organisationen?thema=toepferei')
    expect(seen.status).toBe(200)
    expect(seen.text('main')).toContain('Lehm und Feuer')
    expect(seen.$('select[name=thema] option[selected]').attr('value')).toBe('keramik')
    for (const list of ['/veranstaltungen', '/kalender/2026-06', '/orte/duisburg', '/druck/kontakte'])
      expect((await at.second.get(`${list}?thema=toepferei`)).status, list).toBe(200)
    const feed = await at.house.get('/kalender.ics?thema=toepferei')
    expect(feed.headers.location).toBe('/kalender.ics?thema=keramik')
    await rename(path, 'Töpferei')
    expect(topicAt(id)).toMatchObject({ slug: 'toepferei', formerSlugs: ['keramik'] })
  })

  test('never take a name in addresses that was once another one’s', async () => {
    const { id, path } = await at.aNew({ 'names.de': 'Nähen' })
    await rename(path, 'Schneidern')
    const { id: other } = await at.aNew({ 'names.de': 'Nähen' })
    expect(topicAt(other)?.slug).toBe('naehen-2')
    expect(topicAt(id)?.formerSlugs).toEqual(['naehen'])
  })

  test('of the demonstration are accepted as they stand', async () => {
    for (const path of hrefsIn(await at.writer.get(LIST), 'tbody th a')) {
      const before = topicAt(Number(path.split('/').at(-1)))
      expect((await at.writer.post(path, filledIn(await at.writer.get(path)))).status, path).toBe(303)
      expect({ ...topicAt(Number(path.split('/').at(-1))), version: 0 }).toEqual({ ...before, version: 0 })
    }
  })
})

describe('a topic that something is about', () => {
  test('stays, and says how many entries and which', async () => {
    const { id, path } = await at.aNew()
    const group = aGroup('Springer und Läufer', id)
    aGroup('Turm e.V.', id)
    const seen = await at.writer.post(`${path}/archivieren`, { version: '1' })
    expect(seen.status).toBe(422)
    expect(seen.text('.problem-summary')).toContain('(2): Springer und Läufer; Turm e.V.')
    expect(seen.$('.problem-summary a').attr('href')).toBe('#uebergabe')
    expect(hrefsIn(seen, '[aria-labelledby=uebergabe] li a')).toContain(`/verwaltung/organisationen/${group}`)
    expect(topicAt(id)?.archivedAt).toBeNull()
  })

  test('hands all of it over to another one: each a change of its own', async () => {
    const { id, path } = await at.aNew({ 'names.de': 'Dame', 'names.en': 'Draughts' })
    const { id: next } = await at.aNew({ 'names.de': 'Brettspiele', 'names.en': 'Board games' })
    const { id: third } = await at.aNew({ 'names.de': 'Abende' })
    const both = aGroup('Spielkreis', id, next, third)
    const archived = aGroup('Spielkreis von früher', id)
    await at.second.post(`/verwaltung/organisationen/${archived}/archivieren`, { version: '1' })
    const other = aGroup('Unbeteiligt', third)
    const draft = projectDraft({ title: 'Spielbus', cityId: duisburg(), topicIds: [id] }, both)
    const project = idOf(createProject(at.house, SYSTEM, draft))
    const answer = await at.writer.post(`${path}/uebergeben`, { to: String(next) })
    expect(answer.headers.location).toBe(`${path}?meldung=topicHandedOver`)
    expect([...(organisationAt(both)?.topicIds ?? [])].sort()).toEqual([next, third].sort())
    expect(organisationAt(both)?.version).toBe(2)
    expect(organisationAt(archived)).toMatchObject({ topicIds: [next], version: 3 })
    expect(organisationAt(archived)?.archivedAt).not.toBeNull()
    expect(organisationAt(other)?.version).toBe(1)
    expect(at.house.store.projects.byId(project)).toMatchObject({ topicIds: [next], version: 2 })
    expect((await at.house.get('/suche?q=brettspiele')).text('main')).toContain('Spielkreis')
    expect((await at.house.get('/suche?q=draughts')).text('main')).not.toContain('Spielkreis')
    expect((await at.writer.post(`${path}/archivieren`, { version: '1' })).status).toBe(303)
    expect(
      (await at.house.get(`/projekte/${at.house.store.projects.byId(project)?.slug}`)).text('main'),
    ).toContain('Brettspiele')
  })

  test('gets it back with the step that handed it over', async () => {
    const { id, path } = await at.aNew({ 'names.de': 'Mühle' })
    const { id: next } = await at.aNew({ 'names.de': 'Halma' })
    const groups = [aGroup('Zwickmühle', id), aGroup('Doppelmühle', id)]
    await at.writer.post(`${path}/uebergeben`, { to: String(next) })
    const [batch = ''] = hrefsIn(await at.writer.get('/verwaltung'), '[aria-labelledby=geaendert] a')
    const page = await at.writer.get(batch)
    const eintrag = page
      .$('input[name=eintrag]')
      .toArray()
      .map((box) => String(page.$(box).attr('value')))
    expect((await at.writer.post(`${batch}/zuruecknehmen`, { eintrag })).status).toBe(303)
    for (const group of groups) expect(organisationAt(group)).toMatchObject({ topicIds: [id], version: 3 })
  })

  test('is handed over to no topic that is gone, nor by a stranger', async () => {
    const { id, path } = await at.aNew()
    const { id: gone, path: away } = await at.aNew({ 'names.de': 'Fort' })
    await at.writer.post(`${away}/archivieren`, { version: '1' })
    const group = aGroup('Bauernreihe', id)
    for (const to of [String(gone), String(id), '99999', 'x', ''])
      expect((await at.writer.post(`${path}/uebergeben`, { to })).status, to).toBe(422)
    for (const person of [at.people.coordinator, at.people.editor, at.people.staff])
      expect((await person.post(`${path}/uebergeben`, { to: '1' })).status).toBe(403)
    expect(organisationAt(group)).toMatchObject({ topicIds: [id], version: 1 })
    expect((await at.writer.get(path)).text('#to')).not.toContain('Fort')
  })
})
