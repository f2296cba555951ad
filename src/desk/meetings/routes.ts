import { entryHandlers } from '../../http/entry/handlers.ts'
import type { FormRoute } from '../../http/serve.ts'
import { askAboutDate, askFor, changeDate, dates, note, takeBack } from './dates.ts'
import { meetingDesk } from './desk.ts'

export { list } from './list.ts'

export const entries = entryHandlers(meetingDesk)

/** What is done to the dates of a meeting. */
export const dateRoutes: readonly FormRoute[] = [
  ['GET', '/verwaltung/treffen/:id/termine', 'read-internal', dates],
  ['GET', '/verwaltung/treffen/:id/termine/zusatz', 'edit', askFor('zusatz')],
  ['POST', '/verwaltung/treffen/:id/termine/zusatz', 'edit', note('zusatz')],
  ['GET', '/verwaltung/treffen/:id/termine/pause', 'edit', askFor('pause')],
  ['POST', '/verwaltung/treffen/:id/termine/pause', 'edit', note('pause')],
  ['POST', '/verwaltung/treffen/:id/termine/zuruecknehmen', 'edit', takeBack],
  ['GET', '/verwaltung/treffen/:id/termine/:day', 'edit', askAboutDate],
  ['POST', '/verwaltung/treffen/:id/termine/:day', 'edit', changeDate],
]
