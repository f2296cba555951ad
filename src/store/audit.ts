import type { Database } from './database.ts'

/** Who did what, when, with which result; never a value that must be erasable. */
export type AuditEntry = {
  /** Instant in UTC, ISO 8601. */
  readonly at: string
  readonly accountId: number | null
  readonly act: string
  readonly noun: string
  readonly entryId: number | null
  readonly result: string
}

/** The audit log: only ever added to. */
export function audit(database: Database) {
  const insert = database.prepare(`
    INSERT INTO audit (at, account_id, act, noun, entry_id, result)
    VALUES (@at, @accountId, @act, @noun, @entryId, @result)`)
  const selectLatest = database.prepare<[number], AuditEntry>(`
    SELECT at, account_id AS accountId, act, noun, entry_id AS entryId, result
    FROM audit
    ORDER BY id DESC
    LIMIT ?`)

  return {
    add: (entry: AuditEntry): void => void insert.run(entry),
    /** Newest first. */
    latest: (limit: number): readonly AuditEntry[] => selectLatest.all(limit),
  }
}
