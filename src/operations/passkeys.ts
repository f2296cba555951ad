// What is done with passkeys (WebAuthn Level 3): added beside the password, used instead of it, and taken away.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Account } from '../domain/account.ts'
import { checkText } from '../domain/problem.ts'
import { note, type Office, type Refused, refused, writeAside } from './act.ts'
import { handleOf, isChallenge, newChallenge, useChallenge } from './challenges.ts'
import { readAssertion, readAttestation, transportsIn } from './passkey-answers.ts'
import { beginSession, isPasswordOf } from './sessions.ts'

/** How browsers know this site: its host, which is no number, and its origin. */
export type PasskeySite = { readonly host: string; readonly origin: string }

const SITE_NAME = 'Treffpunkt'
const SIGN_IN = 'sign-in'
const FAILED = { field: 'answer', key: 'passkey.failed' } as const

/** What a browser needs to sign somebody in who has a passkey for this site, whoever it is. */
export function signInOptions(
  office: Office,
  { host }: PasskeySite,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: host,
    challenge: newChallenge(office, SIGN_IN),
    userVerification: 'required',
  })
}

/** What a browser needs to make a passkey for an account. */
export function newPasskeyOptions(
  office: Office,
  { host }: PasskeySite,
  account: Account,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: SITE_NAME,
    rpID: host,
    userName: account.email,
    userDisplayName: account.name,
    userID: handleOf(office, account.id),
    challenge: newChallenge(office, purposeOf(account)),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: office.store.passkeys
      .ofAccount(account.id)
      .map(({ credentialId, transports }) => ({ id: credentialId, transports: transportsIn(transports) })),
  })
}

/** Adds a passkey that the browser made, for whoever knows the password, too. */
export async function addPasskey(
  office: Office,
  site: PasskeySite,
  account: Account,
  sent: { readonly password: string; readonly name: string; readonly answer: string },
): Promise<{ readonly kind: 'saved' } | Refused> {
  const isRight = await isPasswordOf(office, account.id, sent.password)
  const problems = [
    ...checkText('name', sent.name, { required: true, longest: 60 }),
    ...(isRight ? [] : [{ field: 'password', key: 'password.notYours' }]),
  ]
  if (problems.length > 0) return refused(problems)
  const made = await madePasskey(office, site, account, sent.answer)
  if (made === null) return refused([FAILED])
  return writeAside(office, ({ at }) => {
    const { passkeys } = office.store
    const isKnown = passkeys.byCredential(made.credential.id) !== null
    if (isKnown || !useChallenge(office, made.challenge)) return refused([FAILED])
    passkeys.insert({
      accountId: account.id,
      credentialId: made.credential.id,
      publicKey: made.credential.publicKey,
      counter: made.credential.counter,
      transports: made.credential.transports ?? [],
      name: sent.name,
      madeAt: at,
    })
    note(office, account.id, { act: 'add-passkey', noun: 'account', id: account.id, result: 'saved' })
    return { kind: 'saved' }
  })
}

/** The token of a new session for whoever holds a passkey of this site; null where the answer is none of one. */
export async function signInWithPasskey(
  office: Office,
  { host, origin }: PasskeySite,
  sent: { readonly answer: string; readonly device: string },
): Promise<string | null> {
  const response = readAssertion(sent.answer)
  const passkey = response === null ? null : office.store.passkeys.byCredential(response.id)
  if (response === null || passkey === null) return null
  let challenge = ''
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (answered) => {
      challenge = answered
      return isChallenge(office, SIGN_IN, answered)
    },
    expectedOrigin: origin,
    expectedRPID: host,
    credential: {
      id: passkey.credentialId,
      publicKey: passkey.publicKey,
      counter: passkey.counter,
      transports: transportsIn(passkey.transports),
    },
    requireUserVerification: true,
  }).catch(() => null)
  return writeAside(office, ({ at }) => {
    const account = office.store.accounts.byId(passkey.accountId)
    const deed = { act: 'sign-in-passkey', noun: 'account', id: passkey.accountId } as const
    const isGood = verified?.verified === true && useChallenge(office, challenge)
    if (!isGood || account === null || account.disabledAt !== null) {
      note(office, null, { ...deed, result: 'refused' })
      return null
    }
    office.store.passkeys.noteUse(passkey.id, verified.authenticationInfo.newCounter, at)
    note(office, account.id, { ...deed, result: 'saved' })
    return beginSession(office, account.id, sent.device)
  })
}

/** Takes a passkey away, for whoever knows the password, too. */
export async function removePasskey(
  office: Office,
  accountId: number,
  sent: { readonly id: number; readonly password: string },
): Promise<{ readonly kind: 'saved' } | Refused> {
  const isRight = await isPasswordOf(office, accountId, sent.password)
  return writeAside(office, () => {
    if (!isRight) return refused([{ field: 'password', key: 'password.notYours' }])
    office.store.passkeys.remove(sent.id, accountId)
    note(office, accountId, { act: 'remove-passkey', noun: 'account', id: accountId, result: 'saved' })
    return { kind: 'saved' }
  })
}

async function madePasskey(office: Office, { host, origin }: PasskeySite, account: Account, answer: string) {
  const response = readAttestation(answer)
  if (response === null) return null
  let challenge = ''
  // Whatever is wrong with the answer, its person can only try again.
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (answered) => {
      challenge = answered
      return isChallenge(office, purposeOf(account), answered)
    },
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
  }).catch(() => null)
  return verified?.verified === true ? { credential: verified.registrationInfo.credential, challenge } : null
}

function purposeOf({ id }: Account): string {
  return `passkey of account ${id}`
}
