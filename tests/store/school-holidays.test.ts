// Holds our tables against those of an independent library, day by day.
import opening_hours from 'opening_hours'
import { describe, expect, it, test } from 'vitest'
import { type Day, daysOf, partsOf } from '../../src/domain/day.ts'
import { isLand, LANDS, type Land } from '../../src/domain/land.ts'
import { schoolHolidays } from '../../src/store/school-holidays.ts'
import { day, range } from '../support/schedules.ts'

const FIRST_DAY = day('2025-01-01')
const lands = Object.keys(LANDS).filter(isLand)

/** The library has two tables for this Land, one for each kind of school. */
const STATES: Partial<Record<Land, string>> = { MV: 'MV-ABS' }

/** Noon by the clock of this process, which is the clock that the library reads. */
function noonOf(at: Day): Date {
  const { year, month, dayOfMonth } = partsOf(at)
  return new Date(year, month - 1, dayOfMonth, 12)
}

function isInHolidays(land: Land): (at: Day) => boolean {
  const { holidays } = schoolHolidays(land)
  return (at) => holidays.some(({ from, until }) => from <= at && at <= until)
}

describe('the school holidays', () => {
  test.each(lands)('of %s are those that opening_hours knows, on every day', (land) => {
    const state = STATES[land] ?? LANDS[land]
    const theirs = new opening_hours('SH', {
      lat: 51,
      lon: 10,
      address: { country_code: 'de', state },
    })
    const ours = isInHolidays(land)
    const days = daysOf({ from: FIRST_DAY, until: schoolHolidays(land).knownUntil })
    expect(days.length).toBeGreaterThan(1990)
    expect(days.filter((at) => ours(at) !== theirs.getState(noonOf(at)))).toEqual([])
  })

  test.each(lands)('of %s are in order, do not overlap, and end with a summer', (land) => {
    const { holidays, knownUntil } = schoolHolidays(land)
    for (const [index, { from, until }] of holidays.entries()) {
      expect(until >= from).toBe(true)
      expect(from > (holidays[index - 1]?.until ?? '')).toBe(true)
    }
    expect(holidays.at(-1)).toMatchObject({ schoolBreak: 'summer', until: knownUntil })
  })

  it('last as long as a family in Duisburg knows them to', () => {
    const { holidays } = schoolHolidays('NW')
    const of2026 = holidays.filter(({ from }) => from.startsWith('2026'))
    expect(of2026.map(({ schoolBreak, from, until }) => `${schoolBreak} ${from} ${until}`)).toEqual([
      'easter 2026-03-30 2026-04-11',
      'whitsun 2026-05-26 2026-05-26',
      'summer 2026-07-20 2026-09-01',
      'autumn 2026-10-17 2026-10-31',
      'christmas 2026-12-23 2027-01-06',
    ])
  })

  it('tell a day without school apart from holidays', () => {
    const repentance = schoolHolidays('BY').holidays.find(({ from }) => from === '2026-11-18')
    expect(repentance).toEqual({ ...range('2026-11-18', '2026-11-18'), schoolBreak: 'autumn', isExtra: true })
  })
})
