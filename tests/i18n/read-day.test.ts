import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dayFromNumber, FIRST_DAY_NUMBER, LAST_DAY_NUMBER } from '../../src/domain/day.ts'
import { readDay } from '../../src/i18n/read-day.ts'
import { sayDate, sayDayNumbers } from '../../src/i18n/say-day.ts'

describe('a day', () => {
  it.each([
    ['3.6.2026', '2026-06-03'],
    ['03.06.2026', '2026-06-03'],
    ['3.6.26', '2026-06-03'],
    ['3. 6. 2026', '2026-06-03'],
    [' 3. Juni 2026 ', '2026-06-03'],
    ['3 Juni 2026', '2026-06-03'],
    ['3. JUN 2026', '2026-06-03'],
    ['3. Jan. 2026', '2026-01-03'],
    ['1. März 2026', '2026-03-01'],
    ['1. Mär 2026', '2026-03-01'],
    ['3 June 2026', '2026-06-03'],
    ['3 oct 2026', '2026-10-03'],
    ['2026-06-03', '2026-06-03'],
    ['2026-6-3', '2026-06-03'],
    ['29.2.2028', '2028-02-29'],
  ])('typed as „%s“ is %s', (text, day) => {
    expect(readDay(text)).toBe(day)
  })

  it.each([
    '',
    'gestern',
    '31.2.2026',
    '29.2.2026',
    '3.13.2026',
    '0.6.2026',
    '3.6.',
    '6/3/2026',
    '3. Ju 2026',
    '3. Junius 2026',
    '3.6.226',
    '3.6.2026, 19 Uhr',
    '3.6.1899',
  ])('is not „%s“', (text) => {
    expect(readDay(text)).toBeNull()
  })
})

test('what the site writes it reads again', () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST_DAY_NUMBER, max: LAST_DAY_NUMBER }), (number) => {
      const day = dayFromNumber(number)
      for (const said of [sayDayNumbers(day), sayDate(day, 'de'), sayDate(day, 'en')])
        expect(readDay(said)).toBe(day)
    }),
  )
})
