import { type Answer, done } from '../../http/answer.ts'
import { refuseUnknown, versionOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { archiveContact } from '../../operations/contacts.ts'
import { entryPage } from './saving.ts'

export { history, restore, revision } from './history.ts'
export { askForNew, create, save } from './saving.ts'

/** The form of a contact, and what it shows where. */
export function entry(house: House, reader: Reader, asked: Asked): Answer {
  return entryPage(house, reader, numberIn(asked, 'id'))
}

/** Takes a contact off every page. */
export function archive(house: House, reader: Reader, asked: Asked): Answer {
  return putAway(house, reader, asked, 'archive')
}

/** Puts a contact back, as far as the person still agrees. */
export function bringBack(house: House, reader: Reader, asked: Asked): Answer {
  return putAway(house, reader, asked, 'bring-back')
}

function putAway(house: House, reader: Reader, asked: Asked, act: 'archive' | 'bring-back'): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['version'])
  const version = versionOf(asked.form)
  const result = archiveContact(house, byForm(reader), { id, version, act })
  if (result.kind === 'saved')
    return done(deskUrls.contact(id), act === 'archive' ? 'archived' : 'broughtBack')
  return entryPage(house, reader, id, { told: reader.words.desk.outdated, status: 409 })
}
