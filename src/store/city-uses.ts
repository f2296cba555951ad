import type { Day } from '../domain/day.ts'
import type { Database } from './database.ts'

/** How much of each there is in a city; what is archived or over belongs to none. */
export type CityUses = {
  readonly organisations: number
  readonly venues: number
  readonly events: number
  readonly projects: number
  readonly accounts: number
  readonly closingDays: number
  readonly notices: number
}

/** What belongs to a city, and would be nowhere without it. */
export function cityUses(database: Database) {
  const select = database.prepare<{ id: number; today: Day }, CityUses>(`
    SELECT
      (SELECT count(*) FROM organisation WHERE city_id = @id AND archived_at IS NULL) AS organisations,
      (SELECT count(*) FROM venue WHERE city_id = @id AND archived_at IS NULL) AS venues,
      (SELECT count(*) FROM event WHERE city_id = @id AND archived_at IS NULL) AS events,
      (SELECT count(*) FROM project WHERE city_id = @id AND archived_at IS NULL) AS projects,
      (SELECT count(*)
       FROM account_city t
       JOIN account a ON a.id = t.account_id
       WHERE t.city_id = @id AND a.disabled_at IS NULL) AS accounts,
      (SELECT count(*) FROM closing_day
       WHERE city_id = @id AND archived_at IS NULL AND until_day >= @today) AS closingDays,
      (SELECT count(*) FROM notice
       WHERE city_id = @id AND archived_at IS NULL AND (until_day IS NULL OR until_day >= @today)) AS notices`)
  const nothing: CityUses = {
    organisations: 0,
    venues: 0,
    events: 0,
    projects: 0,
    accounts: 0,
    closingDays: 0,
    notices: 0,
  }

  return {
    of(id: number, today: Day): CityUses {
      return select.get({ id, today }) ?? nothing
    },
  }
}
