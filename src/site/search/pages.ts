import type { ShownHit } from '../../http/hits.ts'
import type { Href } from '../../http/href.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { counted, fill } from '../../i18n/words.ts'
import type { CityName } from '../../store/cities.ts'

export type SearchPage = {
  readonly title: string
  readonly action: Href
  readonly query: string
  readonly cities: readonly { readonly slug: string; readonly name: string; readonly isChosen: boolean }[]
  /** Empty before anything was searched. */
  readonly count: string
  readonly more: string
  readonly hits: readonly ShownHit[]
  readonly allCities: Href
  readonly newGroup: Href
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/search/results': SearchPage
  }
}

type SearchContent = {
  readonly query: string
  readonly city: CityName | null
  readonly cities: readonly CityName[]
  readonly hits: readonly ShownHit[]
  readonly hasMore: boolean
}

/** The search page's view model. */
export function searchPage(
  reader: Reader,
  { query, city, cities, hits, hasMore }: SearchContent,
): SearchPage {
  const { words, language } = reader
  const urls = urlsIn(language)
  const found = counted(words.search.results, hits.length, language)
  return {
    title: query === '' ? words.search.title : fill(words.search.titleFor, { query }),
    action: urls.search(),
    query,
    cities: cities.map(({ slug, name }) => ({ slug, name, isChosen: slug === city?.slug })),
    count:
      query === '' ? '' : fill(hits.length === 0 ? words.search.none : words.search.found, { found, query }),
    more: hasMore ? fill(words.search.more, { count: hits.length }) : '',
    hits,
    allCities: urls.cities,
    newGroup: urls.newGroup(),
  }
}
