import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import type { FormRoute } from '../../http/serve.ts'
import { contactDesk } from './desk.ts'
import { askToErase, erase } from './erase.ts'

/** Contacts; a new one is opened at its organisation. */
export const ROUTES: readonly FormRoute[] = [
  ...entryRoutes('/verwaltung/kontakte', entryHandlers(contactDesk), {
    newPath: '/verwaltung/organisationen/:id/kontakte/neu',
    create: 'edit',
    read: 'edit',
    archive: 'edit',
  }),
  ['GET', '/verwaltung/kontakte/:id/person-loeschen', 'erase', askToErase],
  ['POST', '/verwaltung/kontakte/:id/person-loeschen', 'erase', erase],
]
