import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/operations/accounts.ts'
import {
  codeSecretFor,
  renewRecoveryCodes,
  signInWithCode,
  switchCodesOff,
  switchCodesOn,
} from '../../src/operations/second-factor.ts'
import { actorOfToken, signIn } from '../../src/operations/sessions.ts'
import { idOf, openTown, type Town } from '../support/cast.ts'

const DRAFT = {
  email: 'neu@treffpunkt.example',
  name: 'Neu',
  role: 'staff',
  language: 'de',
  cityIds: [],
  organisationIds: [],
} as const
const PASSWORD = 'vier gelbe Boote schweigen'
const CREDENTIALS = { email: DRAFT.email, password: PASSWORD, device: 'Firefox' }
const { secret } = codeSecretFor(DRAFT.email)

let office: Town['office']
let id: number
let now: number
beforeEach(async () => {
  const town = openTown()
  now = town.office.clock()
  office = { ...town.office, clock: () => now }
  id = idOf(await createAccount(office, town.by.administrator, DRAFT, PASSWORD))
})

const later = (seconds: number) => {
  now += seconds * 1000
}
const codeNow = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })
const problemIn = (result: { kind: string; problems?: readonly { key: string }[] } | null) =>
  result === null ? 'over' : (result.problems?.map(({ key }) => key).join() ?? result.kind)

async function switchOn(): Promise<readonly string[]> {
  const result = await switchCodesOn(office, id, { password: PASSWORD, secret, code: codeNow() })
  if (result.kind !== 'on') throw new Error(problemIn(result))
  later(60)
  return result.recoveryCodes
}

/** The token of a sign-in that waits for its code. */
async function stepAfterPassword(): Promise<string> {
  const result = await signIn(office, CREDENTIALS)
  if (result?.kind !== 'code-needed') throw new Error('no code was asked for')
  return result.step
}

const withCode = (step: string, code: string) => signInWithCode(office, { step, code, device: '' })

describe('one-time codes', () => {
  test('are switched on by the password and a right code of the app', async () => {
    const wrong = await switchCodesOn(office, id, { password: 'nein', secret, code: '000000' })
    expect(problemIn(wrong)).toBe('password.notYours,code.wrong')
    expect(
      problemIn(await switchCodesOn(office, id, { password: PASSWORD, secret: 'kurz', code: codeNow() })),
    ).toBe('code.wrong')
    expect((await signIn(office, CREDENTIALS))?.kind).toBe('signed-in')
    expect(await switchOn()).toHaveLength(10)
    expect((await signIn(office, CREDENTIALS))?.kind).toBe('code-needed')
  })

  test('let in once each, also with a clock that is half a minute off', async () => {
    await switchOn()
    const code = codeNow()
    later(30)
    const result = withCode(await stepAfterPassword(), code.replace(/(...)/, '$1 '))
    expect(result?.kind === 'signed-in' ? actorOfToken(office, result.token) : null).toMatchObject({ id })
    expect(problemIn(withCode(await stepAfterPassword(), code))).toBe('code.wrong')
  })

  test('that switched them on do not sign in, too', async () => {
    await switchCodesOn(office, id, { password: PASSWORD, secret, code: codeNow() })
    expect(problemIn(withCode(await stepAfterPassword(), codeNow()))).toBe('code.wrong')
  })

  test('are asked for anew after five wrong ones, and after ten minutes', async () => {
    await switchOn()
    const step = await stepAfterPassword()
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(problemIn(withCode(step, '000000'))).toBe('code.wrong')
    expect(withCode(step, codeNow())).toBeNull()
    const slow = await stepAfterPassword()
    later(601)
    expect(withCode(slow, codeNow())).toBeNull()
    expect(withCode('made up', codeNow())).toBeNull()
  })

  test('are no longer guessed at after ten wrong ones in an hour, but a recovery code still lets in', async () => {
    const [recovery = ''] = await switchOn()
    for (let attempt = 0; attempt < 10; attempt += 1) withCode(await stepAfterPassword(), '000000')
    expect(problemIn(withCode(await stepAfterPassword(), codeNow()))).toBe('code.tooMany')
    expect(problemIn(withCode(await stepAfterPassword(), recovery))).toBe('signed-in')
    later(3601)
    expect(problemIn(withCode(await stepAfterPassword(), codeNow()))).toBe('signed-in')
  })

  test('are switched off by the password', async () => {
    await switchOn()
    expect(problemIn(await switchCodesOff(office, id, 'nein'))).toBe('password.notYours')
    expect((await signIn(office, CREDENTIALS))?.kind).toBe('code-needed')
    expect((await switchCodesOff(office, id, PASSWORD)).kind).toBe('off')
    expect((await signIn(office, CREDENTIALS))?.kind).toBe('signed-in')
    expect(office.store.secondFactors.countRecoveryCodes(id)).toBe(0)
  })
})

describe('a recovery code', () => {
  test('lets in once, however it is typed, and is stored nowhere', async () => {
    const [code = '', other = ''] = await switchOn()
    expect(code).toMatch(/^(?:[A-Z2-7]{4}-){5}[A-Z2-7]{4}$/)
    const stored = JSON.stringify(office.database.prepare('SELECT * FROM recovery_code').all())
    expect(stored).not.toContain(code.replaceAll('-', ''))
    expect(
      problemIn(withCode(await stepAfterPassword(), ` ${code.toLowerCase().replaceAll('-', ' ')}`)),
    ).toBe('signed-in')
    expect(problemIn(withCode(await stepAfterPassword(), code))).toBe('code.wrong')
    expect(problemIn(withCode(await stepAfterPassword(), other))).toBe('signed-in')
    expect(office.store.secondFactors.countRecoveryCodes(id)).toBe(8)
  })

  test('of a former list holds no longer', async () => {
    const [old = ''] = await switchOn()
    expect(problemIn(await renewRecoveryCodes(office, id, 'nein'))).toBe('password.notYours')
    const renewed = await renewRecoveryCodes(office, id, PASSWORD)
    expect(renewed.kind === 'on' ? renewed.recoveryCodes.length : 0).toBe(10)
    expect(problemIn(withCode(await stepAfterPassword(), old))).toBe('code.wrong')
  })
})
