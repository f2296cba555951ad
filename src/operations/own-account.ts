// What a person does to the own account: its name and its password.

import { checkAccount } from '../domain/account.ts'
import { checkPassword } from '../domain/password.ts'
import { notFound } from '../domain/refusal.ts'
import { accountStateOf } from './accounts.ts'
import {
  type By,
  note,
  type Office,
  type Outdated,
  outdated,
  type Refused,
  record,
  refused,
  type Saved,
  saved,
  writeAside,
} from './act.ts'
import { hash } from './password-hash.ts'
import { isPasswordOf } from './sessions.ts'
import { hashOf } from './tokens.ts'

/** Changes the name that stands at a person's changes from now on. */
export function changeOwnName(
  office: Office,
  by: By,
  { id, version, name }: { readonly id: number; readonly version: number; readonly name: string },
): Saved | Refused | Outdated {
  return writeAside(office, ({ at }) => {
    const stored = office.store.accounts.byId(id) ?? notFound(`account ${id}`)
    const state = { ...accountStateOf(stored), name }
    const problems = checkAccount(state).filter(({ field }) => field === 'name')
    if (problems.length > 0) return refused(problems)
    if (!office.store.accounts.update(id, version, state, at)) return outdated(stored.version)
    record(office, by, { noun: 'account', id, version: version + 1, at, state })
    return saved(id, version + 1)
  })
}

/** Changes a password for whoever knows the present one; every other session ends, and every link that was sent. */
export async function changeOwnPassword(
  office: Office,
  sent: {
    readonly id: number
    /** The token of the session that stays. */
    readonly token: string
    readonly present: string
    readonly password: string
  },
): Promise<Saved | Refused> {
  const account = office.store.accounts.byId(sent.id) ?? notFound(`account ${sent.id}`)
  const problems = [
    ...((await isPasswordOf(office, sent.id, sent.present))
      ? []
      : [{ field: 'present', key: 'password.notYours' }]),
    ...checkPassword(sent.password, account),
  ]
  if (problems.length > 0) return refused(problems)
  const passwordHash = await hash(sent.password)
  return writeAside(office, ({ at }) => {
    office.store.accounts.setPassword(sent.id, passwordHash)
    office.store.accountLinks.removeOfAccount(sent.id)
    office.store.sessions.endOfAccount(sent.id, at, hashOf(sent.token))
    note(office, sent.id, { act: 'set-password', noun: 'account', id: sent.id, result: 'saved' })
    return saved(sent.id, account.version)
  })
}
