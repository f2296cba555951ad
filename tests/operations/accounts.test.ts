import { describe, expect, test } from 'vitest'
import {
  actorOfToken,
  createAccount,
  disableAccount,
  signIn,
  signOut,
} from '../../src/operations/accounts.ts'
import type { AccountDraft } from '../../src/store/accounts.ts'
import { idOf, openTown, problemsOf } from '../support/cast.ts'

const DRAFT: AccountDraft = {
  email: 'Neu@Treffpunkt.example',
  name: 'Neue Person',
  role: 'staff',
  cityIds: [],
  organisationIds: [],
}
const PASSWORD = 'ein langes Passwort 2026'
const CREDENTIALS = { email: 'neu@treffpunkt.example', password: PASSWORD, device: 'Firefox' }

describe('an account', () => {
  test('is made by an administrator, for one e-mail address once', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    expect(office.store.accounts.byId(id)).toMatchObject({ email: 'neu@treffpunkt.example', role: 'staff' })
    const again = await createAccount(office, by.administrator, DRAFT, PASSWORD)
    expect(problemsOf(again)).toEqual(['email email.taken'])
  })

  test('is made by nobody else', async () => {
    const { office, by } = openTown()
    for (const person of [by.coordinator, by.editor, by.staff])
      await expect(createAccount(office, person, DRAFT, PASSWORD)).rejects.toThrow('forbidden')
  })

  test.each([
    ['kurz', 'password password.length'],
    ['x'.repeat(201), 'password password.length'],
    ['aaaaaaaaaaaaaaaaaaaa', 'password password.guessable'],
    ['neu@treffpunkt.example', 'password password.guessable'],
  ])('with the password „%s“ is refused', async (password, problem) => {
    const { office, by } = openTown()
    expect(problemsOf(await createAccount(office, by.administrator, DRAFT, password))).toEqual([problem])
  })

  test('keeps no password, only what it was hashed to', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    expect(office.store.accounts.passwordHash(id)).toMatch(/^\$argon2id\$/)
  })
})

describe('a session', () => {
  test('belongs to who signed in, however the address was spelled, and its token is stored nowhere', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    const token = (await signIn(office, { ...CREDENTIALS, email: ' NEU@treffpunkt.example ' })) ?? ''
    expect(actorOfToken(office, token)).toMatchObject({ id, role: 'staff' })
    const stored = JSON.stringify(office.database.prepare('SELECT * FROM session').all())
    expect(stored).not.toContain(token)
  })

  test.each([
    ['a wrong password', { password: 'ein anderes Passwort' }],
    ['an unknown address', { email: 'niemand@treffpunkt.example' }],
    ['no password', { password: '' }],
  ])('does not begin with %s', async (_what, wrong) => {
    const { office, by } = openTown()
    idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    expect(await signIn(office, { ...CREDENTIALS, ...wrong })).toBeNull()
  })

  test('ends by signing out, and with the account', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    const [first = '', second = ''] = [
      await signIn(office, CREDENTIALS),
      await signIn(office, CREDENTIALS),
    ].map((token) => token ?? '')
    signOut(office, first)
    expect(actorOfToken(office, first)).toBeNull()
    expect(actorOfToken(office, second)).not.toBeNull()
    disableAccount(office, by.administrator, id)
    expect(actorOfToken(office, second)).toBeNull()
    expect(await signIn(office, CREDENTIALS)).toBeNull()
  })

  test('is not what somebody made up', () => {
    const { office } = openTown()
    expect(actorOfToken(office, '')).toBeNull()
    expect(actorOfToken(office, 'made up')).toBeNull()
  })
})
