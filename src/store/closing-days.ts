import type { ClosingDay, ClosingDayDraft } from '../domain/closing-day.ts'
import type { DayRange } from '../domain/day.ts'
import type { Database } from './database.ts'

/** Closing days with the names of what is closed; `inCityId` is the city, of a house its own. */
export type ClosingDayLine = ClosingDay & {
  readonly inCityId: number
  readonly cityName: string
  readonly venueName: string | null
}

const COLUMNS = `
  d.id, d.venue_id AS venueId, d.city_id AS cityId, d.kind, d.from_day AS "from", d.until_day AS until, d.reason, d.version,
  d.archived_at AS archivedAt`

/** Days on which houses and cities are closed. */
export function closingDays(database: Database) {
  const selectById = database.prepare<[number], ClosingDay>(
    `SELECT ${COLUMNS} FROM closing_day d WHERE d.id = ?`,
  )
  const selectLines = database.prepare<[], ClosingDayLine>(`
    SELECT ${COLUMNS}, c.id AS inCityId, c.name AS cityName, v.name AS venueName
    FROM closing_day d
    LEFT JOIN venue v ON v.id = d.venue_id
    JOIN city c ON c.id = coalesce(d.city_id, v.city_id)
    ORDER BY d.from_day, c.sort_key, v.sort_key, d.id`)
  const selectOfHouse = database.prepare<DayRange & { id: number; cityId: number }, ClosingDay>(`
    SELECT ${COLUMNS}
    FROM closing_day d
    WHERE (d.venue_id = @id OR d.city_id = @cityId) AND d.kind = 'closed' AND d.archived_at IS NULL
      AND d.until_day >= @from AND d.from_day <= @until
    ORDER BY d.from_day`)
  const insert = database.prepare(`
    INSERT INTO closing_day (venue_id, city_id, kind, from_day, until_day, reason, updated_at)
    VALUES (@venueId, @cityId, @kind, @from, @until, @reason, @at)`)
  const update = database.prepare(`
    UPDATE closing_day
    SET venue_id = @venueId, city_id = @cityId, kind = @kind, from_day = @from, until_day = @until, reason = @reason,
      updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const archive = database.prepare(`
    UPDATE closing_day
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)

  return {
    byId(id: number): ClosingDay | null {
      return selectById.get(id) ?? null
    },
    /** All, those that were taken back, too, by their first day. */
    lines(): readonly ClosingDayLine[] {
      return selectLines.all()
    },
    /** On which the house is closed, by itself or with its city, as far as they touch the range (both ends included). */
    ofHouse(house: { readonly id: number; readonly cityId: number }, range: DayRange): readonly ClosingDay[] {
      return selectOfHouse.all({ id: house.id, cityId: house.cityId, from: range.from, until: range.until })
    },
    insert(draft: ClosingDayDraft, at: string): number {
      return Number(insert.run({ ...draft, at }).lastInsertRowid)
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, draft: ClosingDayDraft, at: string): boolean {
      return update.run({ ...draft, id, version, at }).changes === 1
    },
    /** False where the stored version is another one; then nothing is changed. */
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return archive.run({ id, version, archivedAt, at }).changes === 1
    },
  }
}
