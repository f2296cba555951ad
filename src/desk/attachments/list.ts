import { addDays, type Day } from '../../domain/day.ts'
import { may } from '../../domain/permission.ts'
import { datesOf, isTrace } from '../../domain/schedule.ts'
import { type Answer, page } from '../../http/answer.ts'
import { type PaperRow, paperRows } from '../../http/entry/papers.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { DeskDocument } from '../../store/attachments.ts'
import type { MeetingAtPlace } from '../../store/meetings.ts'

/** House meetings with their dates, each with its papers and the ways to further ones. */
export type PapersPage = {
  readonly title: string
  readonly meetings: readonly {
    readonly id: string
    readonly title: string
    readonly of: string
    readonly dates: readonly PaperRow[]
  }[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/attachments/papers': PapersPage
  }
}

// A quarterly meeting has its last and its next date within these.
const DAYS_BACK = 200
const DAYS_AHEAD = 200

/** The papers of house meetings: invitations and minutes, by date, the latest first. */
export function papers(house: House, reader: Reader): Answer {
  const { attachments, meetings } = house.store
  const shown = meetings.ofKind('house-meeting')
  const documents = attachments.documents.everyOfMeetings(shown.map(({ id }) => id))
  const { title } = reader.words.desk.papers
  const model: PapersPage = {
    title,
    meetings: shown.map((meeting) => ({
      id: `treffen-${meeting.id}`,
      title: meeting.title,
      of: meeting.organisationName,
      dates: datesWith(meeting, documents, reader),
    })),
  }
  return page('desk/attachments/papers', deskHead(reader, title), model)
}

/** Dates around today, and whichever day has a paper. */
function datesWith(
  meeting: MeetingAtPlace,
  documents: readonly DeskDocument[],
  reader: Reader,
): readonly PaperRow[] {
  const { day: today } = reader.now
  const { id, organisationId, organisationCityId } = meeting
  const mayAdd = may(actorOf(reader), 'edit', { cityId: organisationCityId, organisationId })
  const range = { from: addDays(today, -DAYS_BACK), until: addDays(today, DAYS_AHEAD) }
  const dates = datesOf(meeting.schedule, meeting.exceptions, range).filter((date) => !isTrace(date))
  const own = documents.filter(({ meetingId }) => meetingId === id)
  const days: Day[] = [...dates.map(({ day }) => day), ...own.flatMap(({ on }) => on ?? [])]
  return paperRows(days, { meeting, documents: own, mayAdd }, reader)
}
