import type { Day } from '../domain/day.ts'
import type { Notice, NoticeDraft } from '../domain/notice.ts'
import type { Database } from './database.ts'

/** A notice with the names of where it stands; `inCityId` is the city, of a venue its own. */
export type NoticeLine = Notice & {
  readonly inCityId: number
  readonly cityName: string
  readonly venueName: string | null
}

const COLUMNS = `
  n.id, n.city_id AS cityId, n.venue_id AS venueId, n.text, n.contact_id AS contactId, n.from_day AS "from",
  n.until_day AS until, n.version, n.archived_at AS archivedAt`

const ON_DAY = `
  n.archived_at IS NULL AND (n.from_day IS NULL OR n.from_day <= @today) AND (n.until_day IS NULL OR n.until_day >= @today)`

/** Notices above the pages of cities and venues. */
export function notices(database: Database) {
  const selectById = database.prepare<[number], Notice>(`SELECT ${COLUMNS} FROM notice n WHERE n.id = ?`)
  const selectLines = database.prepare<[], NoticeLine>(`
    SELECT ${COLUMNS}, c.id AS inCityId, c.name AS cityName, v.name AS venueName
    FROM notice n
    LEFT JOIN venue v ON v.id = n.venue_id
    JOIN city c ON c.id = coalesce(n.city_id, v.city_id)
    ORDER BY coalesce(n.from_day, ''), c.sort_key, v.sort_key, n.id`)
  const selectForCity = database.prepare<{ cityId: number; today: Day }, Notice>(`
    SELECT ${COLUMNS}
    FROM notice n
    WHERE n.city_id = @cityId AND ${ON_DAY}
    ORDER BY n.id`)
  const selectForVenue = database.prepare<{ venueId: number; today: Day }, Notice>(`
    SELECT ${COLUMNS}
    FROM notice n
    WHERE n.venue_id = @venueId AND ${ON_DAY}
    ORDER BY n.id`)
  const insert = database.prepare(`
    INSERT INTO notice (city_id, venue_id, text, contact_id, from_day, until_day, updated_at)
    VALUES (@cityId, @venueId, @text, @contactId, @from, @until, @at)`)
  const update = database.prepare(`
    UPDATE notice
    SET city_id = @cityId, venue_id = @venueId, text = @text, contact_id = @contactId, from_day = @from, until_day = @until,
      updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const archive = database.prepare(`
    UPDATE notice
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)

  return {
    byId(id: number): Notice | null {
      return selectById.get(id) ?? null
    },
    /** All, archived ones, too, by their first day. */
    lines(): readonly NoticeLine[] {
      return selectLines.all()
    },
    /** Those of the city itself that hold on the day, the oldest first. */
    forCity(cityId: number, today: Day): readonly Notice[] {
      return selectForCity.all({ cityId, today })
    },
    /** Those of the venue itself that hold on the day, the oldest first. */
    forVenue(venueId: number, today: Day): readonly Notice[] {
      return selectForVenue.all({ venueId, today })
    },
    insert(draft: NoticeDraft, at: string): number {
      return Number(insert.run({ ...draft, at }).lastInsertRowid)
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, draft: NoticeDraft, at: string): boolean {
      return update.run({ ...draft, id, version, at }).changes === 1
    },
    /** False where the stored version is another one; then nothing is changed. */
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return archive.run({ id, version, archivedAt, at }).changes === 1
    },
  }
}
