import BetterSqlite3 from 'better-sqlite3'
import type { Database } from './database.ts'

/** Copies a database into a file while it is in use (SQLite's online backup). */
export async function copyDatabase(database: Database, path: string): Promise<void> {
  await database.backup(path)
}

/** What is wrong with a database file, in words; null where it is whole and holds a directory. */
export function flawOf(path: string): string | null {
  try {
    const copy = new BetterSqlite3(path, { readonly: true })
    try {
      if (copy.pragma('integrity_check', { simple: true }) !== 'ok') return 'it is damaged.'
      const strays = copy.pragma('foreign_key_check')
      if (Array.isArray(strays) && strays.length > 0) return 'entries refer to missing ones.'
      return Number(copy.pragma('user_version', { simple: true })) > 0 ? null : 'it holds no directory.'
    } finally {
      copy.close()
    }
  } catch {
    return 'it is no SQLite file.'
  }
}

/** Writes everything into the file itself, so that it can be moved without its log. */
export function settle(path: string): void {
  const database = new BetterSqlite3(path)
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}
