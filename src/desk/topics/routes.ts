import type { Answer } from '../../http/answer.ts'
import { entryRoutes, oneRight } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { type EntryList, entryList } from '../../http/entry/list.ts'
import { handingOver } from '../../http/entry/uses.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, FormRoute } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { handOverTopic } from '../../operations/topics.ts'
import { topicDesk } from './desk.ts'

/** Topics; one that is given up hands over first what is about it. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/themen', 'keep-choices', list],
  ...entryRoutes('/verwaltung/themen', entryHandlers(topicDesk), oneRight('keep-choices')),
  [
    'POST',
    '/verwaltung/themen/:id/uebergeben',
    'keep-choices',
    handingOver(topicDesk, handOverTopic, 'topicHandedOver'),
  ],
]

/** All topics. */
function list(house: House, reader: Reader, asked: Asked): Answer {
  const { title, lead, new: newWord, count, states, fields, organisations } = reader.words.deskTopics
  const topics: EntryList = {
    noun: 'topic',
    paths: deskUrls.topics,
    words: { title, lead, new: newWord, count, columns: [fields.de, fields.en, organisations] },
    states: [
      ['', 'all', states.all],
      ['archiv', 'archived', states.archived],
    ],
    create: 'keep-choices',
    byCity: false,
    cells: ({ about, also }) => [about ?? '', also ?? ''],
  }
  return entryList(house, reader, asked, topics)
}
