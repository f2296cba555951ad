import { type Answer, done } from '../../http/answer.ts'
import { writtenRoutes } from '../../http/entry/addresses.ts'
import { entryHandlers } from '../../http/entry/handlers.ts'
import { entryPage } from '../../http/entry/page.ts'
import { refuseUnknown, versionOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { type Asked, type FormRoute, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sendLinkAgain } from '../../operations/account-links.ts'
import { signOutAccount, switchAccount } from '../../operations/accounts.ts'
import { accountDesk, linkTo } from './desk.ts'
import { list } from './list.ts'

const entries = entryHandlers(accountDesk)

/** Everything about accounts takes one and the same right. */
const RIGHTS = {
  read: 'manage-accounts',
  edit: 'manage-accounts',
  readHistory: 'manage-accounts',
  restore: 'manage-accounts',
} as const

/** Accounts, their links, sessions and locks. */
export const ROUTES: readonly FormRoute[] = [
  ['GET', '/verwaltung/konten', 'manage-accounts', list],
  ['GET', '/verwaltung/konten/neu', 'manage-accounts', entries.askForNew],
  ['POST', '/verwaltung/konten/neu', 'manage-accounts', entries.create],
  ...writtenRoutes('/verwaltung/konten', entries, RIGHTS),
  ['POST', '/verwaltung/konten/:id/link', 'manage-accounts', sendLink],
  ['POST', '/verwaltung/konten/:id/abmelden', 'manage-accounts', signOut],
  ['POST', '/verwaltung/konten/:id/sperren', 'manage-accounts', disable],
  ['POST', '/verwaltung/konten/:id/freigeben', 'manage-accounts', enable],
]

/** Sends the invitation again, or a link for a new password. */
function sendLink(house: House, reader: Reader, asked: Asked): Answer {
  const id = idIn(asked)
  sendLinkAgain(house, byForm(reader), id, linkTo(house))
  return done(deskUrls.accounts.entry(id), 'accountLinkSent')
}

/** Ends every session of an account. */
function signOut(house: House, reader: Reader, asked: Asked): Answer {
  const id = idIn(asked)
  signOutAccount(house, byForm(reader), id)
  return done(deskUrls.accounts.entry(id), 'accountSignedOut')
}

/** Disables an account, which ends everything it is signed in with. */
function disable(house: House, reader: Reader, asked: Asked): Answer {
  return switchTo(house, reader, asked, 'disable')
}

/** Lets a disabled account sign in again. */
function enable(house: House, reader: Reader, asked: Asked): Answer {
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
