import { expect, test } from 'vitest'
import { minutesOf, parseClockTime } from '../../src/domain/clock-time.ts'
import { time } from '../support/schedules.ts'

test.each(['00:00', '09:05', '19:30', '23:59', '24:00'])('%s is a time', (text) => {
  expect(parseClockTime(text)).toBe(text)
})

test.each(['9:00', '24:01', '25:00', '19:60', '19.30', '1930', '19:30 Uhr', ''])('"%s" is none', (text) => {
  expect(parseClockTime(text)).toBeNull()
})

test('minutes are counted from midnight to midnight', () => {
  expect([minutesOf(time('00:00')), minutesOf(time('19:30')), minutesOf(time('24:00'))]).toEqual([
    0, 1170, 1440,
  ])
})
