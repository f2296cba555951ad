import type { MeetingKind } from '../domain/meeting.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import type { Schedule, ScheduleException } from '../domain/schedule.ts'
import { type Database, idList } from './database.ts'
import { exceptionsOf, scheduleOf } from './schedule-text.ts'

/** A meeting as the calendar of somebody else needs it. */
export type FeedMeeting = {
  readonly id: number
  readonly uid: string
  readonly version: number
  /** The last change of the meeting, of whose it is and where, and of closing days there. Instant in UTC, ISO 8601. */
  readonly updatedAt: string
  readonly title: string
  readonly kind: MeetingKind
  readonly description: string
  readonly schedule: Schedule
  readonly exceptions: readonly ScheduleException[]
  readonly place: string
  readonly organisationName: string
  readonly organisationSlug: string
  readonly organisationKind: OrganisationKind
  readonly topicIds: readonly number[]
  readonly cityId: number
  readonly cityName: string
  readonly venueId: number | null
  readonly venueName: string | null
  readonly venueStreet: string | null
  readonly venuePostcode: string | null
  readonly roomName: string | null
  readonly roomFloor: string | null
}

type Row = Omit<FeedMeeting, 'schedule' | 'exceptions' | 'topicIds'> & {
  readonly schedule: string
  readonly exceptions: string
  readonly topicIds: string
}

const lastClosing = (place: 'city_id' | 'venue_id') => `
  SELECT ${place} AS place_id, max(updated_at) AS updated_at FROM closing_day WHERE ${place} IS NOT NULL GROUP BY ${place}`

/** The meetings of calendars that people subscribe to, but of groups that rest; each question is one statement. */
export function feedMeetings(database: Database) {
  const where = <Parameters extends unknown[]>(condition: string) =>
    database.prepare<Parameters, Row>(`
      SELECT m.id, m.uid, m.version, max(m.updated_at, o.updated_at, c.updated_at, coalesce(v.updated_at, ''),
          coalesce(cc.updated_at, ''), coalesce(vc.updated_at, '')) AS updatedAt,
        m.title, m.kind, m.description, m.schedule, m.exceptions, m.place, o.name AS organisationName,
        o.slug AS organisationSlug, o.kind AS organisationKind, m.city_id AS cityId, c.name AS cityName,
        m.venue_id AS venueId, v.name AS venueName, v.street AS venueStreet, v.postcode AS venuePostcode,
        r.name AS roomName, r.floor AS roomFloor,
        (SELECT json_group_array(topic_id) FROM organisation_topic WHERE organisation_id = o.id) AS topicIds
      FROM meeting m
      JOIN organisation o ON o.id = m.organisation_id
      JOIN city c ON c.id = m.city_id
      LEFT JOIN venue v ON v.id = m.venue_id
      LEFT JOIN room r ON r.id = m.room_id
      LEFT JOIN (${lastClosing('city_id')}) cc ON cc.place_id = m.city_id
      LEFT JOIN (${lastClosing('venue_id')}) vc ON vc.place_id = m.venue_id
      WHERE ${condition} AND m.archived_at IS NULL AND o.archived_at IS NULL AND o.dormant_since IS NULL
      ORDER BY m.id`)
  const selectById = where<[number]>('m.id = ?')
  const selectOfOrganisations = where<[string]>('m.organisation_id IN (SELECT value FROM json_each(?))')
  const selectAtVenues = where<[string]>('m.venue_id IN (SELECT value FROM json_each(?))')
  const selectInRoom = where<[number]>('m.room_id = ?')
  const selectEverywhere = where<[]>('true')
  const selectInCity = where<[number]>('m.city_id = ?')
  const selectOnTopic = where<[{ topicId: number; cityId: number | null }]>(`
    m.organisation_id IN (SELECT organisation_id FROM organisation_topic WHERE topic_id = @topicId)
      AND (@cityId IS NULL OR m.city_id = @cityId)`)

  return {
    byId: (id: number): FeedMeeting | null => selectById.all(id).map(toMeeting)[0] ?? null,
    ofOrganisations: (ids: Iterable<number>): readonly FeedMeeting[] =>
      selectOfOrganisations.all(idList(ids)).map(toMeeting),
    atVenues: (ids: Iterable<number>): readonly FeedMeeting[] =>
      selectAtVenues.all(idList(ids)).map(toMeeting),
    inRoom: (id: number): readonly FeedMeeting[] => selectInRoom.all(id).map(toMeeting),
    /** Of a city and a topic; null: of all. */
    at({
      cityId,
      topicId,
    }: {
      readonly cityId: number | null
      readonly topicId: number | null
    }): readonly FeedMeeting[] {
      if (topicId !== null) return selectOnTopic.all({ topicId, cityId }).map(toMeeting)
      return (cityId === null ? selectEverywhere.all() : selectInCity.all(cityId)).map(toMeeting)
    },
  }
}

function toMeeting(row: Row): FeedMeeting {
  return {
    ...row,
    schedule: scheduleOf(row.schedule),
    exceptions: exceptionsOf(row.exceptions),
    topicIds: JSON.parse(row.topicIds) as number[],
  }
}
