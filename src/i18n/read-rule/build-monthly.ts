// Makes the patterns of days counted within months and years.
import { addDays, dayOf, partsOf, type Weekday } from '../../domain/day.ts'
import { addMonths, type Month, monthOf } from '../../domain/month.ts'
import { type MonthPattern, nextDayOfRule, type Ordinal, type Pattern } from '../../domain/rule.ts'
import { LONGEST_STEP } from '../../domain/rule-check.ts'
import type { Context } from './build-dates.ts'
import { countsWeeks, isSaidTwice, withoutWeeks } from './build-months.ts'
import type { Limits } from './build-rules.ts'
import { LAST_OF_MONTH } from './find-dates.ts'
import type { Later, WrittenDate } from './part.ts'
import type { DayFound } from './terms.ts'

const ORDINALS: readonly Ordinal[] = [1, 2, 3, 4, 5, -1, -2]
const FIRST_OF_QUARTER = [1, 4, 7, 10]
const LAST_OF_QUARTER = [3, 6, 9, 12]
// Every twelve months: more phases of months than this are no question that a person can answer.
const MOST_PHASES = 6

type MonthlyPattern = Extract<Pattern, { kind: 'monthly-weekday' | 'monthly-day' }>

/** The pattern of counted weekdays, or null where it says too little, which is noted. */
export function ordinalPattern(
  found: Extract<DayFound, { is: 'days' }>,
  limits: Limits,
  context: Context,
): Pattern | null {
  const { terms } = limits
  const ordinals = ORDINALS.filter((ordinal) => found.ordinals?.includes(ordinal))
  if (ordinals.length === 0) return null
  const [weekday] = found.weekdays
  const base: MonthlyPattern =
    found.later === null || weekday === undefined
      ? { kind: 'monthly-weekday', ordinals, weekdays: found.weekdays, months: { kind: 'every-month' } }
      : {
          kind: 'monthly-weekday',
          ordinals,
          weekdays: [found.later.weekday],
          months: { kind: 'every-month' },
          daysLater: daysLater(weekday, found.later),
        }
  const quarter = terms.ofQuarter ? monthsOfQuarter(ordinals) : null
  if (terms.ofQuarter && quarter === null) context.notes.ask('unclear')
  return inMonths(base, quarter === null ? limits : { ...limits, months: quarter }, context)
}

function daysLater(weekday: Weekday, { weekday: counted, side }: Later): number {
  const ahead = (weekday - counted + 7) % 7
  if (side === 'after') return ahead === 0 ? 7 : ahead
  return ahead === 0 ? -7 : ahead - 7
}

function monthsOfQuarter(ordinals: readonly Ordinal[]): readonly number[] | null {
  if (ordinals.every((ordinal) => ordinal > 0)) return FIRST_OF_QUARTER
  return ordinals.every((ordinal) => ordinal < 0) ? LAST_OF_QUARTER : null
}

/** The pattern of days of the month, or null where it is not said of which months. */
export function monthDayPattern(
  found: Extract<DayFound, { is: 'month-days' }>,
  limits: Limits,
  context: Context,
): Pattern | null {
  const { terms, months } = limits
  const isLast = found.days.includes(LAST_OF_MONTH)
  const days = found.days.map((day) => (day === LAST_OF_MONTH ? 31 : day))
  const saysMonths =
    terms.ofMonth || months !== null || (terms.interval !== undefined && terms.interval.unit !== 'week')
  if (!saysMonths && !found.each) {
    context.notes.ask('which-months')
    return null
  }
  if (countsWeeks(terms)) context.notes.contradict('interval-and-ordinal')
  const shortMonth = terms.shortMonths ?? (isLast ? 'last-day' : 'skip')
  const pattern: MonthlyPattern = { kind: 'monthly-day', days, shortMonth, months: { kind: 'every-month' } }
  return inMonths(pattern, withoutWeeks(limits), context)
}

/** Yearly patterns of dates: „jährlich am 9. November“, „alle zwei Jahre am 1. Mai“. */
export function yearlyPatterns(dates: readonly WrittenDate[], limits: Limits, context: Context): Pattern[] {
  const { terms } = limits
  const every = terms.interval?.every ?? 1
  const shortMonth = terms.leapYears ?? terms.shortMonths ?? 'skip'
  return dates.flatMap(({ day, month }): Pattern[] => {
    if (every === 1) return [{ kind: 'yearly', month, day, shortMonth }]
    const base: MonthlyPattern = {
      kind: 'monthly-day',
      days: [day],
      shortMonth,
      months: { kind: 'every-month' },
    }
    const pattern = inMonths(base, { ...limits, months: [month] }, context)
    return pattern === null ? [] : [pattern]
  })
}

function inMonths(pattern: MonthlyPattern, limits: Limits, context: Context): MonthlyPattern | null {
  const months = monthPattern(pattern, limits, context)
  return months === null ? null : { ...pattern, months }
}

function monthPattern(pattern: MonthlyPattern, limits: Limits, context: Context): MonthPattern | null {
  const { terms, months } = limits
  const { interval } = terms
  const restricted: MonthPattern = months === null ? { kind: 'every-month' } : { kind: 'in-months', months }
  if (interval === undefined || (interval.unit === 'month' && interval.every === 1)) return restricted
  if (interval.unit === 'year') return everyYears(interval.every, limits, context)
  if (isSaidTwice(interval.every, months)) return restricted
  if (months !== null) {
    context.notes.ask('unclear')
    return null
  }
  return everyMonths(interval.every, firstMonth(pattern, limits), context)
}

/** „alle zwei Jahre im Mai“ counts months by twelve; „jährlich im Mai“ is every May. */
function everyYears(years: number, { months, bounds }: Limits, context: Context): MonthPattern | null {
  const [month] = months ?? []
  if (month === undefined || months === null || (years > 1 && months.length > 1)) {
    context.notes.ask('which-months')
    return null
  }
  if (years === 1) return { kind: 'in-months', months }
  if (years * 12 > LONGEST_STEP) {
    context.notes.ask('unclear')
    return null
  }
  const { year } = partsOf(bounds.from ?? context.today)
  const shift = bounds.from === null ? context.choose('phase', years) : 0
  const anchor = monthOf(dayOf(year + shift, month, 1))
  return { kind: 'every-n-months', every: years * 12, anchor }
}

function everyMonths(every: number, first: Month | null, context: Context): MonthPattern | null {
  if (first !== null) return { kind: 'every-n-months', every, anchor: first }
  if (every > MOST_PHASES) {
    context.notes.ask('first-date')
    return null
  }
  const anchor = addMonths(monthOf(context.today), context.choose('phase', every))
  return { kind: 'every-n-months', every, anchor }
}

/** The month of the first date on or after the day from which it holds, or the one that is named. */
function firstMonth(pattern: MonthlyPattern, { bounds }: Limits): Month | null {
  if (bounds.from === null) return null
  if (!bounds.isExact) return monthOf(bounds.from)
  const later = pattern.kind === 'monthly-weekday' ? (pattern.daysLater ?? 0) : 0
  const rule = { pattern, from: null, until: null, season: null, holidays: null }
  const first = nextDayOfRule(rule, bounds.from)
  return first === null ? null : monthOf(addDays(first, -later))
}
