import { parseDay } from '../../domain/day.ts'
import type { Answer } from '../../http/answer.ts'
import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { type EntryList, entryList } from '../../http/entry/list.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, FormRoute } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayDayRange, sayDayShort } from '../../i18n/say-day.ts'
import type { DeskLine } from '../../store/desk-lists.ts'
import { eventDesk } from './desk.ts'

/** Events, with all that belongs to them. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/veranstaltungen', 'read-internal', list],
  ...entryRoutes('/verwaltung/veranstaltungen', entryHandlers(eventDesk)),
]

/** All events that this person may read: those to come first, those that are over on request. */
function list(house: House, reader: Reader, asked: Asked): Answer {
  const { title, lead, new: newWord, count, states, fields } = reader.words.deskEvents
  const events: EntryList = {
    noun: 'event',
    paths: deskUrls.events,
    words: {
      title,
      lead,
      new: newWord,
      count,
      columns: [fields.title, fields.startsOn, fields.cityId],
    },
    states: [
      ['', 'upcoming', states.upcoming],
      ['vergangen', 'past', states.past],
      ['archiv', 'archived', states.archived],
    ],
    create: 'create',
    byCity: true,
    cells: (line) => [sayDays(line, reader), line.cityName ?? ''],
  }
  return entryList(house, reader, asked, events)
}

function sayDays({ about, also }: DeskLine, { language }: Reader): string {
  const [from, until] = [parseDay(about ?? ''), parseDay(also ?? '')]
  if (from === null || until === null) return ''
  return from === until ? sayDayShort(from, language) : sayDayRange({ from, until }, language)
}
