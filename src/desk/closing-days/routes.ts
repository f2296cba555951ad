import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import type { FormRoute } from '../../http/serve.ts'
import { closingDayDesk } from './desk.ts'
import { list } from './list.ts'

/** Closing days of houses and cities. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/schliesstage', 'read-internal', list],
  ...entryRoutes('/verwaltung/schliesstage', entryHandlers(closingDayDesk)),
]
