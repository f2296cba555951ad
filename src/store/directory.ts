import type { Statement } from 'better-sqlite3'
import type { SiteLanguage, SpokenLanguage } from '../domain/language.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import type { Database } from './database.ts'
import { type DirectoryFilter, parameters, where } from './directory-filter.ts'

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
}

type Row = [
  id: number,
  slug: string,
  name: string,
  nameLanguage: SpokenLanguage | null,
  kind: OrganisationKind,
  cityName: string,
  languages: string,
  summary: string,
]

// German is what every language falls back to, so a German list needs to look only once.
const GERMAN_SUMMARY = {
  column: `coalesce(d.summary, '')`,
  join: `LEFT JOIN organisation_text d ON d.organisation_id = o.id AND d.language = 'de'`,
}
const SUMMARY_IN_LANGUAGE = {
  column: `coalesce(nullif(t.summary, ''), d.summary, '')`,
  join: `${GERMAN_SUMMARY.join}
    LEFT JOIN organisation_text t ON t.organisation_id = o.id AND t.language = @textLanguage`,
}

/** The directory of organisations that readers see: filtered, counted, in pages. */
export function directory(database: Database) {
  const rowStatements = new Map<string, Statement<[Record<string, unknown>], Row>>()
  const countStatements = new Map<string, Statement<[Record<string, unknown>], number>>()
  const rowsOf = (sql: string) => {
    const statement = rowStatements.get(sql) ?? database.prepare<[Record<string, unknown>], Row>(sql).raw()
    rowStatements.set(sql, statement)
    return statement
  }

  return {
    /** By name (DIN 5007-1), `limit` from `offset` on. */
    rows(
      filter: DirectoryFilter,
      language: SiteLanguage,
      page: { limit: number; offset: number },
    ): readonly DirectoryRow[] {
      const summary = language === 'de' ? GERMAN_SUMMARY : SUMMARY_IN_LANGUAGE
      const rows = rowsOf(`
        SELECT o.id, o.slug, o.name, o.name_language, o.kind, c.name, o.languages, ${summary.column}
        FROM organisation o
        JOIN city c ON c.id = o.city_id
        ${summary.join}
        WHERE ${where(filter)}
        ORDER BY o.sort_key, o.name
        LIMIT @limit OFFSET @offset`)
      const textLanguage = language === 'de' ? {} : { textLanguage: language }
      return rows.all({ ...parameters(filter), ...textLanguage, ...page }).map(toDirectoryRow)
    },
    count(filter: DirectoryFilter): number {
      const sql = `SELECT count(*) FROM organisation o WHERE ${where(filter)}`
      const statement =
        countStatements.get(sql) ?? database.prepare<[Record<string, unknown>], number>(sql).pluck()
      countStatements.set(sql, statement)
      return statement.get(parameters(filter)) ?? 0
    },
  }
}

function toDirectoryRow(row: Row): DirectoryRow {
  const [id, slug, name, nameLanguage, kind, cityName, languages, summary] = row
  return { id, slug, name, nameLanguage, kind, cityName, summary, languages: languagesOf(languages) }
}

const MOST_KEPT = 5000
const known = new Map<string, readonly SpokenLanguage[]>()

/** Thousands of groups speak a few hundred combinations of languages. */
function languagesOf(text: string): readonly SpokenLanguage[] {
  const ready = known.get(text)
  if (ready !== undefined) return ready
  if (known.size >= MOST_KEPT) known.clear()
  const languages = JSON.parse(text) as SpokenLanguage[]
  known.set(text, languages)
  return languages
}
