import { expect, test } from 'vitest'
import { addMonths, monthOf, monthRange, parseMonth, partsOfMonth } from '../../src/domain/month.ts'
import { day, month } from '../support/schedules.ts'

test('a month is a year and two digits', () => {
  expect(parseMonth('2026-06')).toBe('2026-06')
  for (const text of ['2026-13', '2026-00', '2026-6', '1899-12', '2201-01', '2026-06-01', '']) {
    expect(parseMonth(text), text).toBeNull()
  }
})

test('a day lies in its month', () => {
  expect(monthOf(day('2026-06-30'))).toBe('2026-06')
  expect(partsOfMonth(month('2026-06'))).toEqual({ year: 2026, month: 6 })
})

test.each([
  ['2026-11', 3, '2027-02'],
  ['2026-01', -1, '2025-12'],
  ['2026-12', 0, '2026-12'],
  ['2026-12', 12, '2027-12'],
  ['2026-06', -18, '2024-12'],
])('%s and %i months is %s', (from, n, until) => {
  expect(addMonths(month(from), n)).toBe(until)
})

test('a month before 1900 or after 2200 does not exist', () => {
  expect(() => addMonths(month('2200-12'), 1)).toThrow(RangeError)
  expect(() => addMonths(month('1900-01'), -1)).toThrow(RangeError)
})

test('a month ends with its last day', () => {
  expect(monthRange(month('2024-02'))).toEqual({ from: '2024-02-01', until: '2024-02-29' })
  expect(monthRange(month('2026-12'))).toEqual({ from: '2026-12-01', until: '2026-12-31' })
})
