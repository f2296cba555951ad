import { notFound } from '../../domain/refusal.ts'
import type { Answer } from '../../http/answer.ts'
import { feedAnswer, feedStretch } from '../../http/feed.ts'
import type { House } from '../../http/house.ts'
import { type PlaceChoice, queryOfPlace, readPlaceChoice } from '../../http/parts/place-filter.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { feedOf, urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'

/** The calendar of everything, of a city, of a topic, or of a topic in a city. */
export function feed(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { choice, filter } = readPlaceChoice(house, asked, 'city-and-topic')
  if (choice.unknown.length > 0) notFound(`calendar of ${choice.unknown.join()}`)
  const page = urlsIn(reader.language).calendar(null, queryOfPlace(choice))
  return feedAnswer(house, reader, {
    name: nameOf(choice, reader),
    page,
    address: feedOf(page),
    isKept: true,
    read: () => ({
      meetings: house.store.feedMeetings.at(filter),
      events: house.store.feedEvents.at(filter, feedStretch(reader)),
    }),
  })
}

function nameOf({ city, topic }: PlaceChoice, { words, language }: Reader): string {
  const { names } = words.feeds
  if (topic === null) return city === null ? names.all : fill(names.city, { city: city.name })
  const about = topic.names[language]
  return city === null
    ? fill(names.topic, { topic: about })
    : fill(names.topicInCity, { topic: about, city: city.name })
}
