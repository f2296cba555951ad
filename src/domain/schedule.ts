// Knows schedules: slots of a rule and its times, the dates that come of them, and when hours are open.
import type { WallTime } from './clock.ts'
import type { ClockTime } from './clock-time.ts'
import { type Day, type DayRange, isWithin } from './day.ts'
import {
  checkRule,
  daysAndGapsOfRule,
  type FreeDays,
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

/** Whether hours are open, until when, and when they open next. */
export type OpenState =
  | { readonly open: true; readonly until: ClockTime }
  | {
      readonly open: false
      readonly next: { readonly day: Day; readonly start: ClockTime } | null
      /** The holiday for which nothing is open on this day that would be otherwise, or null. */
      readonly because: string | null
    }

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
  const dates = datesOfSlots(schedule.slots, range, freeDays)
  if (exceptions.length === 0) return dates
  for (const on of movedFromOutside(exceptions, range)) {
    dates.push(...datesOfSlots(schedule.slots, { from: on, until: on }, freeDays))
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

/** Whether the hours are open at a moment, and until when, adjoining slots joined; otherwise when they open next. */
export function openNow(schedule: Schedule, now: WallTime, freeDays?: FreeDays): OpenState {
  const dates = datesAndGapsOf(schedule, [], { from: now.day, until: now.day }, freeDays)
  const today = dates.filter(takesPlace)
  let until: ClockTime | null = null
  for (const { start, end } of today) {
    if (start === null || end === null || start > (until ?? now.time)) continue
    if (end > (until ?? now.time)) until = end
  }
  if (until !== null) return { open: true, until }
  const because = today.length === 0 ? (dates[0]?.reason ?? null) : null
  return { open: false, next: nextStart(schedule, now, freeDays), because }
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

function datesOfSlots(slots: readonly Slot[], range: DayRange, freeDays?: FreeDays): ScheduledDate[] {
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
  return isInOrder ? dates : inOrder(withoutFilledGaps(dates))
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

function movedFromOutside(exceptions: readonly ScheduleException[], range: DayRange): Set<Day> {
  const days = new Set<Day>()
  for (const exception of exceptions) {
    if (exception.kind === 'moved' && !isWithin(exception.on, range)) days.add(exception.on)
  }
  return days
}

function nextStart(
  schedule: Schedule,
  now: WallTime,
  freeDays?: FreeDays,
): { day: Day; start: ClockTime } | null {
  for (const range of searchRanges(now.day)) {
    for (const date of datesOf(schedule, [], range, freeDays)) {
      const { day, start } = date
      if (!takesPlace(date) || start === null) continue
      if (day > now.day || start > now.time) return { day, start }
    }
  }
  return null
}
