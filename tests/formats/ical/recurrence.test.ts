import { describe, expect, it } from 'vitest'
import type { Pattern } from '../../../src/domain/rule.ts'
import { hasRecurrence, recurrenceOf } from '../../../src/formats/ical/recurrence.ts'
import { day, month, rule, slot } from '../../support/schedules.ts'

const everyMonth = { kind: 'every-month' } as const
const weekly = (every: number, weekdays: readonly (1 | 2 | 3)[]): Pattern => ({
  kind: 'weekly',
  weekdays,
  every,
  anchor: day('2026-06-03'),
})
const monthly = (
  ordinals: readonly (1 | 2 | 3 | 4 | 5 | -1 | -2)[],
  weekdays: readonly (1 | 3)[] = [3],
): Pattern => ({
  kind: 'monthly-weekday',
  ordinals,
  weekdays,
  months: everyMonth,
})

describe('a rule that every program reads', () => {
  it.each<[Pattern, string]>([
    [weekly(1, [3]), 'FREQ=WEEKLY;BYDAY=WE'],
    [weekly(1, [3, 1]), 'FREQ=WEEKLY;BYDAY=MO,WE'],
    [weekly(2, [1, 3]), 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=MO'],
    [monthly([1]), 'FREQ=MONTHLY;BYDAY=1WE'],
    [monthly([4]), 'FREQ=MONTHLY;BYDAY=4WE'],
    [monthly([-1]), 'FREQ=MONTHLY;BYDAY=-1WE'],
    [
      {
        ...monthly([2]),
        kind: 'monthly-weekday',
        ordinals: [2],
        weekdays: [1],
        months: { kind: 'every-n-months', every: 1, anchor: month('2026-01') },
      },
      'FREQ=MONTHLY;BYDAY=2MO',
    ],
  ])('%j', (pattern, written) => {
    expect(recurrenceOf(slot(rule(pattern)), null)).toBe(written)
  })

  it('says until when, by the day or by its last second', () => {
    const until = day('2026-09-30')
    expect(recurrenceOf(slot(rule(weekly(1, [3]))), until)).toBe('FREQ=WEEKLY;BYDAY=WE;UNTIL=20260930')
    expect(recurrenceOf(slot(rule(weekly(1, [3])), '19:30'), until)).toBe(
      'FREQ=WEEKLY;BYDAY=WE;UNTIL=20260930T215959Z',
    )
  })
})

describe('a rule that some programs misread', () => {
  it.each<Pattern>([
    monthly([1, 3]),
    monthly([5]),
    monthly([-2]),
    monthly([1], [1, 3]),
    {
      kind: 'monthly-weekday',
      ordinals: [2],
      weekdays: [6],
      months: { kind: 'in-months', months: [1, 3, 5] },
    },
    {
      kind: 'monthly-weekday',
      ordinals: [2],
      weekdays: [6],
      months: { kind: 'every-n-months', every: 3, anchor: month('2026-01') },
    },
    { kind: 'monthly-weekday', ordinals: [1], weekdays: [2], months: everyMonth, daysLater: 2 },
    { kind: 'week-parity', weekdays: [2], parity: 'uneven' },
    { kind: 'monthly-day', days: [15], shortMonth: 'skip', months: everyMonth },
    { kind: 'yearly', month: 11, day: 9, shortMonth: 'skip' },
    { kind: 'dates', days: [day('2026-06-03')] },
  ])('is none: %j', (pattern) => {
    expect(recurrenceOf(slot(rule(pattern)), null)).toBeNull()
  })

  it('has a season, whose gaps have no end', () => {
    expect(hasRecurrence(rule(weekly(1, [3]), { season: { from: '03-01', until: '10-31' } }))).toBe(false)
  })
})
