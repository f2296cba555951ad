import { addDays } from '../../domain/day.ts'
import { agendaIn } from '../../http/agenda.ts'
import type { Answer } from '../../http/answer.ts'
import { page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { citiesPage, homePage } from './pages.ts'

const DAYS_AHEAD = 6
const EVENTS_AHEAD = 4

/** The start page: choose a city, search, what happens today and this week. */
export function home(house: House, reader: Reader): Answer {
  const { cities, events, topics } = house.store
  const range = { from: reader.now.day, until: addDays(reader.now.day, DAYS_AHEAD) }
  const model = homePage(house, reader, {
    cities: cities.all(),
    topics: topics.all(),
    occurrences: agendaIn(house, reader, range, { cityId: null, topicId: null }).occurrences,
    events: events.upcoming(reader.now.day, { limit: EVENTS_AHEAD, offset: 0 }),
  })
  return page('site/home/home', { title: '', description: reader.words.home.lead }, model)
}

/** All cities, by Land. */
export function cities(house: House, reader: Reader): Answer {
  const { title, lead } = reader.words.home.cities
  return page('site/home/cities', { title, description: lead }, citiesPage(house.store.cities.all(), reader))
}
