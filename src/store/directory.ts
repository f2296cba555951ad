import type { Rhythm } from '../domain/confirmation.ts'
import type { Day } from '../domain/day.ts'
import type { SiteLanguage, SpokenLanguage } from '../domain/language.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import { type Database, type Parameters, preparedOnce } from './database.ts'
import { type DirectoryFilter, parameters, where } from './directory-filter.ts'
import { knownByStamp, type Stamp } from './known.ts'

export type { DirectoryFilter } from './directory-filter.ts'

export type DirectoryRow = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly nameLanguage: SpokenLanguage | null
  readonly kind: OrganisationKind
  readonly cityName: string
  readonly summary: string
  readonly languages: readonly SpokenLanguage[]
  readonly confirmedOn: Day | null
} & Rhythm

type Row = [
  stamp: Stamp,
  id: number,
  slug: string,
  name: string,
  nameLanguage: SpokenLanguage | null,
  kind: OrganisationKind,
  cityName: string,
  languages: string,
  reviewMonths: Rhythm['reviewMonths'],
  dormantSince: Rhythm['dormantSince'],
  confirmedOn: Day | null,
  summary: string,
]

const CONFIRMED_ON = '(SELECT max(on_day) FROM confirmation WHERE organisation_id = o.id)'
const STAMP = `o.id || '.' || o.version || '.' || c.version || '.' || coalesce(${CONFIRMED_ON}, '')`
const MOST_KEPT = 20_000

/** The directory of organisations that readers see: filtered, counted, in pages. */
export function directory(database: Database) {
  const selectStamps = preparedOnce((sql) => database.prepare<[Parameters], Stamp>(sql).pluck())
  const selectCount = preparedOnce((sql) => database.prepare<[Parameters], number>(sql).pluck())
  const rowsIn = { de: knownRows(database, 'de'), en: knownRows(database, 'en') }

  return {
    /** By name (DIN 5007-1), `limit` from `offset` on. One statement, and one more after a write. */
    rows(
      filter: DirectoryFilter,
      language: SiteLanguage,
      page: { limit: number; offset: number },
    ): readonly DirectoryRow[] {
      const stamps = selectStamps(`
        SELECT ${STAMP}
        FROM organisation o
        JOIN city c ON c.id = o.city_id
        WHERE ${where(filter)}
        ORDER BY o.sort_key, o.name
        LIMIT @limit OFFSET @offset`)
      return rowsIn[language](stamps.all({ ...parameters(filter), ...page }))
    },
    count(filter: DirectoryFilter): number {
      const count = selectCount(`
        SELECT count(*)
        FROM organisation o
        WHERE ${where(filter)}`)
      return count.get(parameters(filter)) ?? 0
    },
  }
}

/** What lists show of organisations, the summary in a language, else in German. */
function knownRows(database: Database, language: SiteLanguage) {
  const select = database
    .prepare<{ ids: string; language: SiteLanguage }, Row>(`
    SELECT ${STAMP}, o.id, o.slug, o.name, o.name_language, o.kind, c.name, o.languages, o.review_months, o.dormant_since,
      ${CONFIRMED_ON}, coalesce(nullif(t.summary, ''), d.summary, '')
    FROM organisation o
    JOIN city c ON c.id = o.city_id
    LEFT JOIN organisation_text t ON t.organisation_id = o.id AND t.language = @language
    LEFT JOIN organisation_text d ON d.organisation_id = o.id AND d.language = 'de'
    WHERE o.id IN (SELECT value FROM json_each(@ids))`)
    .raw()
  return knownByStamp<DirectoryRow>(database, MOST_KEPT, (ids) =>
    select.all({ ids, language }).map(toDirectoryRow),
  )
}

function toDirectoryRow(row: Row): [Stamp, DirectoryRow] {
  const [stamp, id, slug, name, nameLanguage, kind, cityName, spoken, ...rest] = row
  const [reviewMonths, dormantSince, confirmedOn, summary] = rest
  const languages = JSON.parse(spoken) as SpokenLanguage[]
  const age = { reviewMonths, dormantSince, confirmedOn }
  return [stamp, { id, slug, name, nameLanguage, kind, cityName, summary, languages, ...age }]
}
