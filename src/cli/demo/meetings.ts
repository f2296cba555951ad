import type { Day } from '../../domain/day.ts'
import type { FreeDays } from '../../domain/free-day.ts'
import type { MeetingDraft } from '../../domain/meeting.ts'
import type { Schedule, ScheduleException } from '../../domain/schedule.ts'
import { holidayNames } from '../../i18n/holiday-names.ts'
import type { Office } from '../../operations/act.ts'
import { createDocument } from '../../operations/attachments.ts'
import { createMeeting } from '../../operations/meetings.ts'
import type { Chapter } from './chapter.ts'
import type { ToldException, ToldMeeting } from './organisation-story.ts'
import { readDocument } from './read.ts'
import { dateOfText } from './relative-day.ts'

/** Puts in the meetings of the organisations of a file, with their exceptions and the documents of their dates. */
export function tellMeetings(chapter: Chapter): void {
  for (const { key, meetings } of chapter.story.organisations ?? [])
    for (const meeting of meetings) tellMeeting(chapter, key, meeting)
}

function tellMeeting(chapter: Chapter, organisation: string, told: ToldMeeting): void {
  const { office, by, savedId, idOf, idOrNull } = chapter
  const { venue, room, documents, exceptions, despite, ...rest } = told
  const organisationId = idOf('organisation', organisation)
  const venueId = idOrNull('venue', venue)
  const freeDays = freeDaysAt(office, organisationId, venueId)
  const dayOf = (text: string) => dateOf(text, told, chapter.today, freeDays)
  const draft: MeetingDraft = {
    ...rest,
    organisationId,
    venueId,
    roomId: room === null ? null : idOf('room', `${venue}/${room}`),
    exceptions: exceptions.map((exception) => resolved(exception, dayOf)),
  }
  const id = savedId(
    `${organisation}: ${told.title}`,
    createMeeting(office, { ...by, ...(despite === undefined ? {} : { despite }) }, draft),
  )
  for (const { on, kind, title, file } of documents) {
    const owner = { noun: 'meeting', id, on: dayOf(on) } as const
    savedId(title, createDocument(office, by, { owner, kind, title, file: readDocument(file) }))
  }
}

function resolved(exception: ToldException, dayOf: (text: string) => Day): ScheduleException {
  if (exception.kind === 'paused')
    return { ...exception, from: dayOf(exception.from), until: dayOf(exception.until) }
  const on = dayOf(exception.on)
  return exception.kind === 'moved'
    ? { ...exception, on, to: { ...exception.to, day: dayOf(exception.to.day) } }
    : { ...exception, on }
}

function freeDaysAt({ store }: Office, organisationId: number, venueId: number | null): FreeDays {
  const home = venueId === null ? store.organisations.byId(organisationId) : store.venues.byId(venueId)
  if (home === null) throw new Error(`organisation ${organisationId} is at home nowhere`)
  return store.freeDays.at(holidayNames('de'))({ cityId: home.cityId, venueId }).freeDays
}

function dateOf(
  text: string,
  { title, schedule }: { title: string; schedule: Schedule },
  today: Day,
  freeDays: FreeDays,
): Day {
  const day = dateOfText(text, schedule, today, freeDays)
  if (day === null) throw new Error(`"${title}" has no date "${text}"`)
  return day
}
