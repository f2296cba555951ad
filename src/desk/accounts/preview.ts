import type { AccountState } from '../../domain/account.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { organisationNames } from './organisations.ts'
import { cityNames } from './said.ts'

/** What an account may do, and where. */
export type AccountPreview = {
  readonly kind: 'account'
  readonly word: string
  readonly name: string
  readonly rights: string
  readonly places: readonly string[]
}

declare module '../../http/render.ts' {
  interface Parts {
    'account-preview': AccountPreview
  }
}
declare module '../../http/entry/preview.ts' {
  interface Previews {
    account: AccountPreview
  }
}

/** What the person could do if this draft were saved; `word` says what kind of look at it this is. */
export function accountPreview(
  house: House,
  { words }: Reader,
  account: AccountState,
  word: string,
): AccountPreview {
  const { name, role, organisationIds } = account
  return {
    kind: 'account',
    word,
    name: `${name}: ${words.roles[role]}`,
    rights: words.desk.accounts.rights[role],
    places: [...cityNames(house, account), ...organisationNames(house, organisationIds)],
  }
}
