import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { archiveContact } from '../../src/operations/contacts.ts'
import { erasePerson } from '../../src/operations/erasure.ts'
import { archiveOrganisation } from '../../src/operations/organisations.ts'
import { aContact, anOrganisation } from '../support/cast.ts'
import { filledIn } from '../support/filled.ts'
import type { SentForm } from '../support/hostile-forms.ts'
import { openHouse, type Seen, type TestHouse, type Visitor } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'
import { day } from '../support/schedules.ts'

const LIST = '/verwaltung/hinweise'
const CITY = '/orte/duisburg'
const HOUSE = '/treffpunkte/internationales-zentrum-duisburg'

let house: TestHouse
let coordinator: Visitor
let administrator: Visitor
let cityId: number
let venueId: number
beforeAll(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
  administrator = await house.signIn('administrator')
  cityId = house.store.cities.bySlug('duisburg')?.id ?? Number.NaN
  venueId = house.store.venues.bySlug('internationales-zentrum-duisburg')?.id ?? Number.NaN
})
afterAll(() => house.close())

const sound = () => ({ place: `city-${cityId}`, text: 'Der Eingang ist gesperrt.' })

async function send(fields: SentForm, who = coordinator): Promise<Seen> {
  return who.post(`${LIST}/neu`, { ...filledIn(await who.get(`${LIST}/neu`)), ...sound(), ...fields })
}

async function add(fields: SentForm): Promise<number> {
  const answer = await send(fields)
  expect(answer.headers.location).toBe(`${LIST}?meldung=saved`)
  return Math.max(...house.store.notices.lines().map(({ id }) => id))
}

/** A group of Duisburg with a contact, for questions. */
function someoneToAsk(fields: Partial<Parameters<typeof aContact>[1]> = {}) {
  const organisationId = anOrganisation(house, { name: 'Auskunft am Ring', cityId })
  const contactId = aContact(house, { organisationId, function: 'Empfang', ...fields })
  return { organisationId, contactId }
}

const problems = (seen: Seen) =>
  seen
    .$('.problem-summary a')
    .toArray()
    .map((each) => seen.$(each).attr('href'))

const noticesAt = async (path: string) => (await house.get(path)).$('.notice').text()

describe('notices at the desk', () => {
  test('are in the menu of whoever may write some, and listed by whether they are to be seen', async () => {
    expect((await coordinator.get('/verwaltung')).text('.desk-menu')).toContain('Hinweise')
    for (const role of ['editor', 'staff'] as const)
      expect((await (await house.signIn(role)).get('/verwaltung')).text('.desk-menu')).not.toContain(
        'Hinweise',
      )
    await add({ text: 'Das war im Frühling.', until: '2.6.2026' })
    await add({ text: 'Heute zum letzten Mal.', from: '1.6.2026', until: '3.6.2026' })
    await add({ text: 'Im Winter wird umgebaut.', from: '1.12.2026' })
    const seen = await coordinator.get(LIST)
    const present = seen.text('[aria-labelledby=aktuelle] tbody')
    expect(present).toContain('Heute zum letzten Mal.Duisburg: Seite des Ortes1.–3. Juni 2026')
    expect(present).toContain(
      'Im Winter wird umgebaut.Duisburg: Seite des Ortesab 1. Dezember 2026, ohne Ende',
    )
    expect(seen.text('[aria-labelledby=abgelaufene] tbody')).toBe(
      'Das war im Frühling.Duisburg: Seite des Ortesbis 2. Juni 2026',
    )
  })

  test('are listed with a fixed number of statements', async () => {
    const count = async () => {
      house.statements.length = 0
      await coordinator.get(LIST)
      return house.statements.filter((sql) => !sql.includes('FROM content')).length
    }
    const before = await count()
    await add({ text: 'Noch einer.' })
    expect(await count()).toBe(before)
  })

  test('stand above the page of the city, or of the house, with the next answer', async () => {
    await add({ text: 'Nur über dem Ort.\nZweite Zeile.' })
    await add({ place: `venue-${venueId}`, text: 'Nur über dem Haus.' })
    expect(await noticesAt(CITY)).toContain('Nur über dem Ort.')
    expect(await noticesAt(CITY)).not.toContain('Nur über dem Haus.')
    expect(await noticesAt(HOUSE)).toContain('Nur über dem Haus.')
    expect(await noticesAt(HOUSE)).not.toContain('Nur über dem Ort.')
  })

  test('are shown before they are saved as they will stand there, with whom to ask', async () => {
    const { contactId } = someoneToAsk()
    const fields = { text: 'Die Straße ist <b>gesperrt</b>.', contactId: String(contactId) }
    const preview = await send({ ...fields, act: 'preview' })
    const id = await add(fields)
    const seen = await house.get(CITY)
    const standing = seen.$('.notice').filter((_, each) => seen.$(each).text().includes('<b>gesperrt</b>'))
    expect(preview.$('.preview .notice').html()).toBe(standing.html())
    expect(preview.text('.preview')).toContain('Empfang')
    expect((await coordinator.get(`${LIST}/${id}`)).$(`.page-head a[href="${CITY}"]`).length).toBe(1)
  })

  test('name a place, a text and days that can be read, and nothing typed is lost', async () => {
    const seen = await send({ place: '', text: '', from: 'bald', until: '40.1.2026' })
    expect(seen.status).toBe(422)
    expect(problems(seen)).toEqual(['#place', '#text', '#from', '#until'])
    expect(seen.$('#from').attr('value')).toBe('bald')
    expect(seen.$('#until').attr('value')).toBe('40.1.2026')
    expect(problems(await send({ place: '' }))).toEqual(['#place'])
    expect(problems(await send({ from: '3.6.2026', until: '2.6.2026' }))).toEqual(['#until'])
    expect(problems(await send({ text: 'x'.repeat(1001) }))).toEqual(['#text'])
    expect((await send({ text: 'x'.repeat(1000), until: '1.6.2026' })).status).toBe(303)
    expect((await send({ colour: 'red' })).status).toBe(400)
  })

  test('are for the own city: another one is neither offered nor taken', async () => {
    const leipzig = house.store.cities.bySlug('leipzig')?.id
    const offered = (await coordinator.get(`${LIST}/neu`)).text('#place')
    expect(offered).toContain('Duisburg: Seite des Ortes')
    expect(offered).not.toContain('Leipzig')
    expect((await send({ place: `city-${leipzig}` })).status).toBe(403)
    const id = await add({ text: 'Gehört nach Duisburg.' })
    const form = filledIn(await coordinator.get(`${LIST}/${id}`))
    for (const stranger of [
      await house.signIn('editor'),
      await house.signIn('staff'),
      await house.signIn({ email: 'leipzig@treffpunkt.example' }),
    ])
      for (const [act, sent] of [
        ['', form],
        ['/archivieren', { version: '1' }],
        ['/verlauf/1/wiederherstellen', { version: '1' }],
      ] as const)
        expect((await stranger.post(`${LIST}/${id}${act}`, sent)).status).toBe(403)
    const moved = await coordinator.post(`${LIST}/${id}`, { ...form, place: `city-${leipzig}` })
    expect(moved.status).toBe(403)
    expect(house.store.notices.byId(id)).toMatchObject({ cityId, version: 1 })
    expect((await coordinator.get(`${LIST}/99999`)).status).toBe(404)
  })

  test('met by two people lose nothing', async () => {
    const path = `${LIST}/${await add({ text: 'Zu zweit.' })}`
    const first = filledIn(await coordinator.get(path))
    await administrator.post(path, { ...filledIn(await administrator.get(path)), text: 'Von ihm.' })
    const merged = await coordinator.post(path, { ...first, until: '13.6.2026' })
    expect(merged.status).toBe(409)
    expect(merged.text('#text')).toBe('Von ihm.')
    expect((await coordinator.post(path, filledIn(merged))).status).toBe(303)
    const met = await coordinator.post(path, { ...first, text: 'Von ihr.' })
    expect(met.text('fieldset.conflict legend')).toBe('Text')
  })

  test('go to the archive and come back; the history compares and restores', async () => {
    const id = await add({ text: 'Erste Fassung.' })
    const path = `${LIST}/${id}`
    await coordinator.post(path, { ...filledIn(await coordinator.get(path)), text: 'Zweite Fassung.' })
    await coordinator.post(`${path}/archivieren`, { version: '2' })
    expect(await noticesAt(CITY)).not.toContain('Zweite Fassung.')
    expect((await coordinator.get(LIST)).text('[aria-labelledby=archiv] tbody')).toContain('Zweite Fassung.')
    expect((await coordinator.post(`${path}/zurueckholen`, { version: '2' })).status).toBe(409)
    await coordinator.post(`${path}/zurueckholen`, { version: '3' })
    expect(await noticesAt(CITY)).toContain('Zweite Fassung.')
    const compared = await coordinator.get(`${path}/verlauf/1?mit=2`)
    expect(compared.text('.preview .notice')).toContain('Erste Fassung.')
    expect(compared.text('.difference')).toContain('Zweite Fassung.')
    await coordinator.post(`${path}/verlauf/1/wiederherstellen`, { version: '4' })
    expect(await noticesAt(CITY)).toContain('Erste Fassung.')
    expect(house.store.revisions.ofEntry('notice', id)).toHaveLength(5)
  })

  test('of a house that is in the archive can still be looked at and archived', async () => {
    const id = await add({ place: `venue-${venueId}`, text: 'Über dem alten Haus.' })
    const version = house.store.venues.byId(venueId)?.version ?? 0
    house.store.venues.setArchived(venueId, version, '2026-06-01T00:00:00Z', '2026-06-01T00:00:00Z')
    for (const rest of ['', '/verlauf', '/verlauf/1'])
      expect((await coordinator.get(`${LIST}/${id}${rest}`)).status).toBe(200)
    expect((await coordinator.get(LIST)).text('main')).toContain('Über dem alten Haus.')
    expect((await coordinator.post(`${LIST}/${id}/archivieren`, { version: '1' })).status).toBe(303)
    house.store.venues.setArchived(venueId, version + 1, null, '2026-06-01T00:00:00Z')
  })

  test('are among what is replaced everywhere', async () => {
    const id = await add({ text: 'Rufen Sie 0203 4711 an.' })
    const query = { suchen: '0203 4711', ersetzen: '0203 4712' }
    const seen = await coordinator.get(`/verwaltung/ersetzen?${new URLSearchParams(query)}`)
    const eintrag = String(seen.$('input[name=eintrag]').attr('value'))
    await coordinator.post('/verwaltung/ersetzen', { ...query, eintrag })
    expect(house.store.notices.byId(id)).toMatchObject({ text: 'Rufen Sie 0203 4712 an.', version: 2 })
  })

  test('are found in the search of the desk', async () => {
    await add({ text: 'Zwölf Zinnien blühen vor dem Haus.' })
    const seen = await coordinator.get('/verwaltung/suche?q=zinnien')
    expect(seen.text('[aria-labelledby=gefunden-notice]')).toContain('Zwölf Zinnien')
  })
})

describe('whom a notice names for questions', () => {
  const offered = async (path = `${LIST}/neu`) => (await coordinator.get(path)).text('#contactId')

  test('is one of that city of whom readers may see something', async () => {
    const { contactId, organisationId } = someoneToAsk({ function: 'Zeigbar' })
    const internal = aContact(house, { organisationId, function: 'Nur intern', audience: 'internal' })
    const hidden = aContact(house, {
      organisationId,
      function: 'Ohne Einwilligung',
      personName: 'Kim Beispiel',
      channels: [{ id: null, kind: 'telephone', value: '0203 283-1', note: '', places: [] }],
    })
    const leipzig = house.store.cities.bySlug('leipzig')?.id ?? Number.NaN
    const elsewhere = aContact(house, {
      organisationId: anOrganisation(house, { name: 'Fernab', cityId: leipzig }),
      function: 'Weit weg',
    })
    expect(await offered()).toContain('Auskunft am Ring, Zeigbar')
    for (const name of ['Nur intern', 'Ohne Einwilligung', 'Weit weg'])
      expect(await offered()).not.toContain(name)
    for (const id of [internal, hidden, elsewhere, 99999, 'x'])
      expect(problems(await send({ contactId: String(id) }))).toEqual(['#contactId'])
    expect((await send({ contactId: String(contactId) })).status).toBe(303)
  })

  test('is offered from the chosen town alone', async () => {
    someoneToAsk({ function: 'In Duisburg' })
    const leipzig = house.store.cities.bySlug('leipzig')?.id
    const form = { ...sound(), place: `city-${leipzig}`, act: 'preview' }
    expect((await administrator.get(`${LIST}/neu`)).text('#contactId')).toContain('In Duisburg')
    expect((await send(form, administrator)).text('#contactId')).not.toContain('In Duisburg')
  })

  test('is shown no more once archived, and the notice stays and can be saved', async () => {
    const { contactId } = someoneToAsk({ function: 'Pforte' })
    const id = await add({ text: 'Fragen Sie die Pforte.', contactId: String(contactId) })
    const asked = async () => (await house.get(CITY)).$('.notice p:contains("Pforte")').length
    expect(await asked()).toBe(2)
    archiveContact(house, SYSTEM, { id: contactId, version: 1, act: 'archive' })
    expect(await asked()).toBe(1)
    const path = `${LIST}/${id}`
    const seen = await coordinator.get(path)
    expect(seen.text('#contactId option[selected]')).toBe('Pforte (nicht zu sehen)')
    expect((await coordinator.post(path, { ...filledIn(seen), until: '1.9.2026' })).status).toBe(303)
    expect(house.store.notices.byId(id)).toMatchObject({ contactId, until: '2026-09-01' })
  })

  test('goes with its organisation', async () => {
    const { contactId, organisationId } = someoneToAsk({ function: 'Nachtdienst' })
    await add({ text: 'Es wird umgebaut.', contactId: String(contactId) })
    expect(await noticesAt(CITY)).toContain('Nachtdienst')
    archiveOrganisation(house, SYSTEM, { id: organisationId, version: 1, act: 'archive' })
    expect(await noticesAt(CITY)).toContain('Es wird umgebaut.')
    expect(await noticesAt(CITY)).not.toContain('Nachtdienst')
  })

  test('can be erased, and no page of the notice breaks', async () => {
    const { contactId } = someoneToAsk({
      function: 'Ansprechperson',
      personName: 'Robin Erlenbach',
      namePlaces: ['web'],
      consentWay: 'paper',
      consentGivenOn: day('2026-05-01'),
      channels: [{ id: null, kind: 'telephone', value: '0203 283-99', note: '', places: ['web'] }],
    })
    const id = await add({ text: 'Robin Erlenbach weiß mehr.', contactId: String(contactId) })
    expect(await noticesAt(CITY)).toContain('Robin Erlenbach, Ansprechperson')
    erasePerson(house, SYSTEM, contactId)
    expect(await noticesAt(CITY)).not.toContain('Erlenbach')
    for (const rest of ['', '/verlauf', '/verlauf/1']) {
      const seen = await coordinator.get(`${LIST}/${id}${rest}`)
      expect(seen.status).toBe(200)
      expect(seen.body).not.toContain('Erlenbach')
    }
  })
})

test('the list is searched by words and narrowed to a city, and says what is none', async () => {
  const fresh = await openHouse()
  const person = await fresh.signIn('administrator')
  const names = async (query: string) => {
    const seen = await person.get(`/verwaltung/hinweise${query}`)
    return seen
      .$('tbody th')
      .get()
      .map((cell) => seen.$(cell).text())
  }
  const all = await names('')
  expect(all.length).toBeGreaterThan(1)
  expect(await names('?q=aufzug')).toHaveLength(1)
  expect(await names('?ort=leipzig')).toEqual([])
  expect((await person.get('/verwaltung/hinweise?ort=leipzig')).text('.empty')).toBe(
    'Keine Hinweise für diese Auswahl.',
  )
  expect(await names('?ort=duisburg&q=verzeichnis')).toHaveLength(1)
  const odd = await person.get('/verwaltung/hinweise?ort=atlantis')
  expect([odd.status, odd.text('.notice')]).toEqual([404, expect.stringContaining('atlantis')])
  await fresh.close()
})
