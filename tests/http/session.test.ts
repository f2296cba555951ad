import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'

const EMAIL = 'koordination@treffpunkt.example'
const PASSWORD = 'treffpunkt-koordination-2026'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('signing in', () => {
  test('asks for e-mail address and password, and is not for search engines', async () => {
    const seen = await house.visitor().get('/anmelden')
    expect(seen.status).toBe(200)
    expect(seen.$('input[name=email]').attr('autocomplete')).toBe('username')
    expect(seen.$('input[name=password]').attr('autocomplete')).toBe('current-password')
    expect(seen.$('meta[name=robots]').attr('content')).toBe('noindex')
    expect(seen.headers['cache-control']).toBe('private, no-store')
  })

  test('leads to the page that was asked for', async () => {
    const person = house.visitor()
    const refused = await person.get('/verwaltung/organisationen?q=chor')
    expect(refused.status).toBe(303)
    expect(refused.headers.location).toBe(
      `/anmelden?weiter=${encodeURIComponent('/verwaltung/organisationen?q=chor')}`,
    )
    const form = await person.get(String(refused.headers.location))
    const weiter = String(form.$('input[name=weiter]').attr('value'))
    const answer = await person.post('/anmelden', { email: EMAIL, password: PASSWORD, weiter })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/verwaltung/organisationen?q=chor')
    expect((await person.get('/verwaltung')).text('.site-tools')).toContain('Koordination Duisburg')
  })

  test.each(['https://boese.example/', '//boese.example', '/\\boese.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (weiter) => {
      const answer = await house.visitor().post('/anmelden', { email: EMAIL, password: PASSWORD, weiter })
      expect(answer.headers.location).toBe('/verwaltung')
    },
  )

  test.each([
    ['a wrong password', EMAIL, 'not the password'],
    ['an unknown address', 'niemand@treffpunkt.example', PASSWORD],
  ])('with %s keeps the address and tells neither which', async (_what, email, password) => {
    const seen = await house.visitor().post('/anmelden', { email, password })
    expect(seen.status).toBe(422)
    expect(seen.text('.problem-summary a')).toBe(
      'E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beide, und versuchen Sie es noch einmal.',
    )
    expect(seen.$('title').text()).toMatch(/^Fehler: /)
    expect(seen.$('#email').attr('value')).toBe(email)
    expect(seen.$('#password').attr('value')).toBe('')
    expect(seen.headers['set-cookie']).toBeUndefined()
  })

  test('without anything typed says both', async () => {
    const seen = await house.visitor().post('/anmelden', {})
    expect(seen.$('.problem-summary a').length).toBe(2)
    expect(seen.$('#email').attr('aria-invalid')).toBe('true')
    expect(seen.$('#email').attr('aria-describedby')).toBe('email-problem')
  })

  test('hands out a session that no script reads, and a new one each time', async () => {
    const person = house.visitor()
    const first = await person.post('/anmelden', { email: EMAIL, password: PASSWORD })
    expect(String(first.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/)
    const token = person.cookies.get('treffpunkt') ?? ''
    await person.post('/anmelden', { email: EMAIL, password: PASSWORD })
    expect(person.cookies.get('treffpunkt')).not.toBe(token)
    const thief = house.visitor()
    thief.cookies.set('treffpunkt', token)
    expect((await thief.get('/verwaltung')).status).toBe(303)
  })

  test('is slowed down after ten attempts in a minute, for this address of this account only', async () => {
    const guess = { email: 'leipzig@treffpunkt.example', password: 'guess' }
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await house.visitor().post('/anmelden', guess)).status).toBe(422)
    const refused = await house.visitor().post('/anmelden', guess)
    expect(refused.status).toBe(429)
    expect(refused.text('h1')).toBe('Bitte warten Sie kurz')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    const other = await house.visitor().post('/anmelden', { ...guess, email: 'auskunft@treffpunkt.example' })
    expect(other.status).toBe(422)
  })
})

describe('a session', () => {
  test('ends by signing out', async () => {
    const person = await house.signIn('coordinator')
    const token = person.cookies.get('treffpunkt') ?? ''
    const answer = await person.post('/abmelden', {})
    expect(answer.headers.location).toBe('/anmelden?meldung=signedOut')
    expect((await person.get('/anmelden?meldung=signedOut')).text('.notice')).toBe('Sie sind abgemeldet.')
    person.cookies.set('treffpunkt', token)
    expect((await person.get('/verwaltung')).status).toBe(303)
  })

  test('ends after twelve idle hours, and after seven days', async () => {
    const person = await house.signIn('staff')
    const busy = await house.signIn('administrator')
    house.setNow('2026-06-03T21:59:00Z')
    expect((await person.get('/verwaltung')).status).toBe(200)
    expect((await busy.get('/verwaltung')).status).toBe(200)
    house.setNow('2026-06-04T10:00:00Z')
    expect((await person.get('/verwaltung')).status).toBe(303)
    house.setNow('2026-06-03T10:00:00Z')
  })
})

describe('a write', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
  ])('from another site (%j) is refused', async (headers) => {
    expect(
      (await house.visitor().post('/anmelden', { email: EMAIL, password: PASSWORD }, headers)).status,
    ).toBe(403)
  })
})

describe('the contrast', () => {
  test('is switched and switched back without a script, and the reader stays on the page', async () => {
    const reader = house.visitor()
    const answer = await reader.post('/kontrast', { back: '/orte/duisburg?tag=mi' })
    expect([answer.status, answer.headers.location]).toEqual([303, '/orte/duisburg?tag=mi'])
    expect((await reader.get('/orte')).$('html').attr('data-contrast')).toBe('more')
    await reader.post('/en/kontrast', { back: 'https://boese.example/' })
    expect((await reader.get('/orte')).$('html').attr('data-contrast')).toBe('standard')
  })

  test('leads nowhere else', async () => {
    const answer = await house.visitor().post('/en/kontrast', { back: '//boese.example/' })
    expect(answer.headers.location).toBe('/en')
  })
})
