import type { FastifyRequest } from 'fastify'
import type { House } from './house.ts'

/**
 * How browsers know this site where passkeys are concerned, or null where it is addressed by a number, for which there
 * are none (WebAuthn Level 3 §5.1.3, step 7). A demonstration is whatever of this machine's names was asked for.
 */
export function passkeySite(
  house: House,
  request: FastifyRequest,
): { readonly host: string; readonly origin: string } | null {
  const origin = house.isDemonstration ? `${request.protocol}://${request.host}` : house.origin
  const { hostname } = new URL(origin)
  return /^[\d.]+$|:/.test(hostname) ? null : { host: hostname, origin }
}
