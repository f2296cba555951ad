import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('every answer', () => {
  it('lets nothing in from anywhere else and runs nothing inline', async () => {
    const { headers } = await house.get('/')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe-inline')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  })

  it('lets scripts of the desk alone send something, and to nobody else', async () => {
    const site = await house.get('/')
    expect(site.headers['content-security-policy']).toContain("connect-src 'none'")
    const desk = await (await house.signIn('coordinator')).get('/verwaltung/dokumente')
    expect(desk.headers['content-security-policy']).toContain("connect-src 'self'")
  })

  it('sets no cookie for a reader', async () => {
    for (const path of ['/', '/orte', '/orte/duisburg', '/suche?q=chor', '/gibt-es-nicht']) {
      const { headers } = await house.get(path)
      expect(headers['set-cookie'], path).toBeUndefined()
    }
  })

  it('refuses a host that is not ours', async () => {
    const seen = await house.get('/', { host: 'evil.example' })
    expect(seen.status).toBe(421)
  })

  it('does not say on which machine it stands', async () => {
    const { headers } = await house.get('/')
    expect(headers.server).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  })
})
