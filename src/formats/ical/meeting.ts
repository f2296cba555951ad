import { addDays, type Day, type DayRange, dayOf, isWithin } from '../../domain/day.ts'
import {
  daysOfRule,
  type FreeDays,
  gapsOfRule,
  nextDayOfRule,
  type Rule,
  weekdaysOfRule,
} from '../../domain/rule.ts'
import type { Schedule, ScheduledDate, ScheduleException, Slot } from '../../domain/schedule.ts'
import { type DateWithOrigin, datesWithOrigin } from '../../domain/schedule-origins.ts'
import { type CalendarEntry, type EntryDate, type EntryFacts, entryText, type Told } from './entry.ts'
import { compact } from './moments.ts'
import { hasRecurrence, recurrenceOf } from './recurrence.ts'

/** A meeting as a calendar needs it. */
export type CalendarMeeting = {
  readonly facts: EntryFacts
  readonly schedule: Schedule
  readonly exceptions: readonly ScheduleException[]
  readonly freeDays: FreeDays | undefined
  /** The last day of which its free days are known; null: there is none. */
  readonly knownUntil: Day | null
  /** What is said of one date; null: of every date that is held as its rule says. */
  readonly tell: (date: ScheduledDate | null) => Told
}

/** A slot that is written as one recurring entry: its first day, and the last that is promised (null: no end). */
type Series = {
  readonly slot: Slot
  readonly index: number
  readonly uid: string
  readonly first: Day
  readonly until: Day | null
}

/**
 * The entries of a meeting: a series for each slot whose rule every calendar program reads, with an entry of its own for
 * each date that was moved or cancelled; one entry for each date of all other slots, and for each that was added. The
 * stretch is how far single dates go.
 */
export function meetingEntries(meeting: CalendarMeeting, { from: start, until }: DayRange): CalendarEntry[] {
  const { schedule, exceptions, freeDays, knownUntil } = meeting
  // No hint can stand beside an entry that says its date is uncertain: it waits until it is not.
  const stretch = { from: start, until: knownUntil !== null && knownUntil < until ? knownUntil : until }
  const series = schedule.slots.flatMap((slot, index) => seriesOf(meeting, slot, index, stretch) ?? [])
  if (series.length === schedule.slots.length && isUndisturbed(meeting, series, stretch))
    return series.map((each) => wholeEntry(meeting, each, []))
  const from = series
    .map(({ first }) => first)
    .reduce((one, other) => (one < other ? one : other), stretch.from)
  const dates = datesWithOrigin({ schedule, exceptions, range: { from, until: stretch.until }, freeDays })
  const single = dates.filter(
    (date) =>
      !series.some((each) => isOf(date, each)) &&
      (isWithin(date.day, stretch) || (date.origin !== null && isWithin(date.origin.day, stretch))),
  )
  return [
    ...series.flatMap((each) => seriesEntries(meeting, each, dates, stretch)),
    ...singleEntries(meeting, single),
  ]
}

/** Whether rules alone say all dates: most meetings are so, and need not be looked at date by date. */
function isUndisturbed(
  { exceptions, freeDays }: CalendarMeeting,
  series: readonly Series[],
  stretch: DayRange,
): boolean {
  if (exceptions.length > 0) return false
  if (freeDays === undefined) return true
  return series.every(
    ({ slot, first, until }) =>
      gapsOfRule(slot.rule, { from: first, until: until ?? stretch.until }, freeDays).length === 0,
  )
}

/** Null where a slot is written date by date, as is one whose last date is long past or whose first is far off. */
function seriesOf(meeting: CalendarMeeting, slot: Slot, index: number, stretch: DayRange): Series | null {
  const { facts, schedule } = meeting
  if (!hasRecurrence(slot.rule) || isDoubled(slot, schedule.slots.slice(0, index))) return null
  const until = lastPromised(slot.rule, stretch)
  const from = earliestOf(slot.rule, facts.updatedAt)
  const first = nextDayOfRule({ ...slot.rule, from }, from)
  if (first === null || first > stretch.until || (until !== null && (until < stretch.from || until < first)))
    return null
  return { slot, index, uid: uidOf(facts.uid, index), first, until }
}

/** A date from before or after the days of a series, moved to another, is none of its own. */
function isOf({ origin }: DateWithOrigin, { index, first, until }: Series): boolean {
  if (origin === null || origin.slot !== index) return false
  return origin.day >= first && (until === null || origin.day <= until)
}

/** Dates that two slots share would have to be left out of one of them for ever. */
function isDoubled({ rule, start, end }: Slot, earlier: readonly Slot[]): boolean {
  const weekdays = weekdaysOfRule(rule)
  return earlier.some(
    (other) =>
      other.start === start &&
      other.end === end &&
      weekdaysOfRule(other.rule).some((weekday) => weekdays.includes(weekday)),
  )
}

/** What holidays take away is known only so far; beyond that, a series that heeds them promises nothing. */
function lastPromised({ until, holidays }: Rule, stretch: DayRange): Day | null {
  if (holidays === null) return until
  return until === null || until > stretch.until ? stretch.until : until
}

/**
 * Where a series begins whose rule has no beginning, or one of long ago: with the year before its last change. It moves
 * only with a change, as everything in an entry does.
 */
function earliestOf({ from }: Rule, updatedAt: string): Day {
  const earliest = dayOf(Number(updatedAt.slice(0, 4)) - 1, 1, 1)
  return from === null || from < earliest ? earliest : from
}

function seriesEntries(
  meeting: CalendarMeeting,
  series: Series,
  dates: readonly DateWithOrigin[],
  stretch: DayRange,
): CalendarEntry[] {
  const { slot, uid } = series
  const own = dates.filter((date) => isOf(date, series))
  return [
    wholeEntry(meeting, series, missingDays(series, own, stretch)),
    ...own
      .filter(({ state }) => state !== 'held')
      .map((date) => ({
        day: null,
        text: () =>
          entryText(meeting.facts, {
            ...entryDate(uid, date, meeting.tell),
            insteadOf: { day: date.origin?.day ?? date.day, time: slot.start },
          }),
      })),
  ]
}

function wholeEntry(
  { facts, tell }: CalendarMeeting,
  { slot, uid, first, until }: Series,
  exceptDays: readonly Day[],
): CalendarEntry {
  const text = () =>
    entryText(facts, {
      uid,
      ...timesOf({ day: first, ...slot }),
      recurrence: { rule: recurrenceOf(slot, until) ?? '', exceptDays },
      told: tell(null),
      isCancelled: false,
    })
  return { day: null, text }
}

/** The days that the rule alone names and on which, in truth, nothing is: nor held, nor moved, nor cancelled. */
function missingDays(series: Series, own: readonly DateWithOrigin[], stretch: DayRange): Day[] {
  const known = new Set(own.map(({ origin }) => origin?.day))
  const range = { from: series.first, until: series.until ?? stretch.until }
  return daysOfRule(series.slot.rule, range)
    .map(({ day }) => day)
    .filter((day) => day <= stretch.until && !known.has(day))
}

function singleEntries({ facts, tell }: CalendarMeeting, dates: readonly DateWithOrigin[]): CalendarEntry[] {
  const taken = new Map<string, number>()
  return dates.map((date) => {
    const base = singleUid(facts.uid, date)
    const number = (taken.get(base) ?? 0) + 1
    taken.set(base, number)
    const uid = number === 1 ? base : `${base}-${number}`
    return { day: date.day, text: () => entryText(facts, entryDate(uid, date, tell)) }
  })
}

/** By the day that was named at first, so that a date that is moved stays the same entry. */
function singleUid(uid: string, { origin, day, movedFrom }: DateWithOrigin): string {
  return origin === null
    ? `${uid}-added-${compact(movedFrom ?? day)}`
    : `${uidOf(uid, origin.slot)}-${compact(origin.day)}`
}

/** The first slot has the meeting's own. */
function uidOf(uid: string, slot: number): string {
  return slot === 0 ? uid : `${uid}-slot${slot + 1}`
}

function entryDate(uid: string, date: DateWithOrigin, tell: CalendarMeeting['tell']): EntryDate {
  return {
    uid,
    ...timesOf(date),
    told: tell(date.state === 'held' ? null : date),
    isCancelled: date.state === 'cancelled',
  }
}

/** Where only the beginning is known, no end is made up. */
function timesOf({
  day,
  start,
  end,
}: Pick<ScheduledDate, 'day' | 'start' | 'end'>): Pick<EntryDate, 'start' | 'end'> {
  if (start === null) return { start: { day, time: null }, end: { day: addDays(day, 1), time: null } }
  return { start: { day, time: start }, end: end === null ? null : { day, time: end } }
}
