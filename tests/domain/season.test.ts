import { expect, test } from 'vitest'
import { isDayOfYear, seasonTest } from '../../src/domain/season.ts'

test('a season within the year', () => {
  const isInSummer = seasonTest({ from: '03-15', until: '10-31' })
  expect([isInSummer(3, 14), isInSummer(3, 15), isInSummer(10, 31), isInSummer(11, 1)]).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('a season over the turn of the year', () => {
  const isInWinter = seasonTest({ from: '11-01', until: '02-29' })
  expect([
    isInWinter(10, 31),
    isInWinter(11, 1),
    isInWinter(1, 1),
    isInWinter(2, 29),
    isInWinter(3, 1),
  ]).toEqual([false, true, true, true, false])
})

test('a day of the year', () => {
  for (const text of ['01-01', '02-29', '04-30', '12-31']) expect(isDayOfYear(text), text).toBe(true)
  for (const text of ['02-30', '04-31', '00-10', '13-01', '06-00', '1-1', '2026-01-01']) {
    expect(isDayOfYear(text), text).toBe(false)
  }
})
