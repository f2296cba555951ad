import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

const NEW = '/verwaltung/konten/neu'
const KIM = { name: 'Kim Beispiel', email: 'Kim@Stadt.example', role: 'staff' }
const PASSWORD = 'vier gelbe Boote schweigen'

let house: TestHouse
let administrator: Visitor
beforeEach(async () => {
  house = await openHouse()
  administrator = await house.signIn('administrator')
})
afterEach(() => house.close())

/** Invites somebody, and answers with the page that the link of the mail leads to. */
async function invite(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const form = filledIn(await administrator.get(NEW))
  const answer = await administrator.post(NEW, { ...form, ...KIM, ...fields, act: 'save' })
  expect(answer.status).toBe(303)
  return linkIn(house)
}

function linkIn({ store }: TestHouse): string {
  const mail = store.outbox.due('2026-06-04T00:00:00Z', 100).at(-1)
  return /http:\/\/127\.0\.0\.1:3000(\/zugang\/[\w-]+)/.exec(mail?.body ?? '')?.[1] ?? ''
}

const pathOf = (email: string) => `/verwaltung/konten/${house.store.accounts.byEmail(email)?.id}`

describe('the accounts', () => {
  test('are listed, searched and filtered', async () => {
    expect((await administrator.get('/verwaltung/konten')).text('.count')).toBe('5 Konten')
    const found = await administrator.get('/verwaltung/konten?q=LEIPZIG&rolle=coordinator')
    expect(found.text('tbody')).toContain('leipzig@treffpunkt.example')
    expect(found.text('.count')).toBe('1 Konto')
    const none = await administrator.get('/verwaltung/konten?stand=gesperrt')
    expect(none.text('.empty')).toContain('kein Konto')
    expect((await administrator.get('/verwaltung/konten?rolle=koenig')).status).toBe(404)
  })

  test('stand in nobody else’s menu', async () => {
    for (const role of ['coordinator', 'editor', 'staff'] as const) {
      const person = await house.signIn(role)
      expect((await person.get('/verwaltung')).text('.desk-menu')).not.toMatch(/Konten|Protokoll/)
    }
    expect((await administrator.get('/verwaltung')).text('.desk-menu')).toMatch(/Konten .*Protokoll/)
  })
})

describe('an invitation', () => {
  test('leads by one mail link from the desk to the own password, and to the desk', async () => {
    const link = await invite()
    const kim = house.visitor()
    const welcome = await kim.get(link)
    expect(welcome.text('h1')).toBe('Willkommen')
    expect(welcome.text('.lead')).toContain('Guten Tag Kim Beispiel.')
    expect(welcome.$('#password').attr('autocomplete')).toBe('new-password')
    expect(welcome.headers['cache-control']).toBe('private, no-store')
    const answer = await kim.post(link, { password: PASSWORD })
    expect(answer.headers.location).toBe('/anmelden?meldung=passwordSet')
    await kim.post('/anmelden', { email: 'kim@stadt.example', password: PASSWORD })
    expect((await kim.get('/verwaltung')).text('.site-tools')).toContain('Kim Beispiel, Auskunft')
    const again = await kim.get(link)
    expect([again.status, again.text('h1')]).toEqual([410, 'Dieser Link gilt nicht mehr'])
    expect((await kim.post(link, { password: PASSWORD })).status).toBe(410)
  })

  test('says what is wrong with a password, and repeats none', async () => {
    const link = await invite()
    const seen = await house.visitor().post(link, { password: 'kimbeispiel2026kim' })
    expect(seen.status).toBe(422)
    expect(seen.text('.problem-summary a')).toContain('schwerer zu erraten')
    expect(seen.body).not.toContain('kimbeispiel2026kim')
  })

  test('asks for all that is missing at once, and keeps what was typed', async () => {
    const form = { ...filledIn(await administrator.get(NEW)), role: 'coordinator', name: '', email: 'kim' }
    const seen = await administrator.post(NEW, { ...form, act: 'save' })
    expect(seen.status).toBe(422)
    expect(seen.$('.problem-summary a').length).toBe(3)
    expect(seen.$('#email').attr('value')).toBe('kim')
  })

  test('for a group finds it by its name, and asks where the name is not clear', async () => {
    const unclear = await administrator.post(NEW, {
      ...KIM,
      role: 'editor',
      'organisations.0.name': 'Amnesty',
    })
    expect(unclear.status).toBe(422)
    expect(unclear.text('.problem-summary')).toMatch(
      /Vielleicht meinen Sie eine von diesen: .*Amnesty.* \(Duisburg\)/,
    )
    const unknown = await administrator.post(NEW, { ...KIM, role: 'editor', 'organisations.0.name': 'Qqqq' })
    expect(unknown.text('.problem-summary')).toContain('keine Organisation')
    await invite({ role: 'editor', 'organisations.0.name': 'AMNESTY INTERNATIONAL Gruppe Duisburg' })
    const stored = house.store.accounts.byEmail('kim@stadt.example')
    const group = house.store.organisations.bySlug('amnesty-international-gruppe-duisburg')
    expect(stored?.organisationIds).toEqual([group?.id])
  })

  test('shows before it is sent what the person could do', async () => {
    const cityId = String(house.store.cities.bySlug('gera')?.id)
    const form = { ...KIM, role: 'coordinator', cityIds: cityId, act: 'preview' }
    const seen = await administrator.post(NEW, form)
    expect(seen.text('.preview')).toMatch(/Kim Beispiel: Koordination .* Gera/)
    expect(house.store.accounts.byEmail('kim@stadt.example')).toBeNull()
  })

  test('is sent again, and only the newest link holds', async () => {
    const first = await invite()
    const path = pathOf('kim@stadt.example')
    expect((await administrator.get(path)).text('[aria-labelledby=zugang]')).toContain(
      'gilt bis 10. Juni 2026',
    )
    expect((await administrator.post(`${path}/link`, { version: '1' })).status).toBe(303)
    expect((await house.get(first)).status).toBe(410)
    expect((await house.get(linkIn(house))).status).toBe(200)
  })
})

describe('an account', () => {
  test('that is disabled ends everything at once', async () => {
    const staff = await house.signIn('staff')
    const path = pathOf('auskunft@treffpunkt.example')
    expect((await administrator.get(path)).text('[aria-labelledby=zugang]')).toContain('an einem Gerät')
    const answer = await administrator.post(`${path}/sperren`, { version: '1' })
    expect(answer.headers.location).toBe(`${path}?meldung=accountDisabled`)
    expect((await staff.get('/verwaltung')).status).toBe(303)
    await expect(house.signIn('staff')).rejects.toThrow('422')
    const seen = await administrator.get(path)
    expect(seen.text('[aria-labelledby=zugang]')).toContain('Gesperrt seit 3. Juni 2026, 12:00 Uhr')
    expect((await administrator.get(`${path}/verlauf`)).text('main')).toContain('Gesperrt seit')
    await administrator.post(`${path}/freigeben`, { version: '2' })
    await house.signIn('staff')
  })

  test('of the last administrator is not given up', async () => {
    const path = pathOf('administrator@treffpunkt.example')
    const seen = await administrator.post(`${path}/sperren`, { version: '1' })
    expect(seen.status).toBe(422)
    expect(seen.text('.problem-summary')).toContain('Bestimmen Sie zuerst eine andere Person')
  })

  test('is signed out everywhere', async () => {
    const staff = await house.signIn('staff')
    await administrator.post(`${pathOf('auskunft@treffpunkt.example')}/abmelden`, { version: '1' })
    expect((await staff.get('/verwaltung')).status).toBe(303)
  })

  test('that two change is merged, and asked about where both changed the same', async () => {
    const path = pathOf('auskunft@treffpunkt.example')
    const form = filledIn(await administrator.get(path))
    await administrator.post(path, { ...form, name: 'Auskunft Rathaus', act: 'save' })
    const merged = await administrator.post(path, { ...form, role: 'administrator', act: 'save' })
    expect(merged.status).toBe(409)
    expect(merged.$('#name').attr('value')).toBe('Auskunft Rathaus')
    const asked = await administrator.post(path, { ...form, name: 'Auskunft Bürgeramt', act: 'save' })
    expect(asked.text('h1')).toContain('zwei Fassungen')
  })

  test('has a history from which a state is restored', async () => {
    const path = pathOf('auskunft@treffpunkt.example')
    const form = filledIn(await administrator.get(path))
    await administrator.post(path, { ...form, role: 'administrator', act: 'save' })
    expect((await administrator.get(`${path}/verlauf`)).text('main')).toContain(
      'Rolle Auskunft Administration',
    )
    await administrator.post(`${path}/verlauf/1/wiederherstellen`, { version: '2' })
    expect(house.store.accounts.byEmail('auskunft@treffpunkt.example')?.role).toBe('staff')
  })
})

describe('the log', () => {
  test('tells who did what, and holds no value of anybody', async () => {
    await invite()
    const seen = await administrator.get('/verwaltung/protokoll')
    expect(seen.text('tbody tr')).toMatch(
      /^3\. Juni 2026, 12:00 Uhr\s*Verwaltung der Seite\s*angelegt\s*Konto \d+\s*erledigt$/,
    )
    expect(seen.body).not.toMatch(/kim@stadt|Kim Beispiel/i)
    expect((await (await house.signIn('coordinator')).get('/verwaltung/protokoll')).status).toBe(403)
  })
})

describe('the log of what was turned away', () => {
  const latest = () => house.store.audit.latest(1)[0]

  test('tells of forms that could not be saved, and of those that came too late', async () => {
    const path = pathOf('auskunft@treffpunkt.example')
    const form = filledIn(await administrator.get(path))
    await administrator.post(path, { ...form, name: '' })
    const id = Number(path.split('/').at(-1))
    expect(latest()).toMatchObject({ act: 'change', noun: 'account', entryId: id, result: 'refused' })
    await administrator.post(path, { ...form, name: 'Auskunft am Markt' })
    await administrator.post(path, { ...form, name: 'Auskunft am Ring' })
    expect(latest()).toMatchObject({ act: 'change', noun: 'account', entryId: id, result: 'outdated' })
    expect((await administrator.get('/verwaltung/protokoll')).text('tbody tr')).toContain('zu spät')
  })

  test('tells of who may not, and not of who only looks', async () => {
    const staff = await house.signIn('staff')
    const before = house.store.audit.count()
    await staff.get('/verwaltung/konten')
    expect(house.store.audit.count()).toBe(before)
    await staff.post('/verwaltung/organisationen/1', { version: '1' })
    expect(latest()).toMatchObject({ act: 'change', noun: 'organisation', entryId: 1, result: 'forbidden' })
    expect(latest()?.accountId).toBe(house.store.accounts.byEmail('auskunft@treffpunkt.example')?.id)
  })
})

describe('a forgotten password', () => {
  test('is answered alike for everybody', async () => {
    const answers = await Promise.all(
      ['auskunft@treffpunkt.example', 'niemand@treffpunkt.example'].map((email) =>
        house.visitor().post('/passwort-vergessen', { email }),
      ),
    )
    const [known, unknown] = answers.map(({ status, headers, body }) => [status, headers.location, body])
    expect(known).toEqual(unknown)
    const told = await house.get(String(answers[0]?.headers.location))
    expect(told.text('.notice')).toContain('Wenn es ein Konto mit dieser Adresse gibt')
    expect(house.store.outbox.due('2026-06-04T00:00:00Z', 10)).toHaveLength(1)
  })

  test('needs an address', async () => {
    const seen = await house.visitor().post('/en/passwort-vergessen', {})
    expect([seen.status, seen.text('h1')]).toEqual([422, 'New password'])
  })

  test('is asked for ten times a minute from one address', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1)
      await house.visitor().post('/passwort-vergessen', { email: `n${attempt}@stadt.example` })
    const refused = await house.visitor().post('/passwort-vergessen', { email: 'n@stadt.example' })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  })
})
