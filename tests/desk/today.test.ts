import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMeeting } from '../../src/operations/meetings.ts'
import { filledIn } from '../support/filled.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('who looks after entries sees how many, which are overdue, and whom to call', async () => {
  const person = await house.signIn('coordinator')
  const seen = await person.get('/verwaltung')
  expect(seen.text('.lead')).toMatch(/^Sie pflegen \d+ Einträge\. /)
  expect(seen.text('#offen')).toMatch(/^\d+ Einträge sind lange nicht bestätigt$/)
  expect(seen.$('tbody tr').length).toBeGreaterThan(0)
  expect(seen.text('tbody')).toMatch(/0221 4710-\d+ \(.+\)/)
})

test('who only reads is told so', async () => {
  const seen = await (await house.signIn('staff')).get('/verwaltung')
  expect(seen.text('.lead')).toContain('Ihr Konto liest und druckt; Einträge ändern andere.')
  expect(seen.$('tbody tr').length).toBe(0)
  expect(seen.text('#wartet + p')).toBe('Zurzeit wartet nichts auf Sie.')
})

test('a confirmed entry is overdue no longer', async () => {
  const person = await house.signIn('coordinator')
  const seen = await person.get('/verwaltung')
  const name = seen.text('tbody th')
  await person.post(`${seen.$('tbody th a').attr('href')}/bestaetigen`, { way: 'telephone' })
  expect((await person.get('/verwaltung')).text('tbody')).not.toContain(name)
})

test('changes are told to whoever looks after the city, and to nobody else’s coordinator', async () => {
  const person = await house.signIn('coordinator')
  const path = `/verwaltung/organisationen/${house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id}`
  await person.post(path, { ...filledIn(await person.get(path)), foundedYear: '2010' })
  const row = (await person.get('/verwaltung')).text('[aria-labelledby=geaendert] li')
  expect(row).toContain('Chor der Brücken e.V.')
  expect(row).toContain('3. Juni 2026, 12:00 Uhr · Koordination Duisburg (im Formular)')
  const group = house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id ?? 0
  const meeting = `/verwaltung/treffen/${house.store.meetings.ofOrganisations([group])[0]?.id}`
  await person.post(meeting, { ...filledIn(await person.get(meeting)), title: 'Offene Probe' })
  expect((await person.get('/verwaltung')).text('[aria-labelledby=geaendert]')).toContain(
    'Chor der Brücken e.V.: Treffen „Offene Probe“',
  )
  const other = await house.signIn({ email: 'leipzig@treffpunkt.example' })
  expect((await other.get('/verwaltung')).text('main')).not.toContain('Chor der Brücken')
})

test('the page is a fixed number of statements', async () => {
  const person = await house.signIn('administrator')
  house.statements.length = 0
  await person.get('/verwaltung')
  expect(house.statements.length).toBeLessThanOrEqual(20)
})

test('what waits is told: proposals, rooms taken twice, and the next house meeting', async () => {
  const person = await house.signIn('coordinator')
  const seen = await person.get('/verwaltung')
  expect(seen.text('.tasks')).toContain('3 Vorschläge warten auf Ihre Entscheidung')
  expect(seen.text('[aria-labelledby=haustreffen]')).toMatch(/Forum IZ.*Donnerstag, 9\. Juli/s)
  const [cafe] = house.store.meetings.inRooms().filter(({ title }) => title === 'Spielabend')
  if (cafe === undefined) throw new Error('no games evening')
  const { organisationId, title, kind, venueId, roomId, place, schedule, description, exceptions } = cafe
  const draft = { organisationId, title, kind, venueId, roomId, place, schedule, description, exceptions }
  createMeeting({ store: house.store, clock: house.clock }, SYSTEM, draft)
  expect((await person.get('/verwaltung')).text('.tasks')).toContain('1 Raum ist doppelt vergeben')
  const other = await house.signIn({ email: 'leipzig@treffpunkt.example' })
  expect((await other.get('/verwaltung')).text('main')).not.toContain('doppelt vergeben')
})
