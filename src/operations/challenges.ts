// Challenges for passkeys: handed out without being stored, known again by their signature, and answered once.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { timestamp } from '../domain/clock.ts'
import type { Office } from './act.ts'

const HOLDS_MS = 10 * 60_000
const RANDOM_BYTES = 16
const TIME_BYTES = 6
const SIGNATURE_BYTES = 32

/** A challenge for one purpose: random bytes, the time, and the signature of this site over both. */
export function newChallenge(office: Office, purpose: string): Uint8Array<ArrayBuffer> {
  const time = Buffer.alloc(TIME_BYTES)
  time.writeUIntBE(office.clock(), 0, TIME_BYTES)
  const signed = Buffer.concat([randomBytes(RANDOM_BYTES), time])
  return new Uint8Array(Buffer.concat([signed, signatureOf(office, purpose, signed)]))
}

/** Whether this site handed out the challenge (base64url) for this purpose, in the last ten minutes. */
export function isChallenge(office: Office, purpose: string, challenge: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== RANDOM_BYTES + TIME_BYTES + SIGNATURE_BYTES) return false
  const signed = bytes.subarray(0, RANDOM_BYTES + TIME_BYTES)
  const age = office.clock() - signed.readUIntBE(RANDOM_BYTES, TIME_BYTES)
  const isOurs = timingSafeEqual(
    bytes.subarray(RANDOM_BYTES + TIME_BYTES),
    signatureOf(office, purpose, signed),
  )
  return isOurs && age >= 0 && age <= HOLDS_MS
}

/** Takes a challenge as answered; false where it was before. Part of a transaction. */
export function useChallenge(office: Office, challenge: string): boolean {
  const { passkeys } = office.store
  const now = office.clock()
  passkeys.forgetChallenges(timestamp(now - 2 * HOLDS_MS))
  return passkeys.useChallenge(challenge, timestamp(now))
}

/** The name by which authenticators know an account: always the same, and nobody's number or address. */
export function handleOf(office: Office, accountId: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(signatureOf(office, 'handle', Buffer.from(String(accountId))))
}

function signatureOf(office: Office, purpose: string, signed: Uint8Array): Buffer {
  return createHmac('sha256', office.store.passkeys.siteSecret())
    .update(`${purpose}\0`)
    .update(signed)
    .digest()
}
