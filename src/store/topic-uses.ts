import type { Database } from './database.ts'

/** An entry that is about a topic. */
export type TopicUse = {
  readonly noun: 'organisation' | 'event' | 'project'
  readonly id: number
  readonly name: string
  readonly cityName: string
  readonly archivedAt: string | null
}

/** What would be left without a topic if it went. */
export function topicUses(database: Database) {
  const selectOfTopic = database.prepare<{ id: number }, TopicUse>(`
    SELECT u.noun, u.id, u.name, c.name AS cityName, u.archivedAt
    FROM (
      SELECT 'organisation' AS noun, o.id, o.name, o.sort_key, o.city_id, o.archived_at AS archivedAt
      FROM organisation_topic t
      JOIN organisation o ON o.id = t.organisation_id
      WHERE t.topic_id = @id
      UNION ALL
      SELECT 'event', e.id, e.title, lower(e.title), e.city_id, e.archived_at
      FROM event_topic t
      JOIN event e ON e.id = t.event_id
      WHERE t.topic_id = @id
      UNION ALL
      SELECT 'project', j.id, j.title, j.sort_key, j.city_id, j.archived_at
      FROM project_topic t
      JOIN project j ON j.id = t.project_id
      WHERE t.topic_id = @id
    ) u
    JOIN city c ON c.id = u.city_id
    ORDER BY u.noun <> 'organisation', u.noun, u.sort_key, u.id`)

  return {
    /** Organisations, then events and projects, by name; archived ones, too. */
    ofTopic: (id: number): readonly TopicUse[] => selectOfTopic.all({ id }),
  }
}
