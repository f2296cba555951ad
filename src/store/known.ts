import { type Database, idList } from './database.ts'

/**
 * An entry's id and every version that its value is read from, as one text: '17.3.1'. A single column, because a row of
 * several costs as much to hand over as to find.
 */
export type Stamp = string

/**
 * Values that are dear to read, kept by their entry's stamp: only what was written since is read again, whoever wrote it.
 * `read` is handed the ids as a list for `json_each`. Within a transaction nothing is kept, since what is read there may
 * be undone.
 */
export function knownByStamp<Value>(
  database: Database,
  most: number,
  read: (ids: string) => Iterable<readonly [stamp: Stamp, value: Value]>,
): (stamps: readonly Stamp[]) => readonly Value[] {
  const kept = new Map<Stamp, Value>()

  return (stamps) => {
    if (kept.size > most) kept.clear()
    const values: Value[] = []
    for (const stamp of stamps) {
      const value = kept.get(stamp)
      if (value !== undefined) values.push(value)
    }
    if (values.length === stamps.length) return values
    const unread = stamps.filter((stamp) => !kept.has(stamp)).map(idOf)
    for (const [stamp, value] of read(idList(unread))) kept.set(stamp, value)
    const all = stamps.flatMap((stamp) => kept.get(stamp) ?? [])
    if (database.inTransaction) kept.clear()
    return all
  }
}

function idOf(stamp: Stamp): number {
  return Number.parseInt(stamp, 10)
}
