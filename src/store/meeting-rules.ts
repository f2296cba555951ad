import type { Schedule, ScheduleException } from '../domain/schedule.ts'
import { type Database, idList } from './database.ts'
import { exceptionsOf, scheduleOf } from './schedule-text.ts'

/** As little of a meeting as a calendar of thousands needs to find its dates. */
export type MeetingRule = {
  readonly id: number
  readonly schedule: Schedule
  readonly exceptions: readonly ScheduleException[]
}

type VersionRow = [id: number, version: number]
type TextRow = [id: number, version: number, schedule: string, exceptions: string]
type KnownRule = { readonly version: number; readonly rule: MeetingRule }

const MOST_KEPT = 100_000
const LIVE = 'm.archived_at IS NULL AND o.archived_at IS NULL'

/**
 * The rules of many meetings. Fetching thousands of schedules as text is most of what a month costs, so rules once read
 * are kept by their meeting's id and version: only what was written since is read again, whoever wrote it.
 */
export function meetingRules(database: Database) {
  const everywhere = database
    .prepare<[], VersionRow>(`
    SELECT m.id, m.version
    FROM meeting m
    JOIN organisation o ON o.id = m.organisation_id
    WHERE ${LIVE}`)
    .raw()
  const inCity = database
    .prepare<[number], VersionRow>(`
    SELECT m.id, m.version
    FROM meeting m
    JOIN organisation o ON o.id = m.organisation_id
    WHERE m.city_id = ? AND ${LIVE}`)
    .raw()
  const onTopic = database
    .prepare<{ topicId: number; cityId: number | null }, VersionRow>(`
    SELECT m.id, m.version
    FROM organisation_topic t
    JOIN organisation o ON o.id = t.organisation_id
    JOIN meeting m ON m.organisation_id = o.id
    WHERE t.topic_id = @topicId AND (@cityId IS NULL OR m.city_id = @cityId) AND ${LIVE}`)
    .raw()
  const selectTexts = database
    .prepare<[string], TextRow>(`
    SELECT id, version, schedule, exceptions
    FROM meeting
    WHERE id IN (SELECT value FROM json_each(?))`)
    .raw()
  const known = new Map<number, KnownRule>()

  return {
    /** The rules of all meetings of a city and a topic; null: of all. One statement, and one more after a write. */
    rules(filter: {
      readonly cityId: number | null
      readonly topicId: number | null
    }): readonly MeetingRule[] {
      const { cityId, topicId } = filter
      if (topicId !== null) return rulesOf(onTopic.all({ topicId, cityId }))
      return rulesOf(cityId === null ? everywhere.all() : inCity.all(cityId))
    },
  }

  function rulesOf(rows: readonly VersionRow[]): readonly MeetingRule[] {
    const unread = rows.filter(([id, version]) => known.get(id)?.version !== version).map(([id]) => id)
    if (unread.length > 0) read(unread)
    const rules = rows.map(([id]) => {
      const rule = known.get(id)?.rule
      if (rule === undefined) throw new RangeError(`meeting ${id} has no rule`)
      return rule
    })
    if (known.size > MOST_KEPT) known.clear()
    return rules
  }

  function read(ids: readonly number[]): void {
    for (const [id, version, schedule, exceptions] of selectTexts.all(idList(ids))) {
      known.set(id, {
        version,
        rule: { id, schedule: scheduleOf(schedule), exceptions: exceptionsOf(exceptions) },
      })
    }
  }
}
