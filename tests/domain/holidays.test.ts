import { describe, expect, it } from 'vitest'
import {
  type HolidayNames,
  type LandHolidays,
  landCalendar,
  placeCalendar,
  uncertainFrom,
} from '../../src/domain/holidays.ts'
import type { HolidayPolicy, Pattern } from '../../src/domain/rule.ts'
import { day, range, rule, schedule, slot } from '../support/schedules.ts'

const names: HolidayNames = {
  publicHoliday: (holiday) => holiday,
  schoolHolidays: ({ schoolBreak }, land) => `${schoolBreak} ${land}`,
  closing: ({ reason }) => reason,
}

const asked: number[] = []
const land: LandHolidays = {
  land: 'NW',
  publicIn: (year) => {
    asked.push(year)
    return [{ day: day(`${year}-12-25`), holiday: 'christmas-day' }]
  },
  school: {
    knownUntil: day('2027-01-06'),
    holidays: [{ schoolBreak: 'christmas', isExtra: false, ...range('2026-12-23', '2027-01-06') }],
  },
}

describe('the calendar of a Land', () => {
  it('tells every reason of a day, the public holiday first', () => {
    const { freeDays } = landCalendar(land, names)
    expect(freeDays(day('2026-12-25'))).toEqual([
      { kind: 'public', name: 'christmas-day' },
      { kind: 'school', name: 'christmas NW', schoolBreak: 'christmas' },
    ])
    expect(freeDays(day('2026-12-22'))).toEqual([])
  })

  it('knows school holidays over the turn of the year, to their last day', () => {
    const { freeDays, schoolKnownUntil } = landCalendar(land, names)
    const days = ['2026-12-31', '2027-01-01', '2027-01-06', '2027-01-07'].map(day)
    expect(days.map((at) => freeDays(at).length)).toEqual([1, 1, 1, 0])
    expect(schoolKnownUntil).toBe('2027-01-06')
  })

  it('works each year out once, and makes nothing for a day that is not free', () => {
    const { freeDays } = landCalendar(land, names)
    asked.length = 0
    for (const at of ['2026-12-25', '2026-01-01', '2027-12-25', '2026-12-25']) freeDays(day(at))
    expect(asked).toEqual([2026, 2027])
    expect(freeDays(day('2026-05-05'))).toBe(freeDays(day('2027-05-05')))
  })
})

describe('the calendar of a place', () => {
  it('is that of the Land where nothing is ever closed', () => {
    const calendar = landCalendar(land, names)
    expect(placeCalendar(calendar, [], { cityId: 1, venueId: 1 }, names)).toBe(calendar)
  })

  it('adds closing days behind holidays, and a holiday of the city before them', () => {
    const closing = { id: 1, version: 1, archivedAt: null, venueId: 1, cityId: null }
    const { freeDays } = placeCalendar(
      landCalendar(land, names),
      [
        { ...closing, kind: 'closed', reason: 'Umbau', ...range('2026-12-24', '2026-12-25') },
        { ...closing, kind: 'holiday', reason: 'Ortsfest', ...range('2026-12-25', '2026-12-25') },
      ],
      { cityId: 1, venueId: 1 },
      names,
    )
    expect(freeDays(day('2026-12-25')).map(({ name }) => name)).toEqual([
      'Ortsfest',
      'christmas-day',
      'christmas NW',
      'Umbau',
    ])
    expect(freeDays(day('2026-12-24'))).toContainEqual({ kind: 'closed', name: 'Umbau', closes: 'house' })
    expect(freeDays(day('2026-12-25'))).toBe(freeDays(day('2026-12-25')))
    expect(freeDays(day('2026-12-23'))).toHaveLength(1)
  })
})

describe('a schedule that rests in the school holidays', () => {
  const calendar = landCalendar(land, names)
  const weekly: Pattern = { kind: 'weekly', weekdays: [3], every: 1, anchor: null }
  const resting = (holidays: HolidayPolicy | null) => schedule([slot(rule(weekly, { holidays }), '19:30')])

  it('is uncertain from the day after the last one that is known', () => {
    const policy: HolidayPolicy = { public: 'keep', school: 'skip', closed: 'keep' }
    expect(uncertainFrom(resting(policy), calendar)).toBe('2027-01-07')
    expect(uncertainFrom(resting({ ...policy, school: 'next-week' }), calendar)).toBe('2027-01-07')
  })

  it('is never uncertain where it takes no notice of them', () => {
    expect(uncertainFrom(resting(null), calendar)).toBeNull()
    expect(uncertainFrom(resting({ public: 'skip', school: 'keep', closed: 'skip' }), calendar)).toBeNull()
    expect(uncertainFrom(schedule([], 'nach Vereinbarung'), calendar)).toBeNull()
  })
})
