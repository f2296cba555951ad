// How groups are asked whether their entries still hold: by the clock when it is time, or by a person at the desk.
import { type Clock, timestamp, wallTime } from '../domain/clock.ts'
import { type AskingKind, mailDue } from '../domain/confirmation.ts'
import type { Organisation } from '../domain/organisation.ts'
import type { LinkTo } from './account-links.ts'
import { accountIdOf, type By, note, type Office, type Saved, saved, writeAside } from './act.ts'
import { addressesToAsk, confirmationMail } from './confirmation-mail.ts'
import { openOrganisation } from './organisations.ts'
import { hashOf, newToken } from './tokens.ts'

const MOST_AT_ONCE = 20
const MINUTE_MS = 60_000
const HOLDS_MS = 30 * 24 * 60 * MINUTE_MS
/** Two people at the desk, or one with two taps, write to a group once. */
const PAUSE_MS = 10 * MINUTE_MS

/** Sends the mails that are due, some at a time; answers with how many groups were asked. */
export function askWhoeverIsDue(office: Office, linkTo: LinkTo): number {
  const { day } = wallTime(office.clock())
  const due = office.store.confirmationRequests.candidates(day).flatMap((candidate) => {
    const kind = mailDue(candidate, day)
    return kind === null ? [] : [{ id: candidate.id, kind }]
  })
  const now = due.slice(0, MOST_AT_ONCE)
  for (const { id, kind } of now) {
    writeAside(office, () => {
      const organisation = office.store.organisations.byId(id)
      if (organisation !== null && ask(office, organisation, kind, linkTo))
        note(office, null, { act: 'ask', noun: 'organisation', id, result: 'saved' })
    })
  }
  return now.length
}

/** Why no mail was sent: one went out just now, or nobody has an address that takes mail. */
export type NotSent = { readonly kind: 'not-sent'; readonly because: 'just-sent' | 'no-address' }

/** Sends a group its mail at once, for whoever may edit its entry; its earlier link ends. */
export function askNow(office: Office, by: By, id: number, linkTo: LinkTo): Saved | NotSent {
  return writeAside(office, () => {
    const organisation = openOrganisation(office, by.actor, 'edit', id)
    const last = office.store.confirmationRequests.latestOf([id]).get(id)
    if (last !== undefined && last.madeAt > timestamp(office.clock() - PAUSE_MS))
      return { kind: 'not-sent', because: 'just-sent' }
    const isSent = organisation.archivedAt === null && ask(office, organisation, 'by-hand', linkTo)
    note(office, accountIdOf(by), {
      act: 'ask',
      noun: 'organisation',
      id,
      result: isSent ? 'saved' : 'refused',
    })
    return isSent ? saved(id, organisation.version) : { kind: 'not-sent', because: 'no-address' }
  })
}

/** Makes the one link of an entry that holds from now on, and puts its mails into the outbox; part of a transaction. */
function ask(office: Office, organisation: Organisation, kind: AskingKind, linkTo: LinkTo): boolean {
  const { confirmationRequests, contacts, outbox } = office.store
  const addresses = addressesToAsk(
    contacts.ofOrganisations([organisation.id]),
    (address) => outbox.refusedFor(address) !== null,
  )
  if (addresses.length === 0) return false
  const token = newToken()
  const { madeAt, expiresAt, until } = momentsOf(office.clock)
  const requestId = confirmationRequests.insert({
    organisationId: organisation.id,
    tokenHash: hashOf(token),
    kind,
    madeAt,
    expiresAt,
    mails: addresses.length,
  })
  const mail = confirmationMail(office, organisation, { kind, link: linkTo(token, 'de'), until })
  for (const recipient of addresses) outbox.add({ recipient, ...mail }, madeAt, requestId)
  return true
}

function momentsOf(clock: Clock) {
  const now = clock()
  return {
    madeAt: timestamp(now),
    expiresAt: timestamp(now + HOLDS_MS),
    until: wallTime(now + HOLDS_MS).day,
  }
}
