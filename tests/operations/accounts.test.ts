import { describe, expect, test } from 'vitest'
import type { AccountDraft } from '../../src/domain/account.ts'
import { changeAccount, createAccount, inviteAccount, switchAccount } from '../../src/operations/accounts.ts'
import { actorOfToken, signIn } from '../../src/operations/sessions.ts'
import { idOf, openTown, problemsOf, type Town } from '../support/cast.ts'
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
const linkTo = (token: string) => `https://treffpunkt.example/zugang/${token}`

/** An administrator who can sign in, beside whom others can be changed. */
async function anAdministrator({ office, by }: Town, email = 'leitung@treffpunkt.example') {
  const draft = { ...DRAFT, email, role: 'administrator' } as const
  return idOf(await createAccount(office, by.administrator, draft, PASSWORD))
}

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

describe('an invitation', () => {
  test('makes an account without a password, and puts one mail with one link into the outbox', () => {
    const { office, by } = openTown()
    const id = idOf(inviteAccount(office, by.administrator, DRAFT, linkTo))
    expect(office.store.accounts.byId(id)).toMatchObject({ hasPassword: false, version: 1 })
    const [mail, ...more] = office.store.outbox.due('2026-06-03T10:00:00Z', 10)
    expect(more).toEqual([])
    expect(mail?.recipient).toBe('neu@treffpunkt.example')
    expect(mail?.body).toMatch(/https:\/\/treffpunkt\.example\/zugang\/[\w-]{43}\n/)
    expect(mail?.body).toContain('gilt bis 10. Juni 2026, 12:00 Uhr')
  })

  test.each([
    ['coordinator', 'cityIds cityIds.missing'],
    ['editor', 'organisations organisations.missing'],
  ] as const)('of a %s names what the account is for', (role, problem) => {
    const { office, by } = openTown()
    const result = inviteAccount(office, by.administrator, { ...DRAFT, role }, linkTo)
    expect(problemsOf(result)).toEqual([problem])
    expect(office.store.outbox.due('2026-06-03T10:00:00Z', 10)).toEqual([])
  })

  test('keeps no ties that the role does not use', () => {
    const { office, by, cityId, groupId } = openTown()
    const draft = { ...DRAFT, cityIds: [cityId], organisationIds: [groupId] }
    const id = idOf(inviteAccount(office, by.administrator, draft, linkTo))
    expect(office.store.accounts.byId(id)).toMatchObject({ cityIds: [], organisationIds: [] })
  })

  test('is nobody else’s to send', () => {
    const { office, by } = openTown()
    for (const person of [by.coordinator, by.editor, by.staff])
      expect(() => inviteAccount(office, person, DRAFT, linkTo)).toThrow('forbidden')
  })
})

describe('a changed account', () => {
  test('may at once what its new role may, and has a history', async () => {
    const { office, by, cityId } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    const token = await tokenFor(office, { email: DRAFT.email, password: PASSWORD, device: '' })
    const draft = { ...DRAFT, role: 'coordinator', cityIds: [cityId] } as const
    expect(changeAccount(office, by.administrator, { id, version: 1, draft })).toMatchObject({ version: 2 })
    expect(actorOfToken(office, token)).toMatchObject({ role: 'coordinator', cityIds: [cityId] })
    const history = office.store.revisions.draftsOf('account', id)
    expect(history.map(({ version, draft: { role } }) => [version, role])).toEqual([
      [2, 'coordinator'],
      [1, 'staff'],
    ])
  })

  test('that somebody else changed in between is not overwritten', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    changeAccount(office, by.administrator, { id, version: 1, draft: { ...DRAFT, name: 'Erste' } })
    const late = changeAccount(office, by.administrator, {
      id,
      version: 1,
      draft: { ...DRAFT, name: 'Zweite' },
    })
    expect(late).toEqual({ kind: 'outdated', version: 2 })
    expect(office.store.accounts.byId(id)?.name).toBe('Erste')
  })

  test('takes no address that another account has', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    const draft = { ...DRAFT, email: 'STAFF@treffpunkt.example' }
    expect(problemsOf(changeAccount(office, by.administrator, { id, version: 1, draft }))).toEqual([
      'email email.taken',
    ])
  })

  test('is nobody else’s to change, not even the own one', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    for (const person of [by.coordinator, by.editor, by.staff]) {
      expect(() => changeAccount(office, person, { id, version: 1, draft: DRAFT })).toThrow('forbidden')
      expect(() => switchAccount(office, person, { id, version: 1, act: 'disable' })).toThrow('forbidden')
    }
  })
})

describe('a disabled account', () => {
  test('comes back with what it was', async () => {
    const { office, by } = openTown()
    const id = idOf(await createAccount(office, by.administrator, DRAFT, PASSWORD))
    switchAccount(office, by.administrator, { id, version: 1, act: 'disable' })
    expect(office.store.accounts.byId(id)?.disabledAt).toBe('2026-06-03T10:00:00Z')
    expect(switchAccount(office, by.administrator, { id, version: 1, act: 'enable' })).toMatchObject({
      kind: 'outdated',
    })
    switchAccount(office, by.administrator, { id, version: 2, act: 'enable' })
    expect(await signIn(office, { email: DRAFT.email, password: PASSWORD, device: '' })).not.toBeNull()
  })
})

describe('the last administrator', () => {
  test('stays one, and stays enabled', async () => {
    const town = openTown()
    const { office, by } = town
    const cast = office.store.accounts.byEmail('administrator@treffpunkt.example')
    const id = await anAdministrator(town)
    switchAccount(office, by.administrator, { id: cast?.id ?? 0, version: 1, act: 'disable' })
    const draft = { ...DRAFT, email: 'leitung@treffpunkt.example' }
    expect(problemsOf(changeAccount(office, by.administrator, { id, version: 1, draft }))).toEqual([
      'role role.lastAdministrator',
    ])
    expect(problemsOf(switchAccount(office, by.administrator, { id, version: 1, act: 'disable' }))).toEqual([
      'role role.lastAdministrator',
    ])
    await anAdministrator(town, 'vertretung@treffpunkt.example')
    expect(changeAccount(office, by.administrator, { id, version: 1, draft })).toMatchObject({
      kind: 'saved',
    })
  })
})
