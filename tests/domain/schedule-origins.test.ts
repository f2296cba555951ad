import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type DayRange, isWithin } from '../../src/domain/day.ts'
import { datesOf, isTrace, type ScheduledDate } from '../../src/domain/schedule.ts'
import { datesWithOrigin } from '../../src/domain/schedule-origins.ts'
import { meetings, TWO_YEARS } from '../support/random-meetings.ts'
import { day, range, rule, schedule, slot, time } from '../support/schedules.ts'

const mondays = rule({ kind: 'weekly', weekdays: [1], every: 1, anchor: null })
const wednesdays = rule({ kind: 'weekly', weekdays: [3], every: 1, anchor: null })
const JUNE = range('2026-06-01', '2026-06-30')

describe('a date', () => {
  it('knows the slot and the day it comes from', () => {
    const dates = datesWithOrigin({
      schedule: schedule([slot(mondays, '18:00'), slot(wednesdays, '19:30')]),
      exceptions: [],
      range: range('2026-06-01', '2026-06-03'),
      freeDays: undefined,
    })
    expect(dates.map(({ origin }) => origin)).toEqual([
      { slot: 0, day: '2026-06-01' },
      { slot: 1, day: '2026-06-03' },
    ])
  })

  it('keeps its origin through two moves and a cancellation', () => {
    const dates = datesWithOrigin({
      schedule: schedule([slot(mondays, '18:00')]),
      exceptions: [
        moved('2026-06-08', '2026-06-09'),
        moved('2026-06-09', '2026-06-11'),
        { kind: 'cancelled', on: day('2026-06-11'), start: null, reason: 'Sturm' },
      ],
      range: JUNE,
      freeDays: undefined,
    })
    expect(dates.find((date) => date.origin?.day === '2026-06-08')).toMatchObject({
      day: '2026-06-11',
      state: 'cancelled',
      reason: 'Sturm',
    })
  })

  it('that was added, or moved from a day that is none any more, comes from no slot', () => {
    const dates = datesWithOrigin({
      schedule: schedule([slot(mondays, '18:00')]),
      exceptions: [
        { kind: 'added', on: day('2026-06-13'), start: time('10:00'), end: null, reason: null },
        moved('2026-06-17', '2026-06-18'),
      ],
      range: JUNE,
      freeDays: undefined,
    })
    expect(dates.filter(({ origin }) => origin === null).map((date) => date.day)).toEqual([
      '2026-06-13',
      '2026-06-18',
    ])
  })

  it('after the stretch is told of where an exception is about it', () => {
    const dates = datesWithOrigin({
      schedule: schedule([slot(mondays, '18:00')]),
      exceptions: [{ kind: 'cancelled', on: day('2029-01-01'), start: null, reason: null }],
      range: JUNE,
      freeDays: undefined,
    })
    expect(dates.at(-1)).toMatchObject({ day: '2029-01-01', state: 'cancelled' })
  })
})

test('random schedules have the dates that pages show, and no others', () => {
  fc.assert(
    fc.property(meetings, ({ schedule, exceptions, freeDays }) => {
      const shown = datesOf(schedule, exceptions, TWO_YEARS, freeDays).filter((date) => !isTrace(date))
      const found = datesWithOrigin({ schedule, exceptions, range: TWO_YEARS, freeDays })
      expect(keysOf(found, TWO_YEARS)).toEqual(keysOf(shown, TWO_YEARS))
    }),
    { numRuns: 1000 },
  )
}, 60_000)

function moved(on: string, to: string) {
  return {
    kind: 'moved' as const,
    on: day(on),
    start: null,
    to: { day: day(to), start: null, end: null },
    reason: null,
  }
}

function keysOf(dates: readonly ScheduledDate[], within: DayRange): string[] {
  return dates
    .filter((date) => isWithin(date.day, within))
    .map(({ day: on, start, end, state }) => `${on} ${start} ${end} ${state}`)
    .sort()
}
