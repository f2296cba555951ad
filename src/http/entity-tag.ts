import { createHash } from 'node:crypto'

/** The strong tag of bytes as they are sent, so that each encoding has one of its own (RFC 9110 §8.8.3). */
export function entityTag(body: Uint8Array): string {
  return `"${createHash('sha1').update(body).digest('base64url')}"`
}

/** Whether If-None-Match names the tag, by a weak comparison (§13.1.2): wherever it stands in the list. */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  return ifNoneMatch?.includes(etag) === true
}
