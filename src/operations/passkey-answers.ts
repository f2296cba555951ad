// What browsers answer when they are asked for a passkey: JSON of a known shape (WebAuthn Level 3 §5.1).
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'

const TRANSPORTS = ['ble', 'hybrid', 'internal', 'nfc', 'usb'] as const
const LONGEST = 20_000

const base64url = z.string().regex(/^[\w-]*$/)
const assertion = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
})
const attestation = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string()).default([]),
  }),
})

/** The answer to a question for a passkey that is there, or null where the text is none. */
export function readAssertion(text: string): AuthenticationResponseJSON | null {
  const read = assertion.safeParse(jsonOf(text))
  return read.success ? { ...read.data, clientExtensionResults: {} } : null
}

/** The answer to a question for a new passkey, or null where the text is none. */
export function readAttestation(text: string): RegistrationResponseJSON | null {
  const read = attestation.safeParse(jsonOf(text))
  if (!read.success) return null
  const { response, ...rest } = read.data
  const transports = transportsIn(response.transports)
  return { ...rest, response: { ...response, transports }, clientExtensionResults: {} }
}

/** The ways to an authenticator that are known. */
export function transportsIn(names: readonly string[]): AuthenticatorTransport[] {
  return TRANSPORTS.filter((known) => names.includes(known))
}

function jsonOf(text: string): unknown {
  if (text.length > LONGEST) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
