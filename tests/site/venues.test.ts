import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MeetingDraft } from '../../src/domain/meeting.ts'
import type { Office } from '../../src/operations/act.ts'
import { createClosingDay } from '../../src/operations/closing-days.ts'
import { createMeeting } from '../../src/operations/meetings.ts'
import { aCity, anOrganisation, aVenue, idOf } from '../support/cast.ts'
import { openHouse, type Seen, type TestHouse } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'
import { day, range, rule, schedule, slot } from '../support/schedules.ts'

const CENTRE = '/treffpunkte/internationales-zentrum-duisburg'

const textsOf = (seen: Seen, selector: string) =>
  seen
    .$(selector)
    .map((_, each) => seen.$(each).text().replace(/\s+/g, ' ').trim())
    .get()

/** What stands beside a word in the list of facts. */
const factOf = (seen: Seen, word: string) =>
  seen
    .$('.facts dt')
    .filter((_, each) => seen.$(each).text() === word)
    .next()
    .text()
    .replace(/\s+/g, ' ')
    .trim()

describe('the demonstration', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  it('lists its houses by city, with rooms and groups, in one statement', async () => {
    house.statements.length = 0
    const seen = await house.get('/treffpunkte')
    expect(textsOf(seen, 'main h2')).toEqual(['Dortmund', 'Duisburg', 'Gera', 'Gießen', 'Leipzig'])
    expect(textsOf(seen, '.plain-rows li')).toContain(
      'Internationales Zentrum (IZ) Flachsmarkt 15, 47051 Duisburg 11 Räume, 21 Gruppen',
    )
    expect(house.statements.length).toBeLessThanOrEqual(2)
  })

  it('says of a house where it is, when it is open, and how one gets in', async () => {
    const seen = await house.get(CENTRE)
    expect(seen.text('h1')).toBe('Internationales Zentrum (IZ)')
    expect(seen.text('.kind-word')).toBe('Treffpunkt in Duisburg')
    expect(factOf(seen, 'Adresse')).toBe('Flachsmarkt 15, 47051 Duisburg')
    expect(factOf(seen, 'Jetzt')).toBe('Jetzt geöffnet bis 22:00 Uhr')
    expect(factOf(seen, 'Geöffnet')).toContain('Montag bis Donnerstag 9–22 Uhr')
    expect(factOf(seen, 'Stufenlos')).toBe('ja')
    expect(factOf(seen, 'Träger')).toBe('Kommunales Integrationszentrum Duisburg')
  })

  it('shows the notice of the house with whom to ask', async () => {
    const seen = await house.get(CENTRE)
    expect(seen.text('.notice')).toContain('Der Aufzug wird gewartet')
    expect(seen.$('.notice a[href^="tel:"]')).toHaveLength(1)
  })

  it('lists the rooms with floor, seats and steps', async () => {
    const seen = await house.get(CENTRE)
    const room = seen.$('.table tbody tr').filter((_, row) => seen.$(row).text().startsWith('Zimmer 14'))
    const cells = room.children().map((_, cell) => seen.$(cell).text())
    expect(cells.get()).toEqual(['Zimmer 14', '1. Etage', '24', 'ja'])
  })

  it('plans the week by room and day', async () => {
    const seen = await house.get(CENTRE)
    expect(seen.text('.room-plan caption')).toBe('1.–7. Juni 2026')
    expect(seen.text('.room-plan [aria-current=date]')).toBe('Mi. 3. Juni')
    const room = seen.$('.room-plan tbody tr').filter((_, row) => seen.$(row).text().includes('Zimmer 14'))
    const wednesday = room.first().find('td').eq(2)
    expect(wednesday.text()).toContain('Amnesty International, Gruppe Duisburg')
    expect(wednesday.find('time').attr('datetime')).toBe('2026-06-03T19:30')
    expect(room.first().find('td')).toHaveLength(7)
  })

  it('leads to the weeks beside it', async () => {
    const seen = await house.get(`${CENTRE}?woche=2026-W53`)
    const hrefs = seen
      .$('.steps a')
      .map((_, each) => seen.$(each).attr('href'))
      .get()
    expect(hrefs).toEqual([
      `${CENTRE}?woche=2026-W52#plan`,
      `${CENTRE}#plan`,
      `${CENTRE}?woche=2027-W01#plan`,
    ])
    expect(seen.$('link[rel=canonical]').attr('href')).toMatch(/internationales-zentrum-duisburg$/)
  })

  it('names the groups that meet there, each with its rule', async () => {
    const seen = await house.get(CENTRE)
    const groups = textsOf(seen, 'section[aria-labelledby=gruppen] li')
    expect(groups).toHaveLength(21)
    expect(groups[0]).toBe(
      'Amnesty International, Gruppe Duisburg Gruppentreffen: Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr, 1. Etage, Zimmer 14',
    )
  })

  it('describes the house for search engines', async () => {
    const seen = await house.get(CENTRE)
    const place = JSON.parse(seen.$('script[type="application/ld+json"]').text())
    expect(place['@type']).toBe('Place')
    expect(place.address.postalCode).toBe('47051')
    expect(place.openingHoursSpecification[1]).toMatchObject({
      dayOfWeek: ['Friday'],
      opens: '09:00',
      closes: '23:00',
    })
  })

  it.each([
    '/treffpunkte/nirgends',
    '/treffpunkte/Großes%20Haus',
    `${CENTRE}?woche=2025-W53`,
    `${CENTRE}?woche=heute`,
    `${CENTRE}?woche=2200-W52`,
  ])('knows no %s', async (path) => {
    expect((await house.get(path)).status).toBe(404)
  })

  it('takes the same number of statements for any house and week', async () => {
    const counts: number[] = []
    for (const path of [CENTRE, `${CENTRE}?woche=2026-W30`, '/treffpunkte/stadtteilladen-lindenhof']) {
      await house.get(path)
      house.statements.length = 0
      await house.get(path)
      counts.push(house.statements.length)
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(10)
  })
})

describe('a house of one group', () => {
  const weekdays = rule({ kind: 'weekly', weekdays: [1, 2, 3, 4, 5], every: 1, anchor: null })
  const hours = schedule([slot(weekdays, '09:00', '12:00'), slot(weekdays, '14:00', '24:00')])
  const WEDNESDAY = '2026-06-03T10:00:00Z'
  let house: TestHouse
  let cityId: number
  let venueId: number
  let office: Office
  beforeEach(async () => {
    house = await openHouse({ demonstration: false, pageCache: true })
    office = { store: house.store, clock: () => Date.parse(WEDNESDAY) }
    cityId = aCity(office)
    const organisationId = anOrganisation(office, { cityId })
    venueId = aVenue(office, { slug: 'haus', cityId, openingHours: hours })
    const meeting: MeetingDraft = {
      organisationId,
      title: 'Probe',
      kind: 'meeting',
      venueId,
      roomId: null,
      place: '',
      schedule: schedule([slot(rule({ kind: 'weekly', weekdays: [3], every: 1, anchor: null }), '19:00')]),
      description: '',
      exceptions: [{ kind: 'cancelled', on: day('2026-06-03'), start: null, reason: 'Ferien' }],
    }
    idOf(createMeeting(office, SYSTEM, meeting))
  })
  afterEach(() => house.close())

  const close = (
    from: string,
    until: string,
    where: { cityId: number } | { venueId: number } = { venueId },
  ) => {
    const nothing = { venueId: null, cityId: null }
    const draft = { ...nothing, ...where, ...range(from, until), kind: 'closed', reason: 'Umbau' } as const
    idOf(createClosingDay(office, SYSTEM, draft))
  }
  const nowAt = async (instant: string) => {
    house.setNow(instant)
    return factOf(await house.get('/treffpunkte/haus'), 'Jetzt')
  }

  it.each([
    ['2026-06-03T06:59:00Z', 'Jetzt geschlossen, wieder geöffnet: Mittwoch, 3. Juni 2026, 09:00 Uhr'],
    ['2026-06-03T07:00:00Z', 'Jetzt geöffnet bis 12:00 Uhr'],
    ['2026-06-03T10:00:00Z', 'Jetzt geschlossen, wieder geöffnet: Mittwoch, 3. Juni 2026, 14:00 Uhr'],
    ['2026-06-03T21:59:00Z', 'Jetzt geöffnet bis 24:00 Uhr'],
    ['2026-06-06T10:00:00Z', 'Jetzt geschlossen, wieder geöffnet: Montag, 8. Juni 2026, 09:00 Uhr'],
  ])('at %s says: %s', async (instant, said) => {
    expect(await nowAt(instant)).toBe(said)
  })

  it('says something else in the very minute, though its page is kept', async () => {
    expect(await nowAt('2026-06-03T09:59:00Z')).toContain('geöffnet bis 12:00')
    expect(await nowAt('2026-06-03T10:00:00Z')).toContain('wieder geöffnet')
    expect(await nowAt('2026-06-03T12:00:00Z')).toContain('geöffnet bis 24:00')
  })

  it('is closed on a closing day, whatever the hours say', async () => {
    close('2026-06-03', '2026-06-03')
    expect(await nowAt('2026-06-03T08:00:00Z')).toBe(
      'Heute geschlossen: Umbau. Wieder geöffnet: Donnerstag, 4. Juni 2026, 09:00 Uhr',
    )
  })

  it('opens again after the closing days, those of the city, too', async () => {
    close('2026-06-08', '2026-06-09')
    close('2026-06-10', '2026-06-10', { cityId })
    expect(await nowAt('2026-06-06T08:00:00Z')).toContain('wieder geöffnet: Donnerstag, 11. Juni 2026')
  })

  it('warns above the plan of a week with closing days', async () => {
    close('2026-06-04', '2026-06-05')
    const seen = await house.get('/treffpunkte/haus')
    expect(seen.text('.notice[data-kind=warning]')).toBe('Geschlossen: 4.–5. Juni 2026 (Umbau)')
    const later = await house.get('/treffpunkte/haus?woche=2026-W24')
    expect(later.$('.notice')).toHaveLength(0)
  })

  it('keeps a cancelled date in its plan, in a line of its own where it has no room', async () => {
    const seen = await house.get('/treffpunkte/haus')
    const rows = textsOf(seen, '.room-plan tbody th')
    expect(rows).toEqual(['Saal Erdgeschoss', 'ohne festen Raum'])
    expect(seen.text('.booking[data-state=cancelled]')).toContain('fällt aus')
  })

  it('says so where a week is empty', async () => {
    const other = { store: house.store, clock: () => Date.parse(WEDNESDAY) }
    aVenue(other, { slug: 'leer', cityId, rooms: [] })
    const seen = await house.get('/treffpunkte/leer')
    expect(seen.text('section[aria-labelledby=plan] .empty')).toContain('kein Termin eingetragen')
    expect(seen.text('section[aria-labelledby=gruppen] .empty')).toContain('noch keine Treffen')
    expect(factOf(seen, 'Jetzt')).toBe('')
    expect(factOf(seen, 'Stufenlos')).toBe('nicht angegeben')
  })
})
