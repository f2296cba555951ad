import type { FormRoute } from '../../http/serve.ts'
import { list } from './list.ts'
import { decline, proposal, settle } from './proposal.ts'

/** What readers and groups propose; taken over in the form of the entry itself. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/vorschlaege', 'read-proposals', list],
  ['GET', '/verwaltung/vorschlaege/:id', 'read-proposals', proposal],
  ['POST', '/verwaltung/vorschlaege/:id/ablehnen', 'edit', decline],
  ['POST', '/verwaltung/vorschlaege/:id/erledigt', 'edit', settle],
]
