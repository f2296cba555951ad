import { createCity } from '../../operations/cities.ts'
import { createTopic } from '../../operations/topics.ts'
import { createVenue } from '../../operations/venues.ts'
import type { Chapter } from './chapter.ts'

/** Puts in the cities of a file. */
export function tellCities({ office, by, story, remember, savedId }: Chapter): void {
  for (const city of story.cities ?? [])
    remember('city', city.slug, savedId(city.name, createCity(office, by, city)))
}

/** Puts in the topics of a file. */
export function tellTopics({ office, by, story, remember, savedId }: Chapter): void {
  for (const topic of story.topics ?? [])
    remember('topic', topic.slug, savedId(topic.slug, createTopic(office, by, topic)))
}

/** Puts in the venues of a file with their rooms. */
export function tellVenues({ office, by, story, remember, savedId, idOf, idOrNull }: Chapter): void {
  for (const { city, operator, ...venue } of story.venues ?? []) {
    const draft = { ...venue, cityId: idOf('city', city), operatorId: idOrNull('organisation', operator) }
    const id = savedId(venue.name, createVenue(office, by, draft))
    remember('venue', venue.slug, id)
    for (const room of office.store.venues.byId(id)?.rooms ?? [])
      remember('room', `${venue.slug}/${room.slug}`, room.id)
  }
}
