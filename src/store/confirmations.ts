import type { Confirmation, ConfirmationWay } from '../domain/confirmation.ts'
import type { Day } from '../domain/day.ts'
import { type Database, idList } from './database.ts'

type LatestRow = { organisationId: number; on: Day; way: ConfirmationWay; by: string }

/** Confirmations of organisations: "this entry still holds". */
export function confirmations(database: Database) {
  // SQLite takes the other columns from the row that holds the maximum; of one day, the one noted last counts.
  const selectLatest = database.prepare<[string], LatestRow>(`
    SELECT organisation_id AS organisationId, on_day AS "on", way, by, max(on_day || printf('%012d', id))
    FROM confirmation
    WHERE organisation_id IN (SELECT value FROM json_each(?))
    GROUP BY organisation_id`)
  const insert = database.prepare(`
    INSERT INTO confirmation (organisation_id, on_day, way, by) VALUES (@organisationId, @on, @way, @by)`)

  return {
    /** The latest of each organisation by its id; those never confirmed are not in it. */
    latestOf(organisationIds: Iterable<number>): ReadonlyMap<number, Confirmation> {
      const rows = selectLatest.all(idList(organisationIds))
      return new Map(rows.map(({ organisationId, on, way, by }) => [organisationId, { on, way, by }]))
    },
    insert(organisationId: number, confirmation: Confirmation): number {
      return Number(insert.run({ organisationId, ...confirmation }).lastInsertRowid)
    },
  }
}
