import type { Schedule, ScheduleException } from '../domain/schedule.ts'
import { type Database, idList } from './database.ts'
import { knownByStamp, type Stamped } from './known.ts'
import { exceptionsOf, scheduleOf } from './schedule-text.ts'

/** As little of a meeting as a calendar of thousands needs to find its dates. */
export type MeetingRule = {
  readonly id: number
  /** Where it is, which decides the free days. */
  readonly cityId: number
  readonly venueId: number | null
  readonly schedule: Schedule
  readonly exceptions: readonly ScheduleException[]
}

type TextRow = [
  id: number,
  version: number,
  cityId: number,
  venueId: number | null,
  schedule: string,
  exceptions: string,
]

const LIVE = 'm.archived_at IS NULL AND o.archived_at IS NULL'

/** The rules of many meetings; their texts are most of what a month costs, so each is read once. */
export function meetingRules(database: Database) {
  const everywhere = database
    .prepare<[], Stamped>(`
    SELECT m.id, m.version
    FROM meeting m
    JOIN organisation o ON o.id = m.organisation_id
    WHERE ${LIVE}`)
    .raw()
  const inCity = database
    .prepare<[number], Stamped>(`
    SELECT m.id, m.version
    FROM meeting m
    JOIN organisation o ON o.id = m.organisation_id
    WHERE m.city_id = ? AND ${LIVE}`)
    .raw()
  const onTopic = database
    .prepare<{ topicId: number; cityId: number | null }, Stamped>(`
    SELECT m.id, m.version
    FROM organisation_topic t
    JOIN organisation o ON o.id = t.organisation_id
    JOIN meeting m ON m.organisation_id = o.id
    WHERE t.topic_id = @topicId AND (@cityId IS NULL OR m.city_id = @cityId) AND ${LIVE}`)
    .raw()
  const selectTexts = database
    .prepare<[string], TextRow>(`
    SELECT id, version, city_id, venue_id, schedule, exceptions
    FROM meeting
    WHERE id IN (SELECT value FROM json_each(?))`)
    .raw()
  const known = knownByStamp<MeetingRule>(database, (ids) => selectTexts.all(idList(ids)).map(toRule))

  return {
    /** The rules of all meetings of a city and a topic; null: of all. One statement, and one more after a write. */
    rules(filter: {
      readonly cityId: number | null
      readonly topicId: number | null
    }): readonly MeetingRule[] {
      const { cityId, topicId } = filter
      if (topicId !== null) return known(onTopic.all({ topicId, cityId }))
      return known(cityId === null ? everywhere.all() : inCity.all(cityId))
    },
  }
}

function toRule(row: TextRow): [number, number, MeetingRule] {
  const [id, version, cityId, venueId, schedule, exceptions] = row
  const rule = { id, cityId, venueId, schedule: scheduleOf(schedule), exceptions: exceptionsOf(exceptions) }
  return [id, version, rule]
}
