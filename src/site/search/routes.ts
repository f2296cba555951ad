import { type Answer, page } from '../../http/answer.ts'
import { shownHits } from '../../http/hits.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { feedOf, urlsIn } from '../../http/urls.ts'
import { searchPage } from './pages.ts'
import { hitsOf, MOST_HITS, readQuery } from './query.ts'

/** Search over everything that readers may see. */
export function search(house: House, reader: Reader, asked: Asked): Answer {
  const asking = readQuery(house, asked)
  const found = hitsOf(house, asking)
  const model = searchPage(reader, {
    query: asking.text,
    city: asking.city,
    cities: house.store.cities.names(),
    hits: shownHits(house, reader, found.slice(0, MOST_HITS)),
    hasMore: found.length > MOST_HITS,
  })
  const head = { title: model.title, hidden: true }
  if (model.hits.length === 0) return page('site/search/results', head, model)
  const own = urlsIn(reader.language).search({ q: asking.text, ort: asking.city?.slug })
  return page('site/search/results', { ...head, feed: feedOf(own) }, model)
}
