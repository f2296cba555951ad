import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import type { FormRoute } from '../../http/serve.ts'
import { askAboutDate, askFor, changeDate, dates, note, takeBack } from './dates.ts'
import { meetingDesk } from './desk.ts'
import { list } from './list.ts'

/** Meetings, each made at its organisation, and what differs at single dates. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/treffen', 'read-internal', list],
  ...entryRoutes('/verwaltung/treffen', entryHandlers(meetingDesk), {
    newPath: '/verwaltung/organisationen/:id/treffen/neu',
    create: 'edit',
    archive: 'edit',
  }),
  ['GET', '/verwaltung/treffen/:id/termine', 'read-internal', dates],
  ['GET', '/verwaltung/treffen/:id/termine/zusatz', 'edit', askFor('zusatz')],
  ['POST', '/verwaltung/treffen/:id/termine/zusatz', 'edit', note('zusatz')],
  ['GET', '/verwaltung/treffen/:id/termine/pause', 'edit', askFor('pause')],
  ['POST', '/verwaltung/treffen/:id/termine/pause', 'edit', note('pause')],
  ['POST', '/verwaltung/treffen/:id/termine/zuruecknehmen', 'edit', takeBack],
  ['GET', '/verwaltung/treffen/:id/termine/:day', 'edit', askAboutDate],
  ['POST', '/verwaltung/treffen/:id/termine/:day', 'edit', changeDate],
]
