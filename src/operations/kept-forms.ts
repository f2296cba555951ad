// What is done with a form whose session had ended: kept for an hour, sealed, and given back to the same account.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { timestamp } from '../domain/clock.ts'
import { type Office, writeAside } from './act.ts'
import { hashOf, newToken } from './tokens.ts'

const HOLDS_MS = 60 * 60 * 1000
const MOST_OF_ACCOUNT = 5
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

const shape = z.object({
  pattern: z.string(),
  params: z.record(z.string(), z.string()),
  query: z.record(z.string(), z.string()).default({}),
  form: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})
/** What was sent, and to which route, as the table of routes names it. */
export type KeptForm = {
  readonly pattern: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string | readonly string[]>>
}

/**
 * Keeps what was sent in a session that has ended, and answers with the token that opens it; null where nobody ever had
 * this session, so that no stranger fills the store.
 */
export function keepForm(office: Office, sessionToken: string, sent: KeptForm): string | null {
  const session = office.store.sessions.byTokenHash(hashOf(sessionToken))
  const account = session === null ? null : office.store.accounts.byId(session.accountId)
  if (account === null || account.disabledAt !== null) return null
  return writeAside(office, ({ at: madeAt }) => {
    const { keptForms } = office.store
    const token = newToken()
    keptForms.removeOlder(timestamp(office.clock() - HOLDS_MS))
    keptForms.insert({ tokenHash: hashOf(token), accountId: account.id, madeAt, sealed: seal(token, sent) })
    keptForms.removeButNewest(account.id, MOST_OF_ACCOUNT)
    return token
  })
}

/** What was kept under a token for this account, or null where it is nobody's, another's, or older than an hour. */
export function keptForm(office: Office, accountId: number, token: string): KeptForm | null {
  const kept = office.store.keptForms.byTokenHash(hashOf(token))
  if (kept === null || kept.accountId !== accountId) return null
  return kept.madeAt < timestamp(office.clock() - HOLDS_MS) ? null : unseal(token, kept.sealed)
}

function seal(token: string, sent: KeptForm): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyOf(token), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(sent), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

function unseal(token: string, sealed: Uint8Array): KeptForm {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv(CIPHER, keyOf(token), bytes.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  return shape.parse(JSON.parse(text.toString('utf8')))
}

function keyOf(token: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', token, '', 'kept form', 32))
}
