import { malformed } from '../../domain/refusal.ts'
import { type Answer, done } from '../../http/answer.ts'
import { entryRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { choiceOf, refuseUnknown } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, type FormRoute, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { confirmOrganisation } from '../../operations/confirmations.ts'
import { organisationDesk } from './desk.ts'
import { list } from './list.ts'

/** Organisations, and that somebody of one confirmed its entry. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/organisationen', 'read-internal', list],
  ...entryRoutes('/verwaltung/organisationen', entryHandlers(organisationDesk)),
  ['POST', '/verwaltung/organisationen/:id/bestaetigen', 'edit', confirm],
]

const WAYS = ['telephone', 'visit', 'mail', 'form'] as const

/** Notes that somebody of the organisation confirmed the entry. */
function confirm(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['way'])
  const way = choiceOf(asked.form, 'way', WAYS) ?? malformed('way')
  confirmOrganisation(house, byForm(reader), id, { way })
  return done(deskUrls.organisations.entry(id), 'confirmed')
}
