import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('an address that names nothing', () => {
  it('is answered with 404 and the entries that are spelled most like it', async () => {
    const seen = await house.get('/organisationen/amnesti-interational-duisburg')
    expect(seen.status).toBe(404)
    expect(seen.text('h1')).toBe('Diese Seite gibt es nicht')
    expect(seen.text('.plain-rows li .row-name')).toBe('Amnesty International, Gruppe Duisburg')
  })

  it('offers a search with the words of the address', async () => {
    const seen = await house.get('/orte/duisburk')
    expect(seen.$('input[name=q]').attr('value')).toBe('duisburk')
  })

  it('speaks the language of the address', async () => {
    const seen = await house.get('/en/orte/nowhere')
    expect(seen.$('html').attr('lang')).toBe('en')
    expect(seen.text('h1')).toBe('There is no such page')
  })

  it.each([
    '/%',
    '/%00',
    '/orte/%E0%A4%A',
    '/orte/..%2f..%2fetc',
    '/orte/duisburg?seite=0',
    '/orte/duisburg?seite=99',
    '/orte/duisburg?seite=x',
    `/orte/${'a'.repeat(2000)}`,
  ])('is no accident of ours: %s', async (path) => {
    const seen = await house.get(path)
    expect([400, 404, 414]).toContain(seen.status)
    expect(seen.text('h1')).not.toBe('')
  })
})

describe('a form', () => {
  it('that is far too long is refused with a sentence', async () => {
    const seen = await house.post('/anmelden', { email: 'x'.repeat(600 * 1024) })
    expect(seen.status).toBe(413)
    expect(seen.text('h1')).toBe('Das ist zu viel auf einmal')
  })

  it('in a form of data that is not ours is refused with a sentence', async () => {
    const seen = await house.post('/anmelden', {}, { 'content-type': 'text/xml' })
    expect(seen.status).toBe(415)
  })
})
