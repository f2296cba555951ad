import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import type { FormRoute } from '../../http/serve.ts'
import { noticeDesk } from './desk.ts'
import { list } from './list.ts'

/** Notices above the pages of cities and houses. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/hinweise', 'read-internal', list],
  ...entryRoutes('/verwaltung/hinweise', entryHandlers(noticeDesk)),
]
