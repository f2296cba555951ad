// Random schedules with exceptions and free days, in and around two years.
import fc from 'fast-check'
import { addDays, type Day, type DayRange, dayFromNumber, dayNumber, WEEKDAYS } from '../../src/domain/day.ts'
import type { FreeDays, HolidayAction, Pattern, Rule } from '../../src/domain/rule.ts'
import { datesOf, type Schedule, type ScheduleException, type Slot } from '../../src/domain/schedule.ts'
import { day, month, range, rule, time } from './schedules.ts'

/** Two years with both changes of the clock in each, and week 53 of 2026. */
export const TWO_YEARS: DayRange = range('2026-01-01', '2027-12-31')

export type RandomMeeting = {
  readonly schedule: Schedule
  readonly exceptions: readonly ScheduleException[]
  readonly freeDays: FreeDays | undefined
}

const days = fc
  .integer({ min: dayNumber(day('2025-06-01')), max: dayNumber(day('2028-03-31')) })
  .map(dayFromNumber)
const times = fc.constantFrom('00:30', '03:30', '09:00', '18:00', '19:30', '22:45').map(time)
const reasons = fc.constantFrom(null, 'Sommerpause', 'Haus geschlossen')
const weekdays = fc.subarray([...WEEKDAYS], { minLength: 1, maxLength: 3 })

/** The patterns that calendars elsewhere read, often; all others, too. */
const patterns: fc.Arbitrary<Pattern> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('weekly' as const),
      weekdays,
      every: fc.integer({ min: 1, max: 5 }),
      anchor: days,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('monthly-weekday' as const),
      ordinals: fc.constantFrom(1, 2, 3, 4, -1).map((ordinal) => [ordinal] as const),
      weekdays: fc.constantFrom(...WEEKDAYS).map((weekday) => [weekday]),
      months: fc.constant({ kind: 'every-month' } as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('monthly-weekday' as const),
      ordinals: fc.subarray([1, 3, 5, -1, -2] as const, { minLength: 1, maxLength: 2 }),
      weekdays,
      months: fc.constantFrom(
        { kind: 'in-months', months: [3, 10] } as const,
        { kind: 'every-n-months', every: 2, anchor: month('2026-03') } as const,
      ),
    }),
  },
  fc.record({
    kind: fc.constant('week-parity' as const),
    weekdays,
    parity: fc.constantFrom('even', 'uneven'),
  }),
  fc.record({
    kind: fc.constant('monthly-day' as const),
    days: fc.constantFrom([1], [15, 31], [29]),
    shortMonth: fc.constantFrom('skip', 'last-day'),
    months: fc.constant({ kind: 'every-month' } as const),
  }),
  fc.record({ kind: fc.constant('dates' as const), days: fc.array(days, { minLength: 1, maxLength: 9 }) }),
)

const actions = fc.constantFrom<HolidayAction>('keep', 'skip', 'next-day', 'next-week')
const rules: fc.Arbitrary<Rule> = fc
  .record({
    pattern: patterns,
    from: fc.option(days, { freq: 3 }),
    until: fc.option(days, { freq: 3 }),
    season: fc.option(fc.constant({ from: '09-15', until: '04-30' }), { freq: 5 }),
    holidays: fc.option(fc.record({ public: actions, school: actions, closed: actions }), { freq: 2 }),
  })
  .map(({ pattern, ...terms }) => rule(pattern, terms))

const slots: fc.Arbitrary<Slot> = fc
  .record({ rule: rules, start: fc.option(times, { freq: 4 }), lasts: fc.boolean() })
  .map(({ rule, start, lasts }) => ({ rule, start, end: start !== null && lasts ? time('24:00') : null }))

const schedules: fc.Arbitrary<Schedule> = fc
  .array(slots, { minLength: 1, maxLength: 3 })
  .map((many) => ({ slots: many, note: null }))

/** Days of holidays here and there, and a closed house in the summer. */
const free: FreeDays = (on: Day) => {
  if (on.slice(5, 7) === '08') return [{ kind: 'closed', name: 'Haus geschlossen', closes: 'house' }]
  if (/-(04-0|10-2)/.test(on.slice(4))) return [{ kind: 'school', name: 'Ferien', schoolBreak: 'autumn' }]
  return /-(01-01|05-01|10-03|12-2[56])$/.test(on) ? [{ kind: 'public', name: 'Feiertag' }] : []
}

/** Schedules with exceptions that are mostly about dates there are. */
export const meetings: fc.Arbitrary<RandomMeeting> = fc
  .record({ schedule: schedules, freeDays: fc.constantFrom(undefined, free) })
  .chain(({ schedule, freeDays }) => {
    const dates = datesOf(schedule, [], TWO_YEARS, freeDays).map((date) => date.day)
    const on = dates.length === 0 ? days : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...dates) }, days)
    return fc.record({
      schedule: fc.constant(schedule),
      exceptions: fc.array(exceptionsOn(on), { maxLength: 4 }),
      freeDays: fc.constant(freeDays),
    })
  })

function exceptionsOn(on: fc.Arbitrary<Day>): fc.Arbitrary<ScheduleException> {
  const start = fc.option(times, { freq: 1 })
  return fc.oneof(
    fc.record({ kind: fc.constant('cancelled' as const), on, start, reason: reasons }),
    fc
      .record({
        kind: fc.constant('moved' as const),
        on,
        start,
        to: fc.record({ day: fc.oneof(on, days), start, end: fc.constant(null) }),
        reason: reasons,
      })
      // A move to where the date is already is refused when it is noted.
      .filter((move) => move.to.day !== move.on || (move.to.start !== null && move.to.start !== move.start)),
    fc
      .record({
        kind: fc.constant('paused' as const),
        from: days,
        weeks: fc.integer({ min: 0, max: 9 }),
        reason: reasons,
      })
      .map(({ weeks, ...pause }) => ({ ...pause, until: addDays(pause.from, 7 * weeks) })),
    fc.record({ kind: fc.constant('added' as const), on, start, end: fc.constant(null), reason: reasons }),
  )
}
