import type { Schedule, ScheduleException } from '../domain/schedule.ts'
import { type Database, idList } from './database.ts'
import { knownByStamp, type Stamp } from './known.ts'
import { exceptionsOf, scheduleOf } from './schedule-text.ts'

/** What a list of groups needs of a meeting to say when and where it is next. */
export type NextMeeting = {
  readonly organisationId: number
  readonly cityId: number
  readonly venueId: number | null
  readonly schedule: Schedule
  readonly exceptions: readonly ScheduleException[]
  readonly place: string
  readonly cityName: string
  readonly venueName: string | null
  readonly venueShortName: string | null
  readonly roomName: string | null
  readonly roomFloor: string | null
}

type Row = [
  stamp: Stamp,
  organisationId: number,
  cityId: number,
  venueId: number | null,
  schedule: string,
  exceptions: string,
  place: string,
  cityName: string,
  venueName: string | null,
  venueShortName: string | null,
  roomName: string | null,
  roomFloor: string | null,
]

// Rooms are saved with their venue.
const STAMP = `m.id || '.' || m.version || '.' || coalesce(v.version, 0) || '.' || c.version`
const MOST_KEPT = 20_000

/** The meetings of many organisations at once, as little of each as a list needs. */
export function nextMeetings(database: Database) {
  const selectStamps = database
    .prepare<[string], Stamp>(`
    SELECT ${STAMP}
    FROM meeting m
    JOIN city c ON c.id = m.city_id
    LEFT JOIN venue v ON v.id = m.venue_id
    WHERE m.organisation_id IN (SELECT value FROM json_each(?)) AND m.archived_at IS NULL
    ORDER BY m.id`)
    .pluck()
  const selectRows = database
    .prepare<[string], Row>(`
    SELECT ${STAMP}, m.organisation_id, m.city_id, m.venue_id, m.schedule, m.exceptions, m.place, c.name, v.name,
      v.short_name, r.name, r.floor
    FROM meeting m
    JOIN city c ON c.id = m.city_id
    LEFT JOIN venue v ON v.id = m.venue_id
    LEFT JOIN room r ON r.id = m.room_id
    WHERE m.id IN (SELECT value FROM json_each(?))`)
    .raw()
  const known = knownByStamp<NextMeeting>(database, MOST_KEPT, (ids) =>
    selectRows.all(ids).map(toNextMeeting),
  )

  return {
    /** Keyed by organisation; one without a meeting is missing. One statement, and one more after a write. */
    of(organisationIds: Iterable<number>): ReadonlyMap<number, readonly NextMeeting[]> {
      const found = new Map<number, NextMeeting[]>()
      for (const meeting of known(selectStamps.all(idList(organisationIds)))) {
        const ofOrganisation = found.get(meeting.organisationId)
        if (ofOrganisation === undefined) found.set(meeting.organisationId, [meeting])
        else ofOrganisation.push(meeting)
      }
      return found
    },
  }
}

function toNextMeeting(row: Row): [Stamp, NextMeeting] {
  const [stamp, organisationId, cityId, venueId, schedule, exceptions, place, cityName, ...names] = row
  const [venueName, venueShortName, roomName, roomFloor] = names
  const meeting = {
    organisationId,
    cityId,
    venueId,
    schedule: scheduleOf(schedule),
    exceptions: exceptionsOf(exceptions),
    place,
    cityName,
    venueName,
    venueShortName,
    roomName,
    roomFloor,
  }
  return [stamp, meeting]
}
