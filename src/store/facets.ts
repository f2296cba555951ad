import type { Weekday } from '../domain/day.ts'
import type { SpokenLanguage } from '../domain/language.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import type { Database, Parameters } from './database.ts'
import { type DirectoryFilter, parameters, where } from './directory-filter.ts'

/** How many organisations a choice of a filter would leave. */
export type FacetCount<Choice> = { readonly choice: Choice; readonly count: number }

/** The counts of every choice, each as if only its own filter were changed. */
export type Facets = {
  readonly topics: readonly FacetCount<number>[]
  readonly languages: readonly FacetCount<SpokenLanguage>[]
  readonly kinds: readonly FacetCount<OrganisationKind>[]
  readonly weekdays: readonly FacetCount<Weekday>[]
}

const MOST_KEPT = 500

/** Counts for the filters of the directory. They are the same for every page of a list, so they are kept until the next write. */
export function facets(database: Database) {
  const kept = new Map<string, Facets>()
  let keptVersion = Number.NaN

  const count = <Choice>(filter: DirectoryFilter, without: Partial<DirectoryFilter>, select: string) => {
    const others = { ...filter, ...without }
    const statement = database.prepare<[Parameters], FacetCount<Choice>>(
      `${select} WHERE ${where(others)} GROUP BY 1`,
    )
    return statement.all(parameters(others))
  }
  const countAll = (filter: DirectoryFilter): Facets => ({
    topics: count<number>(
      filter,
      { topicId: null },
      `
      SELECT x.topic_id AS choice, count(*) AS count
      FROM organisation o
      JOIN organisation_topic x ON x.organisation_id = o.id`,
    ),
    languages: count<SpokenLanguage>(
      filter,
      { language: null },
      `
      SELECT x.language AS choice, count(*) AS count
      FROM organisation o
      JOIN organisation_language x ON x.organisation_id = o.id`,
    ),
    kinds: count<OrganisationKind>(
      filter,
      { kind: null },
      `
      SELECT o.kind AS choice, count(*) AS count
      FROM organisation o`,
    ),
    weekdays: count<Weekday>(
      filter,
      { weekdays: [] },
      `
      SELECT w.value AS choice, count(DISTINCT o.id) AS count
      FROM organisation o
      JOIN meeting m ON m.organisation_id = o.id AND m.archived_at IS NULL
      JOIN json_each('[1,2,3,4,5,6,7]') w ON m.weekdays & (1 << (w.value - 1))`,
    ),
  })

  return {
    /** The counts for a filter, as of a content version. */
    of(filter: DirectoryFilter, version: number): Facets {
      if (version !== keptVersion || kept.size >= MOST_KEPT) kept.clear()
      keptVersion = version
      const key = JSON.stringify(filter)
      const ready = kept.get(key) ?? countAll(filter)
      kept.set(key, ready)
      return ready
    },
  }
}
