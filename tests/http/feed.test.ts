import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmOrganisation } from '../../src/operations/confirmations.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ pageCache: true })
})
afterAll(() => house.close())

const statementsOf = async (path: string) => {
  house.statements.length = 0
  await house.get(path)
  return house.statements.length
}

describe('a calendar in the cache', () => {
  it('is handed to a second reader without asking the database', async () => {
    expect(await statementsOf('/orte/duisburg.ics')).toBeGreaterThan(0)
    expect(await statementsOf('/orte/duisburg.ics')).toBe(0)
  })

  it('is made anew after a write, and is still the same to whoever has it', async () => {
    const first = await house.get('/orte/leipzig.ics')
    const id = house.store.search.find('amnesty', 1)[0]?.entryId ?? 0
    const office = { store: house.store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
    confirmOrganisation(office, SYSTEM, id, { way: 'telephone' })
    const again = await house.get('/orte/leipzig.ics', { 'if-none-match': String(first.headers.etag) })
    expect(again.status).toBe(304)
  })

  it('is made anew on the next day', async () => {
    await house.get('/orte/gera.ics')
    house.setNow('2026-06-04T10:00:00Z')
    expect(await statementsOf('/orte/gera.ics')).toBeGreaterThan(0)
    house.setNow('2026-06-03T10:00:00Z')
  })

  it('is none of a search', async () => {
    await house.get('/suche.ics?q=chor')
    expect(await statementsOf('/suche.ics?q=chor')).toBeGreaterThan(0)
  })

  it('has another tag in each encoding', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (encoding) => {
        const seen = await house.get('/suche.ics?q=chor', { 'accept-encoding': encoding })
        return String(seen.headers.etag)
      }),
    )
    expect(new Set(tags).size).toBe(3)
  })

  it('is the same for those who signed in, who are not handed the kept one', async () => {
    const coordinator = await house.signIn('coordinator')
    const [own, shared] = [await coordinator.get('/orte/erfurt.ics'), await house.get('/orte/erfurt.ics')]
    expect(own.body).toBe(shared.body)
  })
})

it('a calendar that several ask for at once is made once', async () => {
  house.statements.length = 0
  const path = '/kalender.ics?thema=menschenrechte'
  const seen = await Promise.all([house.get(path), house.get(path), house.get(path)])
  expect(new Set(seen.map(({ body }) => body)).size).toBe(1)
  const read = house.statements.filter((sql) => sql.includes('FROM meeting m'))
  expect(read).toHaveLength(1)
})
