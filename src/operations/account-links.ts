// What is done with links that a mail carries to a person with an account: made, sent, and followed once to set a password.

import type { Account } from '../domain/account.ts'
import { timestamp } from '../domain/clock.ts'
import type { SiteLanguage } from '../domain/language.ts'
import { checkPassword } from '../domain/password.ts'
import { NO_TIES } from '../domain/permission.ts'
import { notFound } from '../domain/refusal.ts'
import { sayInstant } from '../i18n/say-instant.ts'
import { fill, wordsOf } from '../i18n/words.ts'
import type { LinkPurpose } from '../store/account-links.ts'
import {
  accountIdOf,
  type By,
  note,
  type Office,
  permit,
  type Refused,
  refused,
  type Saved,
  saved,
  writeAside,
} from './act.ts'
import { hash } from './password-hash.ts'
import { hashOf, newToken } from './tokens.ts'

/** The absolute address at which a token is followed, in the language of the page there. */
export type LinkTo = (token: string, language: SiteLanguage) => string

const MINUTE_MS = 60_000
const HOLDS_MS: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 24 * 60 * MINUTE_MS,
  password: 60 * MINUTE_MS,
}
/** Nobody fills another person's mailbox by asking for the same thing again and again. */
const PAUSE_MS = 5 * MINUTE_MS

/** Makes the one link of an account that holds from now on, and puts its mail into the outbox; part of a transaction. */
export function sendLink(office: Office, account: Account, linkTo: LinkTo): void {
  const { accountLinks, outbox } = office.store
  const purpose: LinkPurpose = account.hasPassword ? 'password' : 'invitation'
  const token = newToken()
  const now = office.clock()
  const madeAt = timestamp(now)
  const expiresAt = timestamp(now + HOLDS_MS[purpose])
  accountLinks.removeOfAccount(account.id)
  accountLinks.insert({ tokenHash: hashOf(token), accountId: account.id, purpose, madeAt, expiresAt })
  const { language } = account
  const { [purpose]: mail } = wordsOf(language).account.mails
  const body = fill(mail.body, {
    name: account.name,
    link: linkTo(token, language),
    until: sayInstant(expiresAt, language),
  })
  outbox.add({ recipient: account.email, subject: mail.subject, body }, madeAt)
}

/** Sends an account its invitation once more, or a link for a new password, for whoever looks after accounts. */
export function sendLinkAgain(office: Office, by: By, id: number, linkTo: LinkTo): Saved {
  return writeAside(office, () => {
    permit(by, 'manage-accounts', NO_TIES)
    const account = office.store.accounts.byId(id) ?? notFound(`account ${id}`)
    if (account.disabledAt !== null) notFound(`account ${id} is disabled`)
    sendLink(office, account, linkTo)
    note(office, accountIdOf(by), { act: 'send-link', noun: 'account', id, result: 'saved' })
    return saved(id, account.version)
  })
}

/**
 * Sends the person with this address a link for a new password, at most every five minutes. Whether there is such a
 * person shows neither in what is answered nor in how long it takes: one transaction is written in any case.
 */
export function askForPassword(office: Office, email: string, linkTo: LinkTo): void {
  writeAside(office, () => {
    const account = office.store.accounts.byEmail(email)
    const isKnown = account !== null && account.disabledAt === null
    const latest = isKnown ? office.store.accountLinks.latestOf(account.id) : null
    const hasWaited = latest === null || latest.madeAt < timestamp(office.clock() - PAUSE_MS)
    if (isKnown && hasWaited) sendLink(office, account, linkTo)
    const result = !isKnown ? 'unknown' : hasWaited ? 'saved' : 'too-soon'
    note(office, null, {
      act: 'ask-for-password',
      noun: 'account',
      ...(isKnown ? { id: account.id } : {}),
      result,
    })
  })
}

/** Whose link this is and what for, or null where it was used, has expired, or never was one. */
export function accountOfLink(
  office: Office,
  token: string,
): { readonly account: Account; readonly purpose: LinkPurpose } | null {
  const link = office.store.accountLinks.byTokenHash(hashOf(token))
  if (link === null || link.expiresAt <= timestamp(office.clock())) return null
  const account = office.store.accounts.byId(link.accountId)
  return account === null || account.disabledAt !== null ? null : { account, purpose: link.purpose }
}

/** Sets the password of whoever a link was sent to; the link is used up, and every session of the account ends. */
export async function setPasswordByLink(
  office: Office,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Saved | Refused | null> {
  const followed = accountOfLink(office, token)
  if (followed === null) return null
  const problems = checkPassword(password, followed.account)
  if (problems.length > 0) return refused(problems)
  const passwordHash = await hash(password)
  return writeAside(office, ({ at }) => {
    // It may have been followed a second time while the password was hashed.
    const { account } = accountOfLink(office, token) ?? {}
    if (account === undefined) return null
    office.store.accountLinks.removeOfAccount(account.id)
    office.store.accounts.setPassword(account.id, passwordHash)
    office.store.sessions.endOfAccount(account.id, at)
    note(office, account.id, { act: 'set-password', noun: 'account', id: account.id, result: 'saved' })
    return saved(account.id, account.version)
  })
}
