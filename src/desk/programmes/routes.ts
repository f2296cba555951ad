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
import { handOverProgramme } from '../../operations/programmes.ts'
import { programmeDesk } from './desk.ts'

/** Funding programmes; one that ends hands its projects over first. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/foerderprogramme', 'keep-choices', list],
  ...entryRoutes('/verwaltung/foerderprogramme', entryHandlers(programmeDesk), oneRight('keep-choices')),
  ['POST', '/verwaltung/foerderprogramme/:id/uebergeben', 'keep-choices', handOver],
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

/** Hands every project of a programme over to another one. */
function handOver(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['to'])
  const to = wholeNumberOf(asked.form, 'to') || 0
  const result = handOverProgramme(house, byForm(reader), { id, to })
  if (result.kind === 'saved') return done(deskUrls.programmes.entry(id), 'projectsHandedOver')
  const at = { house, reader, desk: programmeDesk(house, reader) }
  return entryPage(at, id, { problems: result.problems, status: 422 })
}
