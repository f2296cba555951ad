import type { ClockTime } from '../../domain/clock-time.ts'
import type { Day } from '../../domain/day.ts'
import { line, textLine, textsLine } from './lines.ts'
import { momentLine, momentsLine, utcStamp } from './moments.ts'

/** What is true of an entry on whatever date; texts are finished, addresses absolute. */
export type EntryFacts = {
  /** Stable for ever (RFC 5545 §3.8.4.7). */
  readonly uid: string
  /** Grows by one with every change (§3.8.7.4). */
  readonly sequence: number
  /** Instant in UTC, ISO 8601: also the stamp, so that an unchanged calendar stays the same text. */
  readonly updatedAt: string
  readonly location: string
  readonly url: string
  readonly organiser: string
  readonly categories: readonly string[]
}

/** What an entry is called, and what there is to say about it. */
export type Told = { readonly summary: string; readonly description: string }

/** One VEVENT: the day it is on, null for a series; its text is made when it is asked for. */
export type CalendarEntry = { readonly day: Day | null; readonly text: () => string }

/** A day, and a time on it; without one it is the whole day. */
export type Moment = { readonly day: Day; readonly time: ClockTime | null }

export type EntryDate = {
  readonly uid: string
  /** Which date of a series this one stands for. */
  readonly insteadOf?: Moment
  readonly start: Moment
  /** Null: nobody said when it ends. */
  readonly end: Moment | null
  readonly recurrence?: { readonly rule: string; readonly exceptDays: readonly Day[] }
  readonly told: Told
  readonly isCancelled: boolean
}

/** The VEVENT of one date or series (RFC 5545 §3.6.1). */
export function entryText(facts: EntryFacts, date: EntryDate): string {
  const { uid, insteadOf, start, end, recurrence, told, isCancelled } = date
  const stamp = utcStamp(facts.updatedAt)
  // A whole day is no appointment, and what is cancelled keeps nobody busy.
  const isTransparent = isCancelled || start.time === null
  return [
    line('BEGIN', 'VEVENT'),
    line('UID', uid),
    line('DTSTAMP', stamp),
    line('LAST-MODIFIED', stamp),
    line('SEQUENCE', String(facts.sequence)),
    insteadOf === undefined ? '' : momentLine('RECURRENCE-ID', insteadOf.day, insteadOf.time),
    momentLine('DTSTART', start.day, start.time),
    end === null ? '' : momentLine('DTEND', end.day, end.time),
    line('RRULE', recurrence?.rule ?? ''),
    momentsLine('EXDATE', recurrence?.exceptDays ?? [], start.time),
    textLine('SUMMARY', told.summary),
    textLine('DESCRIPTION', told.description),
    textLine('LOCATION', facts.location),
    line('URL', facts.url),
    // Not ORGANIZER: that is an address of mail, to which programs would offer to reply.
    textLine('CONTACT', facts.organiser),
    textsLine('CATEGORIES', facts.categories),
    line('STATUS', isCancelled ? 'CANCELLED' : 'CONFIRMED'),
    isTransparent ? line('TRANSP', 'TRANSPARENT') : '',
    line('END', 'VEVENT'),
  ].join('')
}
