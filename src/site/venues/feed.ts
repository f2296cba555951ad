import { notFound } from '../../domain/refusal.ts'
import { isSlug } from '../../domain/slug.ts'
import type { Venue } from '../../domain/venue.ts'
import type { Answer } from '../../http/answer.ts'
import { feedAnswer, feedStretch } from '../../http/feed.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { feedOf, urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'

/** The calendar of a house. */
export function feed(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { id, name, slug } = venueAt(house, asked)
  const page = urlsIn(reader.language).venue(slug)
  return feedAnswer(house, reader, {
    name: fill(reader.words.feeds.names.venue, { name }),
    page,
    address: feedOf(page),
    isKept: true,
    read: () => ({
      meetings: house.store.feedMeetings.atVenues([id]),
      events: house.store.feedEvents.atVenues([id], feedStretch(reader)),
    }),
  })
}

/** The calendar of one room of a house: for a screen beside its door. */
export function roomFeed(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { name, slug, rooms } = venueAt(house, asked)
  const room = rooms.find((each) => each.slug === asked.params.room) ?? notFound(`room of ${slug}`)
  const urls = urlsIn(reader.language)
  return feedAnswer(house, reader, {
    name: fill(reader.words.feeds.names.room, { name, room: room.name }),
    page: urls.venue(slug),
    address: urls.roomFeed(slug, room.slug),
    isKept: true,
    read: () => ({
      meetings: house.store.feedMeetings.inRoom(room.id),
      events: house.store.feedEvents.inRoom(room.id, feedStretch(reader)),
    }),
  })
}

function venueAt(house: House, asked: Asked): Venue {
  const { slug = '' } = asked.params
  return (isSlug(slug) ? house.store.venues.bySlug(slug) : null) ?? notFound(`venue ${slug}`)
}
