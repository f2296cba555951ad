import { addDays, type Day, type DayRange, isWithin } from '../../domain/day.ts'
import type { UnreadReason } from '../../domain/feed.ts'
import { daysOfRule, type Rule } from '../../domain/rule.ts'
import type { ScheduleException, Slot } from '../../domain/schedule.ts'
import type { ForeignEvent } from './event.ts'
import { daysByEngine, lastOfCount } from './expand.ts'
import { atHome, instantOf, type Moment, minutesAhead, momentOf, wallIn } from './moment.ts'
import { daysOfRRule } from './pattern.ts'
import { type RRule, readRRule } from './rrule.ts'
import { dateSlots, datesOf, endOf, isOneDay } from './stretch.ts'

/** The slots of an event that recurs; `keptRule` where its dates are listed because no rule of ours can hold them. */
export type SeriesReading =
  | { readonly kind: 'series'; readonly slots: readonly Slot[]; readonly keptRule: string }
  | { readonly kind: 'unread'; readonly reason: UnreadReason }

/** What single dates of a calendar can be; a pause of a whole stretch is none. */
type DatedException = Exclude<ScheduleException, { kind: 'paused' }>

// Every list of dates costs the engine some milliseconds, and one made up to cost much up to a second.
const MOST_KEPT_RULES = 30
const FOR_EVER = '2150'

/** Reads series one after the other, and counts how many rules had to be kept as text: beyond thirty no more are read. */
export function seriesReader(horizon: DayRange): (event: ForeignEvent) => SeriesReading {
  let kept = 0
  const ahead = new Map<string | null, number | null>()
  // Where it is still yesterday, or tomorrow already.
  const abroad: DayRange = { from: addDays(horizon.from, -1), until: addDays(horizon.until, 1) }
  return (event) => {
    const reading = readRRule(event.rrule, event.start.time)
    if (reading.kind === 'unread') return reading
    const { rrule } = reading
    const until = rrule.until === null ? null : lastDay(rrule.until, event.start)
    if (until === undefined) return { kind: 'unread', reason: 'rule' }
    const rule = ruleOf(rrule, event.start.day, until)
    const added = dateSlots(
      event.added.filter(({ day }) => isWithin(day, horizon)).flatMap((at) => datesOf(at, event.length)),
    )
    if (rule !== null && staysSame(event, horizon, ahead)) {
      const { time } = atHome(event.start)
      return {
        kind: 'series',
        slots: [{ rule, start: time, end: endOf(time, event.length) }, ...added],
        keptRule: '',
      }
    }
    if (rule === null) kept += 1
    if (kept > MOST_KEPT_RULES) return { kind: 'unread', reason: 'too-many' }
    const days =
      rule === null
        ? daysByEngine(rrule, { start: event.start.day, until }, abroad)
        : daysOfRule(rule, abroad).map(({ day }) => day)
    if (days === null) return { kind: 'unread', reason: 'rule' }
    const dates = days.flatMap((day) => datesOf({ ...event.start, day }, event.length))
    return { kind: 'series', slots: [...dateSlots(dates), ...added], keptRule: event.rrule }
  }
}

/** The exceptions that a calendar makes from its series: dates left out, cancelled, and moved. */
export function exceptionsOf(
  series: ForeignEvent,
  replacements: readonly ForeignEvent[],
  horizon: DayRange,
): DatedException[] {
  const left = series.left.flatMap((moment) => cancelled(moment, series))
  const replaced = replacements.flatMap((event) =>
    event.replaces === null ? [] : replacement(event, event.replaces, series),
  )
  return [...left, ...replaced].filter(
    (exception) =>
      isWithin(exception.on, horizon) || (exception.kind === 'moved' && isWithin(exception.to.day, horizon)),
  )
}

/** Whether a replacement says something else than when it is: readers of the series would miss it. */
export function saysOtherwise(replacement: ForeignEvent, series: ForeignEvent): boolean {
  return (
    !replacement.isCancelled && (replacement.title !== series.title || replacement.place !== series.place)
  )
}

/** Every day of the date that is left out. */
function cancelled(moment: Moment, { length }: ForeignEvent): DatedException[] {
  return datesOf(moment, length).map(({ day, start }) => ({
    kind: 'cancelled',
    on: day,
    start,
    reason: null,
  }))
}

function replacement(event: ForeignEvent, replaces: Moment, series: ForeignEvent): DatedException[] {
  if (event.isCancelled) return cancelled(replaces, series)
  const before = datesOf(replaces, series.length)
  const after = datesOf(event.start, event.length)
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const [from, to] = [before[0], after[0]]
  if (from !== undefined && to !== undefined && before.length === 1 && after.length === 1)
    return [{ kind: 'moved', on: from.day, start: from.start, to, reason: null }]
  const added = after.map(({ day, start, end }) => ({
    kind: 'added' as const,
    on: day,
    start,
    end,
    reason: null,
  }))
  return [...cancelled(replaces, series), ...added]
}

/** A rule of ours, with the RRULE's first and last day; null where there is none. */
function ruleOf(rrule: RRule, start: Day, until: Day | null): Rule | null {
  const days = daysOfRRule(rrule, start)
  if (days === null) return null
  const rule: Rule = { ...days, from: start, until, holidays: null }
  return rrule.count === null ? rule : { ...rule, until: lastOfCount(rule, start, rrule.count) }
}

/** Whether a rule in the event's zone is one on German walls: always at the same time, and on the day it names. */
function staysSame(
  { start, length }: ForeignEvent,
  horizon: DayRange,
  known: Map<string | null, number | null>,
): boolean {
  const ahead = known.get(start.zone) ?? minutesAhead(start.zone, horizon)
  known.set(start.zone, ahead)
  return ahead !== null && atHome(start).day === start.day && isOneDay(start, length)
}

/**
 * The last day that UNTIL allows, as the clock in the event's zone shows it: one whose start comes later is not. Null where
 * it lies so far ahead that it is meant for ever; undefined for what is no end.
 */
function lastDay(text: string, start: Moment): Day | null | undefined {
  const [, year, month, day, hour, minute, utc = ''] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(text) ?? []
  if (year !== undefined && year >= FOR_EVER) return null
  const clock = hour === undefined ? '' : `T${hour}:${minute}:00${utc}`
  const end = momentOf(`${year}-${month}-${day}${clock}`, start.zone)
  if (end === null) return undefined
  const shown =
    end.zone === null || end.time === null ? end : wallIn(start.zone ?? 'Europe/Berlin', instantOf(end))
  if (shown.time === null || start.time === null || start.time <= shown.time) return shown.day
  return addDays(shown.day, -1)
}
