// Makes slots of the groups of a notice.
import { WEEKDAYS, type Weekday } from '../../domain/day.ts'
import type { Rule } from '../../domain/rule.ts'
import type { Slot } from '../../domain/schedule.ts'
import type { Context } from './build-dates.ts'
import { rulesOf } from './build-rules.ts'
import { type StartAndEnd, timesOf } from './build-times.ts'
import { oneOrAll } from './either.ts'
import type { Group } from './group.ts'
import { withOwnTimes } from './instead.ts'
import { withOwnEnds } from './later-end.ts'
import type { DayFound } from './terms.ts'

// A text with more is no notice of one group's times, and nobody could check what came of it.
const MOST_GROUPS = 40

/** All slots of a notice, decided as `context` decides; what is missing or contradicts itself is noted. */
export function slotsOf(groups: readonly Group[], decided: Omit<Context, 'isTimetable'>): Slot[] {
  const context: Context = { ...decided, isTimetable: isTimetable(groups) }
  if (groups.length > MOST_GROUPS) {
    context.notes.ask('unclear')
    return []
  }
  if (isDoubled(groups)) context.notes.ask('unclear')
  const named = namedWeekdays(groups)
  return withOwnTimes(meantOf(withOwnEnds(groups), context), context).flatMap((group, index) => {
    if (group.days.length === 0) {
      context.notes.ask('which-day')
      return []
    }
    const { alternatives, days: all } = group
    const days =
      alternatives.length === 0 ? all : oneOrAll({ alternatives, all }, context.choose, `of group ${index}`)
    const rules = days.flatMap((found) => rulesOf(replaced(found, named), group.terms, context))
    const part = group.part ?? partOf(group.days)
    const times = timesOf(group.times, part, context)
    if (groups.length === 1 && isBareDay(group, times)) context.notes.warn('weekly-assumed')
    return joined(rules).flatMap((rule) => times.map(({ start, end }) => ({ rule, start, end })))
  })
}

/** Of groups with an „oder“ between them one, or all. */
function meantOf(groups: readonly Group[], { choose }: Context): readonly Group[] {
  const runs: Group[][] = []
  for (const group of groups) {
    const run = runs.at(-1)
    if (group.isOther && run !== undefined) run.push(group)
    else runs.push([group])
  }
  return runs.flatMap((run, index) => oneOrAll({ alternatives: run }, choose, `group ${index}`))
}

function isTimetable(groups: readonly Group[]): boolean {
  return (
    groups.length > 1 ||
    groups.some(({ times }) => times.some(({ spans }) => spans.some(({ end }) => end !== null)))
  )
}

/** „jeden 1. Mittwoch, im Januar am 2. Mittwoch“: whether the first holds in January, too, is not said. */
function isDoubled(groups: readonly Group[]): boolean {
  return groups.some((group) =>
    groups.some((other) => {
      const isWithin = group.segment === other.segment && limitsMonths(group) && !limitsMonths(other)
      return isWithin && namedWeekdays([group]).some((weekday) => namedWeekdays([other]).includes(weekday))
    }),
  )
}

function limitsMonths({ terms }: Group): boolean {
  return terms.months.length > 0 || terms.season !== undefined
}

/** „Mittwoch, 19 Uhr“: every week, or the next one only? A stretch of hours is a timetable. */
function isBareDay({ days, terms, alternatives }: Group, times: readonly StartAndEnd[]): boolean {
  const [only] = days
  if (
    only?.is !== 'days' ||
    (days.length > 1 && alternatives.length === 0) ||
    only.recurs ||
    only.isPointed ||
    only.ordinals !== null
  )
    return false
  return terms.interval === undefined && terms.parity === undefined && times.every(({ end }) => end === null)
}

function partOf(days: readonly DayFound[]) {
  for (const found of days) if (found.is === 'days' && found.part !== null) return found.part
  return null
}

function namedWeekdays(groups: readonly Group[]): readonly Weekday[] {
  return groups.flatMap(({ days }) => days.flatMap((found) => (found.is === 'days' ? found.weekdays : [])))
}

/** „an allen anderen Werktagen“: those from Monday to Friday that nothing else names. */
function replaced(found: DayFound, named: readonly Weekday[]): DayFound {
  if (found.is !== 'other-days') return found
  return {
    is: 'days',
    weekdays: WEEKDAYS.filter((weekday) => weekday < 6 && !named.includes(weekday)),
    ordinals: null,
    recurs: true,
    each: false,
    isPointed: false,
    isWeekend: false,
    part: null,
    later: null,
    assumed: 'working-days',
    joined: 'and',
  }
}

/** „jeden 1. Montag und 1. Dienstag“ is one rule, as is „montags und freitags“ in two parts. */
function joined(rules: readonly Rule[]): readonly Rule[] {
  const [first, ...others] = rules
  if (first === undefined) return rules
  const together = others.reduce<Rule | null>(
    (sum, rule) => (sum === null ? null : bothRules(sum, rule)),
    first,
  )
  return together === null ? rules : [together]
}

function bothRules(a: Rule, b: Rule): Rule | null {
  if (a.pattern.kind === 'dates' && b.pattern.kind === 'dates') {
    return { ...a, pattern: { kind: 'dates', days: [...a.pattern.days, ...b.pattern.days] } }
  }
  if (!('weekdays' in a.pattern) || !('weekdays' in b.pattern)) return null
  const { weekdays } = a.pattern
  const isSame = JSON.stringify({ ...b, pattern: { ...b.pattern, weekdays } }) === JSON.stringify(a)
  if (!isSame || 'daysLater' in a.pattern) return null
  return { ...a, pattern: { ...a.pattern, weekdays: [...new Set([...weekdays, ...b.pattern.weekdays])] } }
}
