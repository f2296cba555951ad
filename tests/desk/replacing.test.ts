import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import { openHouse, type Seen, type TestHouse, type Visitor } from '../support/house.ts'

let house: TestHouse
let coordinator: Visitor
let number = ''
beforeAll(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
  number = numbers()[0] ?? ''
  // The same number at a second contact, in another dress and in a text.
  const [, second] = contactsOfDuisburg()
  const path = `/verwaltung/kontakte/${second?.id}`
  const note = `Sonst +49 ${number.replace(/^0/, '')}`
  await coordinator.post(path, { ...filledIn(await coordinator.get(path)), note })
})
afterAll(() => house.close())

function contactsOfDuisburg() {
  const { cities, contacts, organisations } = house.store
  const cityId = cities.bySlug('duisburg')?.id
  return Array.from({ length: 60 }, (_, index) => contacts.byId(index + 1)).flatMap((contact) => {
    const own = contact !== null && organisations.byId(contact.organisationId)?.cityId === cityId
    return own && contact.channels.some(({ kind }) => kind === 'telephone') ? [contact] : []
  })
}

function numbers(): string[] {
  return contactsOfDuisburg().flatMap(({ channels }) =>
    channels.filter(({ kind }) => kind === 'telephone').map(({ value }) => value),
  )
}

const boxes = (seen: Seen) =>
  seen
    .$('input[name=eintrag]')
    .get()
    .map((box) => String(seen.$(box).attr('value')))

describe('replacing a number', () => {
  test('shows first where it stands, and saves nothing', async () => {
    const version = house.store.content.version(0)
    const seen = await coordinator.get(
      `/verwaltung/ersetzen?suchen=${encodeURIComponent(number)}&ersetzen=0203%20999%2000`,
    )
    expect(seen.status).toBe(200)
    expect(boxes(seen).length).toBeGreaterThanOrEqual(2)
    expect(seen.text('main')).toContain('0203 999 00')
    expect(seen.text('del')).toMatch(/\d/)
    expect(house.store.content.version(0)).toBe(version)
  })

  test('changes what was chosen as one, which can be taken back as one', async () => {
    const query = { suchen: number, ersetzen: '0203 999 00' }
    const seen = await coordinator.get(`/verwaltung/ersetzen?${new URLSearchParams(query)}`)
    const before = contactsOfDuisburg().filter(({ note }) => note.startsWith('Sonst'))
    const answer = await coordinator.post('/verwaltung/ersetzen', { ...query, eintrag: boxes(seen) })
    expect(answer.status).toBe(303)
    expect(numbers()).toContain('0203 999 00')
    expect(house.store.contacts.byId(before[0]?.id ?? 0)?.note).toBe('Sonst 0203 999 00')

    const batch = String(answer.headers.location).replace(/\?.*/, '')
    const page = await coordinator.get(batch)
    expect(page.text('main')).toContain('gilt noch')
    expect((await coordinator.get('/verwaltung')).text('[aria-labelledby=geaendert]')).toMatch(
      /Zusammen geändert.*und \d+ weiterer? Eintr/s,
    )

    // Somebody changes one of them once more: that stays, and what only the step had changed goes back.
    const path = `/verwaltung/kontakte/${before[0]?.id}`
    await coordinator.post(path, { ...filledIn(await coordinator.get(path)), function: 'Auskunft' })
    const back = await coordinator.post(`${batch}/zuruecknehmen`, { eintrag: boxes(page) })
    expect([back.status, back.headers.location]).toEqual([303, `${batch}?meldung=takenBack`])
    expect(numbers()).not.toContain('0203 999 00')
    expect(house.store.contacts.byId(before[0]?.id ?? 0)).toMatchObject({
      note: before[0]?.note,
      function: 'Auskunft',
    })
    const after = await coordinator.get(batch)
    expect(after.text('main')).not.toContain('gilt noch')
    expect(after.text('main')).toContain('zurückgenommen')
    expect(after.$('main button').length).toBe(0)
  })

  test('says in which entries it cannot be, and changes none', async () => {
    const query = { suchen: number, ersetzen: 'keine Nummer' }
    const seen = await coordinator.get(`/verwaltung/ersetzen?${new URLSearchParams(query)}`)
    const answer = await coordinator.post('/verwaltung/ersetzen', { ...query, eintrag: boxes(seen) })
    expect(answer.status).toBe(422)
    const [link] = answer.$('.problem-summary a').get()
    expect(answer.$(`[id="${answer.$(link).attr('href')?.slice(1)}"]`).length).toBe(1)
    expect(numbers()).toContain(number)
    expect(contactsOfDuisburg().some(({ note }) => note.includes('keine Nummer'))).toBe(false)
    expect(boxes(answer)).toEqual(boxes(seen))
  })

  test('does not overwrite what somebody changed since', async () => {
    const query = { suchen: number, ersetzen: '0203 888 00' }
    const seen = await coordinator.get(`/verwaltung/ersetzen?${new URLSearchParams(query)}`)
    const [first = ''] = boxes(seen)
    const path = `/verwaltung/kontakte/${first.split('-')[1]}`
    await coordinator.post(path, { ...filledIn(await coordinator.get(path)), function: 'Büro' })
    const answer = await coordinator.post('/verwaltung/ersetzen', { ...query, eintrag: boxes(seen) })
    expect(answer.status).toBe(409)
    expect(answer.text('.problem-summary')).toContain('hat inzwischen jemand geändert')
    expect(numbers()).toContain(number)
  })
})

describe('what is not to be replaced', () => {
  test.each([
    [{ suchen: '' }, 'was jetzt dasteht'],
    [{ suchen: 'ab' }, 'mindestens 3 Zeichen'],
    [{ suchen: 'abc', ersetzen: 'abc' }, 'Beides ist gleich'],
  ])('%o is answered with a sentence', async (query, sentence) => {
    const seen = await coordinator.get(`/verwaltung/ersetzen?${new URLSearchParams(query)}`)
    expect(seen.status).toBe(422)
    expect(seen.text('.problem-summary')).toContain(sentence)
  })

  test('nothing chosen is answered with a sentence', async () => {
    const answer = await coordinator.post('/verwaltung/ersetzen', { suchen: number, ersetzen: '0203 1' })
    expect(answer.status).toBe(422)
    expect(answer.text('.problem-summary')).toContain('mindestens einen Eintrag')
  })

  test('entries of other towns are neither shown nor changed', async () => {
    const other = await house.signIn({ email: 'leipzig@treffpunkt.example' })
    const query = { suchen: number, ersetzen: '0203 777 00' }
    expect(boxes(await other.get(`/verwaltung/ersetzen?${new URLSearchParams(query)}`))).toEqual([])
    const [contact] = contactsOfDuisburg()
    const eintrag = `contact-${contact?.id}-${contact?.version}`
    expect((await other.post('/verwaltung/ersetzen', { ...query, eintrag })).status).toBe(403)
    expect(numbers()).not.toContain('0203 777 00')
  })

  test('looking is a fixed number of statements', async () => {
    house.statements.length = 0
    await coordinator.get('/verwaltung/ersetzen?suchen=Duisburg&ersetzen=Essen')
    expect(house.statements.length).toBeLessThanOrEqual(5)
  })
})
