import type { ClockTime } from '../domain/clock-time.ts'
import type { Day, DayRange } from '../domain/day.ts'
import type { ParticipationRole } from '../domain/event.ts'
import { type Database, idList, type Slice } from './database.ts'

/** An event as a list or a calendar needs it. */
export type EventDate = {
  readonly id: number
  readonly uid: string
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly start: ClockTime | null
  readonly end: ClockTime | null
  readonly cityId: number
  readonly cityName: string
  readonly venueName: string | null
  /** Null, too, for a venue that is archived and has no page any more. */
  readonly venueSlug: string | null
  readonly roomId: number | null
  readonly place: string
  readonly cancelledBecause: string | null
  readonly version: number
  /** Instant in UTC, ISO 8601. */
  readonly updatedAt: string
}

/** An event with what one organisation does there. */
export type EventTakenPartIn = EventDate & {
  readonly role: ParticipationRole
  readonly text: string
  readonly withOrganisationId: number | null
}

/** One who organises an event. */
export type EventOrganiser = {
  readonly eventId: number
  readonly organisationId: number
  readonly name: string
  readonly cityId: number
}

/** Narrows a list to a city, a topic, or both. */
export type EventFilter = { readonly cityId?: number; readonly topicId?: number }

type FilterRow = { cityId: number | null; topicId: number | null }

const COLUMNS = `
  e.id, e.uid, e.slug, e.title, e.summary, e.starts_on AS startsOn, e.ends_on AS endsOn, e.starts_at AS start,
  e.ends_at AS "end", e.city_id AS cityId, c.name AS cityName, v.name AS venueName,
  CASE WHEN v.archived_at IS NULL THEN v.slug END AS venueSlug, e.room_id AS roomId, e.place,
  e.cancelled_because AS cancelledBecause, e.version, e.updated_at AS updatedAt`

const JOINS = `
  JOIN city c ON c.id = e.city_id
  LEFT JOIN venue v ON v.id = e.venue_id`

const OF_TOPIC = `
  (@topicId IS NULL OR EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id AND t.topic_id = @topicId))`

const IN_ORDER = 'ORDER BY e.starts_on, e.starts_at, e.title, e.id'

/** Light rows of events that are not archived. */
export function eventDates(database: Database) {
  const selectBetween = narrowed<DayRange, EventDate>(database, {
    columns: COLUMNS,
    condition: 'e.ends_on >= @from AND e.starts_on <= @until',
    order: IN_ORDER,
  })
  const selectUpcoming = narrowed<{ from: Day } & Slice, EventDate>(database, {
    columns: COLUMNS,
    condition: 'e.ends_on >= @from',
    order: `${IN_ORDER} LIMIT @limit OFFSET @offset`,
  })
  const countUpcoming = narrowed<{ from: Day }, { events: number }>(database, {
    columns: 'count(*) AS events',
    condition: 'e.ends_on >= @from',
    order: '',
  })
  const selectPast = narrowed<{ before: Day } & Slice, EventDate>(database, {
    columns: COLUMNS,
    condition: 'e.ends_on < @before',
    order: 'ORDER BY e.ends_on DESC, e.starts_on DESC, e.title, e.id LIMIT @limit OFFSET @offset',
  })
  const countPast = narrowed<{ before: Day }, { events: number }>(database, {
    columns: 'count(*) AS events',
    condition: 'e.ends_on < @before',
    order: '',
  })
  const selectOfOrganisation = database.prepare<[number], EventTakenPartIn>(`
    SELECT ${COLUMNS}, p.role, p.text, p.with_organisation_id AS withOrganisationId
    FROM participation p
    JOIN event e ON e.id = p.event_id ${JOINS}
    WHERE p.organisation_id = ? AND e.archived_at IS NULL
    ORDER BY e.starts_on DESC, e.starts_at DESC, e.title, p.position`)
  const selectAtVenue = database.prepare<DayRange & { venueId: number }, EventDate>(`
    SELECT ${COLUMNS}
    FROM event e ${JOINS}
    WHERE e.venue_id = @venueId AND e.ends_on >= @from AND e.starts_on <= @until AND e.archived_at IS NULL
    ${IN_ORDER}`)
  const selectInRooms = database.prepare<DayRange, EventDate>(`
    SELECT ${COLUMNS}
    FROM event e ${JOINS}
    WHERE e.room_id IS NOT NULL AND e.ends_on >= @from AND e.starts_on <= @until AND e.archived_at IS NULL
    ${IN_ORDER}`)
  const selectOrganisers = database.prepare<[string], EventOrganiser>(`
    SELECT p.event_id AS eventId, o.id AS organisationId, o.name, o.city_id AS cityId
    FROM participation p
    JOIN organisation o ON o.id = p.organisation_id
    WHERE p.event_id IN (SELECT value FROM json_each(?)) AND p.role = 'organiser'
    ORDER BY p.event_id, p.position`)
  const selectByIds = database.prepare<[string], EventDate>(`
    SELECT ${COLUMNS}
    FROM event e ${JOINS}
    WHERE e.id IN (SELECT value FROM json_each(?)) AND e.archived_at IS NULL
    ${IN_ORDER}`)

  return {
    /** Those of which at least one day lies in the range, in order of time. */
    between: (range: DayRange, filter: EventFilter = {}): readonly EventDate[] =>
      selectBetween(range, filter),
    /** The next ones, with those that are under way on the day. */
    upcoming(from: Day, slice: Slice, filter: EventFilter = {}): readonly EventDate[] {
      return selectUpcoming({ from, ...slice }, filter)
    },
    upcomingCount(from: Day, filter: EventFilter = {}): number {
      return countUpcoming({ from }, filter)[0]?.events ?? 0
    },
    /** Those over before the day, the latest first. */
    past(before: Day, slice: Slice, filter: EventFilter = {}): readonly EventDate[] {
      return selectPast({ before, ...slice }, filter)
    },
    pastCount(before: Day, filter: EventFilter = {}): number {
      return countPast({ before }, filter)[0]?.events ?? 0
    },
    /** The latest first; an event stands there once for each part the organisation has in it. */
    ofOrganisation: (id: number): readonly EventTakenPartIn[] => selectOfOrganisation.all(id),
    atVenue(venueId: number, { from, until }: DayRange): readonly EventDate[] {
      return selectAtVenue.all({ venueId, from, until })
    },
    /** All that have a room, within the range. */
    inRooms: ({ from, until }: DayRange): readonly EventDate[] => selectInRooms.all({ from, until }),
    organisers: (ids: Iterable<number>): readonly EventOrganiser[] => selectOrganisers.all(idList(ids)),
    /** Those of the given ids that are not archived, in order of time. */
    dates: (ids: Iterable<number>): readonly EventDate[] => selectByIds.all(idList(ids)),
  }
}

/** Two statements, one for everywhere and one for a city, because a condition that may be absent keeps SQLite from its index. */
function narrowed<Parameters extends object, Row>(
  database: Database,
  { columns, condition, order }: { columns: string; condition: string; order: string },
): (parameters: Parameters, filter: EventFilter) => Row[] {
  const select = (place: string) =>
    database.prepare<Parameters & FilterRow, Row>(`
      SELECT ${columns}
      FROM event e ${JOINS}
      WHERE ${place}${condition} AND e.archived_at IS NULL AND ${OF_TOPIC}
      ${order}`)
  const everywhere = select('')
  const inCity = select('e.city_id = @cityId AND ')
  return (
    parameters,
    { cityId = null, topicId = null }: { cityId?: number | null; topicId?: number | null },
  ) => (cityId === null ? everywhere : inCity).all({ ...parameters, cityId, topicId })
}
