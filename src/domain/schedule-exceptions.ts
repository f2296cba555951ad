// Knows what becomes of scheduled dates when single ones are cancelled, moved or added, or when a meeting pauses.
import type { ClockTime } from './clock-time.ts'
import { type Day, isWithin } from './day.ts'

/** What differs from the schedule. A `start` of null means every date of that day. */
export type ScheduleException =
  | {
      readonly kind: 'cancelled'
      readonly on: Day
      readonly start: ClockTime | null
      readonly reason: string | null
    }
  /** Where the new start is null, the times stay as they were. */
  | {
      readonly kind: 'moved'
      readonly on: Day
      readonly start: ClockTime | null
      readonly to: { readonly day: Day; readonly start: ClockTime | null; readonly end: ClockTime | null }
      readonly reason: string | null
    }
  | {
      readonly kind: 'added'
      readonly on: Day
      readonly start: ClockTime | null
      readonly end: ClockTime | null
      readonly reason: string | null
    }
  /** Every date that the rule names from one day to another, both included; what is moved there or added stands. */
  | {
      readonly kind: 'paused'
      readonly from: Day
      readonly until: Day
      readonly reason: string | null
    }

/**
 * One date of a schedule. A moved one stands on its new day ('moved', `movedFrom`) and leaves a trace on the old
 * ('cancelled', `movedTo`), so that readers of either day learn of it. A gap ('skipped') is where a holiday or a closed
 * house took a date away, as the rule foresees: nobody cancelled anything, and it is no date.
 */
export type ScheduledDate = {
  readonly day: Day
  readonly start: ClockTime | null
  readonly end: ClockTime | null
  readonly state: 'held' | 'cancelled' | 'moved' | 'added' | 'skipped'
  readonly movedFrom: Day | null
  readonly movedTo: Day | null
  readonly reason: string | null
}

type Kind<Name extends ScheduleException['kind']> = Extract<ScheduleException, { kind: Name }>

/** A stretch of days on which a meeting does not take place. */
export type Pause = Kind<'paused'>

/** Whether somebody who comes will find it happening: neither cancelled, nor a gap, nor the trace of a moved date. */
export function takesPlace(date: ScheduledDate): boolean {
  return date.state !== 'cancelled' && date.state !== 'skipped'
}

/** Whether a holiday or a closed house took the date away; a gap is no date of its own. */
export function isGap(date: ScheduledDate): boolean {
  return date.state === 'skipped'
}

/** Whether this only tells that a date was moved to another day; a trace is no date of its own. */
export function isTrace(date: ScheduledDate): boolean {
  return date.movedTo !== null
}

/** The pauses that are not over by a day, the earliest first. */
export function pausesFrom(exceptions: readonly ScheduleException[], day: Day): Pause[] {
  return exceptions
    .filter((exception) => exception.kind === 'paused')
    .filter(({ until }) => until >= day)
    .sort((one, other) => (one.from < other.from ? -1 : 1))
}

/** The pause that takes a date away, or null where it is held, or cancelled for itself. */
export function pauseOf(date: ScheduledDate, exceptions: readonly ScheduleException[]): Pause | null {
  if (date.state !== 'cancelled' || isTrace(date)) return null
  const isPaused = (exception: ScheduleException): exception is Pause =>
    exception.kind === 'paused' && isWithin(date.day, exception) && exception.reason === date.reason
  return exceptions.find(isPaused) ?? null
}

/**
 * The dates with every exception applied, in no order. First what is added, then the moves in the order given, then
 * the pauses, then what is cancelled, so that an added or moved date can be cancelled in turn. What else a date carries
 * stays with it wherever it goes.
 */
export function withExceptions<Scheduled extends ScheduledDate>(
  scheduled: readonly Scheduled[],
  exceptions: readonly ScheduleException[],
): (Scheduled | ScheduledDate)[] {
  let dates: (Scheduled | ScheduledDate)[] = [...scheduled]
  for (const exception of exceptions) if (exception.kind === 'added') dates.push(addedDate(exception))
  for (const exception of exceptions) if (exception.kind === 'moved') dates = withMove(dates, exception)
  // Whatever was added or moved is another object by now: somebody decided on it, and it outlives the pause.
  const named: ReadonlySet<ScheduledDate> = new Set(scheduled)
  for (const exception of exceptions) {
    if (exception.kind === 'paused')
      dates = dates.map((date) => (named.has(date) ? pausedBy(exception, date) : date))
  }
  for (const exception of exceptions) {
    if (exception.kind === 'cancelled') dates = dates.map((date) => cancelledBy(exception, date))
  }
  return dates
}

function addedDate({ on, start, end, reason }: Kind<'added'>): ScheduledDate {
  return { day: on, start, end, state: 'added', movedFrom: null, movedTo: null, reason }
}

function withMove<Scheduled extends ScheduledDate>(
  dates: readonly (Scheduled | ScheduledDate)[],
  move: Kind<'moved'>,
): (Scheduled | ScheduledDate)[] {
  const kept: (Scheduled | ScheduledDate)[] = []
  const arrived: (Scheduled | ScheduledDate)[] = []
  for (const date of dates) {
    // What a holiday took away can be made up for on another day, too.
    if (!(takesPlace(date) || isGap(date)) || !isMeant(date, move.on, move.start)) {
      kept.push(date)
      continue
    }
    kept.push({ ...date, state: 'cancelled', movedTo: move.to.day, reason: move.reason ?? date.reason })
    const times = move.to.start === null ? date : move.to
    arrived.push({ ...date, ...movedDate(move, times.start, move.to.end ?? times.end) })
  }
  // What a person promised for one date outlives a change of the rule: it is held, though nothing was moved away.
  if (arrived.length === 0) arrived.push(movedDate(move, move.to.start ?? move.start, move.to.end))
  return [...kept, ...arrived]
}

function movedDate(move: Kind<'moved'>, start: ClockTime | null, end: ClockTime | null): ScheduledDate {
  return {
    day: move.to.day,
    start,
    end,
    state: 'moved',
    movedFrom: move.on,
    movedTo: null,
    reason: move.reason,
  }
}

function cancelledBy<Scheduled extends ScheduledDate>(
  exception: Kind<'cancelled'>,
  date: Scheduled,
): Scheduled {
  if (!takesPlace(date) || !isMeant(date, exception.on, exception.start)) return date
  // "Not at six today, at eight instead" cancels the day and adds a date: the added one has to stand.
  if (date.state === 'added' && date.start !== exception.start) return date
  return { ...date, state: 'cancelled', reason: exception.reason }
}

function pausedBy<Scheduled extends ScheduledDate>(
  { from, until, reason }: Pause,
  date: Scheduled,
): Scheduled {
  return (takesPlace(date) || isGap(date)) && isWithin(date.day, { from, until })
    ? { ...date, state: 'cancelled', reason }
    : date
}

/** By the day it is on or, where it was moved, by the day it was meant for: people use both. */
function isMeant(date: ScheduledDate, on: Day, start: ClockTime | null): boolean {
  if (date.day !== on && date.movedFrom !== on) return false
  return start === null || date.start === start
}
