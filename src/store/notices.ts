import type { Day } from '../domain/day.ts'
import type { Notice, NoticeDraft } from '../domain/notice.ts'
import type { Database } from './database.ts'

const SELECT = `
  SELECT id, city_id AS cityId, venue_id AS venueId, text, contact_id AS contactId, from_day AS "from", until_day AS until,
    version
  FROM notice`

const ON_DAY = '(from_day IS NULL OR from_day <= @today) AND (until_day IS NULL OR until_day >= @today)'

/** Notices above the pages of cities and venues. */
export function notices(database: Database) {
  const selectForCity = database.prepare<{ cityId: number; today: Day }, Notice>(`
    ${SELECT}
    WHERE city_id = @cityId AND ${ON_DAY}
    ORDER BY id`)
  const selectForVenue = database.prepare<{ venueId: number; today: Day }, Notice>(`
    ${SELECT}
    WHERE venue_id = @venueId AND ${ON_DAY}
    ORDER BY id`)
  const insert = database.prepare(`
    INSERT INTO notice (city_id, venue_id, text, contact_id, from_day, until_day, updated_at)
    VALUES (@cityId, @venueId, @text, @contactId, @from, @until, @at)`)

  return {
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
  }
}
