import type { Database } from './database.ts'

/** Two who share a room although their times clash; `one` and `other` are 'meeting 3' or 'event 7', in alphabetical order. */
export type OverruledClash = {
  readonly roomId: number
  readonly one: string
  readonly other: string
  /** SHA-256 of what both claim: the word holds for that, and for nothing else. */
  readonly claims: string
  readonly reason: string
  readonly by: string
  /** Instant in UTC, ISO 8601. */
  readonly at: string
}

/** The clashes that somebody wanted all the same, with the word why. */
export function overruledClashes(database: Database) {
  const selectAll = database.prepare<[], OverruledClash>(`
    SELECT room_id AS roomId, one, other, claims, reason, by, at
    FROM overruled_clash`)
  const selectOfRoom = database.prepare<[number], OverruledClash>(`
    SELECT room_id AS roomId, one, other, claims, reason, by, at
    FROM overruled_clash
    WHERE room_id = ?`)
  const replace = database.prepare(`
    INSERT INTO overruled_clash (room_id, one, other, claims, reason, by, at)
    VALUES (@roomId, @one, @other, @claims, @reason, @by, @at)
    ON CONFLICT (room_id, one, other) DO UPDATE SET claims = @claims, reason = @reason, by = @by, at = @at`)

  return {
    all: (): readonly OverruledClash[] => selectAll.all(),
    inRoom: (roomId: number): readonly OverruledClash[] => selectOfRoom.all(roomId),
    put: (overruled: OverruledClash): void => void replace.run(overruled),
  }
}
