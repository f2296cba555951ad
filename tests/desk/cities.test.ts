import { describe, expect, test } from 'vitest'
import { describeEntry } from '../support/desk-entry.ts'
import { filledIn } from '../support/filled.ts'

const LIST = '/verwaltung/orte'
const ORGANISATIONS = '/verwaltung/organisationen'
const at = describeEntry({
  noun: 'city',
  list: LIST,
  writer: 'administrator',
  make: () => ({ name: 'Neustadt am Fluss', land: 'HE' }),
  fields: [
    ['name', 'Name'],
    ['description', 'Beschreibung'],
  ],
  strangers: ['other', 'editor', 'staff', 'coordinator'],
})

const cityAt = (path: string) => at.house.store.cities.byId(Number(path.split('/').at(-1)))
const pathOf = (slug: string) => `${LIST}/${at.house.store.cities.bySlug(slug)?.id}`
const text = async (path: string) => (await at.house.get(path)).text('main')

async function change(path: string, fields: Record<string, string>, who = at.writer) {
  return who.post(path, { ...filledIn(await who.get(path)), ...fields })
}

async function archive(path: string, act: 'archivieren' | 'zurueckholen' = 'archivieren') {
  return at.writer.post(`${path}/${act}`, { version: String(cityAt(path)?.version) })
}

/** A group that meets in a city. */
async function aGroupIn(cityId: number, name: string): Promise<string> {
  const form = filledIn(await at.writer.get(`${ORGANISATIONS}/neu`))
  const fields = { ...form, name, kind: 'group', cityId: String(cityId), act: 'stay' }
  const answer = await at.writer.post(`${ORGANISATIONS}/neu`, fields)
  expect(answer.status).toBe(303)
  return String(answer.headers.location).replace(/\?.*$/, '')
}

describe('who may do what to a city', () => {
  test('an administrator opens and closes one; its coordinators keep it right', async () => {
    const { coordinator, other } = at.people
    const path = pathOf('duisburg')
    expect((await coordinator.get('/verwaltung')).text('.desk-menu')).toContain('Orte')
    expect((await at.people.staff.get('/verwaltung')).text('.desk-menu')).not.toContain('Orte')
    expect((await coordinator.get(LIST)).$(`a[href="${LIST}/neu"]`).length).toBe(0)
    expect((await coordinator.get(`${LIST}/neu`)).status).toBe(403)
    const seen = await coordinator.get(path)
    expect(seen.$('main form.form').length).toBe(1)
    expect(seen.$('form[action$=archivieren]').length).toBe(0)
    expect((await coordinator.post(`${path}/archivieren`, { version: '1' })).status).toBe(403)
    expect((await change(path, { description: 'Stadt der Brücken.' }, coordinator)).status).toBe(303)
    expect((await at.house.get('/orte/duisburg')).text('.lead')).toBe('Stadt der Brücken.')
    expect((await other.get(path)).$('main form.form').length).toBe(0)
    expect((await other.post(path, filledIn(seen))).status).toBe(403)
  })

  test('the search of the desk finds it, by its postcode too', async () => {
    const { path } = await at.aNew({ name: 'Quarzhausen', postcodes: '99099, 99098' })
    for (const query of ['quarzhausen', '99098']) {
      const found = await at.people.coordinator.get(`/verwaltung/suche?q=${query}`)
      expect(found.$(`main a[href="${path}"]`).length, query).toBe(1)
    }
  })
})

describe('the form of a city', () => {
  test('reads degrees with a comma or a point, postcodes as they come, and a key with blanks', async () => {
    const { path } = await at.aNew({
      ags: '06 531 005',
      postcodes: '35390  35392;35390',
      latitude: '50,5841',
      longitude: '8.6784',
    })
    const kept = { ags: '06531005', postcodes: ['35390', '35392'], latitude: 50.5841, longitude: 8.6784 }
    expect(cityAt(path)).toMatchObject(kept)
    expect(filledIn(await at.writer.get(path))).toMatchObject({
      postcodes: '35390, 35392',
      latitude: '50,5841',
      longitude: '8,6784',
    })
  })

  test('says all that is wrong at once, and keeps what was typed', async () => {
    const form = filledIn(await at.writer.get(`${LIST}/neu`))
    const typed = { name: 'Irrstadt', land: 'HE', slug: 'Irr Stadt!', ags: '05112000', postcodes: '3539' }
    const seen = await at.writer.post(`${LIST}/neu`, { ...form, ...typed, latitude: 'oben', longitude: '8' })
    expect(seen.status).toBe(422)
    const links = seen.$('.problem-summary a').toArray()
    expect(links.map((link) => seen.$(link).attr('href'))).toEqual([
      '#ags',
      '#postcodes',
      '#latitude',
      '#slug',
    ])
    expect(seen.text('.problem-summary')).toContain('nicht zu Hessen')
    expect(seen.$('#latitude').attr('value')).toBe('oben')
    const landless = await at.writer.post(`${LIST}/neu`, { ...form, ...typed, slug: '', land: '' })
    expect(landless.text('.problem-summary')).toContain('Wählen Sie das Bundesland')
  })

  test('of every demonstration city is accepted as it stands', async () => {
    const rows = await at.writer.get(LIST)
    for (const link of rows.$('tbody th a').toArray()) {
      const path = rows.$(link).attr('href') ?? ''
      const before = cityAt(path)
      expect((await change(path, {})).status, path).toBe(303)
      expect({ ...cityAt(path), version: 0 }).toEqual({ ...before, version: 0 })
    }
  })
})

describe('a changed city is right on every page at once', () => {
  test('its name, its place in the alphabet, and what the search finds by it', async () => {
    const path = pathOf('duisburg')
    for (const page of ['/', '/orte', '/orte/duisburg', '/treffpunkte', '/suche?q=duisburg']) await text(page)
    expect((await change(path, { name: 'Aaburg am Rhein' })).status).toBe(303)
    const pages = ['/', '/orte', '/orte/duisburg', '/en/orte', '/treffpunkte', '/kalender/2026-06']
    for (const page of [
      ...pages,
      '/organisationen/chor-der-bruecken-e-v',
      '/treffpunkte/internationales-zentrum-duisburg',
    ])
      expect(await text(page), page).toContain('Aaburg am Rhein')
    const options = (await at.house.get('/kalender/2026-06')).$('select[name=ort] option')
    expect(options.eq(1).text()).toContain('Aaburg am Rhein')
    expect(await text('/suche?q=aaburg')).toContain('Internationales Zentrum')
    expect((await at.writer.get(`${ORGANISATIONS}?q=chor+der`)).text('tbody')).toContain('Aaburg am Rhein')
    await change(path, { name: 'Duisburg' })
    expect(await text('/suche?q=aaburg')).not.toContain('Internationales Zentrum')
  })

  test('its Land, and with it the holidays', async () => {
    const { house, writer } = at
    const path = pathOf('duisburg')
    const corpusChristi = async () => text('/kalender/2026-06-04?ort=duisburg')
    expect(await corpusChristi()).toContain('Fronleichnam')
    const { ags } = cityAt(path) ?? {}
    expect((await change(path, { land: 'BE' })).text('.problem-summary')).toContain('nicht zu Berlin')
    expect((await change(path, { land: 'BE', ags: '' })).status).toBe(303)
    expect(await corpusChristi()).not.toContain('Fronleichnam')
    expect((await house.get('/orte')).$('[aria-labelledby=land-be] a[href="/orte/duisburg"]').length).toBe(1)
    expect((await writer.get(`${LIST}?q=duisburg`)).text('tbody')).toContain('Berlin')
    await change(path, { land: 'NW', ags: ags ?? '' })
    expect(await corpusChristi()).toContain('Fronleichnam')
  })

  test('its address: the old one leads on, with its filter and its calendar', async () => {
    const path = pathOf('leipzig')
    expect((await change(path, { slug: 'leipzig-sachsen' })).status).toBe(303)
    const moved = async (address: string) => (await at.house.get(address)).headers.location
    expect(await moved('/orte/leipzig')).toBe('/orte/leipzig-sachsen')
    expect(await moved('/en/orte/leipzig?tag=mi')).toBe('/en/orte/leipzig-sachsen?tag=mi')
    expect(await moved('/orte/leipzig.ics')).toBe('/orte/leipzig-sachsen.ics')
    const calendar = await at.house.get('/kalender/2026-06?ort=leipzig')
    expect(calendar.status).toBe(200)
    expect(calendar.$('select[name=ort] option[selected]').attr('value')).toBe('leipzig-sachsen')
    expect((await at.house.get('/sitemap/city-1.xml')).body).toContain('/orte/leipzig-sachsen<')
    expect((await change(path, { slug: 'duisburg' })).text('.problem-summary')).not.toBe('')
    await change(path, { slug: 'leipzig' })
    expect((await at.house.get('/orte/leipzig')).status).toBe(200)
  })
})

describe('a city in the archive', () => {
  test('must be empty first, and what belongs to it is counted', async () => {
    const path = pathOf('duisburg')
    const seen = await archive(path)
    expect(seen.status).toBe(422)
    const told = seen.text('.problem-summary')
    for (const what of ['Organisationen', 'Treffpunkte', 'Veranstaltungen', 'Konten'])
      expect(told).toMatch(new RegExp(`${what}[^.]*: \\d+\\.`))
    expect(seen.$('.problem-summary a').first().attr('href')).toBe('#zugehoerig')
    const link = seen.$('[aria-labelledby=zugehoerig] a').first()
    const listed = await at.writer.get(String(link.attr('href')))
    const count = at.house.store.cities.all().find(({ slug }) => slug === 'duisburg')?.organisationCount
    expect(Number(link.parent().find('.fine').text())).toBe(count)
    expect(Number.parseInt(listed.text('.count'), 10)).toBe(count)
    expect(cityAt(path)?.archivedAt).toBeNull()
  })

  test('is on no page, in no filter and no form, and its address says that it is gone', async () => {
    const { path } = await at.aNew({ name: 'Kurzstadt' })
    await change(path, { slug: 'kurz' })
    const places = ['/', '/orte', '/kalender/2026-06', '/suche?q=kurzstadt', '/gruppe-melden']
    const forms = [`${ORGANISATIONS}/neu`, '/verwaltung/schliesstage/neu', '/verwaltung/konten/neu']
    expect(await text('/orte')).toContain('Kurzstadt')
    expect((await archive(path)).status).toBe(303)
    for (const page of places) expect(await text(page), page).not.toContain('Kurzstadt')
    for (const page of forms)
      expect((await at.writer.get(page)).text('main'), page).not.toContain('Kurzstadt')
    expect((await at.house.get('/sitemap/city-1.xml')).body).not.toContain('/orte/kurz<')
    for (const page of ['/orte/kurz', '/orte/kurzstadt', '/en/orte/kurz', '/orte/kurz.ics'])
      expect((await at.house.get(page)).status, page).toBe(410)
    expect((await at.house.get('/kalender/2026-06?ort=kurz')).status).toBe(404)
    expect((await archive(path, 'zurueckholen')).status).toBe(303)
    expect(await text('/orte')).toContain('Kurzstadt')
    expect(await text('/suche?q=kurzstadt')).toContain('Kurzstadt')
    expect((await at.house.get('/orte/kurz')).status).toBe(200)
  })

  test('takes nothing in, neither new nor from the archive', async () => {
    const { id, path } = await at.aNew({ name: 'Stillstadt' })
    const group = await aGroupIn(id, 'Stille Runde')
    expect((await archive(path)).status).toBe(422)
    await at.writer.post(`${group}/archivieren`, { version: '1' })
    expect((await archive(path)).status).toBe(303)
    const back = await at.writer.post(`${group}/zurueckholen`, { version: '2' })
    expect(back.status).toBe(422)
    expect(back.$('.problem-summary a').attr('href')).toBe('#archiv')
    const form = filledIn(await at.writer.get(`${ORGANISATIONS}/neu`))
    const sent = { ...form, name: 'Laute Runde', kind: 'group', cityId: String(id) }
    expect((await at.writer.post(`${ORGANISATIONS}/neu`, sent)).status).toBe(422)
    await archive(path, 'zurueckholen')
    expect((await at.writer.post(`${group}/zurueckholen`, { version: '2' })).status).toBe(303)
    expect(await text('/orte/stillstadt')).toContain('Stille Runde')
  })
})
