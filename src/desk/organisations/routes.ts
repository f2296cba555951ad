import { malformed } from '../../domain/refusal.ts'
import { type Answer, done } from '../../http/answer.ts'
import { choiceOf, refuseUnknown, versionOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { confirmOrganisation } from '../../operations/confirmations.ts'
import { archiveOrganisation } from '../../operations/organisations.ts'
import { entryPage } from './saving.ts'

export { history, restore, revision } from './history.ts'
export { list } from './list.ts'
export { askForNew, create, save } from './saving.ts'

const WAYS = ['telephone', 'visit', 'mail', 'form'] as const

/** One organisation: its form, or what it says for whoever may only read it. */
export function entry(house: House, reader: Reader, asked: Asked): Answer {
  return entryPage(house, reader, numberIn(asked, 'id'))
}

/** Takes an organisation off the site. */
export function archive(house: House, reader: Reader, asked: Asked): Answer {
  return putAway(house, reader, asked, 'archive')
}

/** Puts an organisation back on the site. */
export function bringBack(house: House, reader: Reader, asked: Asked): Answer {
  return putAway(house, reader, asked, 'bring-back')
}

/** Notes that somebody of the organisation confirmed the entry. */
export function confirm(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['way'])
  const way = choiceOf(asked.form, 'way', WAYS) ?? malformed('way')
  confirmOrganisation(house, byForm(reader), id, { way })
  return done(deskUrls.organisation(id), 'confirmed')
}

function putAway(house: House, reader: Reader, asked: Asked, act: 'archive' | 'bring-back'): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['version'])
  const version = versionOf(asked.form)
  const result = archiveOrganisation(house, byForm(reader), { id, version, act })
  if (result.kind === 'saved')
    return done(deskUrls.organisation(id), act === 'archive' ? 'archived' : 'broughtBack')
  return entryPage(house, reader, id, { told: reader.words.desk.outdated, status: 409 })
}
