import type { FormRoute } from '../../http/serve.ts'
import { takeBackBatch, together } from './batch.ts'
import { list } from './list.ts'

/** What was changed, whatever it is, and how changes that were made together are taken back. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/aenderungen', 'read-history', list],
  ['GET', '/verwaltung/aenderungen/:batch', 'read-history', together],
  ['POST', '/verwaltung/aenderungen/:batch/zuruecknehmen', 'restore', takeBackBatch],
]
