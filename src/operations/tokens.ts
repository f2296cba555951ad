// Random tokens: handed out once, and stored only as what they hash to.
import { createHash, randomBytes } from 'node:crypto'

/** A new token of 256 random bits, fit for cookies and addresses. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What a token is known by: its SHA-256. Random enough that no slower hash is needed. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
