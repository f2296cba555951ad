// What is done to accounts: create, invite, change, disable and enable again; each a revision.

import {
  type Account,
  type AccountDraft,
  type AccountState,
  checkAccount,
  settledAccount,
} from '../domain/account.ts'
import { checkPassword } from '../domain/password.ts'
import { type Actor, NO_TIES } from '../domain/permission.ts'
import type { Problem } from '../domain/problem.ts'
import { notFound } from '../domain/refusal.ts'
import { type LinkTo, sendLink } from './account-links.ts'
import {
  accountIdOf,
  type By,
  type Change,
  note,
  type Office,
  type Outdated,
  outdated,
  permit,
  type Refused,
  type Restoring,
  record,
  refused,
  type Saved,
  saved,
  writeAside,
} from './act.ts'
import { hash } from './password-hash.ts'

/** Creates an account with its password, for the terminal and the demonstration; hashing is why it is not synchronous. */
export async function createAccount(
  office: Office,
  by: By,
  typed: AccountDraft,
  password: string,
): Promise<Saved | Refused> {
  permit(by, 'manage-accounts', NO_TIES)
  const draft = settledAccount(typed)
  // The demonstration's passwords are printed at its start; no public site starts with them.
  const isKnown = by.origin === 'demonstration'
  const problems = [...checkAccount(draft), ...(isKnown ? [] : checkPassword(password, draft))]
  if (problems.length > 0) return refused(problems)
  const passwordHash = await hash(password)
  return writeAside(office, ({ at }) => insert(office, by, { draft, passwordHash, at }))
}

/** Creates an account without a password, and sends its person a link to set one. */
export function inviteAccount(office: Office, by: By, typed: AccountDraft, linkTo: LinkTo): Saved | Refused {
  return writeAside(office, ({ at }) => {
    permit(by, 'manage-accounts', NO_TIES)
    const draft = settledAccount(typed)
    const problems = checkAccount(draft)
    if (problems.length > 0) return refused(problems)
    const result = insert(office, by, { draft, passwordHash: null, at })
    if (result.kind === 'saved') sendLink(office, openAccount(office, by, result.id), linkTo)
    return result
  })
}

/** Changes an account that still has the version the change was made from; what it may do changes with the next page. */
export function changeAccount(
  office: Office,
  by: By,
  { id, version, draft: typed }: Change<AccountDraft>,
): Saved | Refused | Outdated {
  return writeAside(office, ({ at }) => {
    const stored = openAccount(office, by, id)
    const draft = settledAccount(typed)
    const problems = [
      ...checkAccount(draft),
      ...checkAddress(office, draft.email, id),
      ...(draft.role === 'administrator' ? [] : checkOthers(office, by, stored)),
    ]
    if (problems.length > 0) return refused(problems)
    if (!office.store.accounts.update(id, version, draft, at)) return outdated(stored.version)
    const state = { ...draft, disabledAt: stored.disabledAt }
    record(office, by, { noun: 'account', id, version: version + 1, at, state })
    return saved(id, version + 1)
  })
}

/** Makes an earlier state of an account its newest one; whether it is disabled stays as it is. */
export function restoreAccount(
  office: Office,
  by: By,
  { id, version, earlier }: Restoring,
): Saved | Refused | Outdated {
  openAccount(office, by, id)
  const { draft } = office.store.revisions.draftAt('account', id, earlier) ?? notFound(`version ${earlier}`)
  return changeAccount(office, { ...by, origin: 'restore' }, { id, version, draft })
}

/** Ends every session of an account, for whoever looks after accounts. */
export function signOutAccount(office: Office, by: By, id: number): void {
  writeAside(office, ({ at }) => {
    openAccount(office, by, id)
    office.store.sessions.endOfAccount(id, at)
    note(office, accountIdOf(by), { act: 'end-sessions', noun: 'account', id, result: 'saved' })
  })
}

/** Disables an account, which ends all of its sessions and links at once, or enables it again. */
export function switchAccount(
  office: Office,
  by: By,
  { id, version, act }: { readonly id: number; readonly version: number; readonly act: 'disable' | 'enable' },
): Saved | Refused | Outdated {
  return writeAside(office, ({ at }) => {
    const { accounts, accountLinks, sessions } = office.store
    const stored = openAccount(office, by, id)
    const problems = act === 'disable' ? checkOthers(office, by, stored) : []
    if (problems.length > 0) return refused(problems)
    const disabledAt = act === 'disable' ? at : null
    if (!accounts.setDisabled(id, version, disabledAt, at)) return outdated(stored.version)
    if (act === 'disable') {
      sessions.endOfAccount(id, at)
      accountLinks.removeOfAccount(id)
    }
    const state = { ...accountStateOf(stored), disabledAt }
    record(office, by, { noun: 'account', id, version: version + 1, at, state })
    return saved(id, version + 1)
  })
}

/** The account, for whoever looks after accounts; throws NotFound where there is none. */
export function openAccount(office: Office, by: By, id: number): Account {
  permit(by, 'manage-accounts', NO_TIES)
  return office.store.accounts.byId(id) ?? notFound(`account ${id}`)
}

/** What a revision keeps of an account. */
export function accountStateOf(account: AccountState): AccountState {
  const { email, name, role, language, cityIds, organisationIds, disabledAt } = account
  return { email, name, role, language, cityIds, organisationIds, disabledAt }
}

/** The actor that an account is. */
export function actorOf(account: Account): Extract<Actor, { kind: 'account' }> {
  const { id, name, role, cityIds, organisationIds } = account
  return { kind: 'account', id, name, role, cityIds, organisationIds }
}

function insert(
  office: Office,
  by: By,
  made: { readonly draft: AccountDraft; readonly passwordHash: string | null; readonly at: string },
): Saved | Refused {
  const { draft, passwordHash, at } = made
  const problems = checkAddress(office, draft.email, null)
  if (problems.length > 0) return refused(problems)
  const id = office.store.accounts.insert(draft, passwordHash, at)
  record(office, by, { noun: 'account', id, version: 1, at, state: { ...draft, disabledAt: null } })
  return saved(id, 1)
}

function checkAddress(office: Office, email: string, id: number | null): Problem[] {
  const other = office.store.accounts.byEmail(email)
  return other === null || other.id === id ? [] : [{ field: 'email', key: 'email.taken' }]
}

/** Somebody must be left who can look after accounts; at the terminal, others can be made. */
function checkOthers(office: Office, by: By, account: Account): Problem[] {
  const isOne = ({ role, disabledAt, hasPassword }: Account) =>
    role === 'administrator' && disabledAt === null && hasPassword
  if (by.actor.kind === 'system' || !isOne(account)) return []
  const others = office.store.accounts.all().filter((other) => other.id !== account.id && isOne(other))
  return others.length > 0 ? [] : [{ field: 'role', key: 'role.lastAdministrator' }]
}
