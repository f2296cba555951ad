import type { Schedule, ScheduleException } from '../domain/schedule.ts'
import type { Database } from './database.ts'
import { knownByStamp, type Stamp } from './known.ts'
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
  stamp: Stamp,
  id: number,
  cityId: number,
  venueId: number | null,
  schedule: string,
  exceptions: string,
]

const STAMP = `m.id || '.' || m.version`
const MOST_KEPT = 100_000
/** A group that rests has no dates that anybody could rely on. */
const LIVE = 'm.archived_at IS NULL AND o.archived_at IS NULL AND o.dormant_since IS NULL'

/** The rules of many meetings; their texts are most of what a month costs, so each is read once. */
export function meetingRules(database: Database) {
  const everywhere = database
    .prepare<[], Stamp>(`
    SELECT ${STAMP}
    FROM meeting m
    JOIN organisation o ON o.id = m.organisation_id
    WHERE ${LIVE}`)
    .pluck()
  const inCity = database
    .prepare<[number], Stamp>(`
    SELECT ${STAMP}
    FROM meeting m
    JOIN organisation o ON o.id = m.organisation_id
    WHERE m.city_id = ? AND ${LIVE}`)
    .pluck()
  const onTopic = database
    .prepare<{ topicId: number; cityId: number | null }, Stamp>(`
    SELECT ${STAMP}
    FROM organisation_topic t
    JOIN organisation o ON o.id = t.organisation_id
    JOIN meeting m ON m.organisation_id = o.id
    WHERE t.topic_id = @topicId AND (@cityId IS NULL OR m.city_id = @cityId) AND ${LIVE}`)
    .pluck()
  const selectTexts = database
    .prepare<[string], TextRow>(`
    SELECT ${STAMP}, m.id, m.city_id, m.venue_id, m.schedule, m.exceptions
    FROM meeting m
    WHERE m.id IN (SELECT value FROM json_each(?))`)
    .raw()
  const known = knownByStamp<MeetingRule>(database, MOST_KEPT, (ids) => selectTexts.all(ids).map(toRule))

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

function toRule(row: TextRow): [Stamp, MeetingRule] {
  const [stamp, id, cityId, venueId, schedule, exceptions] = row
  const rule = { id, cityId, venueId, schedule: scheduleOf(schedule), exceptions: exceptionsOf(exceptions) }
  return [stamp, rule]
}
