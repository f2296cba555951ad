// What the site says of a rule, it can read back: no coordinator is shown a sentence that means something else.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, dayFromNumber, dayNumber, dayOf, daysInMonth, WEEKDAYS } from '../../../src/domain/day.ts'
import { SCHOOL_BREAKS } from '../../../src/domain/free-day.ts'
import { monthOf } from '../../../src/domain/month.ts'
import {
  checkRule,
  daysOfRule,
  type HolidayAction,
  type HolidayPolicy,
  type MonthPattern,
  type Ordinal,
  type Pattern,
  type Rule,
} from '../../../src/domain/rule.ts'
import type { Schedule } from '../../../src/domain/schedule.ts'
import { READ_LANGUAGES, type ReadLanguage, readSchedule } from '../../../src/i18n/read-rule.ts'
import { countedFrom } from '../../../src/i18n/say-rule/shape.ts'
import { saySchedule } from '../../../src/i18n/say-rule.ts'
import { day, schedule, slot } from '../../support/schedules.ts'

const ORDINALS: readonly Ordinal[] = [1, 2, 3, 4, 5, -1, -2]
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const TODAY = day('2026-11-26')
const LAST = day('2034-12-31')

const days = fc
  .integer({ min: dayNumber(day('2024-01-01')), max: dayNumber(day('2030-12-31')) })
  .map(dayFromNumber)
const weekdays = fc.subarray([...WEEKDAYS], { minLength: 1 })
const ordinals = fc.subarray([...ORDINALS], { minLength: 1, maxLength: 4 })
const shortMonth = fc.constantFrom<'skip' | 'last-day'>('skip', 'last-day')

const months: fc.Arbitrary<MonthPattern> = fc.oneof(
  fc.constant({ kind: 'every-month' } as const),
  fc.record({ kind: fc.constant('in-months' as const), months: fc.subarray(MONTHS, { minLength: 1 }) }),
  fc.record({
    kind: fc.constant('every-n-months' as const),
    every: fc.constantFrom(2, 3, 4, 5, 6, 7, 12, 24),
    anchor: days.map(monthOf),
  }),
)

const monthDays = fc.oneof(
  fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 }),
    shortMonth,
  }),
  fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 2 }).map((some) => [...some, 31]),
    shortMonth,
  }),
)

const yearly: fc.Arbitrary<Pattern> = fc.constantFrom(...MONTHS).chain((month) =>
  fc.record({
    kind: fc.constant('yearly' as const),
    month: fc.constant(month),
    day: fc.integer({ min: 1, max: daysInMonth(2024, month) }),
    shortMonth,
  }),
)

const patterns: fc.Arbitrary<Pattern> = fc.oneof(
  fc.record({
    kind: fc.constant('weekly' as const),
    weekdays,
    every: fc.constantFrom(1, 1, 2, 3, 4, 6, 13),
    anchor: days,
  }),
  fc.record({
    kind: fc.constant('week-parity' as const),
    weekdays,
    parity: fc.constantFrom<'even' | 'uneven'>('even', 'uneven'),
  }),
  fc.record({ kind: fc.constant('monthly-weekday' as const), ordinals, weekdays, months }),
  fc.record({
    kind: fc.constant('monthly-weekday' as const),
    ordinals,
    weekdays: fc.constantFrom(...WEEKDAYS).map((weekday) => [weekday]),
    months,
    daysLater: fc.constantFrom(-7, -6, -3, -1, 1, 2, 5, 7),
  }),
  fc
    .tuple(monthDays, months)
    .map(([own, ofMonths]) => ({ kind: 'monthly-day' as const, ...own, months: ofMonths })),
  yearly,
  fc.record({
    kind: fc.constant('dates' as const),
    days: fc.uniqueArray(days, { minLength: 1, maxLength: 9 }),
  }),
)

const seasons = fc.constantFrom(
  { from: '03-01', until: '10-31' },
  { from: '12-01', until: '12-31' },
  { from: '11-15', until: '02-10' },
  { from: '03-15', until: '10-15' },
)

const action = fc.constantFrom<HolidayAction>('keep', 'skip', 'next-day', 'next-week')
const policies: fc.Arbitrary<HolidayPolicy> = fc
  .record({ public: action, school: action, closed: action, only: fc.subarray([...SCHOOL_BREAKS]) })
  .map(({ only, ...policy }) =>
    only.length > 0 && policy.school !== 'keep' ? { ...policy, schoolOnly: only } : policy,
  )

/** A rule that counts begins on some day; whatever lay before it, no sentence tells. */
const rules: fc.Arbitrary<Rule> = fc
  .record({
    pattern: patterns,
    from: fc.option(days, { freq: 2, nil: null }),
    length: fc.option(fc.integer({ min: 60, max: 1500 }), { freq: 2, nil: null }),
    season: fc.option(seasons, { freq: 2, nil: null }),
    holidays: fc.option(policies, { freq: 2, nil: null }),
  })
  .map(({ pattern, from, length, season, holidays }): Rule => {
    if (pattern.kind === 'dates') return { pattern, from: null, until: null, season: null, holidays: null }
    const until = length === null ? null : dayFromNumber(dayNumber(from ?? day('2027-01-01')) + length)
    return { pattern, from, until, season, holidays }
  })
  .filter((rule) => checkRule(rule).length === 0 && takesPlace(rule))

/** A rule without a date has nothing to be told: the 31 February, or what ends before it begins to count. */
function takesPlace(rule: Rule): boolean {
  const { pattern } = rule
  if (
    pattern.kind === 'monthly-day' &&
    pattern.months.kind === 'in-months' &&
    pattern.months.months.length === 1
  ) {
    const longest = daysInMonth(2024, pattern.months.months[0] ?? 1)
    if (pattern.days.some((each) => each > longest && !(each === 31 && pattern.shortMonth === 'last-day')))
      return false
  }
  return daysOfRule({ ...rule, holidays: null }, { from: firstDay(rule), until: LAST }).length > 0
}

const times = fc.constantFrom<[string | null, string | null]>(
  [null, null],
  ['19:30', null],
  ['08:00', '16:00'],
  ['22:00', '24:00'],
  ['09:05', '12:55'],
)

/** The days of each slot from the day on from which a rule counts, with what happens on holidays. */
function meaningOf({ slots }: Schedule, from: Day): string[] {
  const lines = slots.flatMap(({ rule, start, end }) =>
    daysOfRule({ ...rule, holidays: null }, { from, until: LAST }).map(
      (date) => `${date} ${start ?? '-'} ${end ?? '-'} ${policyOf(rule.holidays)}`,
    ),
  )
  return [...new Set(lines)].sort()
}

function policyOf(policy: HolidayPolicy | null): string {
  const { public: onPublic = 'keep', school = 'keep', closed = 'keep', schoolOnly } = policy ?? {}
  return [
    onPublic,
    school,
    closed,
    school === 'keep' || schoolOnly === undefined ? 'all' : [...schoolOnly].sort(),
  ].join()
}

function firstDay(rule: Rule): Day {
  const counted = countedFrom(rule)
  const { pattern } = rule
  const isByYears =
    (pattern.kind === 'monthly-weekday' || pattern.kind === 'monthly-day') &&
    pattern.months.kind === 'every-n-months'
  if (counted === null) return dayOf(2024, 1, 1)
  return isByYears ? dayOf(Number(counted.slice(0, 4)), Number(counted.slice(5, 7)), 1) : counted
}

function expectRoundTrip(said: Schedule, language: ReadLanguage): void {
  const sentence = saySchedule(said, language)
  const reading = readSchedule(sentence, { language, today: TODAY, land: 'NW' })
  const from =
    said.slots
      .map(({ rule }) => firstDay(rule))
      .sort()
      .at(-1) ?? TODAY
  if (reading.status === 'ask' && reading.question === 'instead-or-also' && namesADayTwice(said, from)) {
    const meanings = reading.readings.map((each) => meaningOf(each, from))
    expect(meanings, sentence).toContainEqual(meaningOf(said, from))
    return
  }
  if (reading.status !== 'read') throw new Error(`${reading.status}: ${sentence}`)
  expect(meaningOf(reading.schedule, from), sentence).toEqual(meaningOf(said, from))
  expect(reading.leftover, sentence).toBe('')
}

/** „Jeden Mittwoch; jeden 5. Mittwoch im Monat“: whether the second is meant instead or as well, only the group knows. */
function namesADayTwice({ slots }: Schedule, from: Day): boolean {
  const dates = slots.flatMap(({ rule }) => daysOfRule({ ...rule, holidays: null }, { from, until: LAST }))
  return new Set(dates).size < dates.length
}

describe.each(READ_LANGUAGES)('a rule said in %s', (language) => {
  test('is read back as itself', () => {
    fc.assert(
      fc.property(rules, times, (rule, [start, end]) => {
        expectRoundTrip(schedule([slot(rule, start, end)]), language)
      }),
      { numRuns: 500 },
    )
  }, 120_000)

  test('is read back as itself among others', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(rules, times), { minLength: 2, maxLength: 3 }), (slots) => {
        expectRoundTrip(schedule(slots.map(([rule, [start, end]]) => slot(rule, start, end))), language)
      }),
      { numRuns: 150 },
    )
  }, 120_000)
})
