// Knows schedules: slots of a rule and its times, and the dates that come of them.
import type { ClockTime } from './clock-time.ts'
import { type Day, type DayRange, dayFromNumber, dayNumber, isWithin, LAST_DAY_NUMBER } from './day.ts'
import { putsOff } from './free-day.ts'
import {
  checkRule,
  daysAndGapsOfRule,
  type FreeDays,
  LONGEST_WAIT,
  namedDays,
  type Rule,
  type RuleProblem,
  searchRanges,
} from './rule.ts'
import {
  isGap,
  isTrace,
  type Pause,
  pauseOf,
  pausesFrom,
  type ScheduledDate,
  type ScheduleException,
  takesPlace,
  withExceptions,
} from './schedule-exceptions.ts'

export {
  isGap,
  isTrace,
  type Pause,
  pauseOf,
  pausesFrom,
  type ScheduledDate,
  type ScheduleException,
  takesPlace,
}

/** Days by a rule with a start and perhaps an end; an end of '24:00' is midnight. */
export type Slot = {
  readonly rule: Rule
  readonly start: ClockTime | null
  readonly end: ClockTime | null
}

/** `note` says what no rule can ("nach Vereinbarung"), alone or beside slots. */
export type Schedule = { readonly slots: readonly Slot[]; readonly note: string | null }

/**
 * Every date of a schedule within a stretch, by day and start (no start first): held, cancelled, moved into it from
 * outside, added, and the traces of what was moved away.
 */
export function datesOf(
  schedule: Schedule,
  exceptions: readonly ScheduleException[],
  range: DayRange,
  freeDays?: FreeDays,
): ScheduledDate[] {
  return withoutGaps(datesAndGapsOf(schedule, exceptions, range, freeDays))
}

/** The same dates, and between them the gaps: what a holiday or a closed house took away, with the reason. */
export function datesAndGapsOf(
  schedule: Schedule,
  exceptions: readonly ScheduleException[],
  range: DayRange,
  freeDays?: FreeDays,
): ScheduledDate[] {
  const { dates, isInOrder } = datesOfSlots(schedule.slots, range, freeDays)
  if (exceptions.length === 0) return isInOrder ? dates : inOrder(dates)
  // Two slots may come to one date, and one of them alone be moved away: they are one date only in the end.
  for (const on of movedFromOutside(schedule, exceptions, range)) {
    const named = datesNamedFor(schedule.slots, on, freeDays)
    dates.push(...named.filter((date) => !isWithin(date.day, range)))
  }
  const excepted = withExceptions(dates, exceptions).filter((date) => isWithin(date.day, range))
  return inOrder(withoutFilledGaps(excepted))
}

/**
 * The next `count` dates from a day on that take place or are cancelled, looking ahead five years at most. Traces of
 * moved dates and the first date of each pause come along and are not counted.
 */
export function nextDates(
  schedule: Schedule,
  exceptions: readonly ScheduleException[],
  from: Day,
  count: number,
  freeDays?: FreeDays,
): ScheduledDate[] {
  return withoutGaps(nextDatesAndGaps(schedule, exceptions, from, count, freeDays))
}

/** The same dates, and between them the gaps, which are not counted either. */
export function nextDatesAndGaps(
  schedule: Schedule,
  exceptions: readonly ScheduleException[],
  from: Day,
  count: number,
  freeDays?: FreeDays,
): ScheduledDate[] {
  const next: ScheduledDate[] = []
  const told = new Set<Pause>()
  let missing = count
  for (const range of searchRanges(from)) {
    for (const date of datesAndGapsOf(schedule, exceptions, range, freeDays)) {
      if (missing === 0) return next
      const pause = pauseOf(date, exceptions)
      if (pause !== null && told.has(pause)) continue
      next.push(date)
      if (pause !== null) told.add(pause)
      else if (!isTrace(date) && !isGap(date)) missing--
    }
    if (missing === 0) return next
  }
  return next
}

/** Everything that keeps the slots from being sound, all at once; `params.slot` counts them from 1. */
export function checkSchedule(schedule: Schedule): readonly RuleProblem[] {
  return schedule.slots.flatMap((slot, index) =>
    [...checkRule(slot.rule), ...checkTimes(slot)].map(({ key, params }) => ({
      key,
      params: { ...params, slot: index + 1 },
    })),
  )
}

function checkTimes({ start, end }: Slot): RuleProblem[] {
  if (start === null) return end === null ? [] : [{ key: 'slot.start.missing', params: { end } }]
  if (start === '24:00') return [{ key: 'slot.start.malformed', params: { start } }]
  if (end !== null && end <= start) return [{ key: 'slot.end.notAfterStart', params: { start, end } }]
  return []
}

function datesOfSlots(
  slots: readonly Slot[],
  range: DayRange,
  freeDays?: FreeDays,
): { readonly dates: ScheduledDate[]; readonly isInOrder: boolean } {
  const dates: ScheduledDate[] = []
  let isInOrder = slots.length === 1
  for (const { rule, start, end } of slots) {
    if (freeDays === undefined) {
      for (const day of namedDays(rule, range))
        dates.push({ day, start, end, state: 'held', movedFrom: null, movedTo: null, reason: null })
      continue
    }
    const { days, gaps } = daysAndGapsOfRule(rule, range, freeDays)
    for (const { day, movedFrom, reason } of days) {
      const state = movedFrom === null ? 'held' : 'moved'
      dates.push({ day, start, end, state, movedFrom, movedTo: null, reason })
    }
    for (const { day, name, movedTo } of gaps) {
      const state = movedTo === null ? 'skipped' : 'cancelled'
      dates.push({ day, start, end, state, movedFrom: null, movedTo, reason: name })
    }
    if (gaps.length > 0) isInOrder = false
  }
  return { dates: isInOrder ? dates : withoutFilledGaps(dates), isInOrder }
}

/** The days from which something was moved that the range may lack: outside of it, or put off by a holiday. */
function movedFromOutside(
  { slots }: Schedule,
  exceptions: readonly ScheduleException[],
  range: DayRange,
): Set<Day> {
  const isPutOff = slots.some(({ rule }) => putsOff(rule.holidays))
  const days = new Set<Day>()
  for (const exception of exceptions) {
    if (exception.kind === 'moved' && (isPutOff || !isWithin(exception.on, range))) days.add(exception.on)
  }
  return days
}

/**
 * The dates that slots name for one day, on which a holiday may have put them off, in no order: those held on it, those
 * held instead later, and the gaps.
 */
export function datesNamedFor(slots: readonly Slot[], day: Day, freeDays?: FreeDays): ScheduledDate[] {
  const wait = slots.some(({ rule }) => putsOff(rule.holidays)) ? LONGEST_WAIT : 0
  const until = dayFromNumber(Math.min(dayNumber(day) + wait, LAST_DAY_NUMBER))
  const { dates } = datesOfSlots(slots, { from: day, until }, freeDays)
  return dates.filter((date) => date.day === day || date.movedFrom === day)
}

function withoutGaps(dates: ScheduledDate[]): ScheduledDate[] {
  return dates.some(isGap) ? dates.filter((date) => !isGap(date)) : dates
}

/** Where something is held at the same time after all, by another slot or because somebody added it, nothing is missing. */
export function withoutFilledGaps<Scheduled extends ScheduledDate>(dates: Scheduled[]): Scheduled[] {
  if (!dates.some(isGap)) return dates
  const held = new Set(dates.filter(takesPlace).map(({ day, start }) => `${day}${start}`))
  return dates.filter((date) => !(isGap(date) && held.has(`${date.day}${date.start}`)))
}

/** By day and start; of two slots that name the same date at the same times, one. */
function inOrder(dates: ScheduledDate[]): ScheduledDate[] {
  dates.sort(byDayAndStart)
  return dates.filter((date, index) => {
    const before = dates[index - 1]
    return before === undefined || !isSame(before, date)
  })
}

function byDayAndStart(a: ScheduledDate, b: ScheduledDate): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return (
    compare(a.start, b.start) ||
    compare(a.end, b.end) ||
    compare(a.movedTo, b.movedTo) ||
    compare(a.state, b.state)
  )
}

function compare(a: string | null, b: string | null): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}

function isSame(a: ScheduledDate, b: ScheduledDate): boolean {
  return (
    a.day === b.day &&
    a.start === b.start &&
    a.end === b.end &&
    a.state === b.state &&
    a.movedTo === b.movedTo
  )
}
