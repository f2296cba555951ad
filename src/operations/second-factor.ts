// What is done with one-time codes (RFC 6238) and recovery codes: switched on and off, and asked for after the password.
import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { timestamp } from '../domain/clock.ts'
import { notFound } from '../domain/refusal.ts'
import { note, type Office, type Refused, refused, writeAside } from './act.ts'
import { beginSession, isPasswordOf } from './sessions.ts'
import { hashOf } from './tokens.ts'

const ISSUER = 'Treffpunkt'
const PERIOD_S = 30
/** Clocks differ: the codes before and after the present one are taken, too. */
const WINDOW = 1
const RECOVERY_CODES = 10
/** 120 bits in base32 (RFC 4648 §6): too random to need a slow hash (OWASP ASVS 5, 6.5.2). */
const RECOVERY_BYTES = 15
const MINUTE_MS = 60_000
const STEP_HOLDS_MS = 10 * MINUTE_MS
const FAILURES_COUNT_MS = 60 * MINUTE_MS
const MOST_FAILURES_OF_STEP = 5
/** Who knows the password guesses no more codes than this in an hour; recovery codes and passkeys are taken all the same. */
const MOST_FAILURES_OF_ACCOUNT = 10

/** A secret to set up an app with, and the same as an address (otpauth:) for its camera. */
export type CodeSecret = { readonly secret: string; readonly address: string }

/** Codes are asked for from now on; the recovery codes are shown this once. */
export type CodesOn = { readonly kind: 'on'; readonly recoveryCodes: readonly string[] }

/** A new secret for the app of an account, or one that was shown before. */
export function codeSecretFor(email: string, shown = ''): CodeSecret {
  const secret = isSecret(shown) ? shown : new Secret({ size: 20 }).base32
  const totp = new TOTP({ issuer: ISSUER, label: email, secret: Secret.fromBase32(secret) })
  return { secret, address: totp.toString() }
}

/** Asks for codes from now on, when the app has shown a right one. */
export async function switchCodesOn(
  office: Office,
  accountId: number,
  sent: { readonly password: string; readonly secret: string; readonly code: string },
): Promise<CodesOn | Refused> {
  const isRight = await isPasswordOf(office, accountId, sent.password)
  return writeAside(office, () => {
    const step = isSecret(sent.secret) ? stepOf(office, sent.secret, sent.code) : null
    const problems = [
      ...(isRight ? [] : [{ field: 'password', key: 'password.notYours' }]),
      ...(step === null ? [{ field: 'code', key: 'code.wrong' }] : []),
    ]
    if (step === null || problems.length > 0) return refused(problems)
    office.store.secondFactors.setSecret(accountId, sent.secret, step)
    noteChange(office, accountId, 'switch-codes-on')
    return { kind: 'on', recoveryCodes: newRecoveryCodes(office, accountId) }
  })
}

/** Asks for no codes any more. */
export async function switchCodesOff(
  office: Office,
  accountId: number,
  password: string,
): Promise<{ readonly kind: 'off' } | Refused> {
  const isRight = await isPasswordOf(office, accountId, password)
  return writeAside(office, () => {
    if (!isRight) return refused([{ field: 'password', key: 'password.notYours' }])
    office.store.secondFactors.setSecret(accountId, null, 0)
    office.store.secondFactors.replaceRecoveryCodes(accountId, [])
    noteChange(office, accountId, 'switch-codes-off')
    return { kind: 'off' }
  })
}

/** Makes new recovery codes; the old ones hold no longer. Throws NotFound where no codes are asked for. */
export async function renewRecoveryCodes(
  office: Office,
  accountId: number,
  password: string,
): Promise<CodesOn | Refused> {
  const isRight = await isPasswordOf(office, accountId, password)
  return writeAside(office, () => {
    if (!isRight) return refused([{ field: 'password', key: 'password.notYours' }])
    if (office.store.secondFactors.secretOf(accountId) === null) notFound('codes')
    noteChange(office, accountId, 'renew-recovery-codes')
    return { kind: 'on', recoveryCodes: newRecoveryCodes(office, accountId) }
  })
}

/**
 * The token of a new session for a sign-in that waited for its code; problems where the code is wrong; null where the
 * person has to begin anew, after ten minutes or five wrong codes.
 */
export function signInWithCode(
  office: Office,
  sent: { readonly step: string; readonly code: string; readonly device: string },
): { readonly kind: 'signed-in'; readonly token: string } | Refused | null {
  return writeAside(office, () => {
    const { secondFactors, accounts } = office.store
    const tokenHash = hashOf(sent.step)
    const pending = secondFactors.pending(tokenHash)
    if (pending === null || isOver(office, pending)) return null
    const account = accounts.byId(pending.accountId)
    if (account === null || account.disabledAt !== null) return null
    const verdict = judge(office, account.id, sent.code)
    if (verdict !== 'right') {
      if (verdict === 'wrong') secondFactors.noteFailure(tokenHash)
      note(office, null, { act: 'sign-in-code', noun: 'account', id: account.id, result: 'refused' })
      return refused([{ field: 'code', key: verdict === 'wrong' ? 'code.wrong' : 'code.tooMany' }])
    }
    secondFactors.removePending(tokenHash)
    note(office, account.id, { act: 'sign-in', noun: 'account', id: account.id, result: 'saved' })
    return { kind: 'signed-in', token: beginSession(office, account.id, sent.device) }
  })
}

function isOver(office: Office, pending: { readonly madeAt: string; readonly failures: number }): boolean {
  return (
    pending.madeAt < timestamp(office.clock() - STEP_HOLDS_MS) || pending.failures >= MOST_FAILURES_OF_STEP
  )
}

/** A recovery code opens whatever was guessed before: nobody can lock the owner out. */
function judge(office: Office, accountId: number, typed: string): 'right' | 'wrong' | 'too-many' {
  const { secondFactors } = office.store
  if (secondFactors.useRecoveryCode(accountId, recoveryHashOf(typed))) return 'right'
  secondFactors.removePendingOlder(timestamp(office.clock() - FAILURES_COUNT_MS))
  if (secondFactors.failuresOf(accountId) >= MOST_FAILURES_OF_ACCOUNT) return 'too-many'
  const secret = secondFactors.secretOf(accountId)
  const step = secret === null ? null : stepOf(office, secret, typed)
  return step !== null && secondFactors.useStep(accountId, step) ? 'right' : 'wrong'
}

/** The time step that a code belongs to, or null where it is none of the present ones. */
function stepOf(office: Office, secret: string, typed: string): number | null {
  const now = office.clock()
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_S })
  const delta = totp.validate({ token: typed.replaceAll(/\s/g, ''), timestamp: now, window: WINDOW })
  return delta === null ? null : TOTP.counter({ period: PERIOD_S, timestamp: now }) + delta
}

function newRecoveryCodes(office: Office, accountId: number): readonly string[] {
  const codes = Array.from({ length: RECOVERY_CODES }, () => {
    const letters = new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32
    return letters.replaceAll(/(.{4})(?=.)/g, '$1-')
  })
  office.store.secondFactors.replaceRecoveryCodes(accountId, codes.map(recoveryHashOf))
  return codes
}

/** Typed with or without its hyphens, in capitals or not. */
function recoveryHashOf(typed: string): string {
  return hashOf(typed.toUpperCase().replaceAll(/[^A-Z2-7]/g, ''))
}

function isSecret(text: string): boolean {
  return /^[A-Z2-7]{32}$/.test(text)
}

function noteChange(office: Office, id: number, act: string): void {
  note(office, id, { act, noun: 'account', id, result: 'saved' })
}
