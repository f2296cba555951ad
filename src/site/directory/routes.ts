import type { City } from '../../domain/city.ts'
import { type Answer, type Head, movedTo, page } from '../../http/answer.ts'
import { pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { groupRows } from '../../http/parts/group-row.ts'
import { noticeParts } from '../../http/parts/notice.ts'
import { pageNumberIn, sliceOf } from '../../http/parts/pages.ts'
import { statusOfList } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { feedOf } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { cityAt } from './city.ts'
import { type Choice, cityPage, filterOf, readChoice } from './filter.ts'
import { directoryPage } from './pages.ts'

/** The organisations of one city, by name, filtered, 50 a page. */
export function city(house: House, reader: Reader, asked: Asked): Answer {
  const { slug = '' } = asked.params
  const found = cityAt(house, slug)
  if (found.slug === slug) return list(house, reader, asked, found)
  return movedTo(cityPage(reader.language, found.slug, readChoice(asked, house.store.topics.all())))
}

/** The organisations of all cities. */
export function organisations(house: House, reader: Reader, asked: Asked): Answer {
  return list(house, reader, asked, null)
}

function list(house: House, reader: Reader, asked: Asked, city: City | null): Answer {
  const { directory, facets, topics: storedTopics, notices } = house.store
  const topics = storedTopics.all()
  const choice = readChoice(asked, topics)
  const filter = filterOf(house, city?.id ?? null, choice)
  const number = pageNumberIn(asked)
  const count = directory.count(filter)
  const rows = directory.rows(filter, reader.language, sliceOf(number, count))
  const model = directoryPage(reader, {
    city,
    choice,
    topics,
    facets: facets.of(filter, house.store.content.version(house.clock())),
    count,
    number,
    rows: groupRows(house, reader, rows),
    notices: city === null ? [] : noticeParts(house, reader, notices.forCity(city.id, reader.now.day)),
  })
  return page(
    'site/directory/list',
    { ...headOf(reader, city, model.title, number), ...feedOfCity(reader, city, choice) },
    model,
    statusOfList(choice.unknown),
  )
}

function feedOfCity({ language }: Reader, city: City | null, choice: Choice): Pick<Head, 'feed'> {
  return city === null ? {} : { feed: feedOf(cityPage(language, city.slug, choice)) }
}

function headOf(reader: Reader, city: City | null, title: string, number: number) {
  const { words } = reader
  return {
    title: pagedTitle(reader, title, number),
    description: city === null ? words.home.lead : fill(words.directory.cityDescription, { city: city.name }),
  }
}
