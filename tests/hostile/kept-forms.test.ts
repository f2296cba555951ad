import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROUTES } from '../../src/app.ts'
import { PDF } from '../support/drafts.ts'
import { filledIn } from '../support/filled.ts'
import { sampleOf, writesIn } from '../support/hostile.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'
import { multipart } from '../support/multipart.ts'

const LATER = '2026-06-03T23:00:00Z'
const COORDINATOR = { email: 'koordination@treffpunkt.example', password: 'treffpunkt-koordination-2026' }
const STAFF = { email: 'auskunft@treffpunkt.example', password: 'treffpunkt-auskunft-2026' }

let house: TestHouse
let choir: string
beforeEach(async () => {
  house = await openHouse()
  choir = `/verwaltung/organisationen/${house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id}`
})
afterEach(() => house.close())

/** Opens a form, and sends it half a day later; answers with where that leads. */
async function sendTooLate(person: Visitor, path: string, fields: Readonly<Record<string, string>>) {
  const form = filledIn(await person.get(path))
  house.setNow(LATER)
  const answer = await person.post(path, { ...form, ...fields })
  expect(answer.status).toBe(303)
  return String(answer.headers.location)
}

/** Signs in as the page asks for it, and goes where that leads. */
async function signInAt(person: Visitor, location: string, credentials: Readonly<Record<string, string>>) {
  const page = await person.get(location)
  const answer = await person.post('/anmelden', { ...filledIn(page), ...credentials })
  expect(answer.status).toBe(303)
  return person.get(String(answer.headers.location))
}

describe('a form whose session ended meanwhile', () => {
  it('comes back filled after signing in again, and is not saved before it is sent again', async () => {
    const person = await house.signIn('coordinator')
    const summary = 'Wir singen jeden Mittwoch.'
    const location = await sendTooLate(person, choir, { 'texts.0.summary': summary, act: 'save' })
    expect((await person.get(location)).text('.notice')).toContain('ist aufgehoben')
    house.statements.length = 0
    const seen = await signInAt(person, location, COORDINATOR)
    expect(seen.status).toBe(200)
    expect(seen.text('.notice')).toContain('noch nicht gespeichert')
    expect(seen.$('textarea[name="texts.0.summary"]').text().trim()).toBe(summary)
    const { id } = house.store.organisations.bySlug('chor-der-bruecken-e-v') ?? {}
    const stored = () => house.store.organisations.byId(id ?? 0)?.texts[0]?.summary
    expect(stored()).not.toBe(summary)
    const action = String(seen.$('main form.form').attr('action'))
    await person.post(action, { ...filledIn(seen), act: 'save' })
    expect(stored()).toBe(summary)
  })

  it('comes back for a new entry, too, and with all that is to be mended', async () => {
    const person = await house.signIn('coordinator')
    const path = '/verwaltung/organisationen/neu'
    const location = await sendTooLate(person, path, {
      website: 'kein Link',
      internalNote: 'Notiz',
      act: 'save',
    })
    const seen = await signInAt(person, location, COORDINATOR)
    expect(seen.$('textarea[name=internalNote]').text().trim()).toBe('Notiz')
    expect(seen.$('.problem-summary a').length).toBeGreaterThan(1)
  })

  it('comes back with a file to be chosen once more', async () => {
    const person = await house.signIn('coordinator')
    const group = house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id
    const path = `/verwaltung/dokumente/neu?organisation=${group}`
    house.setNow(LATER)
    const { type, body } = multipart(
      { title: 'Satzung von 2026', kind: 'other' },
      { name: 'satzung.pdf', type: 'application/pdf', bytes: PDF },
    )
    const answer = await house.app.inject({
      method: 'POST',
      url: path,
      headers: {
        host: '127.0.0.1:3000',
        'sec-fetch-site': 'same-origin',
        'content-type': type,
        cookie: [...person.cookies].map((pair) => pair.join('=')).join('; '),
      },
      payload: body,
    })
    expect(answer.statusCode).toBe(303)
    const seen = await signInAt(person, String(answer.headers.location), COORDINATOR)
    expect(seen.status).toBe(422)
    expect(seen.$('#title').val()).toBe('Satzung von 2026')
    expect(seen.text('.problem-summary')).toContain('Datei')
    expect(seen.$('main form.form').attr('action')).toBe(path)
  })

  it('is given to nobody else, and to nobody after an hour', async () => {
    const person = await house.signIn('coordinator')
    const location = await sendTooLate(person, choir, { internalNote: 'geheim', act: 'save' })
    const other = house.visitor()
    const seen = await signInAt(other, location, STAFF)
    expect(seen.body).not.toContain('geheim')
    house.setNow('2026-06-04T00:01:00Z')
    const late = await signInAt(person, location, COORDINATOR)
    expect([late.status, late.headers.location]).toEqual([303, '/verwaltung?meldung=formOver'])
  })

  it('is readable nowhere in the store', async () => {
    const person = await house.signIn('coordinator')
    await sendTooLate(person, choir, { internalNote: 'sehr geheime Notiz', act: 'save' })
    expect(house.store.keptForms.byTokenHash('')).toBeNull()
    const written = house.statements.filter((sql) => /INSERT INTO kept_form/.test(sql))
    expect(written).toHaveLength(1)
    expect(written.join()).not.toContain('geheime')
  })

  it('is not kept for whoever never had a session, nor where it holds what locks an account', async () => {
    const stranger = house.visitor()
    stranger.cookies.set('treffpunkt', 'x'.repeat(43))
    const answer = await stranger.post(choir, { internalNote: 'x', act: 'save' })
    expect(answer.headers.location).toBe('/anmelden?weiter=%2Fverwaltung')
    const person = await house.signIn('coordinator')
    house.setNow(LATER)
    const sent = { present: 'altes Passwort', password: 'neues Passwort' }
    const locked = await person.post('/verwaltung/konto/passwort', sent)
    expect(locked.headers.location).toBe('/anmelden?weiter=%2Fverwaltung')
  })
})

describe('giving a form back', () => {
  const writes = ROUTES.forms.filter(([method, , rule]) => method === 'POST' && rule !== 'everyone')

  it.each(writes.map(([, path]) => path))('writes nothing, also for %s', async (path) => {
    const administrator = await house.signIn('administrator')
    const address = sampleOf(house, path)
    house.setNow(LATER)
    const sent = { version: '1', way: 'telephone', session: 'alle', act: 'save' }
    const forms = [sent, { act: 'save', version: '1' }, { act: 'save' }, { act: 'save', way: 'telephone' }]
    const locations = await Promise.all(forms.map((form) => administrator.post(address, form)))
    const credentials = { email: 'administrator@treffpunkt.example', password: 'treffpunkt-verwaltung-2026' }
    await administrator.post('/anmelden', credentials)
    for (const { headers } of locations) {
      const weiter = new URL(String(headers.location), 'http://x').searchParams.get('weiter') ?? ''
      expect(weiter).toMatch(/^\/verwaltung\/formular\//)
      house.statements.length = 0
      const seen = await administrator.get(weiter)
      expect(seen.status).toBeLessThan(500)
      expect(writesIn(house)).toEqual([])
    }
  })
})
