import type { ClockTime } from '../domain/clock-time.ts'
import type { Day, DayRange } from '../domain/day.ts'
import { type Database, idList } from './database.ts'

/** An event as the calendar of somebody else needs it. */
export type FeedEvent = {
  readonly id: number
  readonly uid: string
  readonly slug: string
  readonly version: number
  /** The last change of the event or of where it is. Instant in UTC, ISO 8601. */
  readonly updatedAt: string
  readonly title: string
  readonly summary: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly start: ClockTime | null
  readonly end: ClockTime | null
  readonly cancelledBecause: string | null
  readonly place: string
  readonly cityName: string
  readonly venueName: string | null
  readonly venueStreet: string | null
  readonly venuePostcode: string | null
  readonly roomName: string | null
  readonly roomFloor: string | null
  /** In the order of the event's own list. */
  readonly organisers: readonly string[]
  readonly topicIds: readonly number[]
}

type Row = Omit<FeedEvent, 'organisers' | 'topicIds'> & {
  readonly organisers: string
  readonly topicIds: string
}

/** The events of calendars that people subscribe to; each question is one statement. */
export function feedEvents(database: Database) {
  const where = <Parameters extends unknown[]>(condition: string) =>
    database.prepare<Parameters, Row>(`
      SELECT e.id, e.uid, e.slug, e.version, max(e.updated_at, c.updated_at, coalesce(v.updated_at, '')) AS updatedAt,
        e.title, e.summary, e.starts_on AS startsOn, e.ends_on AS endsOn, e.starts_at AS start, e.ends_at AS "end",
        e.cancelled_because AS cancelledBecause, e.place, c.name AS cityName, v.name AS venueName,
        v.street AS venueStreet, v.postcode AS venuePostcode, r.name AS roomName, r.floor AS roomFloor,
        (SELECT json_group_array(o.name ORDER BY p.position)
         FROM participation p
         JOIN organisation o ON o.id = p.organisation_id
         WHERE p.event_id = e.id AND p.role = 'organiser') AS organisers,
        (SELECT json_group_array(topic_id) FROM event_topic WHERE event_id = e.id) AS topicIds
      FROM event e
      JOIN city c ON c.id = e.city_id
      LEFT JOIN venue v ON v.id = e.venue_id
      LEFT JOIN room r ON r.id = e.room_id
      WHERE ${condition} AND e.archived_at IS NULL
      ORDER BY e.id`)
  const within = <Parameters extends object>(condition: string) =>
    where<[Parameters & DayRange]>(`${condition} AND e.ends_on >= @from AND e.starts_on <= @until`)
  const selectByIds = where<[string]>('e.id IN (SELECT value FROM json_each(?))')
  const selectOfOrganisations = within<{ ids: string }>(`
    e.id IN (SELECT event_id FROM participation WHERE organisation_id IN (SELECT value FROM json_each(@ids)))`)
  const selectAtVenues = within<{ ids: string }>('e.venue_id IN (SELECT value FROM json_each(@ids))')
  const selectInRoom = within<{ id: number }>('e.room_id = @id')
  const selectAt = within<{ cityId: number | null; topicId: number | null }>(`
    (@cityId IS NULL OR e.city_id = @cityId)
      AND (@topicId IS NULL OR e.id IN (SELECT event_id FROM event_topic WHERE topic_id = @topicId))`)

  return {
    byIds: (ids: Iterable<number>): readonly FeedEvent[] => selectByIds.all(idList(ids)).map(toEvent),
    /** In which at least one of the organisations has any part. */
    ofOrganisations: (ids: Iterable<number>, { from, until }: DayRange): readonly FeedEvent[] =>
      selectOfOrganisations.all({ ids: idList(ids), from, until }).map(toEvent),
    atVenues: (ids: Iterable<number>, { from, until }: DayRange): readonly FeedEvent[] =>
      selectAtVenues.all({ ids: idList(ids), from, until }).map(toEvent),
    inRoom: (id: number, { from, until }: DayRange): readonly FeedEvent[] =>
      selectInRoom.all({ id, from, until }).map(toEvent),
    /** Of a city and a topic; null: of all. */
    at(
      filter: { readonly cityId: number | null; readonly topicId: number | null },
      { from, until }: DayRange,
    ): readonly FeedEvent[] {
      return selectAt.all({ ...filter, from, until }).map(toEvent)
    },
  }
}

function toEvent(row: Row): FeedEvent {
  return {
    ...row,
    organisers: JSON.parse(row.organisers) as string[],
    topicIds: JSON.parse(row.topicIds) as number[],
  }
}
