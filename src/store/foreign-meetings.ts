import type { Database } from './database.ts'

/** A meeting that comes from a feed, and what names it there. */
export type ForeignName = { readonly id: number; readonly foreignUid: string }

/** Which meetings come from which feed. */
export function foreignMeetings(database: Database) {
  const selectOfFeed = database.prepare<[number], ForeignName>(`
    SELECT id, foreign_uid AS foreignUid
    FROM meeting
    WHERE feed_id = ?
    ORDER BY id`)
  const tie = database.prepare(`
    UPDATE meeting
    SET feed_id = @feedId, foreign_uid = @foreignUid
    WHERE id = @id`)
  const untie = database.prepare(`
    UPDATE meeting
    SET feed_id = NULL, foreign_uid = NULL
    WHERE feed_id = ? AND archived_at IS NULL`)

  return {
    /** All that came from a feed, those in the archive, too: they come back if they are named again. */
    meetingsOf(feedId: number): readonly ForeignName[] {
      return selectOfFeed.all(feedId)
    },
    /** Notes where a meeting comes from. */
    tie(id: number, feedId: number, foreignUid: string): void {
      tie.run({ id, feedId, foreignUid })
    },
    /** Lets go of every meeting that is on the site: from now on they are the organisation's own. */
    untie(feedId: number): void {
      untie.run(feedId)
    },
  }
}
