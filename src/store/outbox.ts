import type { Database } from './database.ts'

/** A mail as it is to be sent: plain text, to one address. */
export type Mail = { readonly recipient: string; readonly subject: string; readonly body: string }

/** Mails that wait to be sent. */
export function outbox(database: Database) {
  const insert = database.prepare(`
    INSERT INTO outbox (made_at, recipient, subject, body, next_attempt_at)
    VALUES (@at, @recipient, @subject, @body, @at)`)

  return {
    add(mail: Mail, at: string): number {
      return Number(insert.run({ ...mail, at }).lastInsertRowid)
    },
  }
}
