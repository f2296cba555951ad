import type { Database } from './database.ts'

/** A sealed form, whose it is, and since when it is kept (UTC, ISO 8601). */
export type SealedForm = {
  readonly accountId: number
  readonly madeAt: string
  readonly sealed: Uint8Array
}

/** Forms of ended sessions, by the hash of the token that opens them. */
export function keptForms(database: Database) {
  const select = database.prepare<[string], SealedForm>(`
    SELECT account_id AS accountId, made_at AS madeAt, sealed
    FROM kept_form
    WHERE token_hash = ?`)
  const insert = database.prepare(`
    INSERT INTO kept_form (token_hash, account_id, made_at, sealed)
    VALUES (@tokenHash, @accountId, @madeAt, @sealed)`)
  const removeOlder = database.prepare('DELETE FROM kept_form WHERE made_at < ?')
  const removeButNewest = database.prepare(`
    DELETE FROM kept_form
    WHERE account_id = @accountId AND token_hash NOT IN (
      SELECT token_hash FROM kept_form WHERE account_id = @accountId ORDER BY made_at DESC LIMIT @most)`)

  return {
    byTokenHash(tokenHash: string): SealedForm | null {
      return select.get(tokenHash) ?? null
    },
    insert(form: SealedForm & { readonly tokenHash: string }): void {
      insert.run({ ...form, sealed: Buffer.from(form.sealed) })
    },
    removeOlder(before: string): void {
      removeOlder.run(before)
    },
    removeButNewest(accountId: number, most: number): void {
      removeButNewest.run({ accountId, most })
    },
  }
}
