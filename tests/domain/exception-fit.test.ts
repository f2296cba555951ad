import { describe, expect, it, test } from 'vitest'
import {
  checkException,
  exceptionKey,
  misfits,
  withException,
  withoutException,
} from '../../src/domain/exception-fit.ts'
import type { ScheduleException } from '../../src/domain/schedule.ts'
import { day, rule, schedule, slot, time } from '../support/schedules.ts'

const every = (...weekdays: (1 | 2 | 3 | 4 | 5)[]) =>
  rule({ kind: 'weekly', weekdays, every: 1, anchor: null })
const wednesdays = schedule([slot(every(3), '19:30', '21:00')])
const thursdays = schedule([slot(every(4), '19:30', '21:00')])
const earlier = schedule([slot(every(3), '18:00')])

const cancelled = (on: string, start: string | null = null): ScheduleException => ({
  kind: 'cancelled',
  on: day(on),
  start: start === null ? null : time(start),
  reason: null,
})
const moved = (on: string, to: string): ScheduleException => ({
  kind: 'moved',
  on: day(on),
  start: null,
  to: { day: day(to), start: null, end: null },
  reason: null,
})
const added = (on: string, start: string | null = null, end: string | null = null): ScheduleException => ({
  kind: 'added',
  on: day(on),
  start: start === null ? null : time(start),
  end: end === null ? null : time(end),
  reason: null,
})
const paused = (from: string, until: string): ScheduleException => ({
  kind: 'paused',
  from: day(from),
  until: day(until),
  reason: null,
})

const keysOf = (exception: ScheduleException, others: readonly ScheduleException[] = []) =>
  checkException(exception, wednesdays, others).map(({ field, key }) => `${field} ${key}`)

describe('an exception', () => {
  test.each([
    ['of a date that there is', cancelled('2026-06-03'), []],
    ['of a date at its start', cancelled('2026-06-03', '19:30'), []],
    ['of a day without a date', cancelled('2026-06-04'), ['on exception.noDate']],
    ['of another start', cancelled('2026-06-03', '10:00'), ['on exception.noDate']],
    ['that moves a date', moved('2026-06-03', '2026-06-05'), []],
    ['that moves a date to where it is', moved('2026-06-03', '2026-06-03'), ['day exception.notMoved']],
    ['that moves no date', moved('2026-06-04', '2026-06-05'), ['on exception.noDate']],
    ['that adds a date', added('2026-06-05', '10:00', '12:00'), []],
    ['that ends before it starts', added('2026-06-05', '12:00', '10:00'), ['end slot.end.notAfterStart']],
    ['that ends without a start', added('2026-06-05', null, '10:00'), ['start slot.start.missing']],
    ['that pauses', paused('2026-07-01', '2026-08-31'), []],
    ['that pauses backwards', paused('2026-08-31', '2026-07-01'), ['until until.beforeFrom']],
    ['with too long a reason', { ...cancelled('2026-06-03'), reason: 'x'.repeat(301) }, ['reason tooLong']],
  ])('%s is judged', (_what, exception, problems) => {
    expect(keysOf(exception)).toEqual(problems)
  })

  it('can be of a date that was added, or moved there', () => {
    expect(keysOf(cancelled('2026-06-05'), [added('2026-06-05')])).toEqual([])
    expect(keysOf(cancelled('2026-06-05'), [moved('2026-06-03', '2026-06-05')])).toEqual([])
    expect(keysOf(cancelled('2026-06-03'), [moved('2026-06-03', '2026-06-05')])).toEqual([
      'on exception.noDate',
    ])
  })

  it('takes the place of the one that says something of the same date', () => {
    const first = { ...cancelled('2026-06-03'), reason: 'Krank' }
    const second = { ...cancelled('2026-06-03'), reason: 'Umbau' }
    const other = paused('2026-07-01', '2026-08-31')
    expect(withException([first, other], second)).toEqual([other, second])
    expect(withoutException([first, other], exceptionKey(second))).toEqual([other])
  })

  it.each([
    [cancelled('2026-06-03'), 'cancelled_2026-06-03'],
    [cancelled('2026-06-03', '19:30'), 'cancelled_2026-06-03_19:30'],
    [paused('2026-07-01', '2026-08-31'), 'paused_2026-07-01_2026-08-31'],
  ])('is known by one word', (exception, key) => {
    expect(exceptionKey(exception)).toBe(key)
  })
})

describe('exceptions of a schedule that changes', () => {
  const today = day('2026-06-01')
  const left = (exceptions: readonly ScheduleException[], after = thursdays) =>
    misfits(exceptions, { before: wednesdays, after }, today).map(exceptionKey)

  it('do not fit where their date is gone', () => {
    const exceptions = [cancelled('2026-06-03'), moved('2026-06-10', '2026-06-12')]
    expect(left(exceptions)).toEqual(['cancelled_2026-06-03', 'moved_2026-06-10'])
  })

  it('fit another time of the same day, but for those that name the start', () => {
    expect(left([cancelled('2026-06-03'), cancelled('2026-06-10', '19:30')], earlier)).toEqual([
      'cancelled_2026-06-10_19:30',
    ])
  })

  it('always fit where they add dates or pause', () => {
    expect(left([added('2026-06-05'), paused('2026-07-01', '2026-08-31')])).toEqual([])
  })

  it('are not asked about once they are past, nor where they did not fit before', () => {
    expect(left([cancelled('2026-05-27'), cancelled('2026-06-02')])).toEqual([])
    expect(left([moved('2026-05-27', '2026-06-02')])).toEqual(['moved_2026-05-27'])
  })
})
