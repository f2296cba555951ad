import type { Database } from './database.ts'

export type Session = {
  readonly tokenHash: string
  readonly accountId: number
  readonly createdAt: string
  readonly seenAt: string
}

/** Sessions by the hash of their token; the token itself is only in the cookie. */
export function sessions(database: Database) {
  const select = database.prepare<[string], Session>(`
    SELECT token_hash AS tokenHash, account_id AS accountId, created_at AS createdAt, seen_at AS seenAt
    FROM session
    WHERE token_hash = ?`)
  const insert = database.prepare(`
    INSERT INTO session (token_hash, account_id, created_at, seen_at, device)
    VALUES (@tokenHash, @accountId, @at, @at, @device)`)
  const touch = database.prepare('UPDATE session SET seen_at = @at WHERE token_hash = @tokenHash')
  const remove = database.prepare('DELETE FROM session WHERE token_hash = ?')
  const removeOfAccount = database.prepare('DELETE FROM session WHERE account_id = ?')
  const removeOlder = database.prepare(
    'DELETE FROM session WHERE seen_at < @idleSince OR created_at < @createdSince',
  )

  return {
    byTokenHash(tokenHash: string): Session | null {
      return select.get(tokenHash) ?? null
    },
    insert(session: { tokenHash: string; accountId: number; at: string; device: string }): void {
      insert.run(session)
    },
    touch(tokenHash: string, at: string): void {
      touch.run({ tokenHash, at })
    },
    remove(tokenHash: string): void {
      remove.run(tokenHash)
    },
    removeOfAccount(accountId: number): void {
      removeOfAccount.run(accountId)
    },
    /** Removes what nobody can use any more: idle or begun before these instants. */
    removeOlder(idleSince: string, createdSince: string): void {
      removeOlder.run({ idleSince, createdSince })
    },
  }
}
