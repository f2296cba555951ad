import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendar, evening, rehearsal } from '../support/calendars.ts'
import { planOf, readFeed } from '../support/feeds.ts'
import { filledIn } from '../support/filled.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

const ADDRESS = 'https://chor.example/kalender.ics'
const TEXT = calendar(
  rehearsal('LOCATION:Gemeindehaus'),
  evening('20260620', 'Sommerkonzert'),
  rehearsal('UID:odd', 'SUMMARY:Stammtisch', 'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'),
  rehearsal('UID:hourly', 'SUMMARY:Glocke', 'RRULE:FREQ=HOURLY'),
)

let house: TestHouse
let coordinator: Visitor
let editor: Visitor
let organisationId: number
let path: string
let meeting: string

beforeAll(async () => {
  const failed = { kind: 'failed', failure: 'certificate' } as const
  house = await openHouse({ fetching: planOf(TEXT, failed, TEXT) })
  coordinator = await house.signIn('coordinator')
  editor = await house.signIn('editor')
  organisationId = house.store.organisations.bySlug('amnesty-international-gruppe-duisburg')?.id ?? Number.NaN
})
afterAll(() => house.close())

const attachAt = () => `/verwaltung/organisationen/${organisationId}/kalender/neu`
const group = () => house.get('/organisationen/amnesty-international-gruppe-duisburg')

describe('a calendar of a group', () => {
  test('is attached from the page of the group, by its editor, too', async () => {
    const entry = await editor.get(`/verwaltung/organisationen/${organisationId}`)
    expect(entry.text('#kalender')).toBe('Kalender der Gruppe')
    expect(entry.$(`a[href="${attachAt()}"]`).text()).toBe('Kalender anhängen')
    expect((await editor.get(attachAt())).$('#address').attr('type')).toBe('url')
  })

  test('needs an address that begins with https://, and what was typed stays', async () => {
    const refused = await editor.post(attachAt(), { address: 'http://chor.example/kalender.ics' })
    expect(refused.status).toBe(422)
    expect(refused.text('.problem-summary')).toContain('Geben Sie eine Adresse an, die mit https:// beginnt')
    expect(refused.$('.problem-summary a').attr('href')).toBe('#address')
    expect(refused.$('#address').attr('value')).toBe('http://chor.example/kalender.ics')
    expect((await editor.post(attachAt(), { address: ADDRESS, evil: '1' })).status).toBe(400)
  })

  test('may be given as calendars name it', async () => {
    const answer = await editor.post(attachAt(), { address: ADDRESS.replace('https', 'webcal') })
    expect(answer.status).toBe(303)
    path = String(answer.headers.location).replace(/\?.*/, '')
    const seen = await editor.get(path)
    expect(seen.$('#address').attr('value')).toBe(ADDRESS)
    expect(seen.text('h1')).toBe('Kalender von Amnesty International, Gruppe Duisburg')
    expect(seen.text('.facts dd')).toBe('noch nie')
    expect((await editor.post(attachAt(), { address: ADDRESS })).text('.field-problem')).toContain(
      'schon angehängt',
    )
  })

  test('is fetched at once, and tells what was taken in and what was not', async () => {
    const { version = '' } = filledIn(await editor.get(path))
    const answer = await editor.post(`${path}/abrufen`, { version })
    expect(answer.headers.location).toBe(`${path}?meldung=calendarRead`)
    const seen = await editor.get(path)
    expect(
      seen
        .$('main tbody tr')
        .toArray()
        .map((row) => seen.$(row).text().replace(/\s+/g, ' ').trim()),
    ).toEqual([
      'ProbeJeden Donnerstag ab 8. Januar 2026, 19:30–21:30 Uhr',
      expect.stringMatching(
        /^Stammtisch19 einzelne Termine bis 31. Dezember 2027.+im Kalender: FREQ=MONTHLY.+BYSETPOS=-1$/,
      ),
      expect.stringMatching(/^Sommerkonzert.+20\. Juni 2026/),
      expect.stringMatching(/^Glocke8\. Januar 2026Der Termin wiederholt sich mehrmals am Tag\.FREQ=HOURLY$/),
    ])
    expect(seen.text('#nicht-uebernommen')).toBe('1 Termin wurde nicht übernommen')
  })

  test('is shown to readers as meetings of the group, with where they come from', async () => {
    const seen = await group()
    const cards = seen
      .$('.meeting')
      .toArray()
      .map((card) => seen.$(card).text().replace(/\s+/g, ' '))
    expect(cards.find((text) => text.includes('Sommerkonzert'))).toContain(
      'Aus dem Kalender der Gruppe, zuletzt abgerufen am 3. Juni 2026.',
    )
    expect(cards.filter((text) => text.includes('Aus dem Kalender der Gruppe'))).toHaveLength(3)
    expect((await house.get('/kalender/2026-06-20')).text('main')).toContain('Sommerkonzert')
  })

  test('lends its meetings: each says what it is and where it is changed, and has no form', async () => {
    const ids = house.store.feeds.meetingsOf(Number(/\d+$/.exec(path)?.[0])).map(({ id }) => id)
    const probe = house.store.meetings.byIds(ids).find(({ title }) => title === 'Probe')
    meeting = `/verwaltung/treffen/${probe?.id}`
    const seen = await editor.get(meeting)
    expect(seen.$('main form').length).toBe(0)
    expect(seen.text('main .notice')).toContain('Dieses Treffen kommt aus dem Kalender der Gruppe.')
    expect(seen.$('main .notice a').attr('href')).toBe(`${path}#abhaengen`)
    expect(seen.text('main .facts')).toContain('Probe')
    expect((await editor.get(`${meeting}/verlauf`)).$('main form[action$=wiederherstellen]').length).toBe(0)
    // Who may change nothing anyway is told nothing of where to.
    expect((await (await house.signIn('staff')).get(meeting)).$('main .notice').length).toBe(0)
  })

  test('that cannot be fetched says since when and why, and its meetings stay', async () => {
    const { version = '' } = filledIn(await editor.get(path))
    expect((await editor.post(`${path}/abrufen`, { version })).headers.location).toBe(path)
    const seen = await editor.get(path)
    expect(seen.text('.notice[data-kind=warning]')).toMatch(
      /^Der Kalender lässt sich seit .*3\. Juni 2026.* nicht abrufen\..*Zertifikat.*bleiben die Treffen, wie sie waren\.$/,
    )
    const list = await coordinator.get('/verwaltung/kalender')
    expect(list.text('tbody tr')).toMatch(/Amnesty.*lässt sich nicht abrufen, seit/)
    expect((await editor.get(`/verwaltung/organisationen/${organisationId}`)).text('main')).toContain(
      'lässt sich nicht abrufen',
    )
    expect((await group()).text('main')).toContain('Sommerkonzert')
  })

  test('met by two people loses nothing, and an outdated page does nothing', async () => {
    const first = filledIn(await editor.get(path))
    await coordinator.post(path, { ...first, address: 'https://chor.example/neu.ics' })
    const met = await editor.post(path, { ...first, address: 'https://chor.example/anders.ics' })
    expect(met.status).toBe(409)
    expect(met.text('fieldset.conflict')).toContain('https://chor.example/neu.ics')
    for (const act of ['abrufen', 'abhaengen', 'archivieren'])
      expect((await editor.post(`${path}/${act}`, { version: String(first.version) })).status, act).toBe(409)
    expect((await editor.get(`${path}/verlauf`)).text('.revisions')).toContain('https://chor.example/neu.ics')
  })

  test('is for nobody else', async () => {
    const others = [await house.signIn({ email: 'leipzig@treffpunkt.example' }), await house.signIn('staff')]
    for (const person of others) {
      expect((await person.get(attachAt())).status).toBe(403)
      expect((await person.post(attachAt(), { address: ADDRESS })).status).toBe(403)
      for (const act of ['', '/abrufen', '/abhaengen', '/archivieren'])
        expect((await person.post(`${path}${act}`, { version: '1' })).status, act).toBe(403)
    }
  })

  test('can be let go of, and its meetings stay', async () => {
    const { version = '' } = filledIn(await editor.get(path))
    const answer = await editor.post(`${path}/abhaengen`, { version })
    expect(answer.headers.location).toBe(`${path}?meldung=calendarReleased`)
    const seen = await group()
    expect(seen.text('main')).toContain('Sommerkonzert')
    expect(seen.text('main')).not.toContain('Aus dem Kalender der Gruppe')
    expect((await editor.get(meeting)).$('#title').attr('value')).toBe('Probe')
  })
})

test('dates that are over do not stand in the way on the page of the group', async () => {
  const { store } = house
  const answer = await editor.post(attachAt(), { address: 'https://chor.example/alt.ics' })
  const id = Number(/\d+/.exec(String(answer.headers.location))?.[0])
  await readFeed({ store, clock: house.clock }, id, calendar(evening('20260102', 'Neujahrssingen')))
  expect((await group()).text('main')).not.toContain('Neujahrssingen')
  expect((await house.get('/kalender/2026-01-02')).text('main')).toContain('Neujahrssingen')
})

test('the list of calendars costs a fixed number of questions', async () => {
  const count = async () => {
    house.statements.length = 0
    await coordinator.get('/verwaltung/kalender')
    return house.statements.length
  }
  await count()
  const before = await count()
  await editor.post(attachAt(), { address: 'https://chor.example/noch-einer.ics' })
  await count()
  expect(await count()).toBe(before)
})

test('where fetching is switched off, the page says so', async () => {
  const still = await openHouse()
  const person = await still.signIn('administrator')
  const id = still.store.organisations.bySlug('amnesty-international-gruppe-duisburg')?.id
  const answer = await person.post(`/verwaltung/organisationen/${id}/kalender/neu`, { address: ADDRESS })
  const entry = String(answer.headers.location).replace(/\?.*/, '')
  const seen = await person.get(entry)
  expect(seen.text('main .facts')).toContain('ausgeschaltet')
  expect(seen.$('form[action$=abrufen]').length).toBe(0)
  const refused = await person.post(`${entry}/abrufen`, { version: '1' })
  expect([refused.status, refused.text('[role=alert] strong')]).toEqual([
    409,
    'Das Abrufen ist ausgeschaltet.',
  ])
  await still.close()
})
