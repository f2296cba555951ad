import { type Answer, done } from '../../http/answer.ts'
import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { type EntryList, entryList } from '../../http/entry/list.ts'
import { entryPage } from '../../http/entry/page.ts'
import { refuseUnknown, wholeNumberOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, type FormRoute, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted } from '../../i18n/words.ts'
import { handOverVenue } from '../../operations/venues.ts'
import { venueDesk } from './desk.ts'

/** Venues with their rooms; one that is given up is handed over first. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/treffpunkte', 'read-internal', list],
  ...entryRoutes('/verwaltung/treffpunkte', entryHandlers(venueDesk)),
  ['POST', '/verwaltung/treffpunkte/:id/uebergeben', 'archive', handOver],
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

/** Hands everything that takes place at a venue over to another one. */
function handOver(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['to'])
  const result = handOverVenue(house, byForm(reader), { id, to: wholeNumberOf(asked.form, 'to') || 0 })
  if (result.kind === 'saved') return done(deskUrls.venues.entry(id), 'handedOver')
  const at = { house, reader, desk: venueDesk(house, reader, asked) }
  return entryPage(at, id, { problems: result.problems, status: 422 })
}
