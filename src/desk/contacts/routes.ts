import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import type { FormRoute } from '../../http/serve.ts'
import { contactDesk } from './desk.ts'

/** Contacts; a new one is opened at its organisation. */
export const ROUTES: readonly FormRoute[] = entryRoutes('/verwaltung/kontakte', entryHandlers(contactDesk), {
  newPath: '/verwaltung/organisationen/:id/kontakte/neu',
  create: 'edit',
  read: 'edit',
  archive: 'edit',
})
