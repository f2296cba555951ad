// Thousands of random rules, expanded by us and, translated into RFC 5545, by an independent library.
import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type Day,
  type DayRange,
  dayFromNumber,
  dayNumber,
  daysBetween,
  WEEKDAYS,
} from '../../src/domain/day.ts'
import { addMonths, type Month, monthOf, monthRange } from '../../src/domain/month.ts'
import {
  checkRule,
  daysOfRule,
  type MonthPattern,
  nextDayOfRule,
  type Ordinal,
  type Pattern,
  type Rule,
} from '../../src/domain/rule.ts'
import { weekOf, weekRange } from '../../src/domain/week.ts'
import { day, rule } from '../support/schedules.ts'

const ORDINALS: readonly Ordinal[] = [1, 2, 3, 4, 5, -1, -2]
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const days = fc
  .integer({ min: dayNumber(day('2019-01-01')), max: dayNumber(day('2033-12-31')) })
  .map(dayFromNumber)
const ranges: fc.Arbitrary<DayRange> = fc
  .tuple(days, fc.integer({ min: 0, max: 500 }))
  .map(([from, length]) => ({ from, until: addDays(from, length) }))
const weekdays = fc.subarray([...WEEKDAYS], { minLength: 1, maxLength: 3 })
const shortMonth = fc.constantFrom<'skip' | 'last-day'>('skip', 'last-day')
const anchors: fc.Arbitrary<Month> = days.map(monthOf)

const months: fc.Arbitrary<MonthPattern> = fc.oneof(
  fc.constant({ kind: 'every-month' } as const),
  fc.record({
    kind: fc.constant('in-months' as const),
    months: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant('every-n-months' as const),
    every: fc.integer({ min: 1, max: 7 }),
    anchor: anchors,
  }),
)

const counted: fc.Arbitrary<Pattern> = fc.oneof(
  fc.record({
    kind: fc.constant('weekly' as const),
    weekdays,
    every: fc.integer({ min: 1, max: 6 }),
    anchor: days,
  }),
  fc.record({
    kind: fc.constant('week-parity' as const),
    weekdays,
    parity: fc.constantFrom<'even' | 'uneven'>('even', 'uneven'),
  }),
  fc.record({
    kind: fc.constant('monthly-weekday' as const),
    ordinals: fc.subarray([...ORDINALS], { minLength: 1, maxLength: 3 }),
    weekdays,
    months,
  }),
  fc.record({
    kind: fc.constant('monthly-day' as const),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 }),
    shortMonth,
    months,
  }),
  fc.constantFrom([1, 31], [2, 28], [2, 29], [4, 30], [11, 9]).chain(([month = 1, number = 1]) =>
    fc.record({
      kind: fc.constant('yearly' as const),
      month: fc.constant(month),
      day: fc.constant(number),
      shortMonth,
    }),
  ),
)

const dates: fc.Arbitrary<Pattern> = fc.record({
  kind: fc.constant('dates' as const),
  days: fc.array(days, { minLength: 1, maxLength: 30 }),
})

const patterns = fc.oneof({ weight: 9, arbitrary: counted }, { weight: 1, arbitrary: dates })

const seasons = fc.constantFrom(
  { from: '03-01', until: '10-31' },
  { from: '11-15', until: '02-29' },
  { from: '02-29', until: '03-01' },
)

const rules: fc.Arbitrary<Rule> = fc
  .record({
    pattern: patterns,
    from: fc.option(days, { freq: 2 }),
    until: fc.option(days, { freq: 2 }),
    season: fc.option(seasons, { freq: 2 }),
  })
  .map(({ pattern, from, until, season }) => rule(pattern, { from, until, season }))

describe('random rules', () => {
  test('name the same days as their RRULE', () => {
    fc.assert(
      fc.property(counted, ranges, (pattern, range) => {
        expect(daysIn(rule(pattern), range)).toEqual(byRRule(pattern, range))
      }),
      { numRuns: 3000 },
    )
  }, 60_000)

  test('are sound, sorted, without doubles, and within stretch, validity and season', () => {
    fc.assert(
      fc.property(rules, ranges, (said, range) => {
        if (said.from === null || said.until === null || said.from <= said.until) {
          expect(checkRule(said)).toEqual([])
        }
        const found = daysIn(said, range)
        expect(found).toEqual([...new Set(found)].sort())
        const inSeason = daysIn({ ...said, from: null, until: null }, range)
        expect(found).toEqual(
          inSeason.filter(
            (at) => (said.from ?? at) <= at && at <= (said.until ?? at) && isInSeason(at, said),
          ),
        )
        expect(found.every((at) => at >= range.from && at <= range.until)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('name the same days in a stretch as in its two parts', () => {
    fc.assert(
      fc.property(rules, ranges, fc.nat(), (said, range, n) => {
        const cut = addDays(range.from, n % (daysBetween(range.from, range.until) + 1))
        const parts = [
          ...daysIn(said, { from: range.from, until: cut }),
          ...daysIn(said, { from: addDays(cut, 1), until: range.until }),
        ]
        expect(parts).toEqual(daysIn(said, range))
      }),
      { numRuns: 3000 },
    )
  })

  test('have as their next day the first of their days', () => {
    fc.assert(
      fc.property(rules, days, (said, from) => {
        const first = daysIn(said, { from, until: addDays(from, 1826) })[0]
        expect(nextDayOfRule(said, from)).toBe(first ?? null)
      }),
      { numRuns: 3000 },
    )
  })
})

function daysIn(said: Rule, range: DayRange): Day[] {
  return daysOfRule(said, range).map(({ day }) => day)
}

function isInSeason(at: Day, { season }: Rule): boolean {
  if (season === null) return true
  const inYear = at.slice(5)
  return season.from <= season.until
    ? inYear >= season.from && inYear <= season.until
    : inYear >= season.from || inYear <= season.until
}

/** The days by RFC 5545; a pattern that needs several RRULEs is the union of their days. */
function byRRule(pattern: Pattern, range: DayRange): string[] {
  const { start, lines } = rruleOf(pattern, range)
  const found = lines.flatMap((line) => {
    const compact = start.replaceAll('-', '')
    const rrule = new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${compact}T120000\nRRULE:${line}` })
    // With room on both sides: asked for 1 January alone, the library forgets that it may lie in the old year's week 52.
    const from = new Date(`${addDays(range.from, -7)}T12:00:00Z`)
    const until = new Date(`${addDays(range.until, 7)}T12:00:00Z`)
    return rrule.between(from, until, true).map((at) => at.toPlainDate().toString())
  })
  return [...new Set(found)].filter((at) => at >= range.from && at <= range.until).sort()
}

function rruleOf(pattern: Pattern, range: DayRange): { start: Day; lines: string[] } {
  switch (pattern.kind) {
    case 'weekly': {
      const every = 7 * pattern.every
      const anchor = mondayOf(pattern.anchor ?? range.from)
      const weeks = Math.floor(daysBetween(anchor, mondayOf(range.from)) / every)
      const line = `FREQ=WEEKLY;WKST=MO;INTERVAL=${pattern.every};BYDAY=${codes(pattern.weekdays)}`
      return { start: addDays(anchor, weeks * every), lines: [line] }
    }
    case 'week-parity': {
      const weeks = pattern.parity === 'even' ? evenNumbers(52) : evenNumbers(54).map((n) => n - 1)
      const line = `FREQ=YEARLY;WKST=MO;BYWEEKNO=${weeks};BYDAY=${codes(pattern.weekdays)}`
      return { start: addDays(range.from, -730), lines: [line] }
    }
    case 'monthly-weekday': {
      const { start, line } = monthly(pattern.months, range)
      return { start, lines: weekdayLines(pattern.ordinals, pattern.weekdays).map((by) => `${line};${by}`) }
    }
    case 'monthly-day': {
      const { start, line } = monthly(pattern.months, range)
      return { start, lines: pattern.days.map((n) => `${line};${dayOfMonth(n, pattern.shortMonth)}`) }
    }
    case 'yearly':
      return {
        start: monthRange(addMonths(monthOf(range.from), -24)).from,
        lines: [`FREQ=YEARLY;BYMONTH=${pattern.month};${dayOfMonth(pattern.day, pattern.shortMonth)}`],
      }
    case 'dates':
      return { start: range.from, lines: [] }
    default:
      return pattern satisfies never
  }
}

function monthly(pattern: MonthPattern, range: DayRange): { start: Day; line: string } {
  if (pattern.kind !== 'every-n-months') {
    const by = pattern.kind === 'in-months' ? `;BYMONTH=${pattern.months}` : ''
    return { start: monthRange(monthOf(range.from)).from, line: `FREQ=MONTHLY${by}` }
  }
  const month = monthOf(range.from)
  let start = pattern.anchor
  while (start > month) start = addMonths(start, -pattern.every)
  while (addMonths(start, pattern.every) <= month) start = addMonths(start, pattern.every)
  return { start: monthRange(start).from, line: `FREQ=MONTHLY;INTERVAL=${pattern.every}` }
}

/** One weekday goes by its place in the set, several by numbered weekdays: both ways of RFC 5545 are tried. */
function weekdayLines(ordinals: readonly Ordinal[], days: readonly number[]): string[] {
  if (days.length === 1) return [`BYDAY=${codes(days)};BYSETPOS=${ordinals}`]
  return [`BYDAY=${days.flatMap((weekday) => ordinals.map((ordinal) => `${ordinal}${codes([weekday])}`))}`]
}

function dayOfMonth(n: number, short: 'skip' | 'last-day'): string {
  if (short === 'skip' || n <= 28) return `BYMONTHDAY=${n}`
  return `BYMONTHDAY=${[28, 29, 30, 31].filter((each) => each <= n)};BYSETPOS=-1`
}

function codes(days: readonly number[]): string {
  return days.map((weekday) => CODES[weekday - 1]).join()
}

function mondayOf(at: Day): Day {
  return weekRange(weekOf(at)).from
}

function evenNumbers(until: number): number[] {
  return Array.from({ length: until / 2 }, (_, index) => 2 * index + 2)
}
