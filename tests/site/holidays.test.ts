// What readers are told of holidays and closing days, on every kind of page that shows dates.
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { Weekday } from '../../src/domain/day.ts'
import type { HolidayPolicy } from '../../src/domain/free-day.ts'
import type { Land } from '../../src/domain/land.ts'
import type { Office } from '../../src/operations/act.ts'
import { createClosingDay } from '../../src/operations/closing-days.ts'
import { aCity, aContact, aMeeting, anOrganisation, aVenue } from '../support/cast.ts'
import { openHouse, type Seen, type TestHouse } from '../support/house.ts'
import { SYSTEM } from '../support/office.ts'
import { day, range, rule, schedule, slot } from '../support/schedules.ts'

const offOnHolidays: HolidayPolicy = { public: 'skip', school: 'keep', closed: 'keep' }
const offInSummer: HolidayPolicy = { ...offOnHolidays, school: 'skip', schoolOnly: ['summer'] }

let house: TestHouse
let office: Office
beforeEach(async () => {
  house = await openHouse({ demonstration: false })
  office = { store: house.store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
})
afterEach(() => house.close())

function weeklyOn(weekday: Weekday, holidays: HolidayPolicy | null) {
  return schedule([
    slot(
      rule({ kind: 'weekly', weekdays: [weekday], every: 1, anchor: null }, { holidays }),
      '19:30',
      '21:00',
    ),
  ])
}

/** „Chor der Brücken“ meets every week in a town of this Land. */
function aChoir(weekday: Weekday, holidays: HolidayPolicy | null, land: Land = 'NW') {
  const cityId = aCity(office, { land })
  const venueId = aVenue(office, { cityId, slug: 'haus' })
  const organisationId = anOrganisation(office, { cityId })
  aMeeting(office, { organisationId, title: 'Probe', venueId, schedule: weeklyOn(weekday, holidays) })
  return { cityId, venueId, organisationId }
}

function linesOf(seen: Seen, selector: string): string[] {
  return seen
    .$(selector)
    .map((_, each) => seen.$(each).text().replace(/\s+/g, ' ').trim())
    .get()
}

describe('the page of a group', () => {
  it('strikes a date out that a holiday takes away, says why, and counts five others', async () => {
    aChoir(4, offOnHolidays)
    const seen = await house.get('/organisationen/chor-der-bruecken')
    expect(seen.text('.meeting-rule')).toBe(
      'Jeden Donnerstag, 19:30–21:00 Uhr, nicht an Feiertagen in Nordrhein-Westfalen',
    )
    const gap = seen.$('.leaf-strip li').first()
    expect(gap.find('time').attr('datetime')).toBe('2026-06-04T19:30')
    expect(gap.find('s').text()).toContain('19:30')
    expect(gap.text().replace(/\s+/g, ' ')).toContain('fällt aus Fronleichnam')
    expect(linesOf(seen, '.leaf-strip li:not([data-state=cancelled])')).toHaveLength(5)
  })

  it('tells a whole summer once, in the language of the reader', async () => {
    aChoir(4, offInSummer)
    house.setNow('2026-07-13T10:00:00Z')
    const german = await house.get('/organisationen/chor-der-bruecken')
    expect(linesOf(german, '.leaf-strip .fine')).toEqual(['Sommerferien NRW'])
    const english = await house.get('/en/organisationen/chor-der-bruecken')
    expect(linesOf(english, '.leaf-strip .fine')).toEqual(['Summer holidays (NRW)'])
    expect(english.text('.meeting-rule')).toContain(
      'not on public holidays or in the summer holidays in North Rhine-Westphalia',
    )
  })

  it('says where school holidays are not known yet, instead of guessing', async () => {
    aChoir(4, offInSummer)
    house.setNow('2030-07-20T10:00:00Z')
    const seen = await house.get('/organisationen/chor-der-bruecken')
    expect(seen.text('.meeting > p.fine')).toBe('Schulferien ab 7. August 2030 noch nicht bekannt')
    house.setNow('2026-06-03T10:00:00Z')
    expect((await house.get('/organisationen/chor-der-bruecken')).$('.meeting > p.fine')).toHaveLength(0)
  })

  it('loses a date to a closed house though its rule says nothing of it', async () => {
    const { venueId } = aChoir(3, null)
    const days = range('2026-06-08', '2026-06-12')
    createClosingDay(office, SYSTEM, { venueId, cityId: null, kind: 'closed', reason: 'Umbau', ...days })
    const seen = await house.get('/organisationen/chor-der-bruecken')
    expect(linesOf(seen, '.leaf-strip .fine')).toEqual(['Haus geschlossen: Umbau'])
  })

  it('says that nobody answers the telephone on a holiday, and when somebody does again', async () => {
    const { organisationId } = aChoir(1, null)
    aContact(office, { organisationId, hours: weeklyOn(4, offOnHolidays) })
    house.setNow('2026-06-04T17:45:00Z')
    const seen = await house.get('/organisationen/chor-der-bruecken')
    expect(seen.$('main').text()).toContain(
      'Heute nicht erreichbar: Fronleichnam. Wieder erreichbar am Donnerstag, 11. Juni, 19:30 Uhr',
    )
  })
})

describe('the calendar', () => {
  it('keeps a date that a holiday takes away in sight, with the reason, and does not count it', async () => {
    aChoir(4, offOnHolidays)
    const month = await house.get('/kalender/2026-06')
    expect(month.text('caption')).toBe('3 Termine')
    expect(linesOf(month, '.month-entries li[data-state=cancelled]')).toEqual([
      '19:30 Chor der Brücken: Probe fällt aus Fronleichnam',
    ])
    for (const path of ['/kalender/2026-W23', '/kalender/2026-06-04']) {
      const seen = await house.get(path)
      expect(seen.text('.occurrence[data-state=cancelled]')).toContain('fällt aus')
      expect(seen.text('.occurrence[data-state=cancelled]')).toContain('Fronleichnam')
    }
  })

  it('holds its dates on a holiday where the rule says nothing of it', async () => {
    aChoir(4, null)
    expect((await house.get('/kalender/2026-06')).text('caption')).toBe('4 Termine')
  })

  it('says where school holidays are not known yet, and only then', async () => {
    aChoir(4, offInSummer)
    const hint = async (path: string) => linesOf(await house.get(path), 'main > p.fine')
    expect(await hint('/kalender/2030-09')).toEqual(['Schulferien ab 7. August 2030 noch nicht bekannt'])
    expect(await hint('/kalender/2030-07')).toEqual([])
  })

  test.each<[Land, Weekday, string, string]>([
    ['NW', 5, '2026-04-03', 'Karfreitag'],
    ['NW', 1, '2026-04-06', 'Ostermontag'],
    ['NW', 4, '2026-05-14', 'Christi Himmelfahrt'],
    ['NW', 4, '2026-06-04', 'Fronleichnam'],
    ['NW', 7, '2026-11-01', 'Allerheiligen'],
    ['HE', 4, '2026-06-04', 'Fronleichnam'],
    ['SN', 3, '2026-11-18', 'Buß- und Bettag'],
    ['TH', 7, '2026-09-20', 'Weltkindertag'],
  ])('in %s shows on weekday %i, %s, the gap of %s', async (land, weekday, at, reason) => {
    aChoir(weekday, offOnHolidays, land)
    const seen = await house.get(`/kalender/${at}`)
    expect(seen.text('.occurrence[data-state=cancelled]')).toContain(reason)
  })

  test.each(['2026-03-29', '2026-10-25'])('holds a Sunday on which the clocks change, %s', async (at) => {
    aChoir(7, offOnHolidays)
    const seen = await house.get(`/kalender/${at}`)
    expect(seen.text('.occurrence time')).toBe('19:30–21:00 Uhr')
    expect(seen.$('.occurrence[data-state=cancelled]')).toHaveLength(0)
  })
})

describe('other pages', () => {
  it('tell the next date that is held in a list of groups', async () => {
    aChoir(4, offOnHolidays)
    const seen = await house.get('/orte/duisburg')
    expect(seen.$('main').text()).toContain('Donnerstag, 11. Juni')
    expect(seen.$('main').text()).not.toContain('4. Juni')
  })

  it('show the gap in the plan of the house, and what is not known yet', async () => {
    aChoir(4, offInSummer)
    const plan = await house.get('/treffpunkte/haus')
    expect(plan.text('.booking[data-state=cancelled]')).toContain('fällt aus Fronleichnam')
    const later = await house.get('/treffpunkte/haus?woche=2030-W40')
    expect(later.$('main').text()).toContain('Schulferien ab 7. August 2030 noch nicht bekannt')
  })

  it('say of a house that is closed on a holiday why, and when it opens again', async () => {
    const cityId = aCity(office, { land: 'NW' })
    aVenue(office, { cityId, slug: 'haus', openingHours: weeklyOn(4, offOnHolidays) })
    house.setNow('2026-06-04T17:45:00Z')
    expect((await house.get('/treffpunkte/haus')).$('.facts').text()).toContain(
      'Heute geschlossen: Fronleichnam. Wieder geöffnet: Donnerstag, 11. Juni 2026, 19:30 Uhr',
    )
  })

  it('leave a city’s closing day to rules that mind it, where somebody meets in no house', async () => {
    const cityId = aCity(office, { land: 'NW' })
    const organisationId = anOrganisation(office, { cityId })
    aMeeting(office, { organisationId, title: 'Im Park', schedule: weeklyOn(1, null) })
    const mindful: HolidayPolicy = { ...offOnHolidays, closed: 'skip' }
    aMeeting(office, { organisationId, title: 'Im Rathaus', schedule: weeklyOn(1, mindful) })
    const days = range('2026-06-08', '2026-06-08')
    createClosingDay(office, SYSTEM, { venueId: null, cityId, kind: 'closed', reason: 'Stadtfest', ...days })
    const seen = await house.get(`/kalender/${day('2026-06-08')}`)
    expect(linesOf(seen, '.occurrence[data-state=cancelled]').join()).toContain('Schließtag: Stadtfest')
    expect(linesOf(seen, '.occurrence')).toHaveLength(2)
    expect(linesOf(seen, '.occurrence[data-state=cancelled]')).toHaveLength(1)
  })
})
