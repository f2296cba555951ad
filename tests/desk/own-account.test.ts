import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

const OWN = '/verwaltung/konto'
const EMAIL = 'auskunft@treffpunkt.example'
const PASSWORD = 'treffpunkt-auskunft-2026'
const NOW = Date.parse('2026-06-03T10:00:00Z')

let house: TestHouse
let staff: Visitor
beforeEach(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
})
afterEach(() => house.close())

/** Switches codes on as the pages lead through it; answers with the secret and the recovery codes. */
async function switchCodesOn() {
  const form = filledIn(await staff.get(`${OWN}/code`))
  const secret = String(form.secret)
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOW })
  const seen = await staff.post(`${OWN}/code`, { ...form, code, password: PASSWORD })
  const codes = seen
    .$('.recovery-codes code')
    .toArray()
    .map((each) => seen.$(each).text())
  return { secret, codes, seen }
}

describe('the own account', () => {
  test('is there for everybody who is signed in, and reached from every page of the desk', async () => {
    for (const role of ['administrator', 'coordinator', 'editor', 'staff'] as const) {
      const person = await house.signIn(role)
      const desk = await person.get('/verwaltung')
      expect(desk.$('.site-tools a').first().attr('href')).toBe(OWN)
      expect((await person.get(OWN)).text('h1')).toBe('Mein Konto')
    }
  })

  test('takes another name, with a history, and says so where it was changed meanwhile', async () => {
    const form = filledIn(await staff.get(`${OWN}/name`))
    expect((await staff.post(`${OWN}/name`, { ...form, name: '' })).status).toBe(422)
    await staff.post(`${OWN}/name`, { ...form, name: 'Auskunft Rathaus' })
    expect((await staff.get('/verwaltung')).text('.site-tools')).toContain('Auskunft Rathaus')
    const late = await staff.post(`${OWN}/name`, { ...form, name: 'Andere' })
    expect([late.status, late.$('#name').attr('value')]).toEqual([409, 'Andere'])
    const id = house.store.accounts.byEmail(EMAIL)?.id ?? 0
    expect(house.store.revisions.draftsOf('account', id)).toHaveLength(2)
  })

  test('takes another password from whoever knows the present one, and ends all other sessions', async () => {
    const other = await house.signIn('staff')
    const wrong = await staff.post(`${OWN}/passwort`, { present: 'nein', password: 'kurz' })
    expect(wrong.$('.problem-summary a').length).toBe(2)
    const password = 'vier gelbe Boote schweigen'
    const answer = await staff.post(`${OWN}/passwort`, { present: PASSWORD, password })
    expect(answer.headers.location).toBe(`${OWN}?meldung=passwordChanged`)
    expect((await staff.get(OWN)).status).toBe(200)
    expect((await other.get(OWN)).status).toBe(303)
    await expect(house.signIn('staff')).rejects.toThrow('422')
  })
})

describe('sessions', () => {
  test('are listed, and end one by one or all together', async () => {
    const other = await house.signIn('staff')
    const seen = await staff.get(OWN)
    const rows = seen.$('[aria-labelledby=sitzungen] li')
    expect(rows.length).toBe(2)
    expect(rows.filter((_index, row) => seen.$(row).text().includes('Dieses Gerät')).length).toBe(1)
    const foreign = rows.filter((_index, row) => !seen.$(row).text().includes('Dieses Gerät'))
    await staff.post(`${OWN}/sitzungen`, { session: String(foreign.find('input').attr('value')) })
    expect((await other.get(OWN)).status).toBe(303)
    expect((await staff.get(OWN)).status).toBe(200)
    await staff.post(`${OWN}/sitzungen`, { session: 'alle' })
    expect((await staff.get(OWN)).status).toBe(303)
  })

  test('of others are no one’s to end', async () => {
    const administrator = await house.signIn('administrator')
    const seen = await administrator.get(OWN)
    const session = String(seen.$('[aria-labelledby=sitzungen] li input').attr('value'))
    await staff.post(`${OWN}/sitzungen`, { session })
    expect((await administrator.get(OWN)).status).toBe(200)
  })
})

describe('one-time codes', () => {
  test('are set up with a picture that needs nothing from elsewhere, and asked for after the password', async () => {
    const page = await staff.get(`${OWN}/code`)
    expect(page.$('svg.qr path').attr('d')).toMatch(/^M\d+ \d+h1v1h-1z/)
    expect(page.$('img').length).toBe(0)
    const { secret, codes, seen } = await switchCodesOn()
    expect([seen.status, codes.length]).toEqual([200, 10])
    expect(seen.headers['cache-control']).toBe('private, no-store')

    house.setNow('2026-06-03T10:01:00Z')
    const person = house.visitor()
    const weiter = '/verwaltung/organisationen'
    const asked = await person.post('/anmelden', { email: EMAIL, password: PASSWORD, weiter })
    expect([asked.status, asked.text('h1')]).toEqual([200, 'Code eingeben'])
    expect((await person.get('/verwaltung')).status).toBe(303)
    const form = filledIn(asked)
    const wrong = await person.post('/anmelden/code', { ...form, code: '000000' })
    expect(wrong.text('.problem-summary')).toContain('Dieser Code stimmt nicht')
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOW + 60_000 })
    const answer = await person.post('/anmelden/code', { ...filledIn(wrong), code })
    expect([answer.status, answer.headers.location]).toEqual([303, weiter])
    expect((await person.get(OWN)).text('[aria-labelledby=code]')).toContain('noch 10 Ersatzcodes')
  })

  test('that are wrong when they are switched on keep the same secret', async () => {
    const form = filledIn(await staff.get(`${OWN}/code`))
    const seen = await staff.post(`${OWN}/code`, { ...form, code: '123', password: 'nein' })
    expect(seen.status).toBe(422)
    expect(seen.$('.problem-summary a').length).toBe(2)
    expect(seen.$('main input[name=secret]').attr('value')).toBe(form.secret)
  })

  test('that nobody answers begin anew', async () => {
    const seen = await house.visitor().post('/anmelden/code', { schritt: 'x', code: '123456' })
    expect([seen.status, seen.text('h1')]).toEqual([422, 'Anmelden'])
  })

  test('are renewed and switched off with the password', async () => {
    await switchCodesOn()
    expect((await staff.post(`${OWN}/ersatzcodes`, { password: 'nein' })).status).toBe(422)
    expect(
      (await staff.post(`${OWN}/ersatzcodes`, { password: PASSWORD })).$('.recovery-codes code').length,
    ).toBe(10)
    expect((await staff.post(`${OWN}/code/aus`, { password: 'nein' })).status).toBe(422)
    expect((await staff.post(`${OWN}/code/aus`, { password: PASSWORD })).status).toBe(303)
    await house.signIn('staff')
  })
})

describe('passkeys', () => {
  test('are not offered under an address that is a number', async () => {
    expect((await house.visitor().get('/anmelden')).$('[data-passkey]').length).toBe(0)
    expect((await staff.get(`${OWN}/passkeys/neu`)).status).toBe(404)
    expect((await staff.get(OWN)).text('[aria-labelledby=passkeys]')).toContain('Adresse mit Namen')
  })

  test('are offered under a name, to whoever asks, and only what the site asked for is taken', async () => {
    const headers = { host: 'localhost:3000' }
    const seen = await house.visitor().get('/anmelden', headers)
    const options = JSON.parse(String(seen.$('[data-passkey=get]').attr('data-options')))
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    for (const answer of [
      '',
      '{}',
      'null',
      '[]',
      JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key' }),
    ]) {
      const refused = await house.visitor().post('/anmelden/passkey', { answer }, headers)
      expect([refused.status, refused.text('h1')]).toEqual([422, 'Anmelden'])
    }
  })
})
