import { afterAll, beforeAll, expect, test } from 'vitest'
import { anEvent } from '../support/cast.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'
import { day } from '../support/schedules.ts'

const PART = 'section[aria-labelledby=uebergabe]'

let house: TestHouse
let coordinator: Visitor
let id: number
let path: string
beforeAll(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
  id = house.store.organisations.bySlug('nachbarschaftshilfe-am-flachsmarkt')?.id ?? Number.NaN
  path = `/verwaltung/organisationen/${id}`
})
afterAll(() => house.close())

test('before it is archived, the page of an organisation says what breaks, and what goes out of sight with it', async () => {
  const seen = await coordinator.get(path)
  expect(seen.text(PART)).toContain('Das bricht, wenn der Eintrag ins Archiv kommt:')
  expect(seen.text(`${PART} ul`)).toContain('Formularhilfe Kompass')
  expect(seen.text(PART)).toMatch(/nicht mehr zu sehen: .*1 Verbindung/)
  const order = seen
    .$('main h2')
    .toArray()
    .map((title) => seen.$(title).attr('id'))
  expect(order.slice(-2)).toEqual(['uebergabe', 'archiv'])
  const staff = await house.signIn('staff')
  expect((await staff.get(path)).$(PART)).toHaveLength(0)
})

test('it is handed over by name, and then nothing breaks', async () => {
  const office = { store: house.store, clock: house.clock }
  const cityId = house.store.organisations.byId(id)?.cityId ?? 0
  const on = day('2026-09-12')
  const event = anEvent(office, { cityId, title: 'Straßenfest', startsOn: on, endsOn: on }, id)
  expect((await coordinator.get(path)).text(`${PART} ul`)).toContain('Straßenfest')
  for (const to of ['', 'xyzzy', 'Nachbarschaftshilfe am Flachsmarkt']) {
    const refused = await coordinator.post(`${path}/uebergeben`, { to })
    expect(refused.status, to).toBe(422)
    expect(refused.$('.problem-summary a').attr('href')).toBe('#to')
    expect(refused.$('#to').attr('value')).toBe(to)
  }
  const answer = await coordinator.post(`${path}/uebergeben`, { to: 'Garten der Kulturen (Duisburg)' })
  expect(answer.headers.location).toBe(`${path}?meldung=handedOn`)
  const garden = house.store.organisations.bySlug('garten-der-kulturen')?.id
  expect(house.store.events.byId(event)?.participations).toMatchObject([{ organisationId: garden }])
  expect((await coordinator.get(path)).$(`${PART} ul`)).toHaveLength(0)
  expect((await house.get('/organisationen/garten-der-kulturen')).text('main')).toContain(
    'Formularhilfe Kompass',
  )
})

test('it is for whoever may archive it, and for no unknown field', async () => {
  for (const who of ['editor', 'staff'] as const) {
    const person = await house.signIn(who)
    expect((await person.post(`${path}/uebergeben`, { to: 'Saz und Cello' })).status).toBe(403)
  }
  expect((await coordinator.post(`${path}/uebergeben`, { to: 'x', evil: '1' })).status).toBe(400)
})
