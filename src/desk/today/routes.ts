import { timestamp } from '../../domain/clock.ts'
import { type Actor, may, NO_TIES } from '../../domain/permission.ts'
import { type Answer, page } from '../../http/answer.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { DeskFilter } from '../../store/desk-directory.ts'
import { todayPage } from './pages.ts'

const MOST_OVERDUE = 20
const MOST_CHANGES = 20
const CHANGES_SINCE_MS = 14 * 24 * 60 * 60 * 1000

/** What there is to do today: entries that nobody confirmed for long, and what was changed in the last 14 days. */
export function today(house: House, reader: Reader): Answer {
  const actor = actorOf(reader)
  const { deskDirectory, revisions } = house.store
  const { day } = reader.now
  const within = withinOf(actor)
  const own: DeskFilter = { text: '', hits: [], cityId: null, state: 'published', within }
  const overdue: DeskFilter = { ...own, state: 'overdue' }
  const seesAll = may(actor, 'read-history', NO_TIES)
  const model = todayPage(reader, {
    count: deskDirectory.count(own, day),
    overdueCount: deskDirectory.count(overdue, day),
    overdue: deskDirectory.rows(overdue, day, { limit: MOST_OVERDUE, offset: 0 }),
    changes: revisions.latest(
      timestamp(house.clock() - CHANGES_SINCE_MS),
      { cityIds: seesAll ? null : actor.cityIds, organisationIds: actor.organisationIds },
      MOST_CHANGES,
    ),
  })
  return page('desk/today/today', deskHead(reader, model.title), model)
}

/** Those entries that this person keeps up to date; all of them for an administrator. */
function withinOf(actor: Extract<Actor, { kind: 'account' }>): DeskFilter['within'] {
  if (may(actor, 'edit', NO_TIES)) return null
  return { cityIds: actor.cityIds, organisationIds: actor.organisationIds }
}
