import type { FormRoute } from '../../http/serve.ts'
import { ask, confirm, noteNobody, takeBack } from './acts.ts'
import { list } from './list.ts'

/** Whoever is to be called, and what comes of it; what is done to one entry stands below that entry. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/arbeitsliste', 'edit', list],
  ['POST', '/verwaltung/organisationen/:id/bestaetigen', 'edit', confirm],
  ['POST', '/verwaltung/organisationen/:id/zuruecknehmen', 'edit', takeBack],
  ['POST', '/verwaltung/organisationen/:id/niemanden-erreicht', 'edit', noteNobody],
  ['POST', '/verwaltung/organisationen/:id/nachfragen', 'edit', ask],
]
