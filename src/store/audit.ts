import type { Database, Slice } from './database.ts'

/** Who did what to which entry, when, with which result; never a value that must be erasable. */
export type AuditEntry = {
  /** Instant in UTC, ISO 8601. */
  readonly at: string
  /** Null: the system, or somebody without an account. */
  readonly accountId: number | null
  readonly act: string
  /** Empty where the act is about no entry. */
  readonly noun: string
  readonly entryId: number | null
  readonly result: string
}

/** The log of writes. */
export function audit(database: Database) {
  const insert = database.prepare(`
    INSERT INTO audit (at, account_id, act, noun, entry_id, result)
    VALUES (@at, @accountId, @act, @noun, @entryId, @result)`)
  const select = database.prepare<[Slice], AuditEntry & { readonly by: string | null }>(`
    SELECT u.at, u.account_id AS accountId, u.act, u.noun, u.entry_id AS entryId, u.result, a.name AS by
    FROM audit u
    LEFT JOIN account a ON a.id = u.account_id
    ORDER BY u.at DESC, u.id DESC
    LIMIT @limit OFFSET @offset`)
  const selectLatest = database.prepare<[number], AuditEntry>(`
    SELECT at, account_id AS accountId, act, noun, entry_id AS entryId, result
    FROM audit
    ORDER BY id DESC
    LIMIT ?`)
  const selectCount = database.prepare<[], number>('SELECT count(*) FROM audit').pluck()
  const removeOlder = database.prepare('DELETE FROM audit WHERE at < ?')

  return {
    add(entry: AuditEntry): void {
      insert.run(entry)
    },
    /** Newest first, with the name that the account has today; null where it has none any more. */
    rows(slice: Slice): readonly (AuditEntry & { readonly by: string | null })[] {
      return select.all(slice)
    },
    latest(limit: number): readonly AuditEntry[] {
      return selectLatest.all(limit)
    },
    count(): number {
      return selectCount.get() ?? 0
    },
    removeOlder(at: string): void {
      removeOlder.run(at)
    },
  }
}
