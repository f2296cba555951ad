// Knows where the dates of a schedule come from: which slot named each, and for which day, wherever it went since.
import { type Day, type DayRange, dayFromNumber, dayNumber, isWithin, LAST_DAY_NUMBER } from './day.ts'
import { putsOff } from './free-day.ts'
import { type FreeDays, LONGEST_WAIT } from './rule.ts'
import {
  datesAndGapsOf,
  datesNamedFor,
  isGap,
  isTrace,
  type Schedule,
  type ScheduledDate,
  type ScheduleException,
  withoutFilledGaps,
} from './schedule.ts'
import { withExceptions } from './schedule-exceptions.ts'

/** The place of a slot in its schedule, from 0, and the day its rule names. */
export type Origin = { readonly slot: number; readonly day: Day }

/** `origin` is null for what no rule names: an added date, or one moved from a day that is none any more. */
export type DateWithOrigin = ScheduledDate & { readonly origin: Origin | null }

type Dates = {
  readonly schedule: Schedule
  readonly exceptions: readonly ScheduleException[]
  readonly range: DayRange
  readonly freeDays: FreeDays | undefined
}

/**
 * Every date named for a day of the stretch or held on one, each once and without traces: where it stands now, and where
 * it came from. Beyond the stretch come the dates that an exception of one day is about.
 */
export function datesWithOrigin(dates: Dates): DateWithOrigin[] {
  const { schedule, exceptions } = dates
  const named = withoutFilledGaps(schedule.slots.flatMap((_slot, index) => namedBySlot(dates, index)))
  if (exceptions.length === 0 && schedule.slots.length === 1) return named.filter((date) => !isGap(date))
  // A gap is no date, but what a holiday took away can have been moved to another day.
  const standing = withExceptions(named, exceptions).filter((date) => !isTrace(date) && !isGap(date))
  return distinct(standing.map((date) => ('origin' in date ? date : { ...date, origin: null })))
}

function namedBySlot({ schedule, exceptions, range, freeDays }: Dates, index: number): DateWithOrigin[] {
  const slots = schedule.slots.slice(index, index + 1)
  // A date that waits for a free day to pass can be held after the end of the stretch.
  const until = Math.min(dayNumber(range.until) + LONGEST_WAIT, LAST_DAY_NUMBER)
  const wide = !slots.some(({ rule }) => putsOff(rule.holidays))
    ? range
    : { from: range.from, until: dayFromNumber(until) }
  const beyond = new Set(
    exceptions.flatMap((exception) =>
      exception.kind === 'paused' || isWithin(exception.on, wide) ? [] : [exception.on],
    ),
  )
  return [
    ...datesAndGapsOf({ slots, note: null }, [], wide, freeDays),
    ...[...beyond]
      .flatMap((day) => datesNamedFor(slots, day, freeDays))
      .filter((date) => !isWithin(date.day, wide)),
  ]
    .filter((date) => !isTrace(date))
    .map((date) => ({ ...date, origin: { slot: index, day: date.movedFrom ?? date.day } }))
}

/** Of two slots that come to the same date at the same times, the first has it, as on every page. */
function distinct(dates: readonly DateWithOrigin[]): DateWithOrigin[] {
  const known = new Set<string>()
  return dates.filter(({ day, start, end, state }) => {
    const key = `${day} ${start} ${end} ${state}`
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}
