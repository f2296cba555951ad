import type { Ties } from '../domain/permission.ts'
import type { Noun, Origin, State } from '../domain/revision.ts'
import { type Database, idList, type Parameters, type Slice } from './database.ts'

/** A change in a list: what was changed, and what it is called and whose it is today. */
export type Change = {
  readonly noun: Noun
  readonly entryId: number
  readonly version: number
  /** Instant in UTC, ISO 8601. */
  readonly at: string
  readonly by: string
  readonly origin: Origin
  readonly name: string
  /** The organisation, house or city that it belongs to, or empty. */
  readonly owner: string
}

/** A change, or several that were made together, of which it is one. */
export type ChangeLine = Change & {
  /** Null for a change of its own. */
  readonly batch: string | null
  readonly count: number
}

/** One of several changes that were made together: the entry before, after, and as it is today. */
export type ChangeOfBatch = Change & {
  readonly ties: Ties
  /** Null where the entry was made by it. */
  readonly before: State | null
  readonly after: State
  readonly now: State
  readonly nowVersion: number
}

export type ChangeFilter = {
  /** Null: whatever. */
  readonly noun: Noun | null
  readonly by: string | null
  /** Instant in UTC from which on; empty: from the beginning. */
  readonly since: string
  /** Only what is in these cities or belongs to these organisations; null: all. */
  readonly within: { readonly cityIds: readonly number[]; readonly organisationIds: readonly number[] } | null
  readonly withAccounts: boolean
}

/** The newest state of an entry that is not in the archive, as text, and whose it is. */
export type NewestState = Pick<Change, 'noun' | 'entryId' | 'version' | 'name' | 'owner'> & {
  readonly ties: Ties
  readonly state: string
}
type TiesRow = {
  cityId: number | null
  organisationId: number | null
  togetherIds: string
  togetherCityIds: string
}
type NewestRow = Omit<NewestState, 'ties'> & TiesRow

type Row = Omit<ChangeOfBatch, 'before' | 'after' | 'now' | 'ties'> &
  TiesRow & {
    before: string | null
    after: string
    now: string
  }

/** Whose an entry is besides its city and its organisation: those that answer for it together. */
const TOGETHER = `
  SELECT organisation_id FROM participation WHERE e.noun = 'event' AND event_id = e.id AND role = 'organiser'
  UNION ALL
  SELECT organisation_id FROM project_part WHERE e.noun = 'project' AND project_id = e.id AND role = 'carrier'
  UNION ALL
  SELECT to_id FROM relation WHERE e.noun = 'relation' AND id = e.id`

/** The city of a relation's other side. */
const TOGETHER_CITIES = `
  SELECT t.city_id FROM relation l JOIN organisation t ON t.id = l.to_id WHERE e.noun = 'relation' AND l.id = e.id`

/** The demonstration's own entries are no changes. */
const FROM = `
  FROM revision r
  JOIN entry e ON e.noun = r.noun AND e.id = r.entry_id
  WHERE r.origin <> 'demonstration' AND r.at >= @since
    AND (@noun IS NULL OR r.noun = @noun)
    AND (@by IS NULL OR r.by = @by)
    AND (@withAccounts = 1 OR r.noun <> 'account')
    AND (@cityIds IS NULL
      OR e.city_id IN (SELECT value FROM json_each(@cityIds))
      OR EXISTS (SELECT 1 FROM (${TOGETHER_CITIES}) WHERE city_id IN (SELECT value FROM json_each(@cityIds)))
      OR e.organisation_id IN (SELECT value FROM json_each(@organisationIds))
      OR EXISTS (SELECT 1 FROM (${TOGETHER}) WHERE organisation_id IN (SELECT value FROM json_each(@organisationIds))))`

const TIES = `
  e.city_id AS cityId, e.organisation_id AS organisationId,
  (SELECT json_group_array(organisation_id) FROM (${TOGETHER})) AS togetherIds,
  (SELECT json_group_array(city_id) FROM (${TOGETHER_CITIES})) AS togetherCityIds`

const COLUMNS = 'r.noun, r.entry_id AS entryId, r.version, r.at, r.by, r.origin, e.name, e.owner'

/** What was changed, whatever it is. */
export function changes(database: Database) {
  const selectLines = database.prepare<[Parameters], ChangeLine>(`
    SELECT ${COLUMNS}, r.batch, count(*) AS count, max(r.id)
    ${FROM}
    GROUP BY coalesce(r.batch, r.id)
    ORDER BY r.at DESC, r.id DESC
    LIMIT @limit OFFSET @offset`)
  const selectCount = database
    .prepare<[Parameters], number>(`SELECT count(DISTINCT coalesce(r.batch, r.id)) ${FROM}`)
    .pluck()
  const selectNames = database
    .prepare<[], string>("SELECT DISTINCT by FROM revision WHERE origin <> 'demonstration' ORDER BY by")
    .pluck()
  const selectOfBatch = database.prepare<[string], Row>(`
    SELECT ${COLUMNS}, ${TIES}, b.state AS before, r.state AS after,
      n.state AS now, n.version AS nowVersion
    FROM revision r
    JOIN entry e ON e.noun = r.noun AND e.id = r.entry_id
    LEFT JOIN revision b ON b.noun = r.noun AND b.entry_id = r.entry_id AND b.version = r.version - 1
    JOIN revision n ON n.noun = r.noun AND n.entry_id = r.entry_id
      AND n.version = (SELECT max(version) FROM revision WHERE noun = r.noun AND entry_id = r.entry_id)
    WHERE r.batch = ?
    ORDER BY r.id`)
  // What comes from a calendar elsewhere is changed there.
  const selectNewest = database.prepare<[string], NewestRow>(`
    SELECT r.noun, r.entry_id AS entryId, r.version, e.name, e.owner, ${TIES}, r.state
    FROM entry e
    JOIN revision r ON r.noun = e.noun AND r.entry_id = e.id
      AND r.version = (SELECT max(version) FROM revision WHERE noun = e.noun AND entry_id = e.id)
    LEFT JOIN meeting m ON e.noun = 'meeting' AND m.id = e.id
    WHERE e.noun IN (SELECT value FROM json_each(?)) AND r.state ->> 'archivedAt' IS NULL AND m.feed_id IS NULL
    ORDER BY e.owner, e.name, r.id`)

  return {
    /** The newest first; what was changed together is one line, under the entry that was changed last. */
    lines(filter: ChangeFilter, slice: Slice): readonly ChangeLine[] {
      return selectLines.all({ ...parametersOf(filter), ...slice })
    },
    count(filter: ChangeFilter): number {
      return selectCount.get(parametersOf(filter)) ?? 0
    },
    /** Everybody who ever changed something. */
    names(): readonly string[] {
      return selectNames.all()
    },
    /** All that was changed together, in the order in which it was; empty where there is no such mark. */
    ofBatch(batch: string): readonly ChangeOfBatch[] {
      return selectOfBatch.all(batch).map(({ before, after, now, ...row }) => ({
        ...withTies(row),
        before: before === null ? null : stateOf(before),
        after: stateOf(after),
        now: stateOf(now),
      }))
    },
    /** The newest state of every entry of these nouns that is not in the archive, one after the other. */
    *newest(nouns: readonly Noun[]): IterableIterator<NewestState> {
      for (const row of selectNewest.iterate(JSON.stringify(nouns))) yield withTies(row)
    },
  }
}

function parametersOf({ noun, by, since, within, withAccounts }: ChangeFilter): Parameters {
  return {
    noun,
    by,
    since,
    withAccounts: withAccounts ? 1 : 0,
    cityIds: within === null ? null : idList(within.cityIds),
    organisationIds: idList(within?.organisationIds ?? []),
  }
}

function withTies<Row extends TiesRow>({
  cityId,
  organisationId,
  togetherIds,
  togetherCityIds,
  ...row
}: Row) {
  const ids = (text: string) => JSON.parse(text) as number[]
  const together = { togetherIds: ids(togetherIds), togetherCityIds: ids(togetherCityIds) }
  return { ...row, ties: { cityId, organisationId, ...together } }
}

function stateOf(text: string): State {
  return JSON.parse(text) as State
}
