import { describe, expect, it, test } from 'vitest'
import { WEEKDAYS } from '../../src/domain/day.ts'
import {
  sayDate,
  sayDay,
  sayDayBrief,
  sayDayOfYear,
  sayDayRange,
  sayDayShort,
  sayMoment,
  sayMonth,
  sayMonthName,
  sayMonthShort,
  sayTime,
  sayTimes,
  sayWeekday,
  sayWeekdayShort,
} from '../../src/i18n/say-day.ts'
import { day, month, range, time } from '../support/schedules.ts'

const june3 = day('2026-06-03')

describe('days', () => {
  test('a day in full', () => {
    expect(sayDay(june3, 'de')).toBe('Mittwoch, 3. Juni 2026')
    expect(sayDay(june3, 'en')).toBe('Wednesday, 3 June 2026')
  })

  test('without its weekday, and without its year', () => {
    expect([sayDate(june3, 'de'), sayDayOfYear(june3, 'de')]).toEqual(['3. Juni 2026', '3. Juni'])
    expect([sayDate(june3, 'en'), sayDayOfYear(june3, 'en')]).toEqual(['3 June 2026', '3 June'])
  })

  test('short, for tables', () => {
    expect(sayDayShort(june3, 'de')).toBe('Mi., 03.06.2026')
    expect(sayDayShort(june3, 'en')).toBe('Wed 3 Jun 2026')
    expect([sayDayBrief(june3, 'de'), sayDayBrief(june3, 'en')]).toEqual(['Mi., 03.06.', 'Wed 3 Jun'])
  })

  test.each([
    ['2026-06-03', '2026-06-03', 'Mittwoch, 3. Juni 2026', 'Wednesday, 3 June 2026'],
    ['2026-06-03', '2026-06-05', '3.–5. Juni 2026', '3–5 June 2026'],
    ['2026-06-30', '2026-07-02', '30. Juni bis 2. Juli 2026', '30 June to 2 July 2026'],
    [
      '2026-12-30',
      '2027-01-02',
      '30. Dezember 2026 bis 2. Januar 2027',
      '30 December 2026 to 2 January 2027',
    ],
  ])('from %s until %s: %s', (from, until, german, english) => {
    expect(sayDayRange(range(from, until), 'de')).toBe(german)
    expect(sayDayRange(range(from, until), 'en')).toBe(english)
  })

  test('names agree with those of Intl for every weekday and month', () => {
    for (const language of ['de', 'en'] as const) {
      const intl = (options: Intl.DateTimeFormatOptions, utc: number) =>
        new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(utc)
      // 1 June 2026 is a Monday.
      for (const weekday of WEEKDAYS) {
        expect(sayWeekday(weekday, language)).toBe(intl({ weekday: 'long' }, Date.UTC(2026, 5, weekday)))
      }
      for (let number = 1; number <= 12; number++) {
        expect(sayMonthName(number, language)).toBe(intl({ month: 'long' }, Date.UTC(2026, number - 1, 15)))
      }
    }
  })

  test('a month there is not has no name', () => {
    expect(() => sayMonthName(13, 'de')).toThrow(RangeError)
  })
})

describe('months and short names', () => {
  it('says them in both languages', () => {
    expect([sayMonth(month('2026-03'), 'de'), sayMonth(month('2026-03'), 'en')]).toEqual([
      'März 2026',
      'March 2026',
    ])
    expect([sayMonthShort(3, 'de'), sayMonthShort(3, 'en')]).toEqual(['Mär', 'Mar'])
    expect([sayWeekdayShort(3, 'de'), sayWeekdayShort(3, 'en')]).toEqual(['Mi.', 'Wed'])
  })
})

describe('times', () => {
  it('always shows minutes, on a clock of 24 hours', () => {
    expect([sayTime(time('19:30'), 'de'), sayTime(time('19:30'), 'en')]).toEqual(['19:30 Uhr', '19:30'])
    expect(sayTimes(time('18:00'), time('19:30'), 'de')).toBe('18:00–19:30 Uhr')
    expect(sayTimes(time('18:00'), time('19:30'), 'en')).toBe('18:00–19:30')
    expect(sayTimes(time('08:00'), null, 'de')).toBe('08:00 Uhr')
  })

  it('puts day and time into one line', () => {
    expect(sayMoment(june3, time('19:30'), null, 'de')).toBe('Mittwoch, 3. Juni 2026, 19:30 Uhr')
    expect(sayMoment(june3, time('18:00'), time('19:30'), 'en')).toBe('Wednesday, 3 June 2026, 18:00–19:30')
    expect(sayMoment(june3, null, null, 'de')).toBe('Mittwoch, 3. Juni 2026')
  })
})
