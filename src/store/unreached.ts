import { type Database, idList } from './database.ts'

/** That somebody tried to reach a group, and reached nobody: since its last confirmation. Instant in UTC, ISO 8601. */
export type Unreached = {
  readonly organisationId: number
  readonly times: number
  readonly at: string
  readonly by: string
}

/** Who was tried to be reached, by whom and when. */
export function unreached(database: Database) {
  const insert = database.prepare(
    'INSERT INTO unreached (organisation_id, at, by) VALUES (@organisationId, @at, @by)',
  )
  // SQLite takes the other columns from the row that holds the maximum.
  const select = database.prepare<[string], Unreached & { readonly latest: number }>(`
    SELECT u.organisation_id AS organisationId, count(*) AS times, u.at, u.by, max(u.id) AS latest
    FROM unreached u
    WHERE u.organisation_id IN (SELECT value FROM json_each(?))
      AND substr(u.at, 1, 10) > coalesce((SELECT max(on_day) FROM confirmation WHERE organisation_id = u.organisation_id), '')
    GROUP BY u.organisation_id`)

  return {
    insert(organisationId: number, by: string, at: string): void {
      insert.run({ organisationId, by, at })
    },
    /** The latest of each organisation by its id, with how often; those reached since are not in it. */
    latestOf(organisationIds: Iterable<number>): ReadonlyMap<number, Unreached> {
      return new Map(select.all(idList(organisationIds)).map((row) => [row.organisationId, row]))
    },
  }
}
