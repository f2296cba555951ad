// Knows how rules are said in a language that brings its phrases only: the order of the sentence is the same for all.
import { type Day, partsOf, type Weekday } from '../../domain/day.ts'
import { type FreeKind, SCHOOL_BREAKS, type SchoolBreak } from '../../domain/free-day.ts'
import { monthOf } from '../../domain/month.ts'
import type { HolidayAction, HolidayPolicy, MonthPattern, Ordinal, Pattern } from '../../domain/rule.ts'
import {
  baseDay,
  daysByMonth,
  inOrder,
  isEveryDay,
  isShorterThan,
  joined,
  laterWeekday,
  type RuleWords,
  shapeOfMonths,
  shapeOfSeason,
  sortedOrdinals,
} from './shape.ts'

/** What a language says; months count from 1, and a name stands in the form that its phrase asks for. */
export type Phrases = {
  readonly and: string
  readonly daily: string
  readonly weekly: (weekdays: readonly Weekday[]) => string
  readonly everyWeeks: (n: number) => string
  readonly weeks: Readonly<Record<'even' | 'uneven', string>>
  readonly weekHint: Readonly<Record<'even' | 'uneven', string>>
  /** „1. und 3. Mittwoch“; `of`: as it stands behind "after". */
  readonly counted: (ordinals: readonly Ordinal[], weekday: Weekday, of: 'alone' | 'after') => string
  readonly later: (weekday: Weekday, side: 'after' | 'before', counted: string) => string
  /** Days of the month, perhaps with the last one, and what makes "on" of weekdays or days. */
  readonly monthDays: (days: readonly number[], isLast: boolean) => string
  readonly on: (days: string, months: string) => string
  readonly ofMonth: string
  readonly ofMonths: (months: readonly number[]) => string
  readonly monthRun: (from: number, until: number) => string
  readonly parityMonths: Readonly<Record<'even' | 'uneven', string>>
  readonly everyMonths: (n: number) => string
  readonly yearly: string
  readonly everyYears: (n: number) => string
  readonly fromMonth: (month: number, year: number) => string
  readonly fromYear: (year: number) => string
  readonly date: (days: readonly number[], month: number, year: number | null) => string
  readonly inMonth: (month: number) => string
  readonly dayRun: (from: readonly [number, number], until: readonly [number, number]) => string
  readonly validity: (from: string | null, until: string | null) => string
  readonly only: (date: string) => string
  readonly ifThereIsOne: string
  readonly shortMonths: Readonly<Record<'skip' | 'last-day', string>>
  readonly leapYears: Readonly<Record<'skip' | 'last-day', string>>
  readonly free: Readonly<Record<FreeKind, readonly [taken: string, putOff: string]>>
  readonly breaks: (breaks: readonly string[]) => readonly [taken: string, putOff: string]
  readonly breakNames: Readonly<Record<SchoolBreak, string>>
  readonly not: (days: string) => string
  readonly nextDay: (days: string) => string
  readonly nextWeek: (days: string) => string
}

type Of<Kind extends Pattern['kind']> = Extract<Pattern, { kind: Kind }>

/** All phrases of a rule, put together from a language's own. */
export function phrased(p: Phrases): RuleWords {
  const weekdays = (days: readonly Weekday[]) => (isEveryDay(days) ? p.daily : p.weekly(inOrder(days)))
  return {
    pattern: (pattern, counted) => sayPattern(pattern, counted, p),
    season: (season) => {
      const shape = shapeOfSeason(season)
      if (shape.kind === 'month') return p.inMonth(shape.month)
      return shape.kind === 'months' ? p.monthRun(shape.from, shape.until) : p.dayRun(shape.from, shape.until)
    },
    validity: (from, until) => {
      if (from !== null && from === until) return p.only(sayDay(from, p))
      if (from === null && until === null) return ''
      return p.validity(from === null ? null : sayDay(from, p), until === null ? null : sayDay(until, p))
    },
    week: (parity) => p.weekHint[parity],
    holidays: (policy) => sayHolidays(policy, p),
    weekdays,
    times: (times) =>
      joined(
        times.map(({ start, end }) => (end === null ? start : `${start}–${end}`)),
        p.and,
      ),
  }
}

function sayPattern(pattern: Pattern, counted: Day | null, p: Phrases): string {
  const weekly = (days: readonly Weekday[]) => (isEveryDay(days) ? p.daily : p.weekly(inOrder(days)))
  switch (pattern.kind) {
    case 'weekly':
      return pattern.every > 1
        ? `${p.everyWeeks(pattern.every)} ${weekly(pattern.weekdays)}`
        : weekly(pattern.weekdays)
    case 'week-parity':
      return `${p.weeks[pattern.parity]} ${weekly(pattern.weekdays)}`
    case 'monthly-weekday':
      return inMonths(
        countedDays(pattern, p),
        { months: pattern.months, counted: baseDay(pattern, counted) },
        p,
      )
    case 'monthly-day':
      return inMonths(daysOfMonth(pattern, p), { months: pattern.months, counted }, p)
    case 'yearly':
      return `${p.yearly} ${p.date([pattern.day], pattern.month, null)}${leapHint(pattern, p)}`
    case 'dates':
      return joined(
        daysByMonth(pattern.days).map(({ days, month, year }) => p.date(days, month, year)),
        p.and,
      )
    default:
      return pattern satisfies never
  }
}

type Said = { readonly days: string; readonly hint: string }

function countedDays(said: Of<'monthly-weekday'>, p: Phrases): Said {
  const ordinals = sortedOrdinals(said.ordinals)
  const weekday = laterWeekday(said)
  const hint = ordinals.includes(5) ? ` ${p.ifThereIsOne}` : ''
  const named = (of: 'alone' | 'after') =>
    joined(
      inOrder(said.weekdays).map((each) => p.counted(ordinals, each, of)),
      p.and,
    )
  if (weekday === null) return { days: named('alone'), hint }
  const side = (said.daysLater ?? 0) > 0 ? 'after' : 'before'
  return { days: p.later(weekday, side, named('after')), hint }
}

function daysOfMonth({ days, shortMonth, months }: Of<'monthly-day'>, p: Phrases): Said {
  const isLast = shortMonth === 'last-day' && days.includes(31)
  const numbers = inOrder(days).filter((day) => !(isLast && day === 31))
  const isDoubtful = numbers.some((day) => isShorterThan(months, day))
  return { days: p.monthDays(numbers, isLast), hint: isDoubtful ? ` ${p.shortMonths[shortMonth]}` : '' }
}

function inMonths(
  { days, hint }: Said,
  { months, counted }: { readonly months: MonthPattern; readonly counted: Day | null },
  p: Phrases,
): string {
  if (months.kind === 'in-months') return `${p.on(days, sayMonths(months.months, p))}${hint}`
  if (months.kind === 'every-month' || months.every === 1) return `${p.on(days, p.ofMonth)}${hint}`
  const first = counted === null ? months.anchor : monthOf(counted)
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5))]
  if (months.every % 12 !== 0) {
    return `${p.everyMonths(months.every)} ${p.on(days, '')}${hint} ${p.fromMonth(month, year)}`
  }
  const inMonth = `${p.on(days, p.ofMonths([month]))}${hint}`
  return months.every === 12
    ? `${p.yearly} ${inMonth}`
    : `${p.everyYears(months.every / 12)} ${inMonth} ${p.fromYear(year)}`
}

function sayMonths(months: readonly number[], p: Phrases): string {
  const shape = shapeOfMonths(months)
  switch (shape.kind) {
    case 'all':
      return p.ofMonth
    case 'even':
    case 'uneven':
      return p.parityMonths[shape.kind]
    case 'run':
      return p.monthRun(shape.from, shape.until)
    case 'list':
      return p.ofMonths(shape.months)
    default:
      return shape satisfies never
  }
}

function leapHint({ month, day, shortMonth }: Of<'yearly'>, p: Phrases): string {
  return month === 2 && day === 29 ? ` ${p.leapYears[shortMonth]}` : ''
}

function sayDay(day: Day, p: Phrases): string {
  const { year, month, dayOfMonth } = partsOf(day)
  return p.date([dayOfMonth], month, year)
}

function sayHolidays(policy: HolidayPolicy, p: Phrases): string {
  const daysWith = (action: HolidayAction, form: 0 | 1) =>
    (['public', 'school', 'closed'] as const)
      .filter((kind) => policy[kind] === action)
      .map((kind) => freeDays(kind, policy, p)[form])
  const phrases = [
    { days: daysWith('skip', 0), say: p.not },
    { days: daysWith('next-day', 1), say: p.nextDay },
    { days: daysWith('next-week', 1), say: p.nextWeek },
  ]
  return phrases
    .filter(({ days }) => days.length > 0)
    .map(({ days, say }) => say(joined(days, p.and)))
    .join(', ')
}

function freeDays(kind: FreeKind, { schoolOnly }: HolidayPolicy, p: Phrases): readonly [string, string] {
  if (kind !== 'school' || schoolOnly === undefined) return p.free[kind]
  return p.breaks(SCHOOL_BREAKS.filter((each) => schoolOnly.includes(each)).map((each) => p.breakNames[each]))
}
