import type { Answer } from '../../http/answer.ts'
import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { type EntryList, entryList } from '../../http/entry/list.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, FormRoute } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { projectDesk } from './desk.ts'

/** Projects, each with whoever has a part in it. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/projekte', 'read-internal', list],
  ...entryRoutes('/verwaltung/projekte', entryHandlers(projectDesk)),
]

/** All projects that this person may read. */
function list(house: House, reader: Reader, asked: Asked): Answer {
  const { title, lead, new: newWord, count, states, fields } = reader.words.deskProjects
  const projects: EntryList = {
    noun: 'project',
    paths: deskUrls.projects,
    words: { title, lead, new: newWord, count, columns: [fields.title, fields.startYear, fields.cityId] },
    states: [
      ['', 'all', states.all],
      ['archiv', 'archived', states.archived],
    ],
    create: 'create',
    byCity: true,
    cells: ({ about, cityName }) => [about ?? '', cityName ?? ''],
  }
  return entryList(house, reader, asked, projects)
}
