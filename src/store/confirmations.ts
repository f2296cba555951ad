import type { Confirmation, ConfirmationWay } from '../domain/confirmation.ts'
import type { Day } from '../domain/day.ts'
import { type Database, idList } from './database.ts'

/** A confirmation with who noted it when (UTC, ISO 8601; null for those from before this was kept). */
export type NotedConfirmation = Confirmation & {
  readonly id: number
  readonly notedAt: string | null
  readonly notedBy: string
}

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
    INSERT INTO confirmation (organisation_id, on_day, way, by, noted_at, noted_by)
    VALUES (@organisationId, @on, @way, @by, @at, @notedBy)`)
  const selectNoted = database.prepare<[number], NotedConfirmation>(`
    SELECT id, on_day AS "on", way, by, noted_at AS notedAt, noted_by AS notedBy
    FROM confirmation
    WHERE organisation_id = ?
    ORDER BY on_day DESC, id DESC
    LIMIT 1`)
  const remove = database.prepare('DELETE FROM confirmation WHERE id = ?')

  return {
    /** The latest of each organisation by its id; those never confirmed are not in it. */
    latestOf(organisationIds: Iterable<number>): ReadonlyMap<number, Confirmation> {
      const rows = selectLatest.all(idList(organisationIds))
      return new Map(rows.map(({ organisationId, on, way, by }) => [organisationId, { on, way, by }]))
    },
    /** The latest of an organisation with who noted it, or null where there is none. */
    notedOf(organisationId: number): NotedConfirmation | null {
      return selectNoted.get(organisationId) ?? null
    },
    insert(
      organisationId: number,
      confirmation: Confirmation,
      noted: { readonly at: string; readonly notedBy: string },
    ): number {
      return Number(insert.run({ organisationId, ...confirmation, ...noted }).lastInsertRowid)
    },
    remove(id: number): void {
      remove.run(id)
    },
  }
}
