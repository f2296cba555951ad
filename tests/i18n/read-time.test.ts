import { expect, test } from 'vitest'
import { readTime } from '../../src/i18n/read-time.ts'

test.each([
  ['19:30', '19:30'],
  ['19.30 Uhr', '19:30'],
  ['19 Uhr', '19:00'],
  ['9', '09:00'],
  [' 8:05 h ', '08:05'],
  ['24:00', '24:00'],
])('„%s“ is %s', (text, time) => expect(readTime(text)).toBe(time))

test.each(['', 'abends', '25:00', '19:60', '7 pm', '19:3', '1930', '-1'])('„%s“ names no time', (text) => {
  expect(readTime(text)).toBeNull()
})
