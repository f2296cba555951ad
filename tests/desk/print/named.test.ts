import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeCity, cityDraftOf } from '../../../src/operations/cities.ts'
import { changeEvent, eventDraftOf } from '../../../src/operations/events.ts'
import { changeOrganisation, draftOf } from '../../../src/operations/organisations.ts'
import { changeProject, projectDraftOf } from '../../../src/operations/projects.ts'
import { archiveVenue, changeVenue, venueDraftOf } from '../../../src/operations/venues.ts'
import { aCity, aVenue } from '../../support/cast.ts'
import { openHouse, type TestHouse, type Visitor } from '../../support/house.ts'
import { SYSTEM } from '../../support/office.ts'

const CHOIR = 'chor-der-bruecken-e-v'
const NETWORK = 'migranetz-thueringen-e-v'
const HOUSE = 'internationales-zentrum-duisburg'

let house: TestHouse
let staff: Visitor
beforeAll(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
})
afterAll(() => house.close())

/** What a sheet says, without the name that was changed. */
async function told(path: string): Promise<string> {
  const seen = await staff.get(path)
  expect(seen.status, path).toBe(200)
  return seen.text('.sheet-table tbody')
}

function there<Entry>(entry: Entry | null): Entry {
  if (entry === null) throw new Error('not in the demonstration')
  return entry
}

function renameVenue() {
  const venue = there(house.store.venues.bySlug(HOUSE))
  const draft = { ...venueDraftOf(venue), slug: 'haus-der-welt' }
  changeVenue(house, SYSTEM, { id: venue.id, version: venue.version, draft })
}

function renameOrganisation(slug: string, name: string) {
  const organisation = there(house.store.organisations.bySlug(slug))
  const draft = { ...draftOf(organisation), name }
  changeOrganisation(house, SYSTEM, { id: organisation.id, version: organisation.version, draft })
}

function renameProject() {
  const project = there(house.store.projects.bySlug('xenos'))
  const draft = { ...projectDraftOf(project), slug: 'xenos-neu' }
  changeProject(house, SYSTEM, { id: project.id, version: project.version, draft })
}

function renameCity() {
  const city = there(house.store.cities.bySlug('gera'))
  changeCity(house, SYSTEM, {
    id: city.id,
    version: city.version,
    draft: { ...cityDraftOf(city), slug: 'gera-neu' },
  })
}

function renameEvent() {
  const event = there(house.store.events.bySlug('dortbunt'))
  const draft = { ...eventDraftOf(event), slug: 'dortbunt-neu' }
  changeEvent(house, SYSTEM, { id: event.id, version: event.version, draft })
}

describe('a sheet that was kept under a name', () => {
  it.each([
    ['town', 'kontakte?spalte=gruppe&ort=gera', renameCity, 'ort', 'gera-neu'],
    ['house', `kontakte?spalte=gruppe&haus=${HOUSE}`, renameVenue, 'haus', 'haus-der-welt'],
    ['project', 'kontakte?spalte=gruppe&projekt=xenos', renameProject, 'projekt', 'xenos-neu'],
    [
      'network',
      `kontakte?spalte=gruppe&netzwerk=${NETWORK}`,
      () => renameOrganisation(NETWORK, 'Netz der Netze'),
      'netzwerk',
      'netz-der-netze',
    ],
  ])('outlives a new name of its %s, which the desk goes on with', async (_, path, rename, field, slug) => {
    const before = await told(`/druck/${path}`)
    rename()
    expect(await told(`/druck/${path}`)).toBe(before)
    const desk = await staff.get(`/druck?${path.split('?')[1]}`)
    expect(desk.$(`[name=${field}] option[selected]`).val()).toBe(slug)
    expect(desk.$('[name=address]').val()).toContain(`${field}=${slug}`)
  })

  it('does so for a week, an event and an entry, too', async () => {
    renameEvent()
    renameOrganisation(CHOIR, 'Chor der Ufer')
    for (const path of [
      `woche?haus=${HOUSE}`,
      'anwesenheit?veranstaltung=dortbunt',
      `eintrag?gruppe=${CHOIR}`,
    ])
      expect((await staff.get(`/druck/${path}`)).status, path).toBe(200)
  })

  it('is not there for a house in the archive', async () => {
    const cityId = aCity(house, { name: 'Neustadt' })
    const id = aVenue(house, { name: 'Altes Haus', cityId })
    const { slug, version } = there(house.store.venues.byId(id))
    expect((await staff.get(`/druck/woche?haus=${slug}`)).status).toBe(200)
    archiveVenue(house, SYSTEM, { id, version, act: 'archive' })
    for (const sheet of ['woche', 'tuer', 'kontakte'])
      expect((await staff.get(`/druck/${sheet}?haus=${slug}`)).status, sheet).toBe(404)
  })
})
