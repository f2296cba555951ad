import { malformed } from '../../domain/refusal.ts'
import { type Answer, done } from '../../http/answer.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { choiceOf, refuseUnknown } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { confirmOrganisation } from '../../operations/confirmations.ts'
import { organisationDesk } from './desk.ts'

export { list } from './list.ts'

export const entries = entryHandlers(organisationDesk)

const WAYS = ['telephone', 'visit', 'mail', 'form'] as const

/** Notes that somebody of the organisation confirmed the entry. */
export function confirm(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['way'])
  const way = choiceOf(asked.form, 'way', WAYS) ?? malformed('way')
  confirmOrganisation(house, byForm(reader), id, { way })
  return done(deskUrls.organisations.entry(id), 'confirmed')
}
