// Makes the pattern of weekdays that come back every week, every few weeks, or in even or uneven ones.
import { addDays, type Day, type Weekday, weekdayOf } from '../../domain/day.ts'
import type { Pattern } from '../../domain/rule.ts'
import { LONGEST_STEP } from '../../domain/rule-check.ts'
import { isoWeekOf } from '../../domain/week.ts'
import { type Context, firstOn } from './build-dates.ts'
import type { Limits } from './build-rules.ts'
import type { DayFound, Terms } from './terms.ts'

type DaysFound = Extract<DayFound, { is: 'days' }>

/** More phases than this are no question that a person can answer. */
const MOST_PHASES = 6

/** The pattern, or null where the notice does not say enough, which is noted. */
export function weeklyPattern(found: DaysFound, limits: Limits, context: Context): Pattern | null {
  const { weekdays } = found
  const { terms } = limits
  const { interval, parity } = terms
  if (isOfMonth(terms, weekdays.length)) {
    context.notes.ask('which-of-month')
    return null
  }
  if (interval !== undefined && interval.every > LONGEST_STEP) {
    context.notes.ask('unclear')
    return null
  }
  const every = interval?.every ?? 1
  if (every > 1) return everyWeeks(weekdays, every, limits, context)
  if (parity !== undefined) return { kind: 'week-parity', weekdays, parity }
  return { kind: 'weekly', weekdays, every: 1, anchor: null }
}

/** „monatlich mittwochs“, „zweimal im Monat dienstags“: which of them is not said. */
function isOfMonth({ interval, ofMonth, ofQuarter, count }: Terms, days: number): boolean {
  if (ofMonth || ofQuarter || (interval !== undefined && interval.unit !== 'week')) return true
  return count !== undefined && count !== days
}

function everyWeeks(
  weekdays: readonly Weekday[],
  every: number,
  { terms, bounds }: Limits,
  context: Context,
): Pattern | null {
  const { parity } = terms
  if (bounds.from !== null && bounds.isExact) {
    const anchor = firstOn(bounds.from, weekdays)
    const isEven = isoWeekOf(anchor).week % 2 === 0
    if (every === 2 && parity !== undefined && isEven !== (parity === 'even'))
      return misfit({ kind: 'weekly', weekdays, every, anchor }, parity, context)
    return { kind: 'weekly', weekdays, every, anchor }
  }
  if (parity !== undefined) {
    if (every === 2) return { kind: 'week-parity', weekdays, parity }
    context.notes.contradict('week-mismatch')
    return { kind: 'week-parity', weekdays, parity }
  }
  if (every > MOST_PHASES) {
    context.notes.ask('first-date')
    return null
  }
  const monday = mondayOf(firstOn(bounds.from ?? context.today, weekdays))
  return { kind: 'weekly', weekdays, every, anchor: addDays(monday, 7 * context.choose('phase', every)) }
}

/** Of a first date in a week of the other kind: the weeks counted from it, or the kind of weeks. */
function misfit(
  pattern: Extract<Pattern, { kind: 'weekly' }>,
  parity: 'even' | 'uneven',
  { notes, choose }: Context,
): Pattern {
  notes.contradict('week-mismatch')
  const { weekdays } = pattern
  return choose('contradiction', 2, 'week') === 0 ? pattern : { kind: 'week-parity', weekdays, parity }
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}
