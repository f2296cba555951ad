import type { Mail } from '../domain/mail.ts'
import type { Database, Slice } from './database.ts'

/** A mail that waits, with how often it was tried. */
export type WaitingMail = Mail & { readonly id: number; readonly attempts: number }

export type MailState = 'waiting' | 'written' | 'refused' | 'given-up'
/** A mail that is kept; instants in UTC, ISO 8601. */
export type KeptMail = WaitingMail & {
  readonly madeAt: string
  readonly state: MailState
  /** When it is tried next, or null where it is not. */
  readonly nextAttemptAt: string | null
  readonly settledAt: string | null
  /** What the mail server said last, or empty. */
  readonly failure: string
}

const COLUMNS = `id, recipient, subject, body, attempts, made_at AS madeAt, state, next_attempt_at AS nextAttemptAt,
    settled_at AS settledAt, failure`

/** Mails that wait to be sent, or could not be; one that a mail server took is kept no longer. */
export function outbox(database: Database) {
  const insert = database.prepare(`
    INSERT INTO outbox (made_at, recipient, subject, body, next_attempt_at, request_id)
    VALUES (@at, @recipient, @subject, @body, @at, @requestId)`)
  const selectDue = database.prepare<{ at: string; limit: number }, WaitingMail>(`
    SELECT id, recipient, subject, body, attempts
    FROM outbox
    WHERE next_attempt_at <= @at
    ORDER BY next_attempt_at, id
    LIMIT @limit`)
  const selectRows = database.prepare<[Slice], KeptMail>(`
    SELECT ${COLUMNS}
    FROM outbox
    ORDER BY id DESC
    LIMIT @limit OFFSET @offset`)
  const selectById = database.prepare<[number], KeptMail>(`SELECT ${COLUMNS} FROM outbox WHERE id = ?`)
  const selectRefused = database.prepare<[string], KeptMail>(`
    SELECT ${COLUMNS}
    FROM outbox
    WHERE recipient = ? AND state = 'refused'
    ORDER BY id DESC
    LIMIT 1`)
  const selectRefusedAmong = database
    .prepare<[string], string>(`
    SELECT DISTINCT recipient
    FROM outbox
    WHERE state = 'refused' AND recipient IN (SELECT value FROM json_each(?))`)
    .pluck()
  const selectCount = database.prepare<[], number>('SELECT count(*) FROM outbox').pluck()
  const remove = database.prepare('DELETE FROM outbox WHERE id = ?')
  const countLost = database
    .prepare<[], number>("SELECT count(*) FROM outbox WHERE state IN ('refused','given-up')")
    .pluck()
  const removeRefused = database.prepare("DELETE FROM outbox WHERE recipient = ? AND state = 'refused'")
  const removeWritten = database.prepare("DELETE FROM outbox WHERE state = 'written' AND settled_at < ?")
  const postpone = database.prepare(`
    UPDATE outbox
    SET attempts = @attempts, next_attempt_at = @next, failure = @failure
    WHERE id = @id`)
  const settle = database.prepare(`
    UPDATE outbox
    SET state = @state, settled_at = @at, next_attempt_at = NULL, failure = @failure
    WHERE id = @id`)
  const sendAgain = database.prepare(`
    UPDATE outbox
    SET state = 'waiting', settled_at = NULL, attempts = 0, next_attempt_at = @at, failure = ''
    WHERE id = @id AND state IN ('refused','given-up')`)

  return {
    /** `requestId`: of the confirmation that it asks for, so that the desk can tell what became of it. */
    add(mail: Mail, at: string, requestId: number | null = null): number {
      return Number(insert.run({ ...mail, at, requestId }).lastInsertRowid)
    },
    /** Those to be sent at an instant (UTC, ISO 8601), the longest waiting first. */
    due(at: string, limit: number): readonly WaitingMail[] {
      return selectDue.all({ at, limit })
    },
    /** Newest first. */
    rows(slice: Slice): readonly KeptMail[] {
      return selectRows.all(slice)
    },
    count(): number {
      return selectCount.get() ?? 0
    },
    byId(id: number): KeptMail | null {
      return selectById.get(id) ?? null
    },
    /** How many were refused for good, or tried often enough. */
    lostCount: (): number => countLost.get() ?? 0,
    /** The last mail to this address that a mail server refused for good, or null. */
    refusedFor(recipient: string): KeptMail | null {
      return selectRefused.get(recipient) ?? null
    },
    /** Those of the addresses that a mail server refused for good. */
    refusedAmong(addresses: readonly string[]): ReadonlySet<string> {
      return new Set(selectRefusedAmong.all(JSON.stringify(addresses)))
    },
    remove(id: number): void {
      remove.run(id)
    },
    /** Forgets what was refused for an address that takes mail again. */
    removeRefused(recipient: string): void {
      removeRefused.run(recipient)
    },
    /** Forgets mails that were written into the folder before an instant. */
    removeWritten(before: string): void {
      removeWritten.run(before)
    },
    /** Notes a failed attempt, and when the next one is due. */
    postpone(id: number, attempt: { attempts: number; next: string; failure: string }): void {
      postpone.run({ id, ...attempt })
    },
    /** Notes how it ended for a mail that is not tried again. */
    settle(id: number, end: { state: Exclude<MailState, 'waiting'>; at: string; failure: string }): void {
      settle.run({ id, ...end })
    },
    /** False where the mail waits already, or went out. */
    sendAgain(id: number, at: string): boolean {
      return sendAgain.run({ id, at }).changes > 0
    },
  }
}
