import type { RelationDraft, RelationKind } from '../domain/relation.ts'
import { sortKey } from '../domain/search-fold.ts'
import { type Database, idList, type Parameters, preparedOnce, type Slice } from './database.ts'

export type DeskRelationState = 'lasting' | 'ended' | 'archived'

/** Which relations the desk lists; null: whatever. */
export type DeskRelationFilter = {
  /** Part of the name of one of both sides, or of the note; empty: whatever. */
  readonly text: string
  /** Where one of both sides is at home. */
  readonly cityId: number | null
  readonly kind: RelationKind | null
  readonly state: DeskRelationState
  /** Only those of these organisations; null: all. */
  readonly organisationIds: readonly number[] | null
}

/** A relation with the names of both its sides. */
export type DeskRelationRow = Pick<RelationDraft, 'kind' | 'sinceYear' | 'untilYear'> & {
  readonly id: number
  readonly fromName: string
  readonly toName: string
  readonly fromCity: string
  readonly toCity: string
  /** One of both sides is in the archive, so that readers do not see the relation. */
  readonly isHidden: boolean
  readonly changedAt: string
  readonly changedBy: string | null
}
type Row = Omit<DeskRelationRow, 'isHidden'> & { readonly isHidden: number }

const FROM = `
  FROM relation e
  JOIN organisation f ON f.id = e.from_id
  JOIN organisation t ON t.id = e.to_id`

const STATES: Readonly<Record<DeskRelationState, string>> = {
  lasting: 'e.archived_at IS NULL AND e.until_year IS NULL',
  ended: 'e.archived_at IS NULL AND e.until_year IS NOT NULL',
  archived: 'e.archived_at IS NOT NULL',
}

/** The relations that those who edit see. */
export function deskRelations(database: Database) {
  const selectRows = preparedOnce((sql) => database.prepare<[Parameters], Row>(sql))
  const selectCount = preparedOnce((sql) => database.prepare<[Parameters], number>(sql).pluck())

  return {
    /** By the name of the side from which each starts, then of the other. */
    rows(filter: DeskRelationFilter, slice: Slice): readonly DeskRelationRow[] {
      const rows = selectRows(`
        SELECT e.id, e.kind, e.since_year AS sinceYear, e.until_year AS untilYear, f.name AS fromName, t.name AS toName,
          fc.name AS fromCity, tc.name AS toCity, f.archived_at IS NOT NULL OR t.archived_at IS NOT NULL AS isHidden,
          e.updated_at AS changedAt, r.by AS changedBy
        ${FROM}
        JOIN city fc ON fc.id = f.city_id
        JOIN city tc ON tc.id = t.city_id
        LEFT JOIN revision r ON r.noun = 'relation' AND r.entry_id = e.id AND r.version = e.version
        WHERE ${where(filter)}
        ORDER BY f.sort_key, f.name, t.sort_key, t.name, e.id
        LIMIT @limit OFFSET @offset`)
      return rows
        .all({ ...parameters(filter), ...slice })
        .map((row) => ({ ...row, isHidden: row.isHidden === 1 }))
    },
    count(filter: DeskRelationFilter): number {
      return selectCount(`SELECT count(*) ${FROM} WHERE ${where(filter)}`).get(parameters(filter)) ?? 0
    },
  }
}

/** Only the conditions in use. */
function where({ text, cityId, kind, state, organisationIds }: DeskRelationFilter): string {
  const own = 'IN (SELECT value FROM json_each(@organisationIds))'
  return [
    STATES[state],
    ...(text === ''
      ? []
      : ['(instr(f.sort_key, @key) OR instr(t.sort_key, @key) OR instr(lower(e.note), @typed))']),
    ...(cityId === null ? [] : ['@cityId IN (f.city_id, t.city_id)']),
    ...(kind === null ? [] : ['e.kind = @kind']),
    ...(organisationIds === null ? [] : [`(e.from_id ${own} OR e.to_id ${own})`]),
  ].join(' AND ')
}

function parameters({ text, cityId, kind, organisationIds }: DeskRelationFilter): Parameters {
  return {
    ...(text === '' ? {} : { key: sortKey(text), typed: text.toLowerCase() }),
    ...(cityId === null ? {} : { cityId }),
    ...(kind === null ? {} : { kind }),
    ...(organisationIds === null ? {} : { organisationIds: idList(organisationIds) }),
  }
}
