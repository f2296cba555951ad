import type { FormRoute } from '../../http/serve.ts'
import { list } from './clashes.ts'
import { createHere, find } from './free.ts'
import { month } from './month.ts'
import { week } from './week.ts'

/** How rooms are used, which are free, and which two have at once. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/ueberschneidungen', 'read-internal', list],
  ['GET', '/verwaltung/treffpunkte/:id/woche', 'read-internal', week],
  ['GET', '/verwaltung/treffpunkte/:id/monat', 'read-internal', month],
  ['GET', '/verwaltung/treffpunkte/:id/frei', 'read-internal', find],
  ['GET', '/verwaltung/treffpunkte/:id/anlegen', 'edit', createHere],
]
