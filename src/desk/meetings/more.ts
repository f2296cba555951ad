import { exceptionKey } from '../../domain/exception-fit.ts'
import type { FreeDays } from '../../domain/free-day.ts'
import { type Meeting, mayAtMeeting } from '../../domain/meeting.ts'
import { datesOf, isGap, nextDatesAndGaps, type ScheduledDate, takesPlace } from '../../domain/schedule.ts'
import type { Href } from '../../http/href.ts'
import { type StripDate, stripDate } from '../../http/parts/meeting-card.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { SHOWN_DATES } from '../../http/schedule/part.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayException } from './said.ts'

/** The next dates of a meeting, each with the way to change it, and everything that was changed so far. */
export type DatesPart = {
  readonly kind: 'dates'
  readonly dates: readonly (StripDate & { readonly change: Href | null })[]
  readonly noDates: string
  readonly add: Href | null
  readonly pause: Href | null
  /** What is cancelled, moved away or paused is taken back here. */
  readonly exceptions: readonly { readonly text: string; readonly key: string }[]
  /** Where an exception is taken back, and the version that this page shows; null for whoever may not. */
  readonly drop: { readonly action: Href; readonly version: number } | null
}

declare module '../../http/render.ts' {
  interface Parts {
    'meeting-dates': DatesPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    dates: DatesPart
  }
}

/** Below the form of a meeting: its dates and its exceptions; nothing to change in the archive. */
export function datesPart(
  meeting: Meeting,
  around: { readonly homeId: number; readonly freeDays: FreeDays },
  reader: Reader,
): DatesPart {
  const { id, version, schedule, exceptions, archivedAt } = meeting
  const mayEdit =
    archivedAt === null &&
    meeting.feedId === null &&
    mayAtMeeting(actorOf(reader), 'edit', meeting, around.homeId)
  const { freeDays } = around
  const dates = nextDatesAndGaps(schedule, exceptions, reader.now.day, SHOWN_DATES, freeDays)
  return {
    kind: 'dates',
    dates: dates.map((date) => ({
      ...stripDate(date, reader),
      change: mayEdit && takesPlace(date) ? changeHref(meeting, date, freeDays) : null,
    })),
    noDates: dates.every(isGap) ? reader.words.dates.noNextDate : '',
    add: mayEdit ? deskUrls.meetingDateAct(id, 'zusatz') : null,
    pause: mayEdit ? deskUrls.meetingDateAct(id, 'pause') : null,
    exceptions: [...exceptions]
      .sort((one, other) => (dayOf(one) < dayOf(other) ? 1 : -1))
      .map((exception) => ({ text: sayException(exception, reader), key: exceptionKey(exception) })),
    drop: mayEdit ? { action: deskUrls.meetingDateAct(id, 'zuruecknehmen'), version } : null,
  }
}

/** Names the start only where the day has several dates: another time of the only one must not lose its exception. */
function changeHref(meeting: Meeting, { day, start }: ScheduledDate, freeDays: FreeDays): Href {
  const { id, schedule, exceptions } = meeting
  const ofDay = datesOf(schedule, exceptions, { from: day, until: day }, freeDays).filter(takesPlace)
  return deskUrls.meetingDate(id, day, { zeit: ofDay.length > 1 ? start : null })
}

function dayOf(exception: Meeting['exceptions'][number]): string {
  return exception.kind === 'paused' ? exception.from : exception.on
}
