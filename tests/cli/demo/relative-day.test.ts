import { describe, expect, it } from 'vitest'
import { dateOfText, dayOfText, isDateText } from '../../../src/cli/demo/relative-day.ts'
import { day, rule, schedule, slot } from '../../support/schedules.ts'

const SUNDAY = day('2026-11-22')
const wednesdays = schedule([slot(rule({ kind: 'weekly', weekdays: [3], every: 1, anchor: null }))])

describe('a day of the demonstration', () => {
  it.each([
    ['2023-05-07', '2023-05-07'],
    ['today', '2026-11-22'],
    ['today+14', '2026-12-06'],
    ['today-40', '2026-10-13'],
    ['today saturday', '2026-11-28'],
    ['today sunday', '2026-11-22'],
    ['today+24 saturday', '2026-12-19'],
    ['today+24 saturday +1', '2026-12-20'],
    ['today-26 saturday', '2026-10-31'],
  ])('"%s" is %s', (text, expected) => {
    expect(dayOfText(text, SUNDAY)).toBe(expected)
  })

  it.each([
    '',
    'tomorrow',
    '2026-02-30',
    'today+',
    'today +',
    'today+1 someday',
    'next+1',
    'today+1 saturday 1',
  ])('"%s" is none', (text) => {
    expect(dayOfText(text, SUNDAY)).toBeNull()
  })
})

describe('a date of a schedule', () => {
  it.each([
    ['next+1', '2026-11-25'],
    ['next+2', '2026-12-02'],
    ['next+2 +1', '2026-12-03'],
    ['next+1 -1', '2026-11-24'],
    ['previous-1', '2026-11-18'],
    ['previous-2', '2026-11-11'],
    ['today+1', '2026-11-23'],
  ])('"%s" is %s', (text, expected) => {
    expect(dateOfText(text, wednesdays, SUNDAY)).toBe(expected)
  })

  it('counts a date of today as the next one', () => {
    expect(dateOfText('next+1', wednesdays, day('2026-11-25'))).toBe('2026-11-25')
    expect(dateOfText('previous-1', wednesdays, day('2026-11-25'))).toBe('2026-11-18')
  })

  it('is none where the schedule has no such date', () => {
    expect(dateOfText('next+1', schedule([], 'nach Vereinbarung'), SUNDAY)).toBeNull()
    expect(dateOfText('previous-1', schedule([], 'nach Vereinbarung'), SUNDAY)).toBeNull()
  })

  it.each([
    ['next+1', true],
    ['previous-3', true],
    ['2026-11-22', true],
    ['next', false],
    ['next-1', false],
    ['previous+1', false],
    ['soon', false],
  ])('%s has the form of one: %s', (text, expected) => {
    expect(isDateText(text)).toBe(expected)
  })
})
