import { describe, expect, test } from 'vitest'
import type { AccountDraft } from '../../src/domain/account.ts'
import { createAccount, switchAccount } from '../../src/operations/accounts.ts'
import {
  actorOfToken,
  endSession,
  endSessions,
  sessionsOf,
  signIn,
  signOut,
} from '../../src/operations/sessions.ts'
import { idOf, openTown } from '../support/cast.ts'
import { tokenFor } from '../support/sign-in.ts'

const DRAFT: AccountDraft = {
  email: 'Neu@Treffpunkt.example',
  name: 'Neue Person',
  role: 'staff',
  language: 'de',
  cityIds: [],
  organisationIds: [],
}
const PASSWORD = 'ein langes Passwort 2026'
const CREDENTIALS = { email: 'neu@treffpunkt.example', password: PASSWORD, device: 'Firefox' }

describe('a session', () => {
  test('belongs to who signed in, however the address was spelled, and its token is stored nowhere', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    const token = await tokenFor(office, { ...CREDENTIALS, email: ' NEU@treffpunkt.example ' })
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
    const first = await tokenFor(office, CREDENTIALS)
    const second = await tokenFor(office, CREDENTIALS)
    signOut(office, first)
    expect(actorOfToken(office, first)).toBeNull()
    expect(actorOfToken(office, second)).not.toBeNull()
    switchAccount(office, by.administrator, { id, version: 1, act: 'disable' })
    expect(actorOfToken(office, second)).toBeNull()
    expect(await signIn(office, CREDENTIALS)).toBeNull()
  })

  test('is not what somebody made up', () => {
    const { office } = openTown()
    expect(actorOfToken(office, '')).toBeNull()
    expect(actorOfToken(office, 'made up')).toBeNull()
  })

  test('is new each time, and all of them can be ended at once', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    const own = await tokenFor(office, CREDENTIALS)
    const other = await tokenFor(office, { ...CREDENTIALS, device: 'Safari' })
    expect(own).not.toBe(other)
    expect(
      sessionsOf(office, id)
        .map(({ device }) => device)
        .sort(),
    ).toEqual(['Firefox', 'Safari'])
    endSessions(office, id)
    for (const token of [own, other]) expect(actorOfToken(office, token)).toBeNull()
    expect(sessionsOf(office, id)).toEqual([])
  })

  test('is ended by nobody but its owner', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    const token = await tokenFor(office, CREDENTIALS)
    const [session] = sessionsOf(office, id)
    endSession(office, { accountId: id - 1, tokenHash: session?.tokenHash ?? '' })
    expect(actorOfToken(office, token)).not.toBeNull()
    endSession(office, { accountId: id, tokenHash: session?.tokenHash ?? '' })
    expect(actorOfToken(office, token)).toBeNull()
  })

  test('stands in the log with its refusals, and no word that was typed', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    await signIn(office, CREDENTIALS)
    await signIn(office, { ...CREDENTIALS, password: 'geraten' })
    await signIn(office, { ...CREDENTIALS, email: 'niemand@treffpunkt.example' })
    const rows = office.store.audit.rows({ limit: 3, offset: 0 })
    expect(rows.map(({ act, accountId, entryId, result }) => ({ act, accountId, entryId, result }))).toEqual([
      { act: 'sign-in', accountId: null, entryId: null, result: 'refused' },
      { act: 'sign-in', accountId: null, entryId: id, result: 'refused' },
      { act: 'sign-in', accountId: id, entryId: id, result: 'saved' },
    ])
    expect(JSON.stringify(office.database.prepare('SELECT * FROM audit').all())).not.toContain('treffpunkt')
  })
})
