import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  daysOf,
  FIRST_DAY_NUMBER,
  isWithin,
  LAST_DAY_NUMBER,
  parseDay,
  partsOf,
  weekdayOf,
} from '../../src/domain/day.ts'
import { day, range } from '../support/schedules.ts'

describe('reading a day', () => {
  test.each(['2026-06-03', '1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29'])('%s is a day', (text) => {
    expect(parseDay(text)).toBe(text)
  })

  test.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-06-00',
    '1899-12-31',
    '2201-01-01',
    '2026-6-3',
    '3.6.2026',
    '2026-06-03T00:00',
    ' 2026-06-03',
    '２０２６-06-03',
    '',
  ])('"%s" is none', (text) => {
    expect(parseDay(text)).toBeNull()
  })

  it('makes a day of its parts, or says that there is none', () => {
    expect(dayOf(2026, 6, 3)).toBe('2026-06-03')
    expect(() => dayOf(2026, 2, 29)).toThrow(RangeError)
  })
})

describe('counting days', () => {
  it('agrees with the clock of the machine for every day from 1900 to 2200', () => {
    for (let n = FIRST_DAY_NUMBER; n <= LAST_DAY_NUMBER; n++) {
      const text = new Date(n * 86_400_000).toISOString().slice(0, 10)
      const found = dayFromNumber(n)
      if (found !== text || dayNumber(found) !== n) expect({ n, found }).toEqual({ n, found: text })
    }
  })

  it('knows no day before 1900 and none after 2200', () => {
    expect(dayFromNumber(FIRST_DAY_NUMBER)).toBe('1900-01-01')
    expect(dayFromNumber(LAST_DAY_NUMBER)).toBe('2200-12-31')
    expect(() => dayFromNumber(FIRST_DAY_NUMBER - 1)).toThrow(RangeError)
    expect(() => addDays(day('2200-12-31'), 1)).toThrow(RangeError)
  })

  test.each([
    ['2026-03-28', 2, '2026-03-30', 'over the change to summer time'],
    ['2026-10-24', 2, '2026-10-26', 'over the change to winter time'],
    ['2024-02-28', 1, '2024-02-29', 'into a leap day'],
    ['2026-01-01', -1, '2025-12-31', 'back over a year’s end'],
  ])('%s and %i days is %s: %s', (from, n, until) => {
    expect(addDays(day(from), n)).toBe(until)
    expect(daysBetween(day(from), day(until))).toBe(n)
  })

  it('lists a stretch with both its ends', () => {
    expect(daysOf(range('2026-02-27', '2026-03-01'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(daysOf(range('2026-03-01', '2026-02-27'))).toEqual([])
    expect(isWithin(day('2026-03-01'), range('2026-02-27', '2026-03-01'))).toBe(true)
    expect(isWithin(day('2026-03-02'), range('2026-02-27', '2026-03-01'))).toBe(false)
  })
})

describe('what a day is', () => {
  test.each([
    ['2026-06-01', 1],
    ['2026-06-03', 3],
    ['2026-06-07', 7],
    ['1970-01-01', 4],
    ['1900-01-01', 1],
    ['2200-12-31', 3],
  ])('%s is weekday %i', (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday)
  })

  it('has parts', () => {
    expect(partsOf(day('2026-06-03'))).toEqual({ year: 2026, month: 6, dayOfMonth: 3 })
  })

  it('knows how long months are', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ])
    expect([1900, 2000, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28])
  })
})
