import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import { batchIn } from '../support/hostile.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

const LIST = '/verwaltung/aenderungen'

let house: TestHouse
let administrator: Visitor
let choir = 0
beforeAll(async () => {
  house = await openHouse()
  administrator = await house.signIn('administrator')
  choir = house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id ?? 0
})
afterAll(() => house.close())

/** Changes one field of whatever has this page. */
async function change(path: string, field: string, value: string): Promise<void> {
  const answer = await administrator.post(path, {
    ...filledIn(await administrator.get(path)),
    [field]: value,
  })
  expect(answer.status).toBe(303)
}

describe('the list of changes', () => {
  test('holds every noun, the newest first, each with the way to what was changed', async () => {
    await change(`/verwaltung/organisationen/${choir}`, 'foundedYear', '2010')
    await change('/verwaltung/treffpunkte/1', 'arrival', 'Straßenbahn 903')
    await change('/verwaltung/projekte/1', 'summary', 'Kurz gesagt.')
    await change('/verwaltung/schliesstage/1', 'reason', 'Umbau')
    await change('/verwaltung/texte/1', 'title', 'Wer wir sind')
    const seen = await administrator.get(LIST)
    const rows = seen
      .$('.plain-rows li')
      .get()
      .map((row) => seen.$(row).text())
    expect(rows.map((row) => /Wer wir sind|Umbau|Chor der/.exec(row)?.[0]).filter((name) => name)).toEqual([
      'Wer wir sind',
      'Umbau',
      'Chor der',
    ])
    for (const link of seen.$('.plain-rows a').get())
      expect((await administrator.get(String(seen.$(link).attr('href')))).status).toBe(200)
  })

  test('is filtered by noun and by who', async () => {
    const seen = await administrator.get(`${LIST}?art=closing-day`)
    expect(seen.$('.plain-rows li').length).toBe(1)
    const name = seen.$('#von option').eq(1).attr('value') ?? ''
    expect((await administrator.get(`${LIST}?von=${encodeURIComponent(name)}`)).status).toBe(200)
    const odd = await administrator.get(`${LIST}?art=xyzzy`)
    expect([odd.status, odd.text('.notice')]).toEqual([404, expect.stringContaining('xyzzy')])
  })

  test('shows nobody what is not theirs', async () => {
    const other = await house.signIn({ email: 'leipzig@treffpunkt.example' })
    const seen = await other.get(LIST)
    expect(seen.text('main')).not.toMatch(/Chor der Brücken|Wer wir sind|Umbau/)
    await change(`/verwaltung/konten/2`, 'name', 'Koordination Duisburg, neu')
    const staff = await (await house.signIn('staff')).get(LIST)
    expect(staff.$('.plain-rows').text()).not.toContain('Konto')
    expect((await administrator.get(LIST)).text('main')).toContain('Konto „Koordination Duisburg, neu“')
  })

  test('is a fixed number of statements', async () => {
    house.statements.length = 0
    await administrator.get(LIST)
    expect(house.statements.length).toBeLessThanOrEqual(6)
  })
})

describe('changes that were made together', () => {
  test('that nobody made are not there', async () => {
    expect((await administrator.get(`${LIST}/xyzzy`)).status).toBe(404)
  })

  test('are no other person’s to take back', async () => {
    const path = `${LIST}/${batchIn(house, choir)}`
    const eintrag = `organisation-${choir}`
    const other = await house.signIn({ email: 'leipzig@treffpunkt.example' })
    expect((await other.get(path)).status).toBe(403)
    expect((await other.post(`${path}/zuruecknehmen`, { eintrag })).status).toBe(403)
    const staff = await house.signIn('staff')
    expect((await staff.get(path)).$('main button').length).toBe(0)
    expect((await staff.post(`${path}/zuruecknehmen`, { eintrag })).status).toBe(403)
  })

  test('stay where somebody changed the same field again', async () => {
    const path = `${LIST}/${batchIn(house, choir)}`
    await change(`/verwaltung/organisationen/${choir}`, 'internalNote', 'Von Hand.')
    const seen = await administrator.get(path)
    expect(seen.text('main')).toContain('seither geändert')
    const answer = await administrator.post(`${path}/zuruecknehmen`, { eintrag: `organisation-${choir}` })
    expect(answer.status).toBe(422)
    expect(house.store.organisations.byId(choir)?.internalNote).toBe('Von Hand.')
  })

  test('do not take an entry that is not among them', async () => {
    const path = `${LIST}/${batchIn(house, choir)}`
    expect((await administrator.post(`${path}/zuruecknehmen`, { eintrag: 'organisation-1' })).status).toBe(
      400,
    )
  })
})

test('a house that was handed over gets everything back in one step', async () => {
  const [venue] = house.store.venues.lines(house.store.cities.bySlug('duisburg')?.id)
  const others = await administrator.get(`/verwaltung/treffpunkte/${venue?.id}`)
  const to = others.$('#to option').first().attr('value') ?? ''
  const before = house.store.venueUses.ofVenue(venue?.id ?? 0).length
  expect(before).toBeGreaterThan(1)
  await administrator.post(`/verwaltung/treffpunkte/${venue?.id}/uebergeben`, { to })
  const list = await administrator.get(LIST)
  const path = list.$('.plain-rows a').first().attr('href') ?? ''
  const page = await administrator.get(path)
  const boxes = page
    .$('input[name=eintrag]')
    .get()
    .map((box) => String(page.$(box).attr('value')))
  expect((await administrator.post(`${path}/zuruecknehmen`, { eintrag: boxes })).status).toBe(303)
  expect(house.store.venueUses.ofVenue(venue?.id ?? 0).length).toBe(before)
})
