import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import { openHouse, type Seen, type TestHouse, type Visitor } from '../support/house.ts'

const CHOIR = 'chor-der-bruecken-e-v'
const CORRECT = `/etwas-stimmt-nicht?gruppe=${CHOIR}`
const DESK = '/verwaltung/vorschlaege'

let house: TestHouse
let coordinator: Visitor
beforeEach(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
  for (const { id } of house.store.proposals.open()) {
    const decided = {
      id,
      decision: 'declined',
      reason: 'x',
      accountId: null,
      by: 'x',
      at: '2026-06-01T00:00:00Z',
    }
    house.store.proposals.decide({ ...decided, decision: 'declined' })
  }
})
afterEach(() => house.close())

const organisation = () => house.store.organisations.bySlug(CHOIR)
const meeting = () => house.store.meetings.ofOrganisations([organisation()?.id ?? 0])[0]
const open = () => house.store.proposals.open()

/** Fills in the form of a page some seconds after it was shown. */
async function send(path: string, fields: Record<string, string>): Promise<Seen> {
  const form = filledIn(await house.get(path))
  house.setNow('2026-06-03T10:00:20Z')
  return house.post(path.split('?')[0] ?? '', { ...form, ...fields })
}

describe('„Etwas stimmt nicht?“', () => {
  test('stands on every kind of entry, and names what readers see of it', async () => {
    for (const path of [
      `/organisationen/${CHOIR}`,
      '/veranstaltungen/dortbunt',
      '/treffpunkte/internationales-zentrum-duisburg',
      '/projekte/xenos',
    ]) {
      const link = (await house.get(path)).$('a[href*="/etwas-stimmt-nicht?"]').attr('href')
      expect((await house.get(String(link))).status).toBe(200)
    }
    const choices = (await house.get(CORRECT)).text('fieldset')
    expect(choices).toContain('Zeiten: Chorprobe (jetzt: Jeden Donnerstag, 19–21 Uhr')
    expect(choices).toContain('Die Gruppe gibt es nicht mehr')
  })

  test('shows nothing internal, and is nowhere for what is not on the site', async () => {
    const internal = house.store.contacts
      .ofOrganisations(house.store.deskDirectory === undefined ? [] : [organisation()?.id ?? 0])
      .filter(({ audience }) => audience === 'internal')
      .flatMap(({ channels }) => channels.map(({ value }) => value))
      .filter((value) => value !== '')
    const body = (await house.get(CORRECT)).body
    for (const value of internal) expect(body).not.toContain(value)
    for (const query of ['', '?gruppe=xyzzy', '?gruppe=../x', '?veranstaltung=xyzzy'])
      expect((await house.get(`/etwas-stimmt-nicht${query}`)).status).toBe(404)
  })

  test('keeps what was typed, and says all that is missing', async () => {
    const seen = await send(CORRECT, { right: '', answerTo: 'keine Adresse' })
    expect(seen.status).toBe(422)
    const problems = seen.text('.problem-summary')
    for (const words of [
      'Wählen Sie, was nicht stimmt',
      'Schreiben Sie, was richtig ist',
      'E-Mail-Adresse oder eine Telefonnummer',
    ])
      expect(problems).toContain(words)
    expect(seen.$('input[name=answerTo]').attr('value')).toBe('keine Adresse')
    expect(open()).toEqual([])
  })

  test('is thanked for and forgotten where a machine sent it', async () => {
    const form = filledIn(await house.get(CORRECT))
    const typed = { ...form, part: 'other', right: 'Kauft hier!' }
    for (const sent of [
      { ...typed, homepage: 'https://spam.example', seit: '1' },
      typed,
      { ...typed, seit: 'gestern' },
    ])
      expect((await house.post('/etwas-stimmt-nicht', sent)).status).toBe(303)
    expect(open()).toEqual([])
  })

  test('changes nothing by itself', async () => {
    const before = meeting()
    await send(CORRECT, { part: `meeting-${before?.id}`, right: 'jetzt dienstags 18 bis 20 Uhr' })
    expect(meeting()).toEqual(before)
    expect(open()).toMatchObject([
      { noun: 'meeting', entryId: before?.id, message: 'Zeiten (Chorprobe): jetzt dienstags 18 bis 20 Uhr' },
    ])
  })
})

describe('a proposal at the desk', () => {
  test('is taken over in the entry’s own form, with old and new side by side, and thanked for', async () => {
    await send(CORRECT, {
      part: `meeting-${meeting()?.id}`,
      right: 'dienstags 18 bis 20 Uhr',
      answerTo: 'leserin@post.example',
    })
    const list = await coordinator.get(DESK)
    expect(list.text('tbody')).toContain('Chor der Brücken e.V.: Chorprobe')
    const page = await coordinator.get(String(list.$('tbody a').attr('href')))
    expect(page.text('dl')).toContain('leserin@post.example')
    const path = String(page.$('a[href*="vorschlag="]').attr('href'))
    const entry = await coordinator.get(path)
    expect(entry.text('main')).toContain('Jeden Dienstag, 18–20 Uhr')
    // One date of the choir was moved, and there is none such any more.
    const misfits = String(entry.$('input[name=misfits]').first().attr('value'))
    const saved = await coordinator.post(path.split('?')[0] ?? '', {
      ...filledIn(entry),
      misfits,
      act: 'save',
    })
    expect(saved.status).toBe(303)
    expect(meeting()?.schedule.slots[0]?.rule.pattern).toMatchObject({ kind: 'weekly', weekdays: [2] })
    const id = meeting()?.id ?? 0
    expect(house.store.revisions.byVersion('meeting', id, meeting()?.version ?? 0)?.origin).toBe('proposal')
    expect(open()).toEqual([])
    const [mail] = house.store.outbox.rows({ limit: 1, offset: 0 })
    expect([mail?.recipient, mail?.body.includes('vielen Dank')]).toEqual(['leserin@post.example', true])
    expect((await coordinator.get(DESK)).body).not.toContain('leserin@post.example')
  })

  test('leaves alone what somebody changed meanwhile', async () => {
    await send(CORRECT, { part: 'name', right: 'Chor der Brücken und Fähren' })
    const id = organisation()?.id ?? 0
    const path = `/verwaltung/organisationen/${id}`
    await coordinator.post(path, {
      ...filledIn(await coordinator.get(path)),
      foundedYear: '1999',
      act: 'save',
    })
    const entry = await coordinator.get(`${path}?vorschlag=${open()[0]?.id}`)
    expect(entry.$('input[name=name]').attr('value')).toBe('Chor der Brücken und Fähren')
    expect(entry.$('input[name=foundedYear]').attr('value')).toBe('1999')
  })

  test('is declined with a word that its sender gets, and only by whoever may edit the entry', async () => {
    await send(CORRECT, { part: 'other', right: 'Singt bitte leiser.', answerTo: 'nachbar@post.example' })
    const page = `${DESK}/${open()[0]?.id}`
    const staff = await house.signIn('staff')
    expect((await staff.get(page)).$('form[action$=ablehnen]')).toHaveLength(0)
    expect((await staff.post(`${page}/ablehnen`, { reason: 'Nein' })).status).toBe(403)
    expect((await coordinator.post(`${page}/ablehnen`, { reason: '' })).status).toBe(422)
    expect((await coordinator.post(`${page}/ablehnen`, { reason: 'Das gehört nicht hierher.' })).status).toBe(
      303,
    )
    expect((await coordinator.post(`${page}/erledigt`, {})).status).toBe(409)
    const [mail] = house.store.outbox.rows({ limit: 1, offset: 0 })
    expect(mail?.body).toContain('Das gehört nicht hierher.')
    expect((await coordinator.get(DESK)).text('main')).toContain('Abgelehnt von')
  })

  test('is forgotten a month after it was decided', async () => {
    await send(CORRECT, { part: 'other', right: 'Erster Hinweis' })
    const first = open()[0]?.id ?? 0
    await coordinator.post(`${DESK}/${first}/erledigt`, {})
    house.setNow('2026-07-10T10:00:00Z')
    const later = await house.signIn('coordinator')
    const form = filledIn(await house.get(CORRECT))
    house.setNow('2026-07-10T10:00:20Z')
    await house.post('/etwas-stimmt-nicht', { ...form, part: 'other', right: 'Zweiter Hinweis' })
    await later.post(`${DESK}/${open()[0]?.id}/erledigt`, {})
    expect(house.store.proposals.byId(first)).toBeNull()
  })
})

describe('a group that readers tell of', () => {
  const TOLD = {
    name: 'Nähkreis Ruhr',
    about: 'Wir nähen zusammen.',
    times: 'jeden 1. Montag im Monat um 18 Uhr',
    place: 'Bücherei',
    telephone: '030 23125 001',
    answerTo: 'naeherin@post.example',
  }

  test('is offered where readers miss it', async () => {
    for (const path of ['/', '/orte/duisburg', '/suche?q=xyzzy'])
      expect((await house.get(path)).$('a[href^="/gruppe-melden"]').length).toBeGreaterThan(0)
    const seen = await house.get('/gruppe-melden?ort=duisburg')
    expect(seen.text('select[name=cityId] option[selected]')).toBe('Duisburg')
  })

  test('is refused where its name, its city or what it does is missing', async () => {
    const seen = await send('/gruppe-melden', { ...TOLD, name: '', about: '', cityId: '' })
    expect(seen.status).toBe(422)
    expect(seen.$('.problem-summary li')).toHaveLength(3)
    expect(seen.$('input[name=times]').attr('value')).toBe(TOLD.times)
  })

  test('becomes an organisation with its meeting and its contact, once a coordinator saves it', async () => {
    await send('/gruppe-melden?ort=duisburg', TOLD)
    expect((await house.get('/suche?q=nähkreis')).text('main')).not.toContain(TOLD.name)
    const path = `/verwaltung/organisationen/neu?vorschlag=${open()[0]?.id}`
    const entry = await coordinator.get(path)
    expect(entry.$('input[name=name]').attr('value')).toBe(TOLD.name)
    const form = { ...filledIn(entry), act: 'save' }
    expect((await coordinator.post('/verwaltung/organisationen/neu', form)).status).toBe(303)
    const group = await house.get('/organisationen/naehkreis-ruhr')
    expect(group.text('main')).toContain('Jeden 1. Montag im Monat')
    expect(group.text('#kontakt, .contacts')).toContain('Kontakt')
    expect(group.body).toContain('030 23125 001')
    expect(group.body).not.toContain('naeherin@post.example')
    expect(open()).toEqual([])
  })

  test('that may be there already is told so', async () => {
    await send('/gruppe-melden?ort=duisburg', { ...TOLD, name: 'Chor der Brücken' })
    const entry = await coordinator.get(`/verwaltung/organisationen/neu?vorschlag=${open()[0]?.id}`)
    expect(entry.text('main')).toContain('Vielleicht gibt es die Gruppe schon: Chor der Brücken e.V.')
  })
})

test('what readers send is limited to a few a minute', async () => {
  const form = { ...filledIn(await house.get(CORRECT)), part: 'other', right: 'Hinweis' }
  house.setNow('2026-06-03T10:00:20Z')
  const statuses: number[] = []
  for (let sent = 0; sent < 7; sent++) statuses.push((await house.post('/etwas-stimmt-nicht', form)).status)
  expect(statuses.slice(0, 5)).toEqual([303, 303, 303, 303, 303])
  expect(statuses.at(-1)).toBe(429)
})
