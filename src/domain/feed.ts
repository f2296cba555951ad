// A feed (Kalender der Gruppe): an organisation's own calendar elsewhere, what of it became meetings, and how it is fetched.
import { type Day, type DayRange, isDay } from './day.ts'
import { addMonths, monthOf, monthRange } from './month.ts'
import type { Problem } from './problem.ts'
import type { Schedule, ScheduleException } from './schedule.ts'

export type FeedDraft = { readonly organisationId: number; readonly address: string }

/** Why a calendar could not be fetched, or was none. */
export const FETCH_FAILURES = [
  'unknown-host',
  'not-public',
  'unreachable',
  'certificate',
  'refused',
  'redirect',
  'too-large',
  'too-slow',
  'not-calendar',
] as const
export type FetchFailure = (typeof FETCH_FAILURES)[number]

/** Why an event of a calendar was not taken in. */
export const UNREAD_REASONS = [
  'malformed',
  'no-title',
  'no-start',
  'zone',
  'rule',
  'too-often',
  'too-long',
  'too-many',
  'private',
  'following-dates',
  'other-details',
] as const
export type UnreadReason = (typeof UNREAD_REASONS)[number]

/** An event that was not taken in; an empty title for one that has none or is private, `rule` is its RRULE. */
export type UnreadEvent = {
  readonly title: string
  readonly day: Day | null
  readonly rule: string
  readonly reason: UnreadReason
}

/** What a calendar says of one meeting. `foreignUid` names it there; `keptRule` is an RRULE that no rule of ours can hold. */
export type ForeignMeeting = {
  readonly foreignUid: string
  readonly title: string
  readonly place: string
  readonly description: string
  readonly schedule: Schedule
  readonly exceptions: readonly ScheduleException[]
  readonly keptRule: string
}

/** What the last reading left over: events not taken in, and by their foreign UID the rules that are kept as text. */
export type FeedResult = {
  readonly unread: readonly UnreadEvent[]
  readonly keptRules: Readonly<Record<string, string>>
}

/** How fetching goes; the machine writes it, so that it has neither version nor revision. Instants in UTC, ISO 8601. */
export type FetchState = {
  readonly nextAt: string | null
  readonly triedAt: string | null
  /** The last time that the calendar answered, changed or not. */
  readonly fetchedAt: string | null
  /** The last time that it was read anew. */
  readonly readAt: string | null
  readonly failure: FetchFailure | null
  readonly failures: number
  readonly failingSince: string | null
}

export type Feed = FeedDraft &
  FetchState & {
    readonly id: number
    readonly version: number
    readonly updatedAt: string
    readonly archivedAt: string | null
    readonly result: FeedResult
  }

const LONGEST_ADDRESS = 2000
const MONTHS_BACK = 12
const MONTHS_AHEAD = 18
const LONGEST_PAUSE_MS = 24 * 60 * 60 * 1000
/** Calendars are fetched a little earlier or later than their turn, so that many do not come at once. */
const JITTER = 0.2

/** What keeps a feed from being attached; `isTaken`: this organisation has a calendar of that address already. */
export function checkFeed(draft: FeedDraft, isTaken: boolean): Problem[] {
  if (!isFeedAddress(draft.address)) return [{ field: 'address', key: 'address.notHttps' }]
  return isTaken ? [{ field: 'address', key: 'address.taken' }] : []
}

/** An address as people copy it: `webcal:` is what calendars call the same thing. */
export function feedAddressOf(typed: string): string {
  return typed.trim().replace(/^webcals?:\/\//i, 'https://')
}

/** Whether the text is an absolute https address of a host with a dotted name, without a password in it. */
export function isFeedAddress(text: string): boolean {
  if (!/^https:\/\//i.test(text) || text.length > LONGEST_ADDRESS || !URL.canParse(text)) return false
  const { hostname, username, password } = new URL(text)
  return hostname.includes('.') && username === '' && password === ''
}

/**
 * The days for which single dates are kept: twelve months back and eighteen ahead. It moves by whole months, so that a
 * meeting is not made anew with every fetch.
 */
export function horizonAt(today: Day): DayRange {
  const month = monthOf(today)
  return {
    from: monthRange(addMonths(month, -MONTHS_BACK)).from,
    until: monthRange(addMonths(month, MONTHS_AHEAD)).until,
  }
}

/** Whether the dates kept at the last reading reach as far as those of today. */
export function reachesAsFar(readAt: string | null, today: Day): boolean {
  const day = readAt?.slice(0, 10) ?? ''
  return isDay(day) && monthOf(day) === monthOf(today)
}

/** Milliseconds until the next try: twice as long after each failure, up to a day; `random` lies between 0 and 1. */
export function pauseAfter(failures: number, everyMs: number, random: number): number {
  const pause = Math.min(everyMs * 2 ** Math.min(failures, 20), Math.max(LONGEST_PAUSE_MS, everyMs))
  return Math.round(pause * (1 - JITTER / 2 + JITTER * random))
}
