import type { Day } from '../domain/day.ts'
import { sortKey } from '../domain/search-fold.ts'
import { type Database, idList, type Parameters, preparedOnce, type Slice } from './database.ts'

/** Which entries of a noun the desk lists. */
export type DeskListFilter = {
  /** Part of the name; empty: whatever. */
  readonly text: string
  /** What the full-text search found for it: entries that readers see. */
  readonly hits: readonly number[]
  readonly cityId: number | null
  readonly state: DeskListState
  /** Only those of these organisations; null: all. */
  readonly organisationIds: readonly number[] | null
}
export type DeskListState = 'all' | 'upcoming' | 'past' | 'archived'

/** An entry in a list of the desk; what `about` and `also` hold depends on the noun. */
export type DeskLine = {
  readonly id: number
  readonly name: string
  readonly cityName: string | null
  readonly about: string | null
  readonly also: string | null
  readonly changedAt: string
  readonly changedBy: string | null
}

/** How a noun is listed, in the columns of its table `e` and, where its entries have one, of their city `c`. */
type Listed = {
  readonly table: string
  readonly joins: string
  readonly name: string
  /** Whether a typed text is in the name: a condition on `@key`, its sort key, or on `@typed`, in small letters. */
  readonly named: string
  readonly cityId: string
  readonly cityName: string
  readonly about: string
  readonly also: string
  readonly order: string
  /** Whose an entry is: a condition on `@organisationIds`. */
  readonly own: string
}

const CITY = 'JOIN city c ON c.id = e.city_id'
const IN_OWN = 'IN (SELECT value FROM json_each(@organisationIds))'

const NOUNS = {
  /** `about` and `also`: the first and the last day. */
  event: {
    table: 'event',
    joins: CITY,
    name: 'e.title',
    named: 'instr(lower(e.title), @typed)',
    cityId: 'e.city_id',
    cityName: 'c.name',
    about: 'e.starts_on',
    also: 'e.ends_on',
    order: 'e.ends_on DESC, e.starts_on DESC, e.title',
    own: `EXISTS (SELECT 1 FROM participation p WHERE p.event_id = e.id AND p.role = 'organiser' AND p.organisation_id ${IN_OWN})`,
  },
  /** `about`: the street; `also`: how many rooms. */
  venue: {
    table: 'venue',
    joins: CITY,
    name: 'e.name',
    named: 'instr(e.sort_key, @key)',
    cityId: 'e.city_id',
    cityName: 'c.name',
    about: 'e.street',
    also: '(SELECT count(*) FROM room WHERE venue_id = e.id)',
    order: 'e.sort_key, e.name',
    own: `e.operator_id ${IN_OWN}`,
  },
  /** `about`: the year of its beginning; `also`: that of its end. */
  project: {
    table: 'project',
    joins: CITY,
    name: 'e.title',
    named: 'instr(e.sort_key, @key)',
    cityId: 'e.city_id',
    cityName: 'c.name',
    about: 'CAST(e.start_year AS TEXT)',
    also: 'CAST(e.end_year AS TEXT)',
    order: 'e.sort_key, e.title',
    own: `EXISTS (SELECT 1 FROM project_part p WHERE p.project_id = e.id AND p.role = 'carrier' AND p.organisation_id ${IN_OWN})`,
  },
  /** `about`: who pays; `also`: for how many projects. */
  programme: {
    table: 'programme',
    joins: '',
    name: 'e.title',
    named: 'instr(e.sort_key, @key)',
    cityId: 'NULL',
    cityName: 'NULL',
    about: `(SELECT group_concat(o.name, ', ' ORDER BY f.position)
      FROM programme_funder f JOIN organisation o ON o.id = f.organisation_id WHERE f.programme_id = e.id)`,
    also: '(SELECT count(*) FROM project WHERE programme_id = e.id AND archived_at IS NULL)',
    order: 'e.sort_key, e.title',
    own: 'FALSE',
  },
  /** `about`: the code of its Land; `also`: how many organisations. */
  city: {
    table: 'city',
    joins: '',
    name: 'e.name',
    named: 'instr(e.sort_key, @key)',
    cityId: 'e.id',
    cityName: 'e.name',
    about: 'e.land',
    also: '(SELECT count(*) FROM organisation WHERE city_id = e.id AND archived_at IS NULL)',
    order: 'e.sort_key, e.name',
    own: 'FALSE',
  },
  /** `about`: the English name; `also`: how many organisations on the site have it. */
  topic: {
    table: 'topic',
    joins: '',
    name: "e.names ->> 'de'",
    named: 'instr(e.sort_key, @key)',
    cityId: 'NULL',
    cityName: 'NULL',
    about: "e.names ->> 'en'",
    also: `(SELECT count(*) FROM organisation_topic t JOIN organisation o ON o.id = t.organisation_id
      WHERE t.topic_id = e.id AND o.archived_at IS NULL)`,
    order: 'e.sort_key',
    own: 'FALSE',
  },
} as const satisfies Readonly<Record<string, Listed>>

export type DeskListed = keyof typeof NOUNS

const STATES: Readonly<Record<DeskListState, string>> = {
  all: 'e.archived_at IS NULL',
  upcoming: 'e.archived_at IS NULL AND e.ends_on >= @today',
  past: 'e.archived_at IS NULL AND e.ends_on < @today',
  archived: 'e.archived_at IS NOT NULL',
}

/** The entries of each noun as those who edit see them: archived ones, too, and who changed them last. */
export function deskLists(database: Database) {
  const selectRows = preparedOnce((sql) => database.prepare<[Parameters], DeskLine>(sql))
  const selectCount = preparedOnce((sql) => database.prepare<[Parameters], number>(sql).pluck())

  return {
    rows(noun: DeskListed, filter: DeskListFilter, today: Day, slice: Slice): readonly DeskLine[] {
      const listed: Listed = NOUNS[noun]
      const rows = selectRows(`
        SELECT e.id, ${listed.name} AS name, ${listed.cityName} AS cityName, ${listed.about} AS about, ${listed.also} AS also,
          e.updated_at AS changedAt, r.by AS changedBy
        FROM ${listed.table} e ${listed.joins}
        LEFT JOIN revision r ON r.noun = '${noun}' AND r.entry_id = e.id AND r.version = e.version
        WHERE ${where(listed, filter)}
        ORDER BY ${filter.state === 'upcoming' ? 'e.starts_on, e.starts_at, e.title' : listed.order}, e.id
        LIMIT @limit OFFSET @offset`)
      return rows.all({ ...parameters(filter, today), ...slice })
    },
    count(noun: DeskListed, filter: DeskListFilter, today: Day): number {
      const listed: Listed = NOUNS[noun]
      const count = selectCount(`
        SELECT count(*)
        FROM ${listed.table} e ${listed.joins}
        WHERE ${where(listed, filter)}`)
      return count.get(parameters(filter, today)) ?? 0
    },
  }
}

/** Only the conditions in use. */
function where(listed: Listed, filter: DeskListFilter): string {
  return [
    STATES[filter.state],
    ...(filter.cityId === null ? [] : [`${listed.cityId} = @cityId`]),
    ...(filter.text === '' ? [] : [`(${listed.named} OR e.id IN (SELECT value FROM json_each(@hits)))`]),
    ...(filter.organisationIds === null ? [] : [listed.own]),
  ].join(' AND ')
}

function parameters(filter: DeskListFilter, today: Day): Parameters {
  const { cityId, text, hits, state, organisationIds } = filter
  return {
    ...(cityId === null ? {} : { cityId }),
    ...(text === '' ? {} : { key: sortKey(text), typed: text.toLowerCase(), hits: idList(hits) }),
    ...(state === 'upcoming' || state === 'past' ? { today } : {}),
    ...(organisationIds === null ? {} : { organisationIds: idList(organisationIds) }),
  }
}
