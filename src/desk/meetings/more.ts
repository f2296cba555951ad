import { addDays, type Day } from '../../domain/day.ts'
import { exceptionKey } from '../../domain/exception-fit.ts'
import type { FreeDays } from '../../domain/free-day.ts'
import { type Meeting, mayAtMeeting } from '../../domain/meeting.ts'
import { may } from '../../domain/permission.ts'
import { datesOf, isGap, nextDatesAndGaps, type ScheduledDate, takesPlace } from '../../domain/schedule.ts'
import {
  type PaperRow,
  type PapersOfMeeting,
  type PapersPart,
  paperRows,
  papersOn,
} from '../../http/entry/papers.ts'
import { calendarsFor } from '../../http/free-days.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type StripDate, stripDate } from '../../http/parts/meeting-card.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { SHOWN_DATES } from '../../http/schedule/part.ts'
import { deskUrls } from '../../http/urls.ts'
import type { DeskDocument } from '../../store/attachments.ts'
import { sayException } from './said.ts'

/** The next dates of a meeting, each with its papers and the way to change it, and everything that was changed so far. */
export type DatesPart = {
  readonly kind: 'dates'
  readonly dates: readonly (StripDate & { readonly change: Href | null; readonly papers: PapersPart })[]
  readonly noDates: string
  /** What was before today and has papers, or may get some. */
  readonly past: readonly PaperRow[]
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

// A quarterly meeting has its last date within these.
const DAYS_BACK = 200

/** Below the form of a meeting: its dates with their papers, and its exceptions; nothing to change in the archive. */
export function datesPart(house: House, reader: Reader, meeting: Meeting): DatesPart {
  const { id, version, schedule, exceptions, archivedAt, organisationId } = meeting
  const actor = actorOf(reader)
  const cityId = house.store.organisations.byId(organisationId)?.cityId ?? meeting.cityId
  const mayEdit =
    archivedAt === null && meeting.feedId === null && mayAtMeeting(actor, 'edit', meeting, cityId)
  const papers: PapersOfMeeting = {
    meeting,
    documents: house.store.attachments.documents.everyOfMeetings([id]),
    mayAdd: archivedAt === null && may(actor, 'edit', { cityId, organisationId }),
  }
  const { freeDays } = calendarsFor(house, reader)(meeting)
  const dates = nextDatesAndGaps(schedule, exceptions, reader.now.day, SHOWN_DATES, freeDays)
  return {
    kind: 'dates',
    dates: dates.map((date) => ({
      ...stripDate(date, reader),
      change: mayEdit && takesPlace(date) ? changeHref(meeting, date, freeDays) : null,
      papers: papersOn(date.day, { ...papers, mayAdd: papers.mayAdd && takesPlace(date) }, reader),
    })),
    noDates: dates.every(isGap) ? reader.words.dates.noNextDate : '',
    past: paperRows(pastDays(papers.documents, meeting, freeDays, reader.now.day), papers, reader),
    add: mayEdit ? deskUrls.meetingDateAct(id, 'zusatz') : null,
    pause: mayEdit ? deskUrls.meetingDateAct(id, 'pause') : null,
    exceptions: [...exceptions]
      .sort((one, other) => (dayOf(one) < dayOf(other) ? 1 : -1))
      .map((exception) => ({ text: sayException(exception, reader), key: exceptionKey(exception) })),
    drop: mayEdit ? { action: deskUrls.meetingDateAct(id, 'zuruecknehmen'), version } : null,
  }
}

/** Days gone by that have a paper; of a house meeting, which has minutes, its latest dates too. */
function pastDays(
  documents: readonly DeskDocument[],
  { kind, schedule, exceptions }: Meeting,
  freeDays: FreeDays,
  today: Day,
): readonly Day[] {
  const range = { from: addDays(today, -DAYS_BACK), until: addDays(today, -1) }
  const dates = kind === 'house-meeting' ? datesOf(schedule, exceptions, range, freeDays) : []
  return [
    ...dates.filter(takesPlace).map(({ day }) => day),
    ...documents.flatMap(({ on }) => (on === null || on >= today ? [] : [on])),
  ]
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
