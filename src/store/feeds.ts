import type { Feed, FeedDraft, FeedResult, FetchFailure, FetchState } from '../domain/feed.ts'
import { type Database, idList } from './database.ts'
import { foreignMeetings } from './foreign-meetings.ts'

type FeedRow = Omit<Feed, 'result'> & { result: string }

/** A feed in a list of many, with whose it is. */
export type ListedFeed = Pick<
  Feed,
  'id' | 'address' | 'fetchedAt' | 'failure' | 'failingSince' | 'archivedAt'
> & {
  readonly organisationName: string
  readonly meetings: number
}

/** What was told of a text when it was fetched (RFC 9110 §8.8). */
export type KnownValidators = { readonly etag: string | null; readonly lastModified: string | null }

const COLUMNS = `
  f.id, f.organisation_id AS organisationId, f.address, f.version, f.updated_at AS updatedAt, f.archived_at AS archivedAt,
  f.next_at AS nextAt, f.tried_at AS triedAt, f.fetched_at AS fetchedAt, f.read_at AS readAt, f.failure, f.failures,
  f.failing_since AS failingSince, f.result`
const LISTED = `
  SELECT f.id, f.address, f.fetched_at AS fetchedAt, f.failure, f.failing_since AS failingSince,
    f.archived_at AS archivedAt, o.name AS organisationName,
    (SELECT count(*) FROM meeting m WHERE m.feed_id = f.id AND m.archived_at IS NULL) AS meetings
  FROM feed f
  JOIN organisation o ON o.id = f.organisation_id`

/** Calendars of organisations elsewhere, with how fetching them goes. */
export function feeds(database: Database) {
  const selectById = database.prepare<[number], FeedRow>(`SELECT ${COLUMNS} FROM feed f WHERE f.id = ?`)
  const selectOfOrganisation = database.prepare<[number], ListedFeed>(`
    ${LISTED}
    WHERE f.organisation_id = ? AND f.archived_at IS NULL
    ORDER BY f.id`)
  const selectWithin = database.prepare<{ cityIds: string | null; organisationIds: string }, ListedFeed>(`
    ${LISTED}
    WHERE f.archived_at IS NULL AND o.archived_at IS NULL
      AND (@cityIds IS NULL OR o.city_id IN (SELECT value FROM json_each(@cityIds))
        OR o.id IN (SELECT value FROM json_each(@organisationIds)))
    ORDER BY f.failing_since IS NULL, f.failing_since, o.sort_key, f.id`)
  const selectTaken = database
    .prepare<{ organisationId: number; address: string; id: number }, number>(`
    SELECT count(*)
    FROM feed
    WHERE organisation_id = @organisationId AND address = @address AND archived_at IS NULL AND id <> @id`)
    .pluck()

  return {
    byId(id: number): Feed | null {
      const row = selectById.get(id)
      return row === undefined ? null : { ...row, result: JSON.parse(row.result) as FeedResult }
    },
    /** Those of an organisation that are not in the archive. */
    ofOrganisation(organisationId: number): readonly ListedFeed[] {
      return selectOfOrganisation.all(organisationId)
    },
    /** Those of these cities (null: of all) and of these organisations; what fails longest comes first. */
    within(cityIds: readonly number[] | null, organisationIds: readonly number[]): readonly ListedFeed[] {
      return selectWithin.all({
        cityIds: cityIds === null ? null : idList(cityIds),
        organisationIds: idList(organisationIds),
      })
    },
    /** Whether another feed of the organisation that is not in the archive has this address. */
    isTaken({ organisationId, address }: FeedDraft, id: number | null): boolean {
      return (selectTaken.get({ organisationId, address, id: id ?? 0 }) ?? 0) > 0
    },
    ...feedWriter(database),
    ...fetching(database),
    ...foreignMeetings(database),
  }
}

function feedWriter(database: Database) {
  const insert = database.prepare(`
    INSERT INTO feed (organisation_id, address, updated_at, next_at)
    VALUES (@organisationId, @address, @at, @at)`)
  // Of another address nothing is known yet.
  const update = database.prepare(`
    UPDATE feed
    SET address = @address, updated_at = @at, next_at = @at, busy_until = NULL, etag = NULL, last_modified = NULL, failure = NULL, failures = 0,
      failing_since = NULL, version = version + 1
    WHERE id = @id AND version = @version`)
  const archive = database.prepare(`
    UPDATE feed
    SET archived_at = @archivedAt, updated_at = @at, next_at = @at, busy_until = NULL, etag = NULL, last_modified = NULL, version = version + 1
    WHERE id = @id AND version = @version`)

  return {
    insert({ organisationId, address }: FeedDraft, at: string): number {
      return Number(insert.run({ organisationId, address, at }).lastInsertRowid)
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, { address }: FeedDraft, at: string): boolean {
      return update.run({ id, version, address, at }).changes === 1
    },
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return archive.run({ id, version, archivedAt, at }).changes === 1
    },
  }
}

function fetching(database: Database) {
  const selectDue = database
    .prepare<{ at: string; limit: number }, number>(`
    SELECT f.id
    FROM feed f
    JOIN organisation o ON o.id = f.organisation_id
    WHERE f.next_at <= @at AND f.archived_at IS NULL AND o.archived_at IS NULL
    ORDER BY f.next_at, f.id
    LIMIT @limit`)
    .pluck()
  const claim = database.prepare(`
    UPDATE feed
    SET busy_until = @until, next_at = @nextAt, tried_at = @at
    WHERE id = @id AND archived_at IS NULL AND (busy_until IS NULL OR busy_until <= @at)`)
  const selectValidators = database.prepare<[number], KnownValidators>(`
    SELECT etag, last_modified AS lastModified
    FROM feed
    WHERE id = ?`)
  const noteAnswer = database.prepare(`
    UPDATE feed
    SET busy_until = NULL, next_at = @nextAt, fetched_at = @at, failure = NULL, failures = 0, failing_since = NULL
    WHERE id = @id`)
  const noteReading = database.prepare(`
    UPDATE feed
    SET read_at = @at, etag = @etag, last_modified = @lastModified, result = @result
    WHERE id = @id`)
  const noteFailure = database.prepare(`
    UPDATE feed
    SET busy_until = NULL, next_at = @nextAt, failure = @failure, failures = failures + 1,
      failing_since = coalesce(failing_since, @at)
    WHERE id = @id`)

  return {
    /** Ids of those whose turn it is at an instant, the longest waiting first. */
    due(at: string, limit: number): readonly number[] {
      return selectDue.all({ at, limit })
    },
    /** Takes a feed for one round; false where another one has it. `nextAt` counts if this round never ends. */
    claim(
      id: number,
      times: { readonly at: string; readonly until: string; readonly nextAt: string },
    ): boolean {
      return claim.run({ id, ...times }).changes === 1
    },
    validatorsOf(id: number): KnownValidators {
      return selectValidators.get(id) ?? { etag: null, lastModified: null }
    },
    /** The calendar answered: nothing fails any more. */
    noteAnswer(id: number, at: string, nextAt: FetchState['nextAt']): void {
      noteAnswer.run({ id, at, nextAt })
    },
    /** It was read anew, with this result. */
    noteReading(id: number, at: string, reading: KnownValidators & { readonly result: FeedResult }): void {
      noteReading.run({ ...reading, id, at, result: JSON.stringify(reading.result) })
    },
    noteFailure(
      id: number,
      at: string,
      next: { readonly failure: FetchFailure; readonly nextAt: string },
    ): void {
      noteFailure.run({ id, at, ...next })
    },
  }
}
