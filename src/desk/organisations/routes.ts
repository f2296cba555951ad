import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import type { FormRoute } from '../../http/serve.ts'
import { organisationDesk } from './desk.ts'
import { list } from './list.ts'

/** Organisations. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/organisationen', 'read-internal', list],
  ...entryRoutes('/verwaltung/organisationen', entryHandlers(organisationDesk)),
]
