import { malformed } from '../../domain/refusal.ts'
import { type Answer, done } from '../../http/answer.ts'
import { choiceOf, type Form, refuseUnknown, textOf, wholeNumberOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { withQuery } from '../../http/query.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls, ownPath, urlsIn } from '../../http/urls.ts'
import { askNow } from '../../operations/confirmation-requests.ts'
import { confirmOrganisation, noteUnreached, takeBackConfirmation } from '../../operations/confirmations.ts'

const WAYS = ['telephone', 'visit', 'mail', 'form'] as const

/** Notes that somebody of the organisation confirmed the entry. */
export function confirm(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['way', 'weiter'])
  const way = choiceOf(asked.form, 'way', WAYS) ?? malformed('way')
  confirmOrganisation(house, byForm(reader), id, { way })
  const back = workListIn(asked.form)
  // The list names whom it concerned, and offers to take it back.
  return back === null ? done(deskUrls.organisations.entry(id), 'confirmed') : done(back(id))
}

/** Takes a confirmation back that was noted by mistake. */
export function takeBack(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['confirmation', 'weiter'])
  const confirmationId = wholeNumberOf(asked.form, 'confirmation') ?? Number.NaN
  const result = takeBackConfirmation(house, byForm(reader), id, { confirmationId })
  const back = workListIn(asked.form)?.(null) ?? deskUrls.organisations.entry(id)
  return done(back, result.kind === 'saved' ? 'confirmationTakenBack' : 'outdated')
}

/** Notes that nobody was reached. */
export function noteNobody(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['weiter'])
  noteUnreached(house, byForm(reader), id)
  return done(workListIn(asked.form)?.(null) ?? deskUrls.organisations.entry(id), 'unreached')
}

/** Asks the group by mail at once. */
export function ask(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, [])
  const linkTo = (token: string) => `${house.origin}${urlsIn('de').confirmationLink(token)}`
  const result = askNow(house, byForm(reader), id, linkTo)
  if (result.kind === 'saved') return done(deskUrls.organisations.entry(id), 'askedByMail')
  return done(
    deskUrls.organisations.entry(id),
    result.because === 'just-sent' ? 'askedJustNow' : 'nobodyToAsk',
  )
}

/** The page of the work list that a form came from, with whom it confirmed; null where it came from elsewhere. */
function workListIn(form: Form): ((confirmed: number | null) => Href) | null {
  const path = ownPath(textOf(form, 'weiter'))
  const [base, search = ''] = path?.split('?', 2) ?? []
  if (base !== deskUrls.workList()) return null
  const { ort, q, seite } = Object.fromEntries(new URLSearchParams(search))
  return (confirmed) => withQuery(base, { q, ort, seite, bestaetigt: confirmed })
}
