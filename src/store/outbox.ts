import type { Mail } from '../domain/mail.ts'
import type { Database } from './database.ts'

/** A mail that waits, with how often it was tried. */
export type WaitingMail = Mail & { readonly id: number; readonly attempts: number }

/** Mails that wait to be sent; one that was sent is kept no longer. */
export function outbox(database: Database) {
  const insert = database.prepare(`
    INSERT INTO outbox (made_at, recipient, subject, body, next_attempt_at)
    VALUES (@at, @recipient, @subject, @body, @at)`)
  const selectDue = database.prepare<{ at: string; limit: number }, WaitingMail>(`
    SELECT id, recipient, subject, body, attempts
    FROM outbox
    WHERE next_attempt_at <= @at
    ORDER BY next_attempt_at, id
    LIMIT @limit`)
  const remove = database.prepare('DELETE FROM outbox WHERE id = ?')
  const postpone = database.prepare(`
    UPDATE outbox
    SET attempts = @attempts, next_attempt_at = @next, failure = @failure
    WHERE id = @id`)

  return {
    add(mail: Mail, at: string): number {
      return Number(insert.run({ ...mail, at }).lastInsertRowid)
    },
    /** Those to be sent at an instant (UTC, ISO 8601), the longest waiting first. */
    due(at: string, limit: number): readonly WaitingMail[] {
      return selectDue.all({ at, limit })
    },
    remove(id: number): void {
      remove.run(id)
    },
    /** Notes a failed attempt; `next` null gives the mail up. */
    postpone(id: number, attempt: { attempts: number; next: string | null; failure: string }): void {
      postpone.run({ id, ...attempt })
    },
  }
}
