import { type Answer, done } from '../../http/answer.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { entryPage } from '../../http/entry/page.ts'
import { refuseUnknown, versionOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sendLinkAgain } from '../../operations/account-links.ts'
import { signOutAccount, switchAccount } from '../../operations/accounts.ts'
import { accountDesk, linkTo } from './desk.ts'

export { list } from './list.ts'

export const entries = entryHandlers(accountDesk)

/** Everything about accounts takes one and the same right. */
export const RIGHTS = {
  read: 'manage-accounts',
  edit: 'manage-accounts',
  readHistory: 'manage-accounts',
  restore: 'manage-accounts',
} as const

/** Sends the invitation again, or a link for a new password. */
export function sendLink(house: House, reader: Reader, asked: Asked): Answer {
  const id = idIn(asked)
  sendLinkAgain(house, byForm(reader), id, linkTo(house))
  return done(deskUrls.accounts.entry(id), 'accountLinkSent')
}

/** Ends every session of an account. */
export function signOut(house: House, reader: Reader, asked: Asked): Answer {
  const id = idIn(asked)
  signOutAccount(house, byForm(reader), id)
  return done(deskUrls.accounts.entry(id), 'accountSignedOut')
}

/** Disables an account, which ends everything it is signed in with. */
export function disable(house: House, reader: Reader, asked: Asked): Answer {
  return switchTo(house, reader, asked, 'disable')
}

/** Lets a disabled account sign in again. */
export function enable(house: House, reader: Reader, asked: Asked): Answer {
  return switchTo(house, reader, asked, 'enable')
}

function switchTo(house: House, reader: Reader, asked: Asked, act: 'disable' | 'enable'): Answer {
  const id = idIn(asked)
  const result = switchAccount(house, byForm(reader), { id, version: versionOf(asked.form), act })
  const at = { house, reader, desk: accountDesk(house, reader) }
  switch (result.kind) {
    case 'saved':
      return done(deskUrls.accounts.entry(id), act === 'disable' ? 'accountDisabled' : 'accountEnabled')
    case 'refused':
      return entryPage(at, id, { problems: result.problems, status: 422 })
    case 'outdated':
      return entryPage(at, id, { told: reader.words.desk.outdated, status: 409 })
    default:
      return result satisfies never
  }
}

function idIn(asked: Asked): number {
  refuseUnknown(asked.form, ['version'])
  return numberIn(asked, 'id')
}
