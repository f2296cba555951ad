import { type Answer, page } from '../../http/answer.ts'
import { shownHits } from '../../http/hits.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { searchPage } from './pages.ts'

const MOST_HITS = 50
const LONGEST_QUERY = 200

/** Search over everything that readers may see. */
export function search(house: House, reader: Reader, asked: Asked): Answer {
  const query = (asked.query.q ?? '').trim().slice(0, LONGEST_QUERY)
  const cityName = asked.query.ort ?? ''
  const city = cityName === '' ? null : house.store.cities.bySlug(cityName)
  // One more than is shown tells whether there are more.
  const found = house.store.search.find(query, MOST_HITS + 1, city === null ? {} : { cityId: city.id })
  const model = searchPage(reader, {
    query,
    city,
    cities: house.store.cities.names(),
    hits: shownHits(house, reader, found.slice(0, MOST_HITS)),
    hasMore: found.length > MOST_HITS,
  })
  return page('site/search/results', { title: model.title, hidden: true }, model)
}
