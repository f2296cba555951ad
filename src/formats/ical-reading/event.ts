import { daysBetween } from '../../domain/day.ts'
import type { UnreadEvent, UnreadReason } from '../../domain/feed.ts'
import { type Component, type Property, propertiesOf } from './lines.ts'
import { instantOf, type Moment, momentOf } from './moment.ts'
import { lineOf, textOf } from './plain-text.ts'
import type { Zones } from './zone.ts'

/** An event of a calendar (RFC 5545 §3.6.1), as far as a meeting needs it; who organises or attends it is never read. */
export type ForeignEvent = {
  /** Empty where the calendar names none. */
  readonly uid: string
  /** Which date of its series this one stands for, or null for the series itself. */
  readonly replaces: Moment | null
  readonly sequence: number
  readonly title: string
  readonly place: string
  readonly description: string
  readonly isCancelled: boolean
  readonly start: Moment
  readonly length: Length
  readonly rrule: string
  readonly added: readonly Moment[]
  readonly left: readonly Moment[]
}

/** How long an event is: whole days, minutes of an event with a time, or nobody knows. */
export type Length =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'open' }

export type EventReading =
  | { readonly kind: 'event'; readonly event: ForeignEvent }
  | { readonly kind: 'unread'; readonly unread: UnreadEvent }

const LONGEST_TITLE = 200
const LONGEST_PLACE = 200
const LONGEST_DESCRIPTION = 5000
const LONGEST_DAYS = 31
const DAY_MINUTES = 24 * 60
const DATES = ['RECURRENCE-ID', 'RDATE', 'EXDATE']
const NAMES: ReadonlySet<string> = new Set([
  ...DATES,
  'UID',
  'SEQUENCE',
  'SUMMARY',
  'LOCATION',
  'DESCRIPTION',
  'STATUS',
  'CLASS',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'EXRULE',
])

/** Reads an event, or says why it cannot be one of ours. */
export function readEvent(component: Component, zones: Zones): EventReading {
  const properties = propertiesOf(component, NAMES)
  const all = (name: string) => properties.filter((property) => property.name === name)
  const text = (name: string) => String(all(name)[0]?.values[0] ?? '')
  const rrules = [...all('RRULE'), ...all('EXRULE')].map(({ raw }) => raw)
  const title = lineOf(text('SUMMARY'), LONGEST_TITLE)
  const [start] = all('DTSTART').flatMap((property) => momentsOf(property, zones))
  const unread = (reason: UnreadReason, shownTitle = title): EventReading => ({
    kind: 'unread',
    unread: { title: shownTitle, day: start?.day ?? null, rule: rrules.join(' '), reason },
  })
  // What its group does not want to be known is not kept here, either.
  if (/^(?:PRIVATE|CONFIDENTIAL)$/i.test(text('CLASS'))) return unread('private', '')
  if (start === undefined) return unread(all('DTSTART').some(isInZone) ? 'zone' : 'no-start')
  if (title === '') return unread('no-title')
  if (DATES.some((name) => all(name).some((property) => isBroken(property, zones))))
    return unread('malformed')
  if (rrules.length > 1 || all('EXRULE').length > 0) return unread('rule')
  const isOfFollowing = all('RECURRENCE-ID').some(({ parameters }) => parameters.has('range'))
  if (isOfFollowing) return unread('following-dates')
  const length = lengthOf(
    start,
    all('DTEND').flatMap((property) => momentsOf(property, zones))[0],
    text('DURATION'),
  )
  if (isTooLong(length)) return unread('too-long')
  const event: ForeignEvent = {
    uid: text('UID').slice(0, 500),
    replaces: all('RECURRENCE-ID').flatMap((property) => momentsOf(property, zones))[0] ?? null,
    sequence: Number(/^\d{1,9}$/.exec(text('SEQUENCE'))?.[0] ?? 0),
    title,
    place: lineOf(text('LOCATION'), LONGEST_PLACE),
    description: textOf(text('DESCRIPTION'), LONGEST_DESCRIPTION),
    isCancelled: /^CANCELLED$/i.test(text('STATUS')),
    start,
    length,
    rrule: rrules[0] ?? '',
    added: all('RDATE').flatMap((property) => momentsOf(property, zones)),
    left: all('EXDATE').flatMap((property) => momentsOf(property, zones)),
  }
  return { kind: 'event', event }
}

/** All moments of a property; of a period its beginning (RFC 5545 §3.3.9). None in a zone that nobody can know. */
function momentsOf({ parameters, values }: Property, zones: Zones): Moment[] {
  const tzid = parameters.get('tzid')
  const zone = tzid === undefined ? null : zones(tzid)
  return values.flatMap((value) => {
    const moment = momentOf(String([value].flat()[0]), zone)
    if (moment === null) return []
    const isUnknown = tzid !== undefined && zone === null && moment.time !== null && moment.zone === null
    return isUnknown ? [] : [moment]
  })
}

/** Whether a list of dates has one that cannot be read: without it the others would say something else. */
function isBroken(property: Property, zones: Zones): boolean {
  return property.raw !== '' && momentsOf(property, zones).length < Math.max(1, property.values.length)
}

function isInZone({ parameters }: Property): boolean {
  return parameters.has('tzid')
}

function lengthOf(start: Moment, end: Moment | undefined, duration: string): Length {
  if (start.time === null) {
    const days =
      end === undefined
        ? Math.ceil(minutesOfDuration(duration) / DAY_MINUTES)
        : daysBetween(start.day, end.day)
    return { kind: 'days', days: Math.max(1, days) }
  }
  const minutes =
    end === undefined ? minutesOfDuration(duration) : Math.round((instantOf(end) - instantOf(start)) / 60_000)
  return minutes > 0 ? { kind: 'minutes', minutes } : { kind: 'open' }
}

function isTooLong(length: Length): boolean {
  switch (length.kind) {
    case 'days':
      return length.days > LONGEST_DAYS
    case 'minutes':
      return length.minutes > LONGEST_DAYS * DAY_MINUTES
    case 'open':
      return false
    default:
      return length satisfies never
  }
}

/** RFC 5545 §3.3.6; 0 for what is none. */
function minutesOfDuration(text: string): number {
  const found = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d+S)?)?$/.exec(text)
  if (found === null) return 0
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = found.slice(1).map((part) => Number(part ?? 0))
  return ((weeks * 7 + days) * 24 + hours) * 60 + minutes
}
