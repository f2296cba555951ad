// What is done to sessions: begun by signing in, known again by their token, and ended.

import { timestamp } from '../domain/clock.ts'
import { LONGEST_PASSWORD } from '../domain/password.ts'
import type { Actor } from '../domain/permission.ts'
import type { Session } from '../store/sessions.ts'
import { actorOf } from './accounts.ts'
import { note, type Office, writeAside } from './act.ts'
import { hash, verify } from './password-hash.ts'
import { hashOf, newToken } from './tokens.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
const IDLE_MS = 12 * HOUR_MS
const LONGEST_SESSION_MS = 7 * DAY_MS
/** An ended session is still known so long, so that a form sent in it can be given back. */
const FORGOTTEN_AFTER_MS = 14 * DAY_MS
const LOG_KEPT_MS = 365 * DAY_MS
const TOUCH_AFTER_MS = 60 * 1000

export type Credentials = { readonly email: string; readonly password: string; readonly device: string }

/** What came of a right password: a session, or the question for a one-time code, and the token that names it. */
export type SignedIn =
  | { readonly kind: 'signed-in'; readonly token: string }
  | { readonly kind: 'code-needed'; readonly step: string }

/**
 * Null where e-mail address and password do not belong together or the account is disabled. An unknown address costs as
 * much time as a wrong password, so that nobody learns which addresses exist.
 */
export async function signIn(office: Office, credentials: Credentials): Promise<SignedIn | null> {
  const account = office.store.accounts.byEmail(credentials.email)
  const isRight = await isPasswordOf(office, account?.id ?? null, credentials.password)
  return writeAside(office, () => {
    const deed = { act: 'sign-in', noun: 'account', ...(account === null ? {} : { id: account.id }) } as const
    if (account === null || account.disabledAt !== null || !isRight) {
      note(office, null, { ...deed, result: 'refused' })
      return null
    }
    if (office.store.secondFactors.secretOf(account.id) !== null) return askForCode(office, account.id)
    note(office, account.id, { ...deed, result: 'saved' })
    return { kind: 'signed-in', token: beginSession(office, account.id, credentials.device) }
  })
}

function askForCode(office: Office, accountId: number): SignedIn {
  const step = newToken()
  const madeAt = timestamp(office.clock())
  office.store.secondFactors.addPending({ tokenHash: hashOf(step), accountId, madeAt })
  note(office, null, { act: 'sign-in', noun: 'account', id: accountId, result: 'code-needed' })
  return { kind: 'code-needed', step }
}

/** Whether this is the account's password; takes as long where there is no such account, or none with a password. */
export async function isPasswordOf(office: Office, id: number | null, typed: string): Promise<boolean> {
  const stored = id === null ? null : office.store.accounts.passwordHash(id)
  const password = typed.slice(0, LONGEST_PASSWORD)
  if (stored !== null) return verify(stored, password)
  await hash(password)
  return false
}

/** Who a session's token belongs to, or null where it has ended: idle for 12 hours, 7 days old, or the account disabled. */
export function actorOfToken(office: Office, token: string): Extract<Actor, { kind: 'account' }> | null {
  const tokenHash = hashOf(token)
  const session = office.store.sessions.byTokenHash(tokenHash)
  if (session === null || !isAlive(office, session)) return null
  const now = office.clock()
  const account = office.store.accounts.byId(session.accountId)
  if (account === null || account.disabledAt !== null) return null
  if (session.seenAt < timestamp(now - TOUCH_AFTER_MS)) office.store.sessions.touch(tokenHash, timestamp(now))
  return actorOf(account)
}

/** The sessions with which an account is signed in, the last used first. */
export function sessionsOf(office: Office, accountId: number): readonly Session[] {
  return office.store.sessions.ofAccount(accountId).filter((session) => isAlive(office, session))
}

/** Ends the session of a token. */
export function signOut(office: Office, token: string): void {
  const tokenHash = hashOf(token)
  const session = office.store.sessions.byTokenHash(tokenHash)
  if (session !== null) endSession(office, { accountId: session.accountId, tokenHash })
}

/** Ends one of an account's own sessions; of others it knows nothing. */
export function endSession(
  office: Office,
  session: { readonly accountId: number; readonly tokenHash: string },
): void {
  writeAside(office, ({ at }) => {
    office.store.sessions.end(session, at)
    const { accountId: id } = session
    note(office, id, { act: 'end-session', noun: 'account', id, result: 'saved' })
  })
}

/** Ends all of an account's own sessions. */
export function endSessions(office: Office, accountId: number): void {
  writeAside(office, ({ at }) => {
    office.store.sessions.endOfAccount(accountId, at)
    note(office, accountId, { act: 'end-sessions', noun: 'account', id: accountId, result: 'saved' })
  })
}

/** A new session for an account, and its token; part of a transaction. */
export function beginSession(office: Office, accountId: number, device: string): string {
  const token = newToken()
  const now = office.clock()
  office.store.sessions.removeOlder(timestamp(now - FORGOTTEN_AFTER_MS))
  office.store.audit.removeOlder(timestamp(now - LOG_KEPT_MS))
  office.store.sessions.insert({
    tokenHash: hashOf(token),
    accountId,
    at: timestamp(now),
    device: device.slice(0, 200),
  })
  return token
}

function isAlive(office: Office, session: Session): boolean {
  const now = office.clock()
  return (
    session.endedAt === null &&
    session.seenAt >= timestamp(now - IDLE_MS) &&
    session.createdAt >= timestamp(now - LONGEST_SESSION_MS)
  )
}
