import type { SiteLanguage } from '../domain/language.ts'
import type { CalendarEntry } from './ical/entry.ts'
import { line, textLine } from './ical/lines.ts'
import { BERLIN } from './ical/moments.ts'

export type { CalendarEntry, EntryFacts, Told } from './ical/entry.ts'
export { type CalendarEvent, eventEntry } from './ical/event.ts'
export { type CalendarMeeting, meetingEntries } from './ical/meeting.ts'
export { type Nearest, nearest } from './ical/nearest.ts'

/** What a calendar says of itself (RFC 7986 §5); addresses are absolute. */
export type CalendarHead = {
  readonly name: string
  readonly description: string
  readonly language: SiteLanguage
  /** The page that shows the same dates. */
  readonly page: string
  /** Where the calendar itself is to be had. */
  readonly source: string
}

/** How often a calendar is to be asked for again; most programs ask when they like. */
const REFRESH = 'PT6H'

/** The first part of a calendar (RFC 5545 §3.6); entries follow, then the foot. */
export function calendarHead({ name, description, language, page, source }: CalendarHead): string {
  return [
    line('BEGIN', 'VCALENDAR'),
    line('VERSION', '2.0'),
    line('PRODID', `-//Treffpunkt//Kalender//${language.toUpperCase()}`),
    line('CALSCALE', 'GREGORIAN'),
    textLine('NAME', name),
    // What NAME and the other two are called where RFC 7986 is not known: Google, Apple, Outlook.
    textLine('X-WR-CALNAME', name),
    textLine('DESCRIPTION', description),
    textLine('X-WR-CALDESC', description),
    line('URL', page),
    line('SOURCE;VALUE=URI', source),
    line('REFRESH-INTERVAL;VALUE=DURATION', REFRESH),
    line('X-PUBLISHED-TTL', REFRESH),
    BERLIN,
  ].join('')
}

/** The entries as text, in their order. */
export function entriesText(entries: readonly CalendarEntry[]): string {
  return entries.map(({ text }) => text()).join('')
}

export const CALENDAR_FOOT = line('END', 'VCALENDAR')
