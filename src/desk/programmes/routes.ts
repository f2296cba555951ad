import type { Answer } from '../../http/answer.ts'
import { entryRoutes, oneRight } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { type EntryList, entryList } from '../../http/entry/list.ts'
import { handingOver } from '../../http/entry/uses.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, FormRoute } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { handOverProgramme } from '../../operations/programmes.ts'
import { programmeDesk } from './desk.ts'

/** Funding programmes; one that ends hands its projects over first. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/foerderprogramme', 'keep-choices', list],
  ...entryRoutes('/verwaltung/foerderprogramme', entryHandlers(programmeDesk), oneRight('keep-choices')),
  [
    'POST',
    '/verwaltung/foerderprogramme/:id/uebergeben',
    'keep-choices',
    handingOver(programmeDesk, handOverProgramme, 'projectsHandedOver'),
  ],
]

/** All funding programmes. */
function list(house: House, reader: Reader, asked: Asked): Answer {
  const { title, lead, new: newWord, count, states, fields, projects } = reader.words.deskProgrammes
  const programmes: EntryList = {
    noun: 'programme',
    paths: deskUrls.programmes,
    words: {
      title,
      lead,
      new: newWord,
      count,
      columns: [fields.title, fields.funderIds, projects.column],
    },
    states: [
      ['', 'all', states.all],
      ['archiv', 'archived', states.archived],
    ],
    create: 'keep-choices',
    byCity: false,
    cells: ({ about, also }) => [about ?? '', also ?? ''],
  }
  return entryList(house, reader, asked, programmes)
}
