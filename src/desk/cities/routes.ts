import { isLand, LANDS } from '../../domain/land.ts'
import type { Answer } from '../../http/answer.ts'
import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { type EntryList, entryList } from '../../http/entry/list.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, FormRoute } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { cityDesk } from './desk.ts'

/** Cities: opened and closed by an administrator, kept right by their coordinators. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/orte', 'read-internal', list],
  ...entryRoutes('/verwaltung/orte', entryHandlers(cityDesk), {
    create: 'keep-choices',
    archive: 'keep-choices',
  }),
]

/** All cities. */
function list(house: House, reader: Reader, asked: Asked): Answer {
  const { title, lead, new: newWord, count, states, fields, uses } = reader.words.deskCities
  const cities: EntryList = {
    noun: 'city',
    paths: deskUrls.cities,
    words: {
      title,
      lead,
      new: newWord,
      count,
      columns: [fields.name, fields.land, uses.labels.organisations],
    },
    states: [
      ['', 'all', states.all],
      ['archiv', 'archived', states.archived],
    ],
    create: 'keep-choices',
    byCity: false,
    cells: ({ about, also }) => [about !== null && isLand(about) ? LANDS[about] : '', String(also ?? '')],
  }
  return entryList(house, reader, asked, cities)
}
