import { expect, test } from 'vitest'
import { addDays } from '../../src/domain/day.ts'
import { addWeeks, isoWeekOf, parseWeek, weekOf, weekRange } from '../../src/domain/week.ts'
import { day, week } from '../support/schedules.ts'

test('2026 has a week 53, 2025 has none', () => {
  expect(parseWeek('2026-W53')).toBe('2026-W53')
  for (const text of ['2025-W53', '2026-W00', '2026-W54', '2026-W1', '2026-53', '1899-W01', '2201-W01', '']) {
    expect(parseWeek(text), text).toBeNull()
  }
})

test.each([
  ['2026-12-29', 2026, 53],
  ['2027-01-03', 2026, 53],
  ['2027-01-05', 2027, 1],
  ['2025-12-29', 2026, 1],
  ['2024-12-31', 2025, 1],
  ['2021-01-01', 2020, 53],
  ['2026-06-03', 2026, 23],
])('%s lies in the year %i, week %i', (text, year, number) => {
  expect(isoWeekOf(day(text))).toEqual({ year, week: number })
})

test('a week runs from Monday to Sunday', () => {
  expect(weekRange(week('2026-W53'))).toEqual({ from: '2026-12-28', until: '2027-01-03' })
  expect(weekRange(week('2026-W01'))).toEqual({ from: '2025-12-29', until: '2026-01-04' })
})

test('weeks follow each other over a week 53', () => {
  expect(addWeeks(week('2026-W52'), 1)).toBe('2026-W53')
  expect(addWeeks(week('2026-W53'), 1)).toBe('2027-W01')
  expect(addWeeks(week('2027-W01'), -2)).toBe('2026-W52')
})

test('every day of twenty years lies in the week that is said to hold it', () => {
  let monday = day('2015-01-05')
  for (let n = 0; n < 20 * 365; n++) {
    const at = addDays(day('2015-01-05'), n)
    if (n % 7 === 0) monday = at
    const range = weekRange(weekOf(at))
    if (range.from !== monday || range.until !== addDays(monday, 6)) expect({ at, range }).toBeNull()
  }
})

test('the last days of 2200 belong to a week that ends too late', () => {
  expect(weekOf(day('2200-12-28'))).toBe('2200-W52')
  expect(() => weekOf(day('2200-12-29'))).toThrow(RangeError)
})
