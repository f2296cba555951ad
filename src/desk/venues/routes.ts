import type { Answer } from '../../http/answer.ts'
import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { type EntryList, entryList } from '../../http/entry/list.ts'
import { handingOver } from '../../http/entry/uses.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, FormRoute } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted } from '../../i18n/words.ts'
import { handOverVenue } from '../../operations/venues.ts'
import { venueDesk } from './desk.ts'

/** Venues with their rooms; one that is given up is handed over first. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/treffpunkte', 'read-internal', list],
  ...entryRoutes('/verwaltung/treffpunkte', entryHandlers(venueDesk)),
  [
    'POST',
    '/verwaltung/treffpunkte/:id/uebergeben',
    'archive',
    handingOver(venueDesk, handOverVenue, 'handedOver'),
  ],
]

/** All venues that this person may read. */
function list(house: House, reader: Reader, asked: Asked): Answer {
  const { title, lead, new: newWord, count, states, fields } = reader.words.deskVenues
  const venues: EntryList = {
    noun: 'venue',
    paths: deskUrls.venues,
    words: {
      title,
      lead,
      new: newWord,
      count,
      columns: [fields.name, fields.street, fields.cityId, fields.rooms],
    },
    states: [
      ['', 'all', states.all],
      ['archiv', 'archived', states.archived],
    ],
    create: 'create',
    byCity: true,
    cells: ({ about, also, cityName }) => [
      about ?? '',
      cityName ?? '',
      counted(reader.words.venues.rooms, Number(also), reader.language),
    ],
  }
  return entryList(house, reader, asked, venues)
}
