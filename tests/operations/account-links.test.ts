import { describe, expect, test } from 'vitest'
import type { AccountDraft } from '../../src/domain/account.ts'
import {
  accountOfLink,
  askForPassword,
  sendLinkAgain,
  setPasswordByLink,
} from '../../src/operations/account-links.ts'
import { createAccount, inviteAccount, switchAccount } from '../../src/operations/accounts.ts'
import { actorOfToken, signIn } from '../../src/operations/sessions.ts'
import { idOf, openTown, problemsOf, type Town } from '../support/cast.ts'
import { tokenFor } from '../support/sign-in.ts'

const DRAFT: AccountDraft = {
  email: 'neu@treffpunkt.example',
  name: 'Neue Person',
  role: 'staff',
  language: 'de',
  cityIds: [],
  organisationIds: [],
}
const OLD = 'ein langes Passwort 2026'
const NEW = 'vier gelbe Boote schweigen'
const linkTo = (token: string) => `https://treffpunkt.example/zugang/${token}`

/** A town in which time passes. */
function openTownWithTime() {
  const town = openTown()
  let now = town.office.clock()
  const office = { ...town.office, clock: () => now }
  return { ...town, office, later: (minutes: number) => (now += minutes * 60_000) }
}

/** The tokens of all mails that wait, oldest first. */
function tokensIn({ office }: { office: Town['office'] }): string[] {
  const bodies = office.store.outbox.due('2027-01-01T00:00:00Z', 100).map(({ body }) => body)
  return bodies.map((body) => /zugang\/([\w-]+)/.exec(body)?.[1] ?? '')
}

const isRight = async (office: Town['office'], password: string) =>
  (await signIn(office, { email: DRAFT.email, password, device: '' })) !== null

describe('the link of an invitation', () => {
  test('sets a password once', async () => {
    const town = openTownWithTime()
    const { office, by } = town
    const id = idOf(inviteAccount(office, by.administrator, DRAFT, linkTo))
    const [token = ''] = tokensIn(town)
    expect(accountOfLink(office, token)).toMatchObject({ account: { id }, purpose: 'invitation' })
    expect(await setPasswordByLink(office, { token, password: NEW })).toMatchObject({ kind: 'saved', id })
    expect(await isRight(office, NEW)).toBe(true)
    expect(await setPasswordByLink(office, { token, password: OLD })).toBeNull()
    expect(await isRight(office, OLD)).toBe(false)
  })

  test('is of no use for two passwords at one moment', async () => {
    const town = openTownWithTime()
    const { office, by } = town
    idOf(inviteAccount(office, by.administrator, DRAFT, linkTo))
    const [token = ''] = tokensIn(town)
    const both = await Promise.all([
      setPasswordByLink(office, { token, password: NEW }),
      setPasswordByLink(office, { token, password: OLD }),
    ])
    expect(both.filter((result) => result === null)).toHaveLength(1)
  })

  test('holds for seven days', () => {
    const town = openTownWithTime()
    const { office, by, later } = town
    idOf(inviteAccount(office, by.administrator, DRAFT, linkTo))
    const [token = ''] = tokensIn(town)
    later(7 * 24 * 60 - 1)
    expect(accountOfLink(office, token)).not.toBeNull()
    later(1)
    expect(accountOfLink(office, token)).toBeNull()
  })

  test('is stored nowhere but in the mail', () => {
    const town = openTownWithTime()
    inviteAccount(town.office, town.by.administrator, DRAFT, linkTo)
    const [token = ''] = tokensIn(town)
    const links = JSON.stringify(town.office.database.prepare('SELECT * FROM account_link').all())
    expect(links).not.toContain(token)
  })

  test('takes no password that is easily guessed, and stays good', async () => {
    const town = openTownWithTime()
    inviteAccount(town.office, town.by.administrator, DRAFT, linkTo)
    const [token = ''] = tokensIn(town)
    const result = await setPasswordByLink(town.office, { token, password: 'neue person neue person' })
    expect(result === null ? null : problemsOf(result)).toEqual(['password password.guessable'])
    expect(accountOfLink(town.office, token)).not.toBeNull()
  })

  test('is sent again by an administrator, and the first one ends', () => {
    const town = openTownWithTime()
    const { office, by } = town
    const id = idOf(inviteAccount(office, by.administrator, DRAFT, linkTo))
    sendLinkAgain(office, by.administrator, id, linkTo)
    const [first = '', second = ''] = tokensIn(town)
    expect(accountOfLink(office, first)).toBeNull()
    expect(accountOfLink(office, second)).toMatchObject({ purpose: 'invitation' })
    for (const person of [by.coordinator, by.editor, by.staff])
      expect(() => sendLinkAgain(office, person, id, linkTo)).toThrow('forbidden')
  })
})

describe('a forgotten password', () => {
  test('is replaced by a link that ends every session', async () => {
    const town = openTownWithTime()
    const { office, by } = town
    idOf(await createAccount(office, by.administrator, DRAFT, OLD))
    const session = await tokenFor(office, { email: DRAFT.email, password: OLD, device: '' })
    askForPassword(office, ' NEU@treffpunkt.example', linkTo)
    const [token = ''] = tokensIn(town)
    expect(await isRight(office, OLD)).toBe(true)
    await setPasswordByLink(office, { token, password: NEW })
    expect(actorOfToken(office, session)).toBeNull()
    expect(await isRight(office, OLD)).toBe(false)
    expect(await isRight(office, NEW)).toBe(true)
  })

  test('link holds for an hour, and another is sent after five minutes at the earliest', async () => {
    const town = openTownWithTime()
    const { office, by, later } = town
    idOf(await createAccount(office, by.administrator, DRAFT, OLD))
    askForPassword(office, DRAFT.email, linkTo)
    later(4)
    askForPassword(office, DRAFT.email, linkTo)
    expect(tokensIn(town)).toHaveLength(1)
    later(2)
    askForPassword(office, DRAFT.email, linkTo)
    const [, token = ''] = tokensIn(town)
    later(59)
    expect(accountOfLink(office, token)).toMatchObject({ purpose: 'password' })
    later(1)
    expect(accountOfLink(office, token)).toBeNull()
  })

  test('costs as many writes for nobody as for somebody, and sends nothing to nobody', async () => {
    const town = openTownWithTime()
    const { office, by } = town
    const id = idOf(await createAccount(office, by.administrator, DRAFT, OLD))
    const transactions = (email: string) => {
      office.statements.length = 0
      askForPassword(office, email, linkTo)
      return office.statements.filter((sql) => sql === 'COMMIT').length
    }
    switchAccount(office, by.administrator, { id, version: 1, act: 'disable' })
    expect(transactions('niemand@treffpunkt.example')).toBe(1)
    expect(transactions(DRAFT.email)).toBe(1)
    expect(tokensIn(town)).toEqual([])
    expect(transactions('staff@treffpunkt.example')).toBe(1)
    expect(tokensIn(town)).toHaveLength(1)
  })

  test('link is of no use once the account is disabled', async () => {
    const town = openTownWithTime()
    const { office, by } = town
    const id = idOf(await createAccount(office, by.administrator, DRAFT, OLD))
    askForPassword(office, DRAFT.email, linkTo)
    const [token = ''] = tokensIn(town)
    switchAccount(office, by.administrator, { id, version: 1, act: 'disable' })
    expect(accountOfLink(office, token)).toBeNull()
    expect(accountOfLink(office, 'made up')).toBeNull()
  })
})

test('the mail of a link is in the language of its account', () => {
  const { office, by } = openTown()
  inviteAccount(
    office,
    by.administrator,
    { ...DRAFT, language: 'en' },
    (token, language) => `/${language}/zugang/${token}`,
  )
  const [mail] = office.store.outbox.rows({ limit: 1, offset: 0 })
  expect(mail?.subject).toBe('Your account at Treffpunkt')
  expect(mail?.body).toContain('/en/zugang/')
})
