// An account (Konto): who may sign in, in which role, and for which cities or organisations.
import { isEmail } from './contact.ts'
import type { SiteLanguage } from './language.ts'
import type { Role } from './permission.ts'
import { checkText, type Problem } from './problem.ts'

export type AccountDraft = {
  readonly email: string
  readonly name: string
  readonly role: Role
  /** In which the person is written to. */
  readonly language: SiteLanguage
  /** Cities a coordinator looks after. */
  readonly cityIds: readonly number[]
  /** Organisations an editor speaks for. */
  readonly organisationIds: readonly number[]
}

/** What a saved state of an account tells: the draft, and since when the account is disabled (UTC, ISO 8601). */
export type AccountState = AccountDraft & { readonly disabledAt: string | null }

export type Account = AccountState & {
  readonly id: number
  readonly version: number
  /** Instants in UTC, ISO 8601. */
  readonly updatedAt: string
  /** False until the person has followed the invitation. */
  readonly hasPassword: boolean
}

/** The draft as it is kept: an address in lower case, and no ties that its role does not use. */
export function settledAccount(draft: AccountDraft): AccountDraft {
  return {
    ...draft,
    email: draft.email.trim().toLowerCase(),
    cityIds: draft.role === 'coordinator' ? draft.cityIds : [],
    organisationIds: draft.role === 'editor' ? draft.organisationIds : [],
  }
}

/** What keeps an account from being saved. */
export function checkAccount(draft: AccountDraft): Problem[] {
  const { email, name, role, cityIds, organisationIds } = draft
  return [
    ...checkText('name', name, { required: true, longest: 120 }),
    ...(isEmail(email) ? [] : [{ field: 'email', key: 'email.malformed' }]),
    ...(role === 'coordinator' && cityIds.length === 0 ? [{ field: 'cityIds', key: 'cityIds.missing' }] : []),
    ...(role === 'editor' && organisationIds.length === 0
      ? [{ field: 'organisations', key: 'organisations.missing' }]
      : []),
  ]
}
