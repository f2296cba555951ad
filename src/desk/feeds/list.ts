import { may, NO_TIES } from '../../domain/permission.ts'
import { type Answer, page } from '../../http/answer.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { type FeedRow, feedRow } from '../../http/parts/feed-row.ts'
import { actorOf, type Reader } from '../../http/reader.ts'

export type FeedListPage = { readonly rows: readonly FeedRow[] }

declare module '../../http/render.ts' {
  interface Pages {
    'desk/feeds/list': FeedListPage
  }
}

/** The calendars of all groups that this person may read of; what fails longest comes first. */
export function list(house: House, reader: Reader): Answer {
  const actor = actorOf(reader)
  const seesAll = may(actor, 'read-internal', NO_TIES)
  const found = house.store.feeds.within(seesAll ? null : actor.cityIds, actor.organisationIds)
  const rows = found.map((feed) => feedRow(feed, reader))
  return page('desk/feeds/list', deskHead(reader, reader.words.foreignCalendars.title), { rows })
}
