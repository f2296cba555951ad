import { createHash } from 'node:crypto'
import type { DayRange } from '../../domain/day.ts'
import type { ForeignMeeting, UnreadEvent, UnreadReason } from '../../domain/feed.ts'
import type { Slot } from '../../domain/schedule.ts'
import { type ForeignEvent, readEvent } from './event.ts'
import { componentsOf } from './lines.ts'
import { exceptionsOf, type SeriesReading, saysOtherwise, seriesReader } from './series.ts'
import { dateSlots, datesOf } from './stretch.ts'
import { zonesOf } from './zone.ts'

export { isWholeCalendar } from './lines.ts'

/** What a calendar says: its meetings, and every event that is none of them with the reason why. */
export type CalendarReading = {
  readonly meetings: readonly ForeignMeeting[]
  readonly unread: readonly UnreadEvent[]
}

type Series = { readonly series: ForeignEvent; readonly replacements: readonly ForeignEvent[] }

const MOST_EVENTS = 3000
const MOST_MEETINGS = 200
const MOST_EXCEPTIONS = 400
const MOST_UNREAD = 300

/**
 * Reads an iCalendar text (RFC 5545) of at most some megabytes. Series become meetings; single events of the same title,
 * place and description become one meeting with several dates. What lies before the horizon is left out, and so are
 * single events that lie beyond it, until it has moved on.
 */
export function readCalendar(text: string, horizon: DayRange): CalendarReading {
  const components = componentsOf(text)
  const zones = zonesOf(components)
  const readings = components
    .filter(({ name }) => name === 'VEVENT')
    .map((component, index) => (index < MOST_EVENTS ? readEvent(component, zones) : null))
  const events = readings.flatMap((reading) => (reading?.kind === 'event' ? [reading.event] : []))
  const unread = readings.flatMap((reading) => (reading?.kind === 'unread' ? [reading.unread] : []))
  if (readings.length > MOST_EVENTS) unread.push({ title: '', day: null, rule: '', reason: 'too-many' })
  const { series, singles } = sorted(events)
  const found = [...readSeries(series, horizon), ...gathered(singles, horizon)]
  const meetings = found.flatMap((each) => ('foreignUid' in each ? [each] : []))
  const left = found.flatMap((each) => ('reason' in each ? [each] : []))
  const tooMany = meetings
    .slice(MOST_MEETINGS)
    .map(({ title, keptRule }) => ({ title, day: null, rule: keptRule, reason: 'too-many' as const }))
  return {
    meetings: meetings.slice(0, MOST_MEETINGS),
    unread: [...unread, ...left, ...tooMany].slice(0, MOST_UNREAD),
  }
}

/** Series with what replaces single dates of them, and events that happen once. */
function sorted(events: readonly ForeignEvent[]): {
  series: readonly Series[]
  singles: readonly ForeignEvent[]
} {
  const byUid = new Map<string, ForeignEvent[]>()
  events.forEach((event, index) => {
    const uid = event.uid === '' ? `${index}` : `uid ${event.uid}`
    byUid.set(uid, [...(byUid.get(uid) ?? []), event])
  })
  const series: Series[] = []
  const singles: ForeignEvent[] = []
  for (const group of byUid.values()) {
    const replacements = newest(group.filter(({ replaces }) => replaces !== null))
    // Sent twice, the newer one counts (RFC 5545 §3.8.7.4).
    const main = group
      .filter(({ replaces }) => replaces === null)
      .sort((one, other) => other.sequence - one.sequence)[0]
    if (main === undefined) singles.push(...replacements)
    else if (main.rrule === '' && main.added.length === 0) singles.push(main)
    else series.push({ series: main, replacements })
  }
  return { series, singles }
}

/** Of several replacements for the same date the one with the highest sequence. */
function newest(replacements: readonly ForeignEvent[]): readonly ForeignEvent[] {
  const byDate = new Map<string, ForeignEvent>()
  for (const event of replacements) {
    const key = JSON.stringify(event.replaces)
    const other = byDate.get(key)
    if (other === undefined || other.sequence <= event.sequence) byDate.set(key, event)
  }
  return [...byDate.values()]
}

function readSeries(all: readonly Series[], horizon: DayRange): (ForeignMeeting | UnreadEvent)[] {
  const read = seriesReader(horizon)
  return all.flatMap(({ series, replacements }): (ForeignMeeting | UnreadEvent)[] => {
    if (series.isCancelled) return []
    const reading = series.rrule === '' ? byDates(series, horizon) : read(series)
    if (reading.kind === 'unread') return [unreadOf(series, reading.reason)]
    if (!reading.slots.some((slot) => reaches(slot, horizon))) return []
    const exceptions = exceptionsOf(series, replacements, horizon)
    if (exceptions.length > MOST_EXCEPTIONS) return [unreadOf(series, 'too-many')]
    const { title, place, description } = series
    const { slots, keptRule } = reading
    const foreignUid = series.uid === '' ? hashOf([title, series.start, series.rrule]) : series.uid
    return [
      { foreignUid, title, place, description, schedule: { slots, note: null }, exceptions, keptRule },
      ...replacements
        .filter((event) => saysOtherwise(event, series))
        .map((event) => unreadOf(event, 'other-details')),
    ]
  })
}

/** A series that lists its dates. */
function byDates(event: ForeignEvent, horizon: DayRange): SeriesReading {
  const dates = [event.start, ...event.added].flatMap((moment) => datesOf(moment, event.length))
  return { kind: 'series', slots: dateSlots(dates.filter(({ day }) => day >= horizon.from)), keptRule: '' }
}

/** Single events as meetings with dates: those that differ in nothing but when they are, together. */
function gathered(singles: readonly ForeignEvent[], horizon: DayRange): ForeignMeeting[] {
  const groups = new Map<string, ForeignEvent[]>()
  for (const event of singles.filter(({ start }) => start.day <= horizon.until)) {
    const key = hashOf([event.title, event.place, event.description])
    groups.set(key, [...(groups.get(key) ?? []), event])
  }
  return [...groups].flatMap(([foreignUid, events]) => {
    const dated = events.map((event) => ({
      event,
      dates: datesOf(event.start, event.length).filter(({ day }) => day >= horizon.from),
    }))
    const [first] = events
    const slots = dateSlots(dated.flatMap(({ dates }) => dates))
    if (first === undefined || slots.length === 0) return []
    const { title, place, description } = first
    const exceptions = dated.flatMap(({ event, dates }) =>
      event.isCancelled
        ? dates.map(({ day, start }) => ({ kind: 'cancelled' as const, on: day, start, reason: null }))
        : [],
    )
    return [
      { foreignUid, title, place, description, schedule: { slots, note: null }, exceptions, keptRule: '' },
    ]
  })
}

function reaches({ rule }: Slot, horizon: DayRange): boolean {
  return rule.until === null || rule.until >= horizon.from
}

function unreadOf({ title, start, rrule }: ForeignEvent, reason: UnreadReason): UnreadEvent {
  return { title, day: start.day, rule: rrule, reason }
}

/** A name for what has none of its own, the same as long as it says the same. */
function hashOf(parts: readonly unknown[]): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}`
}
