// What is done with mails that wait: they are sent, tried again after a while, and given up after two days.
import { timestamp } from '../domain/clock.ts'
import { NO_TIES } from '../domain/permission.ts'
import { notFound } from '../domain/refusal.ts'
import type { Delivery, Mailer } from '../post/mailer.ts'
import type { KeptMail, WaitingMail } from '../store/outbox.ts'
import { accountIdOf, type By, note, type Office, permit, writeAside } from './act.ts'

const MOST_AT_ONCE = 20
const FIRST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 6 * 60 * 60 * 1000
const MOST_ATTEMPTS = 12
const WRITTEN_KEPT_MS = 90 * 24 * 60 * 60 * 1000

/**
 * Sends the mails that are due; answers with how many went out. A mail that a server took is kept nowhere; one that was
 * written into the folder, for three months. What failed waits twice as long each time, from a minute to six hours, and is
 * given up after twelve attempts; what was refused for good is not tried again.
 */
export async function sendWaiting(office: Office, mailer: Mailer): Promise<number> {
  const { outbox } = office.store
  outbox.removeWritten(timestamp(office.clock() - WRITTEN_KEPT_MS))
  let sent = 0
  for (const mail of outbox.due(timestamp(office.clock()), MOST_AT_ONCE)) {
    const delivery = await mailer.deliver(mail.id, mail).catch(
      (error: unknown): Delivery => ({
        kind: 'delayed',
        reason: error instanceof Error ? error.message : 'unknown',
      }),
    )
    noteDelivery(office, mail, delivery)
    if (delivery.kind === 'sent' || delivery.kind === 'written') sent++
  }
  return sent
}

/** The mail, for whoever may read what goes out; throws NotFound where it is not kept. */
export function openMail(office: Office, by: By, id: number): KeptMail {
  permit(by, 'read-mails', NO_TIES)
  return office.store.outbox.byId(id) ?? notFound(`mail ${id}`)
}

/** Tries a mail again that was refused or given up; false where it waits already, or went out. */
export function sendMailAgain(office: Office, by: By, id: number): boolean {
  return writeAside(office, ({ at }) => {
    openMail(office, by, id)
    const isWaiting = office.store.outbox.sendAgain(id, at)
    note(office, accountIdOf(by), { act: 'send-again', result: isWaiting ? 'saved' : 'refused' })
    return isWaiting
  })
}

function noteDelivery(office: Office, mail: WaitingMail, delivery: Delivery): void {
  const { outbox } = office.store
  const at = timestamp(office.clock())
  switch (delivery.kind) {
    case 'sent':
      outbox.remove(mail.id)
      outbox.removeRefused(mail.recipient)
      break
    case 'written':
      outbox.settle(mail.id, { state: 'written', at, failure: '' })
      break
    case 'refused':
      outbox.settle(mail.id, { state: 'refused', at, failure: delivery.reason })
      break
    case 'delayed':
      postpone(office, mail, delivery.reason)
      break
    default:
      delivery satisfies never
  }
}

function postpone(office: Office, mail: WaitingMail, failure: string): void {
  const { outbox } = office.store
  const now = office.clock()
  const attempts = mail.attempts + 1
  if (attempts >= MOST_ATTEMPTS) {
    outbox.settle(mail.id, { state: 'given-up', at: timestamp(now), failure })
    return
  }
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** mail.attempts, LONGEST_PAUSE_MS)
  outbox.postpone(mail.id, { attempts, next: timestamp(now + pause), failure })
}
