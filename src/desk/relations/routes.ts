import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import type { FormRoute } from '../../http/serve.ts'
import { relationDesk } from './desk.ts'
import { list } from './list.ts'

/** Relations between organisations: whoever may edit one side may write them. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/verbindungen', 'read-internal', list],
  ...entryRoutes('/verwaltung/verbindungen', entryHandlers(relationDesk), {
    create: 'edit',
    archive: 'edit',
  }),
]
