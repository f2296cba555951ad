import type { Account, AccountState } from '../../domain/account.ts'
import { NO_TIES } from '../../domain/permission.ts'
import { forbidden } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import type { House } from '../../http/house.ts'
import { byForm, type Reader } from '../../http/reader.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import type { LinkTo } from '../../operations/account-links.ts'
import {
  accountStateOf,
  changeAccount,
  inviteAccount,
  openAccount,
  restoreAccount,
} from '../../operations/accounts.ts'
import { accountSections, beginAccount, formOf, ROWS, readAccount, settle, withRow } from './forms.ts'
import { moreOf } from './more.ts'
import { accountPreview } from './preview.ts'
import { sayAccount } from './said.ts'

/** An account as the desk opens it: one that is disabled stays at its place, and is no entry of the archive. */
export type StoredAccount = Account & { readonly archivedAt: null }

/** What is an account's own at the desk. */
export function accountDesk(house: House, reader: Reader): EntryDesk<'account', StoredAccount> {
  const by = byForm(reader)
  const { words } = reader
  const paths = deskUrls.accounts
  return {
    noun: 'account',
    paths,
    words: { new: words.desk.accounts.new, preview: words.desk.form.previewWord },
    form: {
      rowNames: ROWS,
      begin: beginAccount,
      settle,
      withRow,
      read: (form, stored) => readAccount(house, form, stored?.disabledAt ?? null),
      fill: (draft: AccountState) => formOf(house, draft),
      sections: (filled) => accountSections(house, reader, filled),
    },
    operations: {
      open: (_act, id) => ({ ...openAccount(house, by, id), archivedAt: null }),
      create: (draft) => inviteAccount(house, by, draft, linkTo(house)),
      change: (change) => changeAccount(house, by, change),
      archive: () => forbidden('archive an account'),
      restore: (restoring) => restoreAccount(house, by, restoring),
    },
    acts: { read: 'manage-accounts', archive: null },
    tiesOf: () => NO_TIES,
    nameOf: ({ name }) => name,
    draftOf: accountStateOf,
    say: (draft) => sayAccount(house, reader, draft),
    preview: (draft, word) => accountPreview(house, reader, draft, word),
    showsPreview: 'when-asked',
    trail: () => [],
    onSite: () => null,
    more: (stored) => moreOf(house, reader, stored),
    after: { creating: paths.entry, changing: () => paths.list() },
  }
}

/** Where the links of mails lead: German, as the mails are. */
export function linkTo(house: House): LinkTo {
  return (token, language) => `${house.origin}${urlsIn(language).accessLink(token)}`
}
