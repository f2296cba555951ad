// Knows rules: a pattern of days with its validity, its season, and what happens on holidays.
import {
  type Day,
  type DayRange,
  dayFromNumber,
  dayNumber,
  FIRST_DAY_NUMBER,
  isWithin,
  LAST_DAY_NUMBER,
  partsOfNumber,
  WEEKDAYS,
  type Weekday,
  weekdayOf,
} from './day.ts'
import {
  actionOn,
  decidingReason,
  type FreeDay,
  type FreeDays,
  type FreeKind,
  type HolidayPolicy,
  putsOff,
} from './free-day.ts'
import { checkHolidays, checkPattern, type RuleProblem } from './rule-check.ts'
import { numbersOfPattern, type Pattern } from './rule-pattern.ts'
import { isDayOfYear, type Season, seasonTest } from './season.ts'

export type { FreeDay, FreeDays, FreeKind, HolidayAction, HolidayPolicy, SchoolBreak } from './free-day.ts'
export type { RuleProblem, RuleProblemKey } from './rule-check.ts'
export type { MonthPattern, Ordinal, Pattern, ShortMonth } from './rule-pattern.ts'
export type { Season } from './season.ts'

/** Both ends of the validity belong to it; null is "no such limit". */
export type Rule = {
  readonly pattern: Pattern
  readonly from: Day | null
  readonly until: Day | null
  readonly season: Season | null
  readonly holidays: HolidayPolicy | null
}

/** A day by a rule; `movedFrom` and `reason` are set where a holiday pushed it here. */
export type RuleDay = { readonly day: Day; readonly movedFrom: Day | null; readonly reason: string | null }

/** A day the pattern names and a holiday takes away; `movedTo` where it is made up for. */
export type RuleGap = {
  readonly day: Day
  readonly kind: FreeKind
  readonly name: string
  readonly movedTo: Day | null
}

/** In days; longer than any school holidays: what finds no day within it falls away instead of wandering off. */
export const LONGEST_WAIT = 60

// How far a search for the next day looks: near first, because most rules answer within a week, nearly all in a month.
const SEARCH_STEPS = [6, 34, 366, 1826]

/** The days of a rule within a stretch, in order and without doubles. Validity and season judge the day first named. */
export function daysOfRule(rule: Rule, range: DayRange, freeDays?: FreeDays): readonly RuleDay[] {
  if (freeDays !== undefined) return daysAndGapsOfRule(rule, range, freeDays).days
  return namedDays(rule, range).map((day) => ({ day, movedFrom: null, reason: null }))
}

/** The days that a rule names within a stretch, in order and without doubles, whatever holidays make of them. */
export function namedDays(rule: Rule, range: DayRange): readonly Day[] {
  return namedNumbers(rule, dayNumber(range.from), dayNumber(range.until)).map(dayFromNumber)
}

/**
 * The days of a rule within a stretch, and the days it names there that a holiday or a closed house takes away, both in
 * order and found in one go.
 */
export function daysAndGapsOfRule(
  rule: Rule,
  range: DayRange,
  freeDays: FreeDays,
): { readonly days: readonly RuleDay[]; readonly gaps: readonly RuleGap[] } {
  const policy = rule.holidays
  const [first, last] = [dayNumber(range.from), dayNumber(range.until)]
  const days: RuleDay[] = []
  const gaps: RuleGap[] = []
  const isPutOff = putsOff(policy)
  const begin = isPutOff ? Math.max(first - LONGEST_WAIT, FIRST_DAY_NUMBER) : first
  for (const n of namedNumbers(rule, begin, last)) {
    const day = dayFromNumber(n)
    const reason = decidingReason(policy, freeDays(day))
    if (reason === null) {
      if (n >= first) days.push({ day, movedFrom: null, reason: null })
      continue
    }
    const target = putOff(n, policy, reason, freeDays)
    const movedTo = target === null ? null : dayFromNumber(target)
    if (n >= first) gaps.push({ day, kind: reason.kind, name: reason.name, movedTo })
    if (movedTo !== null && isWithin(movedTo, range))
      days.push({ day: movedTo, movedFrom: day, reason: reason.name })
  }
  return { days: isPutOff ? eachOnce(days) : days, gaps }
}

/** The days a rule names within a stretch that a holiday or a closed house takes away, with the reason. */
export function gapsOfRule(rule: Rule, range: DayRange, freeDays: FreeDays): readonly RuleGap[] {
  return daysAndGapsOfRule(rule, range, freeDays).gaps
}

/** The first day of a rule on or after `from`, or null where there is none within five years. */
export function nextDayOfRule(rule: Rule, from: Day, freeDays?: FreeDays): Day | null {
  for (const range of searchRanges(from)) {
    const next = daysOfRule(rule, range, freeDays)[0]
    if (next !== undefined) return next.day
  }
  return null
}

/** Stretches that follow each other from a day on, over five years, the near ones short. */
export function* searchRanges(from: Day): Generator<DayRange, void, undefined> {
  const start = dayNumber(from)
  let begin = start
  for (const reach of SEARCH_STEPS) {
    const end = Math.min(start + reach, LAST_DAY_NUMBER)
    if (begin > end) return
    yield { from: dayFromNumber(begin), until: dayFromNumber(end) }
    begin = end + 1
  }
}

/** The weekdays a rule's pattern can fall on, Monday first; days moved by a holiday are not foreseen. */
export function weekdaysOfRule(rule: Rule): readonly Weekday[] {
  const { pattern } = rule
  switch (pattern.kind) {
    case 'weekly':
    case 'week-parity':
      return WEEKDAYS.filter((weekday) => pattern.weekdays.includes(weekday))
    case 'monthly-weekday': {
      const later = pattern.daysLater ?? 0
      return WEEKDAYS.filter((weekday) =>
        pattern.weekdays.some((counted) => (weekday - counted - later) % 7 === 0),
      )
    }
    case 'dates': {
      const weekdays = pattern.days.map(weekdayOf)
      return WEEKDAYS.filter((weekday) => weekdays.includes(weekday))
    }
    case 'monthly-day':
    case 'yearly':
      return WEEKDAYS
    default:
      return pattern satisfies never
  }
}

/** Everything that keeps a rule from being one, all at once; empty for a sound rule. */
export function checkRule(rule: Rule): readonly RuleProblem[] {
  const problems = [...checkPattern(rule.pattern), ...checkHolidays(rule.holidays)]
  if (rule.from !== null && rule.until !== null && rule.until < rule.from) {
    problems.push({ key: 'rule.until.beforeFrom', params: { from: rule.from, until: rule.until } })
  }
  if (rule.season !== null && !(isDayOfYear(rule.season.from) && isDayOfYear(rule.season.until))) {
    problems.push({
      key: 'rule.season.malformed',
      params: { from: rule.season.from, until: rule.season.until },
    })
  }
  return problems
}

function namedNumbers(rule: Rule, first: number, last: number): number[] {
  const from = rule.from === null ? first : Math.max(first, dayNumber(rule.from))
  const until = rule.until === null ? last : Math.min(last, dayNumber(rule.until))
  const numbers = numbersOfPattern(rule.pattern, from, until)
  if (rule.season === null) return numbers
  const isInSeason = seasonTest(rule.season)
  return numbers.filter((n) => {
    const { month, dayOfMonth } = partsOfNumber(n)
    return isInSeason(month, dayOfMonth)
  })
}

/** In order, each day once: a date of its own goes before one that was put off to it, which stands before it. */
function eachOnce(days: readonly RuleDay[]): RuleDay[] {
  const byDay = new Map(days.map((each) => [each.day, each]))
  return [...byDay.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** The number of the day to which a date is put off, or null where it falls away or would wait too long. */
function putOff(n: number, policy: HolidayPolicy | null, reason: FreeDay, freeDays: FreeDays): number | null {
  const action = actionOn(policy, reason)
  if (action !== 'next-day' && action !== 'next-week') return null
  const step = action === 'next-day' ? 1 : 7
  const end = Math.min(n + LONGEST_WAIT, LAST_DAY_NUMBER)
  for (let candidate = n + step; candidate <= end; candidate += step) {
    if (decidingReason(policy, freeDays(dayFromNumber(candidate))) === null) return candidate
  }
  return null
}
