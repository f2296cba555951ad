import type { ScheduledDate } from '../../domain/schedule.ts'
import { type PapersPart, papersOn } from '../../http/entry/papers.ts'
import type { Href } from '../../http/href.ts'
import { pathsOf } from '../../http/noun-paths.ts'
import { type ChangeRow, changeRow } from '../../http/parts/change-row.ts'
import type { Link } from '../../http/parts/links.ts'
import { type ShownDate, shownDate } from '../../http/parts/shown-date.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import type { DeskDocument } from '../../store/attachments.ts'
import type { ChangeLine } from '../../store/changes.ts'
import type { DeskRow } from '../../store/desk-directory.ts'
import type { DeskName } from '../../store/desk-search.ts'
import type { MeetingAtPlace } from '../../store/meetings.ts'

export type TodayPage = {
  readonly title: string
  readonly lead: string
  /** What somebody has to decide or to look into. */
  readonly tasks: readonly Link[]
  readonly houseMeetings: readonly {
    readonly href: Href
    readonly name: string
    readonly date: ShownDate
    readonly papers: PapersPart
  }[]
  /** Where this person was last, the latest first. */
  readonly visited: readonly { readonly href: Href; readonly name: string; readonly owner: string }[]
  readonly overdueCount: string
  readonly overdue: readonly {
    readonly href: Href
    readonly name: string
    readonly city: string
    readonly confirmed: string
    readonly telephone: string
  }[]
  readonly allOverdue: Href | null
  readonly changes: readonly ChangeRow[]
  readonly allChanges: Href | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/today/today': TodayPage
  }
}

export type TodayContent = {
  readonly count: number
  readonly proposals: number
  readonly clashes: number
  /** Mails that were refused or given up. */
  readonly lostMails: number
  readonly houseMeetings: readonly {
    readonly meeting: MeetingAtPlace
    readonly next: ScheduledDate
    /** Those of all its dates. */
    readonly documents: readonly DeskDocument[]
    readonly mayAdd: boolean
  }[]
  readonly visited: readonly DeskName[]
  readonly overdueCount: number
  readonly overdue: readonly DeskRow[]
  readonly changes: readonly ChangeLine[]
  readonly seesAllChanges: boolean
}

/** The desk's first page. */
export function todayPage(reader: Reader, content: TodayContent): TodayPage {
  const { words, language } = reader
  const { count, overdueCount, overdue, changes } = content
  const { today } = words.desk
  return {
    title: today.title,
    lead: joined(
      [count === 0 ? today.none : counted(today.own, count, language), words.deskHelp.pages.today],
      ' ',
    ),
    tasks: tasksOf(content, reader),
    houseMeetings: content.houseMeetings.map(({ next, ...papers }) => ({
      href: deskUrls.meetingDates(papers.meeting.id),
      name: joined([papers.meeting.title, papers.meeting.venueName], ', '),
      date: shownDate(next, reader),
      papers: papersOn(next.day, papers, reader),
    })),
    visited: content.visited.map(({ noun, id, name, owner }) => ({
      href: pathsOf[noun].entry(id),
      name,
      owner,
    })),
    overdueCount: counted(today.overdue, overdueCount, language),
    overdue: overdue.map((row) => ({
      href: deskUrls.organisations.entry(row.id),
      name: row.name,
      city: row.cityName,
      confirmed:
        row.confirmedOn === null
          ? words.desk.organisations.never
          : fill(words.desk.organisations.confirmedOn, { day: sayDate(row.confirmedOn, language) }),
      telephone: row.telephone === null ? '' : `${row.telephone} (${row.telephoneOf ?? ''})`,
    })),
    allOverdue: overdueCount > 0 ? deskUrls.workList() : null,
    changes: changes.map((change) => changeRow(change, reader)),
    allChanges: content.seesAllChanges ? deskUrls.changes() : null,
  }
}

/** Only what there is to do; nothing is a line of its own. */
function tasksOf(
  { proposals, clashes, lostMails }: TodayContent,
  { words, language }: Reader,
): readonly Link[] {
  const said = words.desk.today
  const tasks = [
    { count: proposals, text: said.proposals, href: deskUrls.proposals.list },
    { count: clashes, text: said.clashes, href: deskUrls.clashes() },
    { count: lostMails, text: said.mails, href: deskUrls.mails() },
  ]
  return tasks
    .filter(({ count }) => count > 0)
    .map(({ count, text, href }) => ({ href, label: counted(text, count, language) }))
}
