import { notFound } from '../../domain/refusal.ts'
import type { Answer } from '../../http/answer.ts'
import { type Feed, feedAnswer, feedStretch } from '../../http/feed.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { feedOf, urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import type { SearchNoun } from '../../store/search.ts'
import { hitsOf, readQuery } from './query.ts'

/** The calendar of a search: of the groups and houses that it finds, and the events. */
export function feed(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const asking = readQuery(house, asked)
  const { text, city } = asking
  if (text === '') notFound('search for nothing')
  const page = urlsIn(reader.language).search({ q: text, ort: city?.slug })
  return feedAnswer(house, reader, {
    name: fill(reader.words.feeds.names.search, { query: text }),
    page,
    address: feedOf(page),
    isKept: false,
    read: () => found(house, reader, hitsOf(house, asking)),
  })
}

/** Each once: a group that was found may meet in a house that was, too. */
function found({ store }: House, reader: Reader, hits: ReturnType<typeof hitsOf>): ReturnType<Feed['read']> {
  const idsOf = (noun: SearchNoun) => hits.filter((hit) => hit.noun === noun).map(({ entryId }) => entryId)
  const { feedMeetings, feedEvents } = store
  const stretch = feedStretch(reader)
  const [organisations, venues] = [idsOf('organisation'), idsOf('venue')]
  return {
    meetings: eachOnce([...feedMeetings.ofOrganisations(organisations), ...feedMeetings.atVenues(venues)]),
    events: eachOnce([
      ...feedEvents.byIds(idsOf('event')),
      ...feedEvents.ofOrganisations(organisations, stretch),
      ...feedEvents.atVenues(venues, stretch),
    ]),
  }
}

function eachOnce<Entry extends { readonly id: number }>(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}
