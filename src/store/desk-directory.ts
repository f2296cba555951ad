import type { Rhythm } from '../domain/confirmation.ts'
import type { Day } from '../domain/day.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import { sortKey } from '../domain/search-fold.ts'
import { type Database, idList, type Parameters, preparedOnce, type Slice } from './database.ts'

/** How up to date an entry is, as the desk's list asks: overdue are those never confirmed, too. */
export type DeskState = 'published' | 'overdue' | 'archived'

/** Which organisations the desk lists. */
export type DeskFilter = {
  /** Part of the name; empty: whatever. */
  readonly text: string
  /** What the full-text search found for it: entries that readers see. */
  readonly hits: readonly number[]
  readonly cityId: number | null
  readonly state: DeskState
  /** Only those of these cities, and these organisations; null: all. */
  readonly within: { readonly cityIds: readonly number[]; readonly organisationIds: readonly number[] } | null
}

export type DeskRow = Rhythm & {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly cityName: string
  readonly confirmedOn: Day | null
  readonly changedAt: string
  readonly changedBy: string | null
  /** Whom to call about it: the first telephone number of its contacts, published or not. */
  readonly telephone: string | null
  readonly telephoneOf: string | null
}

const CONFIRMED_ON = '(SELECT max(on_day) FROM confirmation WHERE organisation_id = o.id)'
/** The same as `dueOn` in `domain/confirmation.ts`: 'floor' is the last day of a month that has no such day. */
const DUE_ON = `date(${CONFIRMED_ON}, '+' || o.review_months || ' months', 'floor')`
const OVERDUE = `o.dormant_since IS NULL AND coalesce(${DUE_ON} < @today, 1)`
const TELEPHONES = `
  SELECT h.value, c.function, c.organisation_id,
    row_number() OVER (PARTITION BY c.organisation_id ORDER BY c.id, h.position) AS place
  FROM contact c
  JOIN contact_channel h ON h.contact_id = c.id AND h.kind IN ('telephone', 'mobile')
  WHERE c.archived_at IS NULL`

/** The organisations that those who edit see: archived ones, overdue ones, and who changed them last. */
export function deskDirectory(database: Database) {
  const selectRows = preparedOnce((sql) => database.prepare<[Parameters], DeskRow>(sql))
  const selectCount = preparedOnce((sql) => database.prepare<[Parameters], number>(sql).pluck())

  return {
    /** By name, or where it asks for overdue ones those never confirmed and the longest overdue first. */
    rows(filter: DeskFilter, today: Day, slice: Slice): readonly DeskRow[] {
      const order =
        filter.state === 'overdue' ? `${DUE_ON} NULLS FIRST, o.sort_key, o.name` : 'o.sort_key, o.name'
      const rows = selectRows(`
        WITH chosen AS (
          SELECT o.id, o.slug, o.name, o.kind, o.city_id, o.review_months, o.dormant_since, o.updated_at, o.version,
            ${CONFIRMED_ON} AS confirmed_on, row_number() OVER (ORDER BY ${order}) AS place
          FROM organisation o
          WHERE ${where(filter)}
          ORDER BY place
          LIMIT @limit OFFSET @offset)
        SELECT o.id, o.slug, o.name, o.kind, c.name AS cityName, o.review_months AS reviewMonths,
          o.dormant_since AS dormantSince, o.confirmed_on AS confirmedOn, o.updated_at AS changedAt, r.by AS changedBy,
          t.value AS telephone, t.function AS telephoneOf
        FROM chosen o
        JOIN city c ON c.id = o.city_id
        LEFT JOIN revision r ON r.noun = 'organisation' AND r.entry_id = o.id AND r.version = o.version
        LEFT JOIN (${TELEPHONES} AND c.organisation_id IN (SELECT id FROM chosen)) t
          ON t.organisation_id = o.id AND t.place = 1
        ORDER BY o.place`)
      return rows.all({ ...parameters(filter, today), ...slice })
    },
    count(filter: DeskFilter, today: Day): number {
      const count = selectCount(`SELECT count(*) FROM organisation o WHERE ${where(filter)}`)
      return count.get(parameters(filter, today)) ?? 0
    },
  }
}

/** Only the conditions in use. */
function where(filter: DeskFilter): string {
  return [
    filter.state === 'archived' ? 'o.archived_at IS NOT NULL' : 'o.archived_at IS NULL',
    ...(filter.state === 'overdue' ? [OVERDUE] : []),
    ...(filter.cityId === null ? [] : ['o.city_id = @cityId']),
    ...(filter.text === ''
      ? []
      : ['(instr(o.sort_key, @text) OR o.id IN (SELECT value FROM json_each(@hits)))']),
    ...(filter.within === null
      ? []
      : [
          `(o.city_id IN (SELECT value FROM json_each(@cityIds))
            OR o.id IN (SELECT value FROM json_each(@organisationIds)))`,
        ]),
  ].join(' AND ')
}

function parameters(filter: DeskFilter, today: Day): Parameters {
  const { cityId, text, hits, state, within } = filter
  return {
    ...(cityId === null ? {} : { cityId }),
    ...(text === '' ? {} : { text: sortKey(text), hits: idList(hits) }),
    ...(state === 'overdue' ? { today } : {}),
    ...(within === null
      ? {}
      : { cityIds: idList(within.cityIds), organisationIds: idList(within.organisationIds) }),
  }
}
