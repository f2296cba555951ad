// What is done to accounts and sessions: create, sign in, know again, sign out, end all, disable.
import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { timestamp } from '../domain/clock.ts'
import { isEmail } from '../domain/contact.ts'
import { type Actor, NO_TIES } from '../domain/permission.ts'
import { checkText, type Problem } from '../domain/problem.ts'
import type { Account, AccountDraft } from '../store/accounts.ts'
import { type By, type Office, permit, type Refused, refused, type Saved, saved, write } from './act.ts'

const SHORTEST_PASSWORD = 15
const LONGEST_PASSWORD = 200
const IDLE_MS = 12 * 60 * 60 * 1000
const LONGEST_SESSION_MS = 7 * 24 * 60 * 60 * 1000
const TOUCH_AFTER_MS = 60 * 1000

/** Creates an account with a password of at least 15 characters (OWASP ASVS 5, 6.2.1); hashing is why it is not synchronous. */
export async function createAccount(
  office: Office,
  by: By,
  draft: AccountDraft,
  password: string,
): Promise<Saved | Refused> {
  permit(by, 'manage-accounts', NO_TIES)
  const passwordHash = await hash(password)
  return write(office, ({ at }) => {
    const problems = [...checkAccount(draft), ...checkPassword(password, draft)]
    if (office.store.accounts.byEmail(draft.email) !== null)
      problems.push({ field: 'email', key: 'email.taken' })
    if (problems.length > 0) return refused(problems)
    return saved(office.store.accounts.insert(draft, passwordHash, at), 1)
  })
}

/** Disables an account and ends all of its sessions. */
export function disableAccount(office: Office, by: By, id: number): void {
  permit(by, 'manage-accounts', NO_TIES)
  write(office, ({ at }) => {
    office.store.accounts.setDisabled(id, at, at)
    office.store.sessions.removeOfAccount(id)
  })
}

/**
 * The token of a new session, or null where e-mail address and password do not belong together or the account is
 * disabled. An unknown address costs as much time as a wrong password, so that nobody learns which addresses exist.
 */
export async function signIn(
  office: Office,
  credentials: { readonly email: string; readonly password: string; readonly device: string },
): Promise<string | null> {
  const account = office.store.accounts.byEmail(credentials.email)
  const stored = account === null ? null : office.store.accounts.passwordHash(account.id)
  const password = credentials.password.slice(0, LONGEST_PASSWORD)
  if (account === null || stored === null || account.disabledAt !== null) {
    await hash(password)
    return null
  }
  if (!(await verify(stored, password))) return null
  const token = randomBytes(32).toString('base64url')
  const now = office.clock()
  office.store.transaction(() => {
    office.store.sessions.removeOlder(timestamp(now - IDLE_MS), timestamp(now - LONGEST_SESSION_MS))
    const device = credentials.device.slice(0, 200)
    office.store.sessions.insert({
      tokenHash: hashOf(token),
      accountId: account.id,
      at: timestamp(now),
      device,
    })
  })
  return token
}

/** Who a session's token belongs to, or null where it has ended: idle for 12 hours, 7 days old, or the account disabled. */
export function actorOfToken(office: Office, token: string): Extract<Actor, { kind: 'account' }> | null {
  const tokenHash = hashOf(token)
  const session = office.store.sessions.byTokenHash(tokenHash)
  if (session === null) return null
  const now = office.clock()
  if (session.seenAt < timestamp(now - IDLE_MS) || session.createdAt < timestamp(now - LONGEST_SESSION_MS))
    return null
  const account = office.store.accounts.byId(session.accountId)
  if (account === null || account.disabledAt !== null) return null
  if (session.seenAt < timestamp(now - TOUCH_AFTER_MS)) office.store.sessions.touch(tokenHash, timestamp(now))
  return actorOf(account)
}

/** Ends one session. */
export function signOut(office: Office, token: string): void {
  office.store.sessions.remove(hashOf(token))
}

/** The actor that an account is. */
export function actorOf(account: Account): Extract<Actor, { kind: 'account' }> {
  const { id, name, role, cityIds, organisationIds } = account
  return { kind: 'account', id, name, role, cityIds, organisationIds }
}

function checkAccount(draft: AccountDraft): Problem[] {
  const problems = checkText('name', draft.name, { required: true, longest: 120 })
  return isEmail(draft.email) ? problems : [...problems, { field: 'email', key: 'email.malformed' }]
}

function checkPassword(password: string, draft: AccountDraft): Problem[] {
  const params = { shortest: SHORTEST_PASSWORD, longest: LONGEST_PASSWORD }
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
    return [{ field: 'password', key: 'password.length', params }]
  const isGuessable = new Set(password).size < 5 || password.toLowerCase() === draft.email.toLowerCase()
  return isGuessable ? [{ field: 'password', key: 'password.guessable' }] : []
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
