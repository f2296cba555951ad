import type { Database } from './database.ts'

/** Somebody signed in at one device; instants in UTC, ISO 8601. */
export type Session = {
  readonly tokenHash: string
  readonly accountId: number
  readonly createdAt: string
  readonly seenAt: string
  /** What the browser said of itself, in its own words. */
  readonly device: string
  readonly endedAt: string | null
}

/** Sessions by the hash of their token; the token itself is only in the cookie. */
export function sessions(database: Database) {
  const COLUMNS =
    'token_hash AS tokenHash, account_id AS accountId, created_at AS createdAt, seen_at AS seenAt, device, ended_at AS endedAt'
  const select = database.prepare<[string], Session>(`
    SELECT ${COLUMNS}
    FROM session
    WHERE token_hash = ?`)
  const selectOfAccount = database.prepare<[number], Session>(`
    SELECT ${COLUMNS}
    FROM session
    WHERE account_id = ? AND ended_at IS NULL
    ORDER BY seen_at DESC`)
  const insert = database.prepare(`
    INSERT INTO session (token_hash, account_id, created_at, seen_at, device)
    VALUES (@tokenHash, @accountId, @at, @at, @device)`)
  const touch = database.prepare('UPDATE session SET seen_at = @at WHERE token_hash = @tokenHash')
  const end = database.prepare(`
    UPDATE session
    SET ended_at = @at
    WHERE account_id = @accountId AND token_hash = @tokenHash AND ended_at IS NULL`)
  const endOfAccount = database.prepare(`
    UPDATE session
    SET ended_at = @at
    WHERE account_id = @accountId AND token_hash <> @but AND ended_at IS NULL`)
  const removeOlder = database.prepare('DELETE FROM session WHERE seen_at < ?')

  return {
    byTokenHash(tokenHash: string): Session | null {
      return select.get(tokenHash) ?? null
    },
    /** Those that nobody ended, the last used first; some may be too old to be used. */
    ofAccount(accountId: number): readonly Session[] {
      return selectOfAccount.all(accountId)
    },
    insert(session: { tokenHash: string; accountId: number; at: string; device: string }): void {
      insert.run(session)
    },
    touch(tokenHash: string, at: string): void {
      touch.run({ tokenHash, at })
    },
    /** Ends one session of an account, if it is one of its own. */
    end(session: { readonly accountId: number; readonly tokenHash: string }, at: string): void {
      end.run({ accountId: session.accountId, tokenHash: session.tokenHash, at })
    },
    /** Ends all of an account's sessions, but perhaps one. */
    endOfAccount(accountId: number, at: string, but = ''): void {
      endOfAccount.run({ accountId, at, but })
    },
    /** Forgets sessions that were last used before an instant. */
    removeOlder(seenBefore: string): void {
      removeOlder.run(seenBefore)
    },
  }
}
