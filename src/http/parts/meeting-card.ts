import type { Document } from '../../domain/attachment.ts'
import { wallTime } from '../../domain/clock.ts'
import type { Day } from '../../domain/day.ts'
import { type HolidayCalendar, uncertainFrom } from '../../domain/holidays.ts'
import { mayAtMeeting } from '../../domain/meeting.ts'
import {
  isGap,
  nextDatesAndGaps,
  type Pause,
  pausesFrom,
  type ScheduledDate,
  takesPlace,
} from '../../domain/schedule.ts'
import { sayDate, sayDay, sayDayRange } from '../../i18n/say-day.ts'
import { sayScheduleFrom } from '../../i18n/say-schedule-from.ts'
import { fill, joined } from '../../i18n/words.ts'
import type { MeetingAtPlace } from '../../store/meetings.ts'
import type { Href } from '../href.ts'
import type { Html } from '../html.ts'
import { markdownOrNull } from '../markdown.ts'
import type { Reader } from '../reader.ts'
import { deskUrls, urlsIn } from '../urls.ts'
import { type DocumentLink, documentLinks } from './attachments.ts'
import type { Link } from './links.ts'
import { type ShownDate, sayHolidaysUnknown, shownDate } from './shown-date.ts'
import { storedLanguage } from './stored-language.ts'

/** A meeting with its rule in words, its place, its next dates, and the papers of its dates. */
export type MeetingCard = {
  readonly anchor: string
  /** The language of title and description where it is not the page's, else empty. */
  readonly language: string
  readonly title: string
  /** „Infostand“, where the title does not say so. */
  readonly kind: string
  readonly rule: string
  readonly venue: Link | null
  readonly place: string
  readonly description: Html | null
  /** „Sommerpause: 1. Juli bis 31. August 2026“. */
  readonly pauses: readonly string[]
  readonly dates: readonly StripDate[]
  /** „Schulferien ab 7. August 2030 noch nicht bekannt“, where dates are shown beyond, else empty. */
  readonly hint: string
  /** Why there are no dates, or empty. */
  readonly noDates: string
  /** „Aus dem Kalender der Gruppe, zuletzt abgerufen am …“, or empty. */
  readonly source: string
  readonly papers: readonly PapersOfDay[]
  /** Where to cancel or move a date, for whoever may. */
  readonly edit: Href | null
}

/** `year` is empty for a date of this year: the leaf beside it has none. */
export type StripDate = ShownDate & { readonly isOff: boolean; readonly year: string }

type PapersOfDay = {
  readonly datetime: Day
  readonly day: string
  readonly documents: readonly DocumentLink[]
}

declare module '../render.ts' {
  interface Parts {
    'meeting-card': MeetingCard
    'leaf-strip': readonly StripDate[]
  }
}

const DATES = 5

type MeetingFacts = {
  readonly meeting: MeetingAtPlace
  /** The papers of all its dates, the latest first. */
  readonly documents: readonly Document[]
  /** Where it meets. */
  readonly calendar: HolidayCalendar
}

/** A meeting as its card. */
export function meetingCard({ meeting, documents, calendar }: MeetingFacts, reader: Reader): MeetingCard {
  const { schedule, exceptions } = meeting
  const kind = reader.words.kinds.meeting[meeting.kind]
  const isResting = meeting.organisationDormantSince !== null
  const dates = isResting
    ? []
    : eachReasonOnce(nextDatesAndGaps(schedule, exceptions, reader.now.day, DATES, calendar.freeDays))
  return {
    anchor: `treffen-${meeting.id}`,
    language: storedLanguage(reader),
    title: meeting.title,
    kind: meeting.kind === 'meeting' || meeting.title.includes(kind) ? '' : kind,
    rule: sayScheduleFrom(schedule, {
      today: reader.now.day,
      language: reader.language,
      land: calendar.land,
    }),
    ...placeParts(meeting, reader),
    description: markdownOrNull(meeting.description),
    pauses: pausesFrom(exceptions, reader.now.day).map((pause) => sayPause(pause, reader)),
    dates: dates.map((date) => stripDate(date, reader)),
    hint: hintOf(dates, uncertainFrom(schedule, calendar), reader),
    noDates: isResting
      ? reader.words.organisations.dormantMeeting
      : dates.every(isGap) && schedule.slots.length > 0
        ? reader.words.dates.noNextDate
        : '',
    source: sourceOf(meeting, reader),
    papers: papersByDay(documents, reader),
    edit: mayEdit(meeting, reader) ? deskUrls.meetingDates(meeting.id) : null,
  }
}

/** All summer long for one reason is told once. */
function eachReasonOnce(dates: readonly ScheduledDate[]): readonly ScheduledDate[] {
  return dates.filter((date, index) => {
    const before = dates[index - 1]
    return !(isGap(date) && before !== undefined && isGap(before) && before.reason === date.reason)
  })
}

/** A date of a strip of leaves. */
export function stripDate(date: ScheduledDate, reader: Reader): StripDate {
  const year = date.day.slice(0, 4)
  const isThisYear = reader.now.day.startsWith(year)
  return { ...shownDate(date, reader), isOff: !takesPlace(date), year: isThisYear ? '' : year }
}

function hintOf(dates: readonly ScheduledDate[], from: Day | null, reader: Reader): string {
  const isBeyond = from !== null && dates.some(({ day }) => day >= from)
  return isBeyond ? sayHolidaysUnknown(from, reader) : ''
}

function sourceOf({ feedFetchedAt }: MeetingAtPlace, { words, language }: Reader): string {
  if (feedFetchedAt === null) return ''
  const { day } = wallTime(Date.parse(feedFetchedAt))
  return fill(words.foreignCalendars.source, { day: sayDate(day, language) })
}

/** „Sommerpause: 1. Juli bis 31. August 2026“. */
export function sayPause({ from, until, reason }: Pause, { words, language }: Reader): string {
  return fill(words.dates.pause, {
    reason: reason ?? words.dates.pauseWord,
    days: sayDayRange({ from, until }, language),
  })
}

/** What comes from a group's own calendar is changed there. */
function mayEdit(meeting: MeetingAtPlace, { actor }: Reader): boolean {
  return (
    actor !== null &&
    meeting.feedId === null &&
    mayAtMeeting(actor, 'edit', meeting, meeting.organisationCityId)
  )
}

/** „Flachsmarkt 15, 1. Etage, Zimmer 14“ behind the link to the venue; all in words where there is no venue. */
function placeParts(
  meeting: MeetingAtPlace,
  reader: Reader,
): { readonly venue: Link | null; readonly place: string } {
  const { venueName, venueSlug, venueStreet, roomFloor, roomName, place, cityName } = meeting
  const venue =
    venueName === null || venueSlug === null
      ? null
      : { href: urlsIn(reader.language).venue(venueSlug), label: venueName }
  const parts = [venue === null ? venueName : null, venueStreet, roomFloor, roomName, place, cityName]
  return { venue, place: joined(parts, ', ') }
}

function papersByDay(documents: readonly Document[], reader: Reader): readonly PapersOfDay[] {
  const days = [...new Set(documents.map(({ on }) => on))].filter((day) => day !== null)
  return days.map((day) => ({
    datetime: day,
    day: sayDay(day, reader.language),
    documents: documentLinks(
      documents.filter(({ on }) => on === day),
      reader,
    ),
  }))
}
