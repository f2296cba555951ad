import type { Database } from './database.ts'

/** How many entries each city, and each topic, would leave of a list, each as if only its own filter were changed. */
export type PlaceCounts = {
  readonly cities: ReadonlyMap<number, number>
  readonly topics: ReadonlyMap<number, number>
}

type Filter = { readonly cityId: number | null; readonly topicId: number | null }
type Pair = [id: number, count: number]

/** Counts of events that are not archived, those that are over as well. */
export function eventCounts(database: Database) {
  const byCity = database
    .prepare<{ topicId: number | null }, Pair>(`
    SELECT e.city_id, count(*)
    FROM event e
    WHERE e.archived_at IS NULL
      AND (@topicId IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = @topicId))
    GROUP BY e.city_id`)
    .raw()
  const byTopic = database
    .prepare<{ cityId: number | null }, Pair>(`
    SELECT t.topic_id, count(*)
    FROM event_topic t
    JOIN event e ON e.id = t.event_id
    WHERE e.archived_at IS NULL AND (@cityId IS NULL OR e.city_id = @cityId)
    GROUP BY t.topic_id`)
    .raw()
  return {
    /** Two statements, whatever was chosen. */
    placeCounts({ cityId, topicId }: Filter): PlaceCounts {
      return { cities: new Map(byCity.all({ topicId })), topics: new Map(byTopic.all({ cityId })) }
    },
  }
}

/** Counts of projects that are not archived; their list knows no topics. */
export function projectCounts(database: Database) {
  const byCity = database
    .prepare<[], Pair>(`
    SELECT p.city_id, count(*)
    FROM project p
    WHERE p.archived_at IS NULL
    GROUP BY p.city_id`)
    .raw()
  return {
    placeCounts(): PlaceCounts {
      return { cities: new Map(byCity.all()), topics: new Map() }
    },
  }
}
