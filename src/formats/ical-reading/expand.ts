import { RRuleTemporal } from 'rrule-temporal'
import { type Day, type DayRange, dayOf, parseDay, partsOf } from '../../domain/day.ts'
import { daysOfRule, type Rule } from '../../domain/rule.ts'
import type { RRule } from './rrule.ts'

// What a rule may cost that somebody made up to cost much: it is given up, and told as one that could not be read.
const MOST_PERIODS = 20_000
const MOST_CANDIDATES = 50_000
const LAST_YEAR = 2200

/**
 * The days of an RRULE within a stretch, by an engine that knows all of RFC 5545; `until` is its last day as the clock of
 * its own zone shows it. Null where the engine refuses the rule. Days know no zone, so they are counted in UTC.
 */
export function daysByEngine(
  { text, count }: RRule,
  { start, until }: { readonly start: Day; readonly until: Day | null },
  within: DayRange,
): Day[] | null {
  const last = until !== null && until < within.until ? until : within.until
  if (last < within.from) return []
  const counted = count === null ? '' : `;COUNT=${count}`
  try {
    const rule = new RRuleTemporal({
      rruleString: `DTSTART;TZID=UTC:${start.replaceAll('-', '')}T120000\nRRULE:${text}${counted}`,
      maxIterations: MOST_PERIODS,
      maxCandidateEvaluations: MOST_CANDIDATES,
    })
    // With room before: asked for 1 January alone, the library forgets that it may lie in the old year's week 52.
    const from = new Date(Date.parse(`${within.from}T12:00:00Z`) - 7 * 24 * 60 * 60 * 1000)
    const days = rule
      .between(from, new Date(`${last}T12:00:00Z`), true)
      .map((at) => at.toString().slice(0, 10))
    return days.flatMap((text) => parseDay(text) ?? []).filter((day) => day >= within.from)
  } catch {
    return null
  }
}

/** The last day of a rule that ends after so many dates; null where it never has that many. */
export function lastOfCount(rule: Rule, start: Day, count: number): Day | null {
  let missing = count
  const first = partsOf(start).year
  for (let year = first; year <= LAST_YEAR; year += 1) {
    const from = year === first ? start : dayOf(year, 1, 1)
    const days = daysOfRule(rule, { from, until: dayOf(year, 12, 31) })
    const last = days[missing - 1]
    if (last !== undefined) return last.day
    missing -= days.length
  }
  return null
}
