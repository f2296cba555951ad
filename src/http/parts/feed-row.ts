import { sayInstant } from '../../i18n/say-instant.ts'
import { fill } from '../../i18n/words.ts'
import type { ListedFeed } from '../../store/feeds.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import { deskUrls } from '../urls.ts'

/** A group's calendar in a list of the desk: whose it is, where, and whether it can be fetched. */
export type FeedRow = {
  readonly href: Href
  readonly organisation: string
  readonly address: string
  readonly state: 'current' | 'stale'
  readonly said: string
  readonly meetings: string
}

/** The row of a calendar; one that fails says since when. */
export function feedRow(feed: ListedFeed, { words, language }: Reader): FeedRow {
  const { fetching } = words.foreignCalendars
  const { id, organisationName, address, fetchedAt, failingSince, meetings } = feed
  const said =
    failingSince !== null
      ? fill(fetching.failing, { at: sayInstant(failingSince, language) })
      : fetchedAt === null
        ? fetching.waiting
        : fill(fetching.current, { at: sayInstant(fetchedAt, language) })
  return {
    href: deskUrls.feeds.entry(id),
    organisation: organisationName,
    address,
    state: failingSince === null && fetchedAt !== null ? 'current' : 'stale',
    said,
    meetings: String(meetings),
  }
}
