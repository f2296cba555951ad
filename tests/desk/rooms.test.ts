import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledIn } from '../support/filled.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

const CLASHES = '/verwaltung/ueberschneidungen'
const REASON = 'Wer singt, spielt danach mit.'

let house: TestHouse
let coordinator: Visitor
let venueId: number
let choirId: number
beforeAll(async () => {
  house = await openHouse()
  coordinator = await house.signIn('coordinator')
  venueId = house.store.venues.bySlug('internationales-zentrum-duisburg')?.id ?? Number.NaN
  choirId = meetingNamed('Chorprobe')
})
afterAll(() => house.close())

function meetingNamed(title: string): number {
  return house.store.meetings.atVenue(venueId).find((meeting) => meeting.title === title)?.id ?? Number.NaN
}

function roomNamed(name: string): number {
  return house.store.venues.byId(venueId)?.rooms.find((room) => room.name === name)?.id ?? Number.NaN
}

const rooms = (view: string, query = '') => `/verwaltung/treffpunkte/${venueId}/${view}${query}`

/** Sends the form of the games evening for the room and the time of the choir. */
async function moveIntoChoir(fields: Record<string, string> = {}) {
  const path = `/verwaltung/treffen/${meetingNamed('Spielabend')}`
  const form = filledIn(await coordinator.get(path))
  const house = `${venueId}.${roomNamed('Musikraum')}`
  return coordinator.post(path, {
    ...form,
    house,
    sentence: 'donnerstags 20 bis 22 Uhr',
    act: 'save',
    ...fields,
  })
}

describe('a meeting in a room that somebody else has', () => {
  test('is refused with both sides, their dates and whom to ask; nothing typed is lost', async () => {
    const seen = await moveIntoChoir({ description: 'Mit Getränken.' })
    expect(seen.status).toBe(422)
    expect(seen.text('#problem-summary, .problem-summary, [role=alert]')).toContain(
      'Der Raum ist dann schon vergeben',
    )
    const told = seen.text('.clashes')
    expect(told).toContain('Chorprobe, Chor der Brücken e.V.')
    expect(told).toContain('20:00–22:00 (Chorprobe: 19:00–21:00)')
    expect(seen.$('.clashes li p.soft').text()).not.toBe('')
    expect(seen.$('textarea[name=description]').text()).toBe('Mit Getränken.')
    expect(seen.$('textarea[name=sentence]').text()).toBe('donnerstags 20 bis 22 Uhr')
  })

  test('is told when the times are only checked, and saved with a word that both then show', async () => {
    const checked = await moveIntoChoir({ act: 'check' })
    expect([checked.status, checked.$('.clashes').attr('data-state')]).toEqual([200, 'open'])
    expect((await moveIntoChoir({ despite: REASON })).status).toBe(303)
    const choir = await coordinator.get(`/verwaltung/treffen/${choirId}`)
    expect(choir.$('.clashes').attr('data-state')).toBe('wanted')
    expect(choir.text('.clashes')).toContain(`„${REASON}“`)
    expect(choir.$('input[name=despite]')).toHaveLength(0)
  })

  test('is asked about in the form of one date, and only there', async () => {
    const path = `/verwaltung/treffen/${meetingNamed('Sprachcafé')}/termine/zusatz`
    const form = filledIn(await coordinator.get(path))
    const typed = { ...form, day: '6.6.2026', start: '11:00', end: '12:00' }
    const refused = await coordinator.post(path, typed)
    expect(refused.status).toBe(422)
    const told = refused.text('.clashes')
    expect(told).toContain('Frühstück, Frauenfrühstück Miteinander')
  })
})

describe('the list of clashes', () => {
  test('holds those that nobody decided on, and all on demand', async () => {
    expect((await coordinator.get(CLASHES)).text('main')).toContain('Kein Raum ist doppelt vergeben.')
    const all = await coordinator.get(`${CLASHES}?stand=alle`)
    expect(all.text('tbody')).toContain('Filmabend, Klub Filmowy „Kadr“')
    expect(all.text('tbody')).toContain(`„${REASON}“`)
  })

  test('says of a filter that does not exist that it was left aside', async () => {
    const seen = await coordinator.get(`${CLASHES}?ort=xyzzy`)
    expect(seen.status).toBe(404)
    expect(seen.text('main')).toContain('xyzzy')
  })

  test('shows an editor only what the own group is part of', async () => {
    const editor = await house.signIn('editor')
    expect((await editor.get(`${CLASHES}?stand=alle`)).text('main')).not.toContain('Filmabend')
  })
})

describe('the rooms of a house', () => {
  test('are a grid of rooms and hours for each day of a week', async () => {
    const seen = await coordinator.get(rooms('woche', '?tag=2026-06-03'))
    expect(seen.text('h1')).toBe('Belegung IZ')
    const wednesday = seen.$('section[aria-labelledby="tag-2026-06-03"]')
    const amnesty = wednesday
      .find('td[data-state=taken]')
      .filter((_, cell) => seen.$(cell).text().includes('Amnesty'))
    expect(amnesty.attr('colspan')).toBe('3')
    expect(amnesty.text()).toContain('19:30–21:30, Ende offen')
  })

  test('say of a day without anything that all are free, and of a house without rooms that it has none', async () => {
    const other = (slug: string) => `/verwaltung/treffpunkte/${house.store.venues.bySlug(slug)?.id}/woche`
    expect((await coordinator.get(other('stadtteilladen-leipzig'))).text('main')).toContain(
      'Alle Räume sind frei.',
    )
    expect((await coordinator.get(other('hansaplatz-dortmund'))).text('main')).toContain(
      'keine Räume eingetragen',
    )
  })

  test('mark what two have at once', async () => {
    const seen = await coordinator.get(rooms('woche', '?tag=2026-07-31'))
    const doubled = seen.$('td[data-state=doubled]').first().text()
    expect(doubled).toContain('Leseabend')
    expect(doubled).toContain('Filmabend')
  })

  test('are counted by the month, in hours and as a share', async () => {
    const seen = await coordinator.get(rooms('monat', '?monat=2026-06'))
    expect(seen.text('h1')).toBe('Belegung Juni 2026: IZ')
    const rows = seen
      .$('tbody tr')
      .toArray()
      .map((row) => seen.$(row).text())
    const room = rows.find((row) => row.startsWith('Zimmer 14')) ?? ''
    // Two evenings of Amnesty, each of two hours as nobody said the end.
    expect(room).toContain('4 Std.')
  })

  test.each(['woche?tag=gestern', 'woche?tag=2026-02-30', 'monat?monat=2026-13', 'monat?monat=9999-01'])(
    'are not looked at for %s',
    async (view) => {
      expect((await coordinator.get(rooms(view))).status).toBe(404)
    },
  )
})

describe('a free room', () => {
  const wish = (query: Record<string, string>) => rooms('frei', `?${new URLSearchParams(query)}`)

  test('is found for a wish, and the others say why not', async () => {
    const seen = await coordinator.get(
      wish({ wunsch: 'donnerstags 18 bis 20 Uhr', plaetze: '20', stufenlos: 'ja' }),
    )
    expect(seen.text('#gesucht')).toBe('Gesucht: Jeden Donnerstag, 18–20 Uhr')
    const lists = seen
      .$('section[aria-labelledby=gesucht] ul')
      .toArray()
      .map((list) => seen.$(list).text())
    expect(lists[0]).toContain('Zimmer 14')
    expect(lists[1]).toContain('Chorprobe, 19:00–21:00')
    expect(lists[2]).toMatch(/Fotolabor.*zu klein, nicht stufenlos/s)
  })

  test('is asked for again where the wish has two meanings, or none', async () => {
    const two = await coordinator.get(wish({ wunsch: 'jeden zweiten Montag 18 bis 20 Uhr' }))
    expect([two.status, two.$('input[type=radio][name=lesart]').length]).toEqual([422, 3])
    const none = await coordinator.get(wish({ wunsch: 'irgendwann' }))
    expect(none.status).toBe(422)
    expect(none.text('main')).toContain('Geben Sie Tag und Uhrzeit an')
    expect(none.$('input[name=wunsch]').attr('value')).toBe('irgendwann')
  })

  test('is asked for again where the number of people is none', async () => {
    const seen = await coordinator.get(wish({ wunsch: 'donnerstags 18 bis 20 Uhr', plaetze: 'viele' }))
    expect([seen.status, seen.$('input[name=plaetze]').attr('value')]).toEqual([422, 'viele'])
    expect(seen.text('main')).toContain('als ganze Zahl')
    expect(seen.$('#gesucht')).toHaveLength(0)
  })

  test('becomes a meeting with times and room filled in', async () => {
    const query = new URLSearchParams({
      wunsch: 'Jeden Donnerstag, 18–20 Uhr',
      raum: String(roomNamed('Zimmer 14')),
      gruppe: 'Chor der Brücken e.V.',
    })
    const answer = await coordinator.get(rooms('anlegen', `?${query}`))
    expect(answer.status).toBe(303)
    const form = await coordinator.get(String(answer.headers.location))
    expect(form.$('textarea[name=sentence]').text()).toBe('Jeden Donnerstag, 18–20 Uhr')
    expect(form.$('select[name=house] option[selected]').text()).toContain('Zimmer 14')
    expect(form.$('input[name="slots.0.start"]').attr('value')).toBe('18:00')
  })

  test('is not made a meeting of a group that does not exist', async () => {
    const query = new URLSearchParams({ wunsch: 'donnerstags 18 Uhr', raum: '1', gruppe: 'Xyzzy' })
    const answer = await coordinator.get(rooms('anlegen', `?${query}`))
    expect(answer.headers.location).toContain('groupUnknown')
  })
})
