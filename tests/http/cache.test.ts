import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmOrganisation } from '../../src/operations/confirmations.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ pageCache: true })
})
afterAll(() => house.close())

const clock = () => Date.parse('2026-06-03T10:00:00Z')
const statementsOf = async (path: string, headers: Record<string, string> = {}) => {
  house.statements.length = 0
  await house.get(path, headers)
  return house.statements.length
}

describe('the page cache', () => {
  it('answers a second reader without asking the database', async () => {
    expect(await statementsOf('/orte')).toBeGreaterThan(0)
    expect(await statementsOf('/orte')).toBe(0)
  })

  it('answers 304 to whoever has the page already', async () => {
    const first = await house.get('/orte/leipzig')
    const again = await house.get('/orte/leipzig', { 'if-none-match': String(first.headers.etag) })
    expect(again.status).toBe(304)
    expect(again.body).toBe('')
  })

  it('gives each encoding an entity tag of its own', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (encoding) => {
        const seen = await house.get('/orte/gera', { 'accept-encoding': encoding })
        return String(seen.headers.etag)
      }),
    )
    expect(new Set(tags).size).toBe(3)
  })

  it('heeds a refused encoding', async () => {
    const seen = await house.get('/orte/gera', { 'accept-encoding': 'br;q=0, gzip;q=0' })
    expect(seen.headers['content-encoding']).toBeUndefined()
  })

  it('forgets every page with the next write', async () => {
    await house.get('/orte/duisburg')
    const office = { store: house.store, clock }
    const id = house.store.search.find('amnesty', 1)[0]?.entryId ?? 0
    confirmOrganisation(office, SYSTEM, id, { way: 'telephone' })
    expect(await statementsOf('/orte/duisburg')).toBeGreaterThan(0)
  })

  it('forgets yesterday', async () => {
    await house.get('/orte/dortmund')
    house.setNow('2026-06-04T10:00:00Z')
    expect(await statementsOf('/orte/dortmund')).toBeGreaterThan(0)
    house.setNow('2026-06-03T10:00:00Z')
  })

  it('keeps the high-contrast page apart from the plain one', async () => {
    const plain = await house.get('/orte')
    const strong = await house.get('/orte', { cookie: 'kontrast=mehr' })
    expect(plain.$('html').attr('data-contrast')).toBe('standard')
    expect(strong.$('html').attr('data-contrast')).toBe('more')
  })

  it('keeps nothing of a search', async () => {
    await house.get('/suche?q=chor')
    expect(await statementsOf('/suche?q=chor')).toBeGreaterThan(0)
  })
})
