import type { FormRoute, SiteRoute } from '../../http/serve.ts'
import { sheetRoutes } from './block-answers.ts'
import { BOOKLET } from './booklet.ts'
import { fileRoutes, printedList } from './contact-list.ts'
import { printDesk } from './desk.ts'
import { entrySheet } from './entry-sheet.ts'
import { doorSheets, weekPlan } from './house.ts'
import { drop, keep } from './kept-lists.ts'
import { labelRoutes } from './labels.ts'
import { monthProgramme } from './month.ts'
import { requireOnce } from './query.ts'
import { signInSheet } from './sign-in.ts'

/** Every sheet of paper, as a page and as files; what stays in the house asks for itself who may have it. */
export const PAPER: readonly SiteRoute[] = askedOnce([
  ['/druck/kontakte', printedList],
  ...fileRoutes('/druck/kontakte'),
  ...BOOKLET,
  ...sheetRoutes('/druck/monat', monthProgramme),
  ...sheetRoutes('/druck/woche', weekPlan),
  ...sheetRoutes('/druck/tuer', doorSheets),
  ...sheetRoutes('/druck/anwesenheit', signInSheet),
  ...sheetRoutes('/druck/eintrag', entrySheet),
  ...labelRoutes('/druck/etiketten'),
])

function askedOnce(routes: readonly SiteRoute[]): readonly SiteRoute[] {
  return routes.map(
    ([path, handler]): SiteRoute => [
      path,
      (house, reader, asked) => {
        requireOnce(asked)
        return handler(house, reader, asked)
      },
    ],
  )
}

/** Where sheets are chosen and kept. */
export const PRINT_DESK: readonly FormRoute[] = [
  ['GET', '/druck', 'print-internal', printDesk],
  ['POST', '/druck/listen', 'print-internal', keep],
  ['POST', '/druck/listen/:id/vergessen', 'print-internal', drop],
]
