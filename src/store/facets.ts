import { WEEKDAYS, type Weekday } from '../domain/day.ts'
import type { SpokenLanguage } from '../domain/language.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import { type Database, type Parameters, preparedOnce } from './database.ts'
import { type DirectoryFilter, parameters, where } from './directory-filter.ts'
import { weekdayBit } from './meetings.ts'

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
/** On which weekdays one organisation meets, whichever of its meetings it is. */
const BITS = WEEKDAYS.map((weekday) => `max(weekdays & ${weekdayBit(weekday)})`).join(' + ')

/** Counts for the filters of the directory. They are the same for every page of a list, so they are kept until the next write. */
export function facets(database: Database) {
  const kept = new Map<string, Facets>()
  let keptVersion = Number.NaN

  function counter<Choice>(select: string): (filter: DirectoryFilter) => readonly FacetCount<Choice>[] {
    const statement = preparedOnce((sql) => database.prepare<[Parameters], FacetCount<Choice>>(sql))
    return (filter) => statement(`${select} WHERE ${where(filter)} GROUP BY 1`).all(parameters(filter))
  }
  const countTopics = counter<number>(`
    SELECT x.topic_id AS choice, count(*) AS count
    FROM organisation o
    JOIN organisation_topic x ON x.organisation_id = o.id`)
  const countLanguages = counter<SpokenLanguage>(`
    SELECT x.language AS choice, count(*) AS count
    FROM organisation o
    JOIN organisation_language x ON x.organisation_id = o.id`)
  const countKinds = counter<OrganisationKind>(`
    SELECT o.kind AS choice, count(*) AS count
    FROM organisation o`)
  const countWeekdays = counter<number | null>(`
    SELECT (SELECT ${BITS} FROM meeting WHERE organisation_id = o.id AND archived_at IS NULL) AS choice,
      count(*) AS count
    FROM organisation o`)
  const countAll = (filter: DirectoryFilter): Facets => ({
    topics: countTopics({ ...filter, topicId: null }),
    languages: countLanguages({ ...filter, language: null }),
    kinds: countKinds({ ...filter, kind: null }),
    weekdays: weekdaysOf(countWeekdays({ ...filter, weekdays: [] })),
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

/** From how many meet on which weekdays together to how many meet on each; those that never meet have no bits. */
function weekdaysOf(together: readonly FacetCount<number | null>[]): readonly FacetCount<Weekday>[] {
  return WEEKDAYS.map((choice) => {
    const meetThen = together.filter(({ choice: bits }) => ((bits ?? 0) & weekdayBit(choice)) !== 0)
    return { choice, count: meetThen.reduce((sum, { count }) => sum + count, 0) }
  })
}
