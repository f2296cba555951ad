import type { Database } from './database.ts'

export type LinkPurpose = 'invitation' | 'password'
/** A link that a mail carries; instants in UTC, ISO 8601. */
export type AccountLink = {
  readonly accountId: number
  readonly purpose: LinkPurpose
  readonly madeAt: string
  readonly expiresAt: string
}

/** Links to set a password with, by the hash of their token; the token itself is only in the mail. */
export function accountLinks(database: Database) {
  const COLUMNS = 'account_id AS accountId, purpose, made_at AS madeAt, expires_at AS expiresAt'
  const select = database.prepare<[string], AccountLink>(`
    SELECT ${COLUMNS}
    FROM account_link
    WHERE token_hash = ?`)
  const selectLatest = database.prepare<[number], AccountLink>(`
    SELECT ${COLUMNS}
    FROM account_link
    WHERE account_id = ?
    ORDER BY made_at DESC
    LIMIT 1`)
  const insert = database.prepare(`
    INSERT INTO account_link (token_hash, account_id, purpose, made_at, expires_at)
    VALUES (@tokenHash, @accountId, @purpose, @madeAt, @expiresAt)`)
  const removeOfAccount = database.prepare('DELETE FROM account_link WHERE account_id = ?')

  return {
    byTokenHash(tokenHash: string): AccountLink | null {
      return select.get(tokenHash) ?? null
    },
    /** The one made last for an account, whether or not it still holds. */
    latestOf(accountId: number): AccountLink | null {
      return selectLatest.get(accountId) ?? null
    },
    insert(link: AccountLink & { readonly tokenHash: string }): void {
      insert.run(link)
    },
    removeOfAccount(accountId: number): void {
      removeOfAccount.run(accountId)
    },
  }
}
