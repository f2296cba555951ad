// Builds days, rules and schedules for tests in few words; a text that is no day fails at once.
import { type ClockTime, parseClockTime } from '../../src/domain/clock-time.ts'
import { type Day, type DayRange, parseDay } from '../../src/domain/day.ts'
import { type Month, parseMonth } from '../../src/domain/month.ts'
import type { Pattern, Rule } from '../../src/domain/rule.ts'
import type { Schedule, Slot } from '../../src/domain/schedule.ts'
import { parseWeek, type Week } from '../../src/domain/week.ts'

export const day = (text: string): Day => must(parseDay(text), text)
export const month = (text: string): Month => must(parseMonth(text), text)
export const week = (text: string): Week => must(parseWeek(text), text)
export const time = (text: string): ClockTime => must(parseClockTime(text), text)

/** Both ends included. */
export function range(from: string, until: string): DayRange {
  return { from: day(from), until: day(until) }
}

export function rule(pattern: Pattern, terms: Partial<Rule> = {}): Rule {
  return { pattern, from: null, until: null, season: null, holidays: null, ...terms }
}

export function slot(rule: Rule, start: string | null = null, end: string | null = null): Slot {
  return { rule, start: start === null ? null : time(start), end: end === null ? null : time(end) }
}

export function schedule(slots: readonly Slot[], note: string | null = null): Schedule {
  return { slots, note }
}

function must<Value>(value: Value | null, text: string): Value {
  if (value === null) throw new Error(`"${text}" was meant to be one`)
  return value
}
