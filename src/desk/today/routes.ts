import { timestamp } from '../../domain/clock.ts'
import { mayAtMeeting } from '../../domain/meeting.ts'
import { type Actor, may, mayAnywhere, NO_TIES } from '../../domain/permission.ts'
import { nextDates, takesPlace } from '../../domain/schedule.ts'
import { type Answer, page } from '../../http/answer.ts'
import { changesFor } from '../../http/changes.ts'
import { calendarsFor } from '../../http/free-days.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { type Visit, visitsIn } from '../../http/visits.ts'
import { mayFind } from '../../operations/desk-search.ts'
import { openProposals } from '../../operations/proposals.ts'
import { openClashes } from '../../operations/room-clashes.ts'
import type { DeskFilter } from '../../store/desk-directory.ts'
import { type TodayContent, todayPage } from './pages.ts'

type Account = Extract<Actor, { kind: 'account' }>

const MOST_HOUSE_MEETINGS = 3
/** Beyond so many that are off in a row, none is told. */
const MOST_CANCELLED = 4
const MOST_OVERDUE = 20
const MOST_CHANGES = 20
const CHANGES_SINCE_MS = 14 * 24 * 60 * 60 * 1000

/** What there is to do today: entries that nobody confirmed for long, and what was changed in the last 14 days. */
export function today(house: House, reader: Reader, { request }: Asked): Answer {
  const actor = actorOf(reader)
  const { changes, deskDirectory } = house.store
  const { day } = reader.now
  const within = withinOf(actor)
  const own: DeskFilter = { text: '', hits: [], cityId: null, state: 'published', within }
  const overdue: DeskFilter = { ...own, state: 'overdue' }
  const model = todayPage(reader, {
    proposals: openProposals(house, actor).filter(({ ties }) => may(actor, 'edit', ties)).length,
    clashes: openClashes(house, actor).length,
    lostMails: may(actor, 'read-mails', NO_TIES) ? house.store.outbox.lostCount() : 0,
    houseMeetings: nextHouseMeetings(house, reader, actor),
    visited: visited(house, actor, visitsIn(request, actor.id)),
    count: deskDirectory.count(own, day),
    overdueCount: deskDirectory.count(overdue, day),
    overdue: deskDirectory.rows(overdue, day, { limit: MOST_OVERDUE, offset: 0 }),
    changes: changes.lines(
      { ...changesFor(actor), since: timestamp(house.clock() - CHANGES_SINCE_MS) },
      { limit: MOST_CHANGES, offset: 0 },
    ),
    seesAllChanges: mayAnywhere(actor, 'read-history'),
  })
  return page('desk/today/today', deskHead(reader, model.title), model)
}

/** The house meetings that this person looks after, each with the next date that takes place, the earliest first. */
function nextHouseMeetings(house: House, reader: Reader, actor: Account): TodayContent['houseMeetings'] {
  const calendarAt = calendarsFor(house, reader)
  const shown = house.store.meetings
    .ofKind('house-meeting')
    .filter((meeting) => mayAtMeeting(actor, 'edit', meeting, meeting.organisationCityId))
    .flatMap((meeting) => {
      const { schedule, exceptions } = meeting
      const { freeDays } = calendarAt(meeting)
      const next = nextDates(schedule, exceptions, reader.now.day, MOST_CANCELLED, freeDays).find(takesPlace)
      return next === undefined ? [] : [{ meeting, next }]
    })
    .sort((one, other) => (one.next.day < other.next.day ? -1 : 1))
    .slice(0, MOST_HOUSE_MEETINGS)
  const documents = house.store.attachments.documents.everyOfMeetings(shown.map(({ meeting }) => meeting.id))
  return shown.map(({ meeting, next }) => {
    const { organisationId, organisationCityId: cityId } = meeting
    return { meeting, next, documents, mayAdd: may(actor, 'edit', { cityId, organisationId }) }
  })
}

/** The entries that this person looked at last and may still read; what lies in the archive is left out. */
function visited({ store }: House, actor: Account, visits: readonly Visit[]): TodayContent['visited'] {
  return store.deskSearch.named(visits).filter((entry) => entry.archivedAt === null && mayFind(actor, entry))
}

/** Those entries that this person keeps up to date; all of them for an administrator. */
function withinOf(actor: Account): DeskFilter['within'] {
  if (may(actor, 'edit', NO_TIES)) return null
  return { cityIds: actor.cityIds, organisationIds: actor.organisationIds }
}
