import type { Database } from './database.ts'

/** A meeting or an event that stands at a venue, perhaps in one of its rooms. */
export type VenueUse = {
  readonly noun: 'meeting' | 'event'
  readonly id: number
  /** „Chor der Brücken: Probe“; of an event its title. */
  readonly name: string
  readonly roomId: number | null
  readonly archivedAt: string | null
}

/** What would be left without a place if a venue or a room went. */
export function venueUses(database: Database) {
  const selectOfVenue = database.prepare<{ id: number }, VenueUse>(`
    SELECT 'meeting' AS noun, m.id, o.name || ': ' || m.title AS name, m.room_id AS roomId,
      coalesce(m.archived_at, o.archived_at) AS archivedAt
    FROM meeting m
    JOIN organisation o ON o.id = m.organisation_id
    WHERE m.venue_id = @id
    UNION ALL
    SELECT 'event', e.id, e.title, e.room_id, e.archived_at
    FROM event e
    WHERE e.venue_id = @id
    ORDER BY noun DESC, name`)

  return {
    /** Meetings, then events, by name; archived ones, too. */
    ofVenue: (id: number): readonly VenueUse[] => selectOfVenue.all({ id }),
  }
}
