import type { Weekday } from '../domain/day.ts'
import type { SiteLanguage, SpokenLanguage } from '../domain/language.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import { type Database, idList } from './database.ts'
import { weekdayBit } from './meetings.ts'

/** Which organisations a list shows; null: whatever. `ids` are the hits of a free text. */
export type DirectoryFilter = {
  readonly cityId: number | null
  readonly topicId: number | null
  readonly language: SpokenLanguage | null
  /** Any of these; empty: whatever. */
  readonly weekdays: readonly Weekday[]
  readonly kind: OrganisationKind | null
  readonly ids: readonly number[] | null
}

export type DirectoryRow = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly nameLanguage: SpokenLanguage | null
  readonly kind: OrganisationKind
  readonly cityName: string
  readonly summary: string
  readonly languages: readonly SpokenLanguage[]
}

type Row = Omit<DirectoryRow, 'languages'> & { languages: string }
type Facet = 'topic' | 'language' | 'kind' | 'weekday'

const WITHOUT: Readonly<Record<Facet, Partial<DirectoryFilter>>> = {
  topic: { topicId: null },
  language: { language: null },
  kind: { kind: null },
  weekday: { weekdays: [] },
}

/** How many organisations each choice of a filter would leave. */
export type FacetCount<Choice> = { readonly choice: Choice; readonly count: number }

/** The directory of organisations that readers see: filtered, counted, in pages. */
export function directory(database: Database) {
  const prepared = new Map<string, unknown>()
  const statement = <Result>(sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, known)
    // The text decides the row's type, and each text is used by one function below.
    return known as import('better-sqlite3').Statement<[Record<string, unknown>], Result>
  }
  const countBy = <Choice>(filter: DirectoryFilter, facet: Facet, select: string): FacetCount<Choice>[] => {
    const others = { ...filter, ...WITHOUT[facet] }
    return statement<FacetCount<Choice>>(`${select} WHERE ${where(others)} GROUP BY 1`).all(
      parameters(others),
    )
  }

  return {
    rows(
      filter: DirectoryFilter,
      language: SiteLanguage,
      page: { limit: number; offset: number },
    ): readonly DirectoryRow[] {
      const rows = statement<Row>(`
        SELECT o.id, o.slug, o.name, o.name_language AS nameLanguage, o.kind, c.name AS cityName, o.languages,
          coalesce(nullif(t.summary, ''), d.summary, '') AS summary
        FROM organisation o
        JOIN city c ON c.id = o.city_id
        LEFT JOIN organisation_text t ON t.organisation_id = o.id AND t.language = @textLanguage
        LEFT JOIN organisation_text d ON d.organisation_id = o.id AND d.language = 'de'
        WHERE ${where(filter)}
        ORDER BY o.sort_key, o.name
        LIMIT @limit OFFSET @offset`)
      return rows.all({ ...parameters(filter), textLanguage: language, ...page }).map(toDirectoryRow)
    },
    count(filter: DirectoryFilter): number {
      return (
        statement<{ count: number }>(
          `SELECT count(*) AS count FROM organisation o WHERE ${where(filter)}`,
        ).get(parameters(filter))?.count ?? 0
      )
    },
    topics(filter: DirectoryFilter): readonly FacetCount<number>[] {
      return countBy(
        filter,
        'topic',
        `
        SELECT x.topic_id AS choice, count(*) AS count
        FROM organisation o
        JOIN organisation_topic x ON x.organisation_id = o.id`,
      )
    },
    languages(filter: DirectoryFilter): readonly FacetCount<SpokenLanguage>[] {
      return countBy(
        filter,
        'language',
        `
        SELECT x.language AS choice, count(*) AS count
        FROM organisation o
        JOIN organisation_language x ON x.organisation_id = o.id`,
      )
    },
    kinds(filter: DirectoryFilter): readonly FacetCount<OrganisationKind>[] {
      return countBy(filter, 'kind', 'SELECT o.kind AS choice, count(*) AS count FROM organisation o')
    },
    weekdays(filter: DirectoryFilter): readonly FacetCount<Weekday>[] {
      return countBy(
        filter,
        'weekday',
        `
        SELECT w.value AS choice, count(DISTINCT o.id) AS count
        FROM organisation o
        JOIN meeting m ON m.organisation_id = o.id AND m.archived_at IS NULL
        JOIN json_each('[1,2,3,4,5,6,7]') w ON m.weekdays & (1 << (w.value - 1))`,
      )
    },
  }
}

/** Only the conditions in use: each filter is its own statement with its own plan. */
function where(filter: DirectoryFilter): string {
  return [
    'o.archived_at IS NULL',
    ...(filter.cityId === null ? [] : ['o.city_id = @cityId']),
    ...(filter.kind === null ? [] : ['o.kind = @kind']),
    ...(filter.topicId === null
      ? []
      : ['EXISTS (SELECT 1 FROM organisation_topic WHERE organisation_id = o.id AND topic_id = @topicId)']),
    ...(filter.language === null
      ? []
      : [
          'EXISTS (SELECT 1 FROM organisation_language WHERE organisation_id = o.id AND language = @language)',
        ]),
    ...(filter.weekdays.length === 0
      ? []
      : [
          `EXISTS (SELECT 1 FROM meeting
          WHERE organisation_id = o.id AND archived_at IS NULL AND weekdays & @weekdayBits)`,
        ]),
    ...(filter.ids === null ? [] : ['o.id IN (SELECT value FROM json_each(@ids))']),
  ].join(' AND ')
}

function parameters(filter: DirectoryFilter): Record<string, unknown> {
  const { cityId, kind, topicId, language, weekdays, ids } = filter
  return {
    ...(cityId === null ? {} : { cityId }),
    ...(kind === null ? {} : { kind }),
    ...(topicId === null ? {} : { topicId }),
    ...(language === null ? {} : { language }),
    ...(weekdays.length === 0
      ? {}
      : { weekdayBits: weekdays.reduce((bits, weekday) => bits | weekdayBit(weekday), 0) }),
    ...(ids === null ? {} : { ids: idList(ids) }),
  }
}

function toDirectoryRow(row: Row): DirectoryRow {
  return { ...row, languages: JSON.parse(row.languages) as SpokenLanguage[] }
}
