import type { Database } from './database.ts'

const RECHECK_AFTER_MS = 200

/** The content version: a number that every write raises, so that whatever was made from the content knows its age. */
export function content(database: Database) {
  const read = database.prepare<[], number>('SELECT version FROM content WHERE id = 1').pluck()
  const increase = database.prepare('UPDATE content SET version = version + 1 WHERE id = 1')
  let known = 0
  let checkedAt = Number.NEGATIVE_INFINITY

  return {
    /**
     * The version now. A write of this process is seen at once, one of another process (an import at the terminal)
     * within 200 ms: asking the database for every page would cost a tenth of a cached answer.
     */
    version(now: number): number {
      if (now - checkedAt >= RECHECK_AFTER_MS || now < checkedAt) {
        known = read.get() ?? 0
        checkedAt = now
      }
      return known
    },
    /** Raises the version; within the transaction of the write. */
    raise(): void {
      increase.run()
      checkedAt = Number.NEGATIVE_INFINITY
    },
  }
}
