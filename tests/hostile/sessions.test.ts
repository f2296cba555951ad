import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { openTypesetter } from '../../src/formats/pdf.ts'
import { loadAssets } from '../../src/http/assets.ts'
import { createAccount, switchAccount } from '../../src/operations/accounts.ts'
import { ORIGIN, openHouse, type TestHouse, type Visitor } from '../support/house.ts'
import { openOffice, SYSTEM } from '../support/office.ts'

const EMAIL = 'koordination@treffpunkt.example'
const PASSWORD = 'treffpunkt-koordination-2026'
const COOKIE = 'treffpunkt'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const tokenOf = ({ cookies }: Visitor) => cookies.get(COOKIE) ?? ''
function withToken(token: string): Visitor {
  const thief = house.visitor()
  thief.cookies.set(COOKIE, token)
  return thief
}

describe('a session', () => {
  it('is never one that was there before signing in', async () => {
    const planted = 'a'.repeat(43)
    const person = withToken(planted)
    await person.post('/anmelden', { email: EMAIL, password: PASSWORD })
    expect(tokenOf(person)).not.toBe(planted)
    expect((await withToken(planted).get('/verwaltung')).status).toBe(303)
  })

  it('is of no use after signing out, wherever it was copied to', async () => {
    const person = await house.signIn('coordinator')
    const token = tokenOf(person)
    expect((await withToken(token).get('/verwaltung')).status).toBe(200)
    await person.post('/abmelden', {})
    expect((await withToken(token).get('/verwaltung')).status).toBe(303)
    expect((await withToken(token).post('/verwaltung/organisationen/neu', {})).status).toBe(303)
  })

  it.each(['', ' ', '0', "' OR 1=1 --", '%00', '__proto__', 'x'.repeat(8000), '%ff'])(
    'is not %j',
    async (token) => {
      const seen = await house.get('/verwaltung', { cookie: `${COOKIE}=${token}` })
      expect(seen.status).toBe(303)
    },
  )

  it('ends at once when the account is disabled, and no new one begins', async () => {
    const office = { store: house.store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
    const person = await house.signIn({ email: 'leipzig@treffpunkt.example' })
    const { id = 0, version = 0 } = house.store.accounts.byEmail('leipzig@treffpunkt.example') ?? {}
    switchAccount(office, SYSTEM, { id, version, act: 'disable' })
    expect((await person.get('/verwaltung')).status).toBe(303)
    await expect(house.signIn({ email: 'leipzig@treffpunkt.example' })).rejects.toThrow('422')
  })

  it('is bound to the host, to TLS and to the site where the site has a public address', async () => {
    const office = openOffice()
    const draft = {
      email: EMAIL,
      name: 'Koordination',
      role: 'staff',
      language: 'de',
      cityIds: [],
      organisationIds: [],
    } as const
    const password = 'vier gelbe Boote schweigen'
    await createAccount(office, SYSTEM, draft, password)
    const origin = 'https://treffpunkt.example'
    const app = await buildApp({
      house: {
        ...office,
        origin,
        isDemonstration: false,
        assets: loadAssets(),
        typesetter: openTypesetter(),
        fetching: null,
      },
      logLevel: 'silent',
      pageCache: false,
      trustProxy: false,
    })
    const headers = {
      host: 'treffpunkt.example',
      origin,
      'content-type': 'application/x-www-form-urlencoded',
    }
    const payload = new URLSearchParams({ email: EMAIL, password }).toString()
    const answer = await app.inject({ method: 'POST', url: '/anmelden', headers, payload })
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-treffpunkt=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=\d{8}/)
    const elsewhere = await app.inject({ url: '/', headers: { host: '127.0.0.1:3000' } })
    expect(elsewhere.statusCode).toBe(421)
    await app.close()
  })
})

describe('the way on after signing in', () => {
  let staff: Visitor
  beforeAll(async () => {
    staff = await house.signIn('staff')
  })

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https:/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\u0000//evil.example',
    'evil.example',
    '@evil.example',
    '/.evil\r\nset-cookie: evil=1',
    '/verwaltung\u2028evil',
  ])('leads nowhere else: %j', async (weiter) => {
    const refused = await house.visitor().post('/anmelden', { email: weiter, password: '', weiter })
    expect(refused.$('input[name=weiter]').attr('value')).toBe('/verwaltung')
    const { headers } = await staff.get(`/anmelden?weiter=${encodeURIComponent(weiter)}`)
    expect(headers.location).toBe('/verwaltung')
  })

  it.each(['/%2f%2fevil.example', '/.//evil.example', '/x/..//evil.example', '/%5cevil.example'])(
    'stays on this site with %s',
    async (weiter) => {
      const { headers } = await staff.get(`/anmelden?weiter=${encodeURIComponent(weiter)}`)
      expect(new URL(String(headers.location), ORIGIN).origin).toBe(ORIGIN)
    },
  )
})

describe('who guesses', () => {
  it('waits, and locks out nobody else; no key that is counted is longer than an address', async () => {
    const guess = { email: `${'x'.repeat(100_000)}@evil.example`, password: 'guess' }
    const statuses: number[] = []
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const sent = { ...guess, email: `${guess.email}${attempt}` }
      statuses.push((await house.visitor().post('/anmelden', sent)).status)
    }
    expect(statuses.at(-1)).toBe(429)
    await house.signIn('administrator')
  })

  it('cannot be somebody else by what stands in front of the proxy’s word', async () => {
    const { store } = house
    const app = await buildApp({
      house: {
        store,
        clock: Date.now,
        origin: ORIGIN,
        isDemonstration: true,
        assets: loadAssets(),
        typesetter: openTypesetter(),
        fetching: null,
      },
      logLevel: 'silent',
      pageCache: false,
      trustProxy: true,
    })
    const send = async (forwarded: string) => {
      const headers = {
        host: '127.0.0.1:3000',
        origin: ORIGIN,
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': forwarded,
      }
      return (await app.inject({ method: 'POST', url: '/rueckmeldung', headers, payload: 'message=' }))
        .statusCode
    }
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await send(`10.0.0.${attempt}, 192.0.2.7`)).toBe(422)
    expect(await send('10.0.0.99, 192.0.2.7')).toBe(429)
    expect(await send('10.0.0.99, 192.0.2.8')).toBe(422)
    await app.close()
  })
})
