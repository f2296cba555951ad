// Knows the shapes in which rules are told, whatever the language: runs of weekdays, kinds of months, dates by month.
import type { ClockTime } from '../../domain/clock-time.ts'
import {
  addDays,
  type Day,
  daysInMonth,
  partsOf,
  WEEKDAYS,
  type Weekday,
  weekdayOf,
} from '../../domain/day.ts'
import type { Land } from '../../domain/land.ts'
import { monthRange } from '../../domain/month.ts'
import {
  type HolidayPolicy,
  type MonthPattern,
  nextDayOfRule,
  type Ordinal,
  type Pattern,
  type Rule,
  type Season,
} from '../../domain/rule.ts'

/** What a language brings along. Every phrase is as it stands within a sentence, so that phrases can follow each other. */
export type RuleWords = {
  readonly pattern: (pattern: Pattern, counted: Day | null) => string
  readonly season: (season: Season) => string
  readonly validity: (from: Day | null, until: Day | null) => string
  /** Which of two weeks "every two weeks" meets at first, by the number of the ISO week. */
  readonly week: (parity: 'even' | 'uneven') => string
  /** Empty where the policy keeps every day; with a Land, whose holidays are meant is said. */
  readonly holidays: (policy: HolidayPolicy, land?: Land | null) => string
  readonly weekdays: (weekdays: readonly Weekday[]) => string
  readonly times: (times: readonly Times[], writing: TimeWriting) => string
}

export type Times = { readonly start: ClockTime; readonly end: ClockTime | null }

/** Full hours go without minutes only where every time of the sentence is one. */
export type TimeWriting = 'hours' | 'minutes'

export type MonthShape =
  | { readonly kind: 'all' }
  | { readonly kind: 'uneven' }
  | { readonly kind: 'even' }
  | { readonly kind: 'run'; readonly from: number; readonly until: number }
  | { readonly kind: 'list'; readonly months: readonly number[] }

/** The months (1 to 12) as one would name them; a run has three at least and may pass the turn of the year. */
export function shapeOfMonths(months: readonly number[]): MonthShape {
  const sorted = inOrder(months)
  if (sorted.length === 12) return { kind: 'all' }
  if (sorted.length === 6 && sorted.every((month) => month % 2 === 1)) return { kind: 'uneven' }
  if (sorted.length === 6 && sorted.every((month) => month % 2 === 0)) return { kind: 'even' }
  const begins = sorted.filter((month) => !sorted.includes(month === 1 ? 12 : month - 1))
  const [from] = begins
  if (sorted.length < 3 || begins.length !== 1 || from === undefined) return { kind: 'list', months: sorted }
  return { kind: 'run', from, until: ((from + sorted.length - 2) % 12) + 1 }
}

/** Whether weekdays hold a run of three or more, which is told as "Monday to Friday". */
export function isRun(weekdays: readonly Weekday[]): boolean {
  return runsOf(weekdays).some((run) => run.length > 2)
}

/** Whether all seven weekdays are meant. */
export function isEveryDay(weekdays: readonly Weekday[]): boolean {
  return new Set(weekdays).size === 7
}

/** Weekdays by name, neighbours as runs; two stay single, because "Monday to Tuesday" is no shorter. */
export function sayRuns(
  weekdays: readonly Weekday[],
  name: (weekday: Weekday) => string,
  to: string,
  and: string,
): string {
  const said = runsOf(weekdays).flatMap((run) => {
    const names = run.map(name)
    return names.length > 2 ? [`${names[0]} ${to} ${names.at(-1)}`] : names
  })
  return joined(said, and)
}

function runsOf(weekdays: readonly Weekday[]): Weekday[][] {
  const runs: Weekday[][] = []
  for (const weekday of inOrder(weekdays)) {
    const run = runs.at(-1)
    if (run?.at(-1) === weekday - 1) run?.push(weekday)
    else runs.push([weekday])
  }
  return runs
}

/** Ordinals as one says them: from the first on, then the last but one, then the last. */
export function sortedOrdinals(ordinals: readonly Ordinal[]): Ordinal[] {
  const place = (ordinal: number) => (ordinal < 0 ? 10 + ordinal : ordinal)
  return inOrder(ordinals).sort((a, b) => place(a) - place(b))
}

/** Whether some month that is meant can be too short for a day of the month. */
export function isShorterThan(months: MonthPattern, dayOfMonth: number): boolean {
  if (months.kind !== 'in-months') return dayOfMonth > 28
  return months.months.some((month) => dayOfMonth > shortestLength(month))
}

function shortestLength(month: number): number {
  // 2001 stands for the years without a 29 February.
  return daysInMonth(2001, month)
}

export type SeasonShape =
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'months'; readonly from: number; readonly until: number }
  | {
      readonly kind: 'days'
      readonly from: readonly [month: number, dayOfMonth: number]
      readonly until: readonly [month: number, dayOfMonth: number]
    }

/** A season as whole months where it begins and ends with one, otherwise by its days. */
export function shapeOfSeason(season: Season): SeasonShape {
  const [fromMonth, fromDay] = [Number(season.from.slice(0, 2)), Number(season.from.slice(3))]
  const [untilMonth, untilDay] = [Number(season.until.slice(0, 2)), Number(season.until.slice(3))]
  if (fromDay !== 1 || untilDay < shortestLength(untilMonth)) {
    return { kind: 'days', from: [fromMonth, fromDay], until: [untilMonth, untilDay] }
  }
  if (fromMonth === untilMonth) return { kind: 'month', month: fromMonth }
  return { kind: 'months', from: fromMonth, until: untilMonth }
}

/** Days grouped by month, in order; `year` is set where the year is said: with the last group of each year. */
export function daysByMonth(
  days: readonly Day[],
): { readonly days: readonly number[]; readonly month: number; readonly year: number | null }[] {
  const groups: { days: number[]; month: number; year: number }[] = []
  for (const day of [...new Set(days)].sort()) {
    const { year, month, dayOfMonth } = partsOf(day)
    const last = groups.at(-1)
    if (last !== undefined && last.year === year && last.month === month) last.days.push(dayOfMonth)
    else groups.push({ days: [dayOfMonth], month, year })
  }
  return groups.map((group, index) =>
    groups[index + 1]?.year === group.year ? { ...group, year: null } : group,
  )
}

/** Where "every n weeks" or "every n months" is counted from, as a day to be said; null for patterns that do not count. */
export function countedFrom(rule: Rule): Day | null {
  const { pattern } = rule
  const counts =
    (pattern.kind === 'weekly' && pattern.every > 1) ||
    ((pattern.kind === 'monthly-weekday' || pattern.kind === 'monthly-day') &&
      pattern.months.kind === 'every-n-months' &&
      pattern.months.every > 1)
  if (!counts) return null
  const first = rule.from === null ? null : nextDayOfRule({ ...rule, holidays: null }, rule.from)
  return first ?? anchorOf(pattern) ?? rule.from
}

/** The day of the month from which a date is counted that stands some days after or before it. */
export function baseDay(
  pattern: Extract<Pattern, { kind: 'monthly-weekday' }>,
  counted: Day | null,
): Day | null {
  return counted === null ? null : addDays(counted, -(pattern.daysLater ?? 0))
}

function anchorOf(pattern: Pattern): Day | null {
  switch (pattern.kind) {
    case 'weekly':
      if (pattern.anchor === null || pattern.weekdays.length === 0) return null
      return addDays(pattern.anchor, Math.min(...pattern.weekdays) - weekdayOf(pattern.anchor))
    case 'monthly-weekday':
    case 'monthly-day': {
      if (pattern.months.kind !== 'every-n-months') return null
      const rule: Rule = { pattern, from: null, until: null, season: null, holidays: null }
      return nextDayOfRule(rule, monthRange(pattern.months.anchor).from)
    }
    default:
      return null
  }
}

/** The weekday on which a date is that stands some days after or before a weekday of the month; null where none does. */
export function laterWeekday(pattern: Extract<Pattern, { kind: 'monthly-weekday' }>): Weekday | null {
  const { daysLater } = pattern
  if (daysLater === undefined) return null
  return WEEKDAYS.find((weekday) => (weekday - (pattern.weekdays[0] ?? 1) - daysLater) % 7 === 0) ?? null
}

/** "a", "a and b", "a, b and c". */
export function joined(words: readonly string[], and: string): string {
  const last = words.at(-1)
  if (words.length < 2 || last === undefined) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${and} ${last}`
}

/** Sorted, each number once. */
export function inOrder<Value extends number>(numbers: readonly Value[]): Value[] {
  return numbers.length < 2 ? [...numbers] : [...new Set(numbers)].sort((a, b) => a - b)
}
