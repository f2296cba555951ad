// What is done with mails that wait: they are sent, tried again after a while, and given up after two days.
import { timestamp } from '../domain/clock.ts'
import type { Mailer } from '../post/mailer.ts'
import type { Office } from './act.ts'

const MOST_AT_ONCE = 20
const FIRST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 6 * 60 * 60 * 1000
const MOST_ATTEMPTS = 12

/**
 * Sends the mails that are due; answers with how many went out. A mail that went out is kept nowhere. One that did not
 * waits twice as long each time, from a minute to six hours, and is given up after twelve attempts.
 */
export async function sendWaiting(office: Office, mailer: Mailer): Promise<number> {
  const { outbox } = office.store
  let sent = 0
  for (const mail of outbox.due(timestamp(office.clock()), MOST_AT_ONCE)) {
    try {
      await mailer.deliver(mail.id, mail)
      outbox.remove(mail.id)
      sent++
    } catch (error) {
      const attempts = mail.attempts + 1
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** mail.attempts, LONGEST_PAUSE_MS)
      const next = attempts >= MOST_ATTEMPTS ? null : timestamp(office.clock() + pause)
      outbox.postpone(mail.id, {
        attempts,
        next,
        failure: error instanceof Error ? error.message : 'unknown',
      })
    }
  }
  return sent
}
