// Makes rules of the days of a group and of what limits them.
import { addDays, type Weekday } from '../../domain/day.ts'
import type { HolidayAction, HolidayPolicy, Pattern, Rule, Season } from '../../domain/rule.ts'
import { type Bounds, boundsOf, type Context, daysOfDates, firstOn } from './build-dates.ts'
import { monthDayPattern, ordinalPattern, yearlyPatterns } from './build-monthly.ts'
import {
  countedLimits,
  countsWeeks,
  monthsOf,
  seasonOfDates,
  seasonsOf,
  withoutWeeks,
} from './build-months.ts'
import { weeklyPattern } from './build-weekly.ts'
import type { ShiftTarget } from './exclude.ts'
import type { DayFound, Terms } from './terms.ts'

/** Everything that a pattern is made from. */
export type Limits = {
  readonly terms: Terms
  readonly bounds: Bounds
  readonly months: readonly number[] | null
  /** A part of the year, where the months of a pattern do not say it. */
  readonly season: Season | null
}

type DaysFound = Extract<DayFound, { is: 'days' }>

/** The rules of days within their limits; none where something is missing, which is noted. */
export function rulesOf(found: DayFound, terms: Terms, context: Context): Rule[] {
  if (terms.isUnclear || terms.isVague) context.notes.ask('unclear')
  if (terms.exceptsDates) context.notes.ask('single-dates')
  const limits = limitsOf(terms, found.is === 'days' && found.later !== null, context)
  switch (found.is) {
    case 'days':
      return ofDays(found, limits, context)
    case 'month-days':
      return within(monthDayPattern(found, limits, context), limits, context, null)
    case 'dates':
      return ofDates(found, limits, context)
    case 'other-days':
      return []
    default:
      return found satisfies never
  }
}

function limitsOf(terms: Terms, isLater: boolean, context: Context): Limits {
  const months = monthsOf(terms)
  const season = terms.season === undefined ? null : seasonOfDates(terms.season.from, terms.season.until)
  const limits = countedLimits({ terms, bounds: boundsOf(terms, context), months, season }, isLater)
  if (limits.months?.length === 0) context.notes.ask('unclear')
  return limits
}

function ofDays(found: DaysFound, limits: Limits, context: Context): Rule[] {
  const left = withoutExcepted(found, limits.terms, context)
  if (left.assumed === 'working-days') context.notes.warn('working-days-assumed')
  if (left.weekdays.length === 0) return []
  const isSecond = isMaybeFortnight(left, limits) && context.choose('second', 2) === 1
  if (isSecond) {
    const terms: Terms = { ...limits.terms, interval: { is: 'interval', unit: 'week', every: 2 } }
    return ofWeekdays({ ...left, ordinals: null }, { ...limits, terms }, context)
  }
  if (left.ordinals === null) return ofWeekdays(left, limits, context)
  if (!countsWeeks(limits.terms)) return ofCounted(left, limits, context)
  const isRest = found.ordinals === null && limits.terms.interval?.every === 1
  return !isRest && areWeeksMeant(context)
    ? ofWeekdays({ ...left, ordinals: null }, { ...limits, terms: ofWeeksOnly(limits.terms) }, context)
    : ofCounted(left, withoutWeeks(limits), context)
}

function ofWeeksOnly(terms: Terms): Terms {
  return { ...terms, ofMonth: false, ofQuarter: false }
}

/** „14-tägig am 1. und 3. Montag“: the weeks or the count, once the contradiction is told. */
function areWeeksMeant({ notes, choose }: Context): boolean {
  notes.contradict('interval-and-ordinal')
  return choose('contradiction', 2, 'weeks') === 1
}

function ofCounted(found: DaysFound, limits: Limits, context: Context): Rule[] {
  if (found.isWeekend) return ofWeekend(found, limits, context)
  const pattern = ordinalPattern(found, limits, context)
  return within(pattern, countedBounds(limits, pattern), context, found.weekdays)
}

/** „alle drei Monate … (ab Januar)“ names the month counted from, and its date may lie some days before it begins. */
function countedBounds(limits: Limits, pattern: Pattern | null): Limits {
  const { bounds, terms } = limits
  const later = pattern?.kind === 'monthly-weekday' ? (pattern.daysLater ?? 0) : 0
  if (later === 0 || bounds.from === null || bounds.isExact || terms.interval === undefined) return limits
  return { ...limits, bounds: { ...bounds, from: addDays(bounds.from, later) } }
}

/** The Sunday of the first weekend is not always the first Sunday: it follows the first Saturday. */
function ofWeekend(found: DaysFound, limits: Limits, context: Context): Rule[] {
  const saturday: DaysFound = { ...found, weekdays: [6], isWeekend: false }
  const sunday: DaysFound = { ...saturday, weekdays: [7], later: { weekday: 6, side: 'after' } }
  return [saturday, sunday].flatMap((each) =>
    within(ordinalPattern(each, limits, context), limits, context, each.weekdays),
  )
}

/** „jeden zweiten Montag“ is every two weeks or the second of the month, unless something speaks of months. */
function isMaybeFortnight({ each, ordinals, later }: DaysFound, { terms, months }: Limits): boolean {
  const isPlain = !terms.ofMonth && !terms.ofQuarter && months === null && terms.interval === undefined
  return (
    each &&
    later === null &&
    ordinals?.length === 1 &&
    ordinals[0] === 2 &&
    isPlain &&
    terms.parity === undefined
  )
}

function ofWeekdays(found: DaysFound, limits: Limits, context: Context): Rule[] {
  if (isOnceOnly(found, limits.terms, context) && context.choose('once-or-weekly', 2) === 1) {
    const days = [firstOn(context.today, found.weekdays)]
    return [ruleOf({ kind: 'dates', days }, limits, null, null)]
  }
  const pattern = weeklyPattern(found, limits, context)
  if (pattern === null) return []
  const { months, terms } = limits
  // A weekly rule holds months as seasons, one rule for each run of months.
  if (months === null) return within(pattern, limits, context, found.weekdays)
  if (limits.season !== null) context.notes.ask('unclear')
  return seasonsOf(months).map((season) =>
    ruleOf(pattern, limits, season, policyOf(terms, found.weekdays, context)),
  )
}

/** „am Mittwoch um 19 Uhr“, „nächsten Mittwoch“: perhaps that one only. */
function isOnceOnly(
  { isPointed, recurs, part, weekdays }: DaysFound,
  terms: Terms,
  { isTimetable }: Context,
): boolean {
  const isFree = terms.interval === undefined && terms.parity === undefined && terms.count === undefined
  return (
    weekdays.length === 1 &&
    !recurs &&
    isFree &&
    part === null &&
    (terms.isNext || (isPointed && !isTimetable)) &&
    !terms.ofMonth
  )
}

function ofDates(found: Extract<DayFound, { is: 'dates' }>, limits: Limits, context: Context): Rule[] {
  const { interval, parity } = limits.terms
  if (interval?.unit === 'year') {
    return yearlyPatterns(found.dates, limits, context).map((pattern) =>
      ruleOf(pattern, limits, limits.season, policyOf(limits.terms, null, context)),
    )
  }
  if (interval !== undefined || parity !== undefined || limits.months !== null) context.notes.ask('unclear')
  const days = daysOfDates(found.dates, found.isStretch, context)
  return days.length === 0
    ? []
    : [ruleOf({ kind: 'dates', days: [...days] }, { ...limits, bounds: NO_BOUNDS }, null, null)]
}

const NO_BOUNDS: Bounds = { from: null, until: null, isExact: false }

function within(
  pattern: Pattern | null,
  limits: Limits,
  context: Context,
  weekdays: readonly Weekday[] | null,
): Rule[] {
  if (pattern === null) return []
  return [ruleOf(pattern, limits, limits.season, policyOf(limits.terms, weekdays, context))]
}

function ruleOf(
  pattern: Pattern,
  { bounds }: Limits,
  season: Season | null,
  holidays: HolidayPolicy | null,
): Rule {
  return { pattern, from: bounds.from, until: bounds.until, season, holidays }
}

/** „täglich außer montags“ leaves six days, „jeden Mittwoch außer dem ersten im Monat“ the 2nd to 5th. */
function withoutExcepted(found: DaysFound, { exceptDays }: Terms, { notes }: Context): DaysFound {
  let left = found
  for (const excepted of exceptDays) {
    const { ordinals } = excepted
    if (ordinals === null && found.ordinals === null) {
      left = { ...left, weekdays: left.weekdays.filter((weekday) => !excepted.weekdays.includes(weekday)) }
    } else if (ordinals !== null && excepted.weekdays.some((weekday) => left.weekdays.includes(weekday))) {
      // Every one but the last can only be told where the others are named.
      const isHeld = ordinals.every((ordinal) => ordinal > 0) && left.weekdays.length === 1
      if (!isHeld) notes.ask('unclear')
      const rest = (left.ordinals ?? [1, 2, 3, 4, 5]).filter((ordinal) => !ordinals.includes(ordinal))
      left = { ...left, ordinals: rest }
    }
  }
  return left
}

function policyOf(
  terms: Terms,
  weekdays: readonly Weekday[] | null,
  { notes, land }: Context,
): HolidayPolicy | null {
  const { public: onPublic, school, schoolOnly, closed } = terms
  if (onPublic === undefined && school === undefined && closed === undefined) return null
  const act = (target: 'skip' | ShiftTarget | undefined): HolidayAction => {
    if (target === undefined) return 'keep'
    if (typeof target === 'string') return target
    const moved = weekdays?.length === 1 ? movedBy(weekdays[0] ?? 1, target) : null
    if (moved === null) notes.ask('unclear')
    return moved ?? 'skip'
  }
  if (land === null) notes.warn('land-unknown')
  const policy = { public: act(onPublic), school: act(school), closed: act(closed) }
  return schoolOnly === undefined ? policy : { ...policy, schoolOnly }
}

/** „am Dienstag danach“ of a Monday is the next day, „am Montag danach“ a week later; the rest no rule can hold. */
function movedBy(from: Weekday, to: Weekday): HolidayAction | null {
  if (to === from) return 'next-week'
  return to % 7 === (from + 1) % 7 ? 'next-day' : null
}
