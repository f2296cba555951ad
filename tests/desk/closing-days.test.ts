import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

const LIST = '/verwaltung/schliesstage'

let house: TestHouse
let coordinator: Visitor
let administrator: Visitor
let venueId: number
beforeAll(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
  administrator = await house.signIn('administrator')
  venueId = house.store.venues.bySlug('internationales-zentrum-duisburg')?.id ?? Number.NaN
})
afterAll(() => house.close())

const newest = () => house.store.closingDays.lines().reduce((one, other) => (one.id > other.id ? one : other))

async function add(fields: Record<string, string>): Promise<number> {
  const form = filledIn(await coordinator.get(`${LIST}/neu`))
  const answer = await coordinator.post(`${LIST}/neu`, { ...form, place: `venue-${venueId}`, ...fields })
  expect(answer.headers.location).toBe(`${LIST}?meldung=saved`)
  return newest().id
}

describe('closing days at the desk', () => {
  test('are in the menu of whoever may add some, and listed by what is to come', async () => {
    expect((await coordinator.get('/verwaltung')).text('.desk-menu')).toContain('Schließtage')
    for (const role of ['editor', 'staff'] as const)
      expect((await (await house.signIn(role)).get('/verwaltung')).text('.desk-menu')).not.toContain(
        'Schließtage',
      )
    await add({ from: '1.3.2026', reason: 'Wasserschaden' })
    const seen = await coordinator.get(LIST)
    expect(seen.text('#kommende')).toBe('Kommende')
    expect(seen.text('[aria-labelledby=kommende] tbody')).toContain('Betriebsferien')
    expect(seen.text('[aria-labelledby=vergangene] tbody')).toBe(
      'Sonntag, 1. März 2026Duisburg: Internationales Zentrum (IZ)WasserschadenGeschlossen',
    )
  })

  test('take dates off the site with the next answer, and say how many before they are saved', async () => {
    const before = await house.get('/kalender/2026-06-10?ort=duisburg')
    const held = before.$('.occurrence:not([data-state=cancelled])').length
    const typed = { place: `venue-${venueId}`, from: '10.6.2026', reason: 'Rohrbruch' }
    const form = filledIn(await coordinator.get(`${LIST}/neu`))
    const preview = await coordinator.post(`${LIST}/neu`, { ...form, ...typed, act: 'preview' })
    const said = preview.text('.preview')
    expect(said).toContain('Geschlossen: Mittwoch, 10. Juni 2026 (Rohrbruch)')
    const lost = Number(/(\d+) Termine? f/.exec(said)?.[1])
    expect(lost).toBeGreaterThan(0)
    await add(typed)
    const after = await house.get('/kalender/2026-06-10?ort=duisburg')
    expect(after.$('.occurrence:not([data-state=cancelled])').length).toBe(held - lost)
    expect(after.text('.occurrences')).toContain('Haus geschlossen: Rohrbruch')
  })

  test('name days that can be read and a reason, and nothing typed is lost', async () => {
    const form = filledIn(await coordinator.get(`${LIST}/neu`))
    const seen = await coordinator.post(`${LIST}/neu`, {
      ...form,
      from: 'morgen',
      until: '40.1.2026',
      reason: '',
    })
    expect(seen.status).toBe(422)
    const links = seen
      .$('.problem-summary a')
      .map((_, each) => seen.$(each).attr('href'))
      .get()
    expect(links).toEqual(['#place', '#from', '#until', '#reason'])
    expect(seen.$('#from').attr('value')).toBe('morgen')
    expect(seen.$('#until').attr('value')).toBe('40.1.2026')
    const late = await coordinator.post(`${LIST}/neu`, {
      ...form,
      place: `venue-${venueId}`,
      kind: 'holiday',
      from: '3.6.2026',
      until: '2.6.2026',
      reason: 'Ortsfest',
    })
    expect(
      late
        .$('.problem-summary a')
        .map((_, each) => late.$(each).attr('href'))
        .get(),
    ).toEqual(['#kind', '#until'])
    const nowhere = await coordinator.post(`${LIST}/neu`, { ...form, from: '3.6.2026', reason: 'Ortsfest' })
    expect([nowhere.status, nowhere.$('.problem-summary a').attr('href')]).toEqual([422, '#place'])
    expect((await coordinator.post(`${LIST}/neu`, { ...form, colour: 'red' })).status).toBe(400)
  })

  test('are for the own city: another one is neither offered nor taken', async () => {
    const leipzig = house.store.cities.bySlug('leipzig')?.id
    const form = filledIn(await coordinator.get(`${LIST}/neu`))
    const seen = await coordinator.get(`${LIST}/neu`)
    expect(seen.text('#place')).toContain('Duisburg: alle Häuser')
    expect(seen.text('#place')).not.toContain('Leipzig')
    const other = await coordinator.post(`${LIST}/neu`, {
      ...form,
      place: `city-${leipzig}`,
      from: '1.8.2026',
      reason: 'Sommerfest',
    })
    expect(other.status).toBe(403)
    const id = await add({ from: '11.6.2026', reason: 'Inventur' })
    for (const stranger of [
      await house.signIn('editor'),
      await house.signIn({ email: 'leipzig@treffpunkt.example' }),
    ]) {
      const answer = await stranger.post(`${LIST}/${id}`, { version: '1', from: '1.8.2026', reason: 'X' })
      expect(answer.status).toBe(403)
    }
    expect((await coordinator.get(`${LIST}/99999`)).status).toBe(404)
  })

  test('met by two people lose nothing', async () => {
    const id = await add({ from: '12.6.2026', reason: 'Inventur' })
    const path = `${LIST}/${id}`
    const first = filledIn(await coordinator.get(path))
    await administrator.post(path, { ...filledIn(await administrator.get(path)), reason: 'Umzug' })
    const merged = await coordinator.post(path, { ...first, until: '13.6.2026' })
    expect(merged.status).toBe(409)
    expect(merged.$('#reason').attr('value')).toBe('Umzug')
    expect((await coordinator.post(path, filledIn(merged))).status).toBe(303)
    expect(house.store.closingDays.byId(id)).toMatchObject({ reason: 'Umzug', until: '2026-06-13' })
    const met = await coordinator.post(path, { ...first, reason: 'Feuer' })
    expect(met.text('fieldset.conflict legend')).toBe('Grund')
  })

  test('are taken back, and everything is held again; the history tells of it', async () => {
    const id = await add({ from: '17.6.2026', reason: 'Irrtum' })
    const calendar = async () => (await house.get('/kalender/2026-06-17?ort=duisburg')).text('main')
    expect(await calendar()).toContain('Haus geschlossen: Irrtum')
    await coordinator.post(`${LIST}/${id}/archivieren`, { version: '1' })
    expect(await calendar()).not.toContain('Irrtum')
    expect((await coordinator.get(LIST)).text('[aria-labelledby=archiv] tbody')).toContain('Irrtum')
    const history = await coordinator.get(`${LIST}/${id}/verlauf`)
    expect(history.text('main')).toContain('Irrtum')
    const late = await coordinator.post(`${LIST}/${id}/zurueckholen`, { version: '1' })
    expect(late.status).toBe(409)
  })

  test('can be a holiday of one town, which takes off what is not held on holidays', async () => {
    const cityId = house.store.cities.bySlug('duisburg')?.id
    await add({
      place: `city-${cityId}`,
      kind: 'holiday',
      from: '17.6.2026',
      until: '18.6.2026',
      reason: 'Stadtjubiläum',
    })
    const seen = await house.get('/kalender/2026-06-18?ort=duisburg')
    expect(seen.text('.occurrences')).toContain('Stadtjubiläum')
    const before = await house.get('/kalender/2026-06-17?ort=duisburg')
    expect(before.text('.occurrence:not([data-state=cancelled])')).toContain('Amnesty')
  })
})

test('the list of closing days is searched by words and narrowed to a city', async () => {
  const fresh = await openHouse()
  const person = await fresh.signIn('administrator')
  const count = async (query: string) => (await person.get(`${LIST}${query}`)).$('tbody tr').length
  expect(await count('')).toBeGreaterThan(0)
  expect(await count('?ort=duisburg&q=betriebsferien')).toBeGreaterThan(0)
  expect(await count('?q=xyzzy')).toBe(0)
  expect(await count('?ort=leipzig&q=betriebsferien')).toBe(0)
  expect((await person.get(`${LIST}?ort=atlantis`)).status).toBe(404)
  await fresh.close()
})
