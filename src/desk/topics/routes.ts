import { type Answer, done } from '../../http/answer.ts'
import { entryRoutes, oneRight } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { type EntryList, entryList } from '../../http/entry/list.ts'
import { entryPage } from '../../http/entry/page.ts'
import { refuseUnknown, wholeNumberOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, type FormRoute, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { handOverTopic } from '../../operations/topics.ts'
import { topicDesk } from './desk.ts'

/** Topics; one that is given up hands over first what is about it. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/themen', 'keep-choices', list],
  ...entryRoutes('/verwaltung/themen', entryHandlers(topicDesk), oneRight('keep-choices')),
  ['POST', '/verwaltung/themen/:id/uebergeben', 'keep-choices', handOver],
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

/** Gives everything that is about a topic another one in its place. */
function handOver(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['to'])
  const to = wholeNumberOf(asked.form, 'to') || 0
  const result = handOverTopic(house, byForm(reader), { id, to })
  if (result.kind === 'saved') return done(deskUrls.topics.entry(id), 'topicHandedOver')
  const at = { house, reader, desk: topicDesk(house, reader) }
  return entryPage(at, id, { problems: result.problems, status: 422 })
}
