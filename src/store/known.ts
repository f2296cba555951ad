import type { Database } from './database.ts'

/** An entry's id, and what changes with everything that its value is read from: a version, or several. */
export type Stamped = readonly [id: number, stamp: Stamp]
export type Stamp = number | string

const MOST_KEPT = 100_000

/**
 * Values that are dear to read, kept by their entry's id and stamp: only what was written since is read again, whoever
 * wrote it. Within a transaction nothing is kept, since what is read there may be undone.
 */
export function knownByStamp<Value>(
  database: Database,
  read: (ids: readonly number[]) => Iterable<readonly [id: number, stamp: Stamp, value: Value]>,
): (rows: readonly Stamped[]) => readonly Value[] {
  const kept = new Map<number, { readonly stamp: Stamp; readonly value: Value }>()

  return (rows) => {
    if (kept.size > MOST_KEPT) kept.clear()
    const unread = rows.filter(([id, stamp]) => kept.get(id)?.stamp !== stamp).map(([id]) => id)
    if (unread.length > 0) for (const [id, stamp, value] of read(unread)) kept.set(id, { stamp, value })
    const values = rows.flatMap(([id]) => kept.get(id)?.value ?? [])
    if (database.inTransaction) kept.clear()
    return values
  }
}
