// Knows what makes a pattern of days sound, and says everything that does not at once.
import { daysInMonth, LEAP_YEAR } from './day.ts'
import type { HolidayPolicy } from './free-day.ts'
import type { MonthPattern, Pattern } from './rule-pattern.ts'

export type RuleProblemKey =
  | 'rule.weekdays.missing'
  | 'rule.ordinals.missing'
  | 'rule.months.missing'
  | 'rule.days.missing'
  | 'rule.month.range'
  | 'rule.dayOfMonth.range'
  | 'rule.every.range'
  | 'rule.anchor.missing'
  | 'rule.daysLater.range'
  | 'rule.until.beforeFrom'
  | 'rule.season.malformed'
  | 'rule.schoolBreaks.missing'
  | 'slot.start.missing'
  | 'slot.start.malformed'
  | 'slot.end.notAfterStart'

/** A reason why a rule or schedule cannot be kept; `key` names the message, `params` what it mentions. */
export type RuleProblem = {
  readonly key: RuleProblemKey
  readonly params: Readonly<Record<string, string | number>>
}

/** How many days after or before a weekday of the month a date can be: a week at most. */
const MOST_DAYS_LATER = 7

/** Every n weeks or months: 1 to this. */
export const LONGEST_STEP = 52

/** Everything that is wrong with a pattern; empty for a sound one. */
export function checkPattern(pattern: Pattern): readonly RuleProblem[] {
  switch (pattern.kind) {
    case 'weekly':
      return [...checkWeekdays(pattern.weekdays), ...checkWeeks(pattern.every, pattern.anchor)]
    case 'week-parity':
      return checkWeekdays(pattern.weekdays)
    case 'monthly-weekday':
      return [
        ...checkOrdinals(pattern.ordinals),
        ...checkWeekdays(pattern.weekdays),
        ...checkMonths(pattern.months),
        ...checkDaysLater(pattern),
      ]
    case 'monthly-day':
      return [...checkDaysOfMonth(pattern.days), ...checkMonths(pattern.months)]
    case 'yearly':
      return checkYearly(pattern.month, pattern.day)
    case 'dates':
      return pattern.days.length === 0 ? [{ key: 'rule.days.missing', params: {} }] : []
    default:
      return pattern satisfies never
  }
}

/** Whoever means single school holidays has to name one. */
export function checkHolidays(holidays: HolidayPolicy | null): readonly RuleProblem[] {
  return holidays?.schoolOnly?.length === 0 ? [{ key: 'rule.schoolBreaks.missing', params: {} }] : []
}

function checkWeekdays(weekdays: readonly number[]): RuleProblem[] {
  return weekdays.length === 0 ? [{ key: 'rule.weekdays.missing', params: {} }] : []
}

function checkWeeks(every: number, anchor: string | null): RuleProblem[] {
  const problems = each([every], 1, LONGEST_STEP, 'rule.every.range')
  if (problems.length === 0 && every > 1 && anchor === null) {
    problems.push({ key: 'rule.anchor.missing', params: { every } })
  }
  return problems
}

function checkOrdinals(ordinals: readonly number[]): RuleProblem[] {
  return ordinals.length === 0 ? [{ key: 'rule.ordinals.missing', params: {} }] : []
}

function checkDaysLater({
  weekdays,
  daysLater,
}: {
  readonly weekdays: readonly number[]
  readonly daysLater?: number
}): RuleProblem[] {
  if (daysLater === undefined) return []
  const isCounted = weekdays.length === 1 && daysLater !== 0
  const [least, most] = isCounted ? [-MOST_DAYS_LATER, MOST_DAYS_LATER] : [0, -1]
  return each([daysLater], least, most, 'rule.daysLater.range')
}

function checkMonths(months: MonthPattern): RuleProblem[] {
  switch (months.kind) {
    case 'every-month':
      return []
    case 'in-months':
      if (months.months.length === 0) return [{ key: 'rule.months.missing', params: {} }]
      return each(months.months, 1, 12, 'rule.month.range')
    case 'every-n-months':
      return each([months.every], 1, LONGEST_STEP, 'rule.every.range')
    default:
      return months satisfies never
  }
}

function checkDaysOfMonth(days: readonly number[]): RuleProblem[] {
  if (days.length === 0) return [{ key: 'rule.days.missing', params: {} }]
  return each(days, 1, 31, 'rule.dayOfMonth.range')
}

function checkYearly(month: number, day: number): RuleProblem[] {
  const problems = each([month], 1, 12, 'rule.month.range')
  return [...problems, ...each([day], 1, daysInMonth(LEAP_YEAR, month), 'rule.dayOfMonth.range')]
}

function each(values: readonly number[], least: number, most: number, key: RuleProblemKey): RuleProblem[] {
  return values
    .filter((value) => !Number.isInteger(value) || value < least || value > most)
    .map((value) => ({ key, params: { value, least, most } }))
}
