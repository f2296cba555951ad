import type { Schedule, ScheduleException } from '../domain/schedule.ts'
import { type Database, idList } from './database.ts'
import { exceptionsOf, scheduleOf } from './schedule-text.ts'

/** What a list of groups needs of a meeting to say when and where it is next. */
export type NextMeeting = {
  readonly organisationId: number
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
  organisationId: number,
  schedule: string,
  exceptions: string,
  place: string,
  cityName: string,
  venueName: string | null,
  venueShortName: string | null,
  roomName: string | null,
  roomFloor: string | null,
]

/** The meetings of many organisations at once, as little of each as a list needs. */
export function nextMeetings(database: Database) {
  const select = database
    .prepare<[string], Row>(`
    SELECT m.organisation_id, m.schedule, m.exceptions, m.place, c.name, v.name, v.short_name, r.name, r.floor
    FROM meeting m
    JOIN city c ON c.id = m.city_id
    LEFT JOIN venue v ON v.id = m.venue_id
    LEFT JOIN room r ON r.id = m.room_id
    WHERE m.organisation_id IN (SELECT value FROM json_each(?)) AND m.archived_at IS NULL
    ORDER BY m.id`)
    .raw()

  return {
    /** Keyed by organisation; one without a meeting is missing. */
    of(organisationIds: Iterable<number>): ReadonlyMap<number, readonly NextMeeting[]> {
      const found = new Map<number, NextMeeting[]>()
      for (const row of select.all(idList(organisationIds))) {
        const ofOrganisation = found.get(row[0])
        if (ofOrganisation === undefined) found.set(row[0], [toNextMeeting(row)])
        else ofOrganisation.push(toNextMeeting(row))
      }
      return found
    },
  }
}

function toNextMeeting(row: Row): NextMeeting {
  const [
    organisationId,
    schedule,
    exceptions,
    place,
    cityName,
    venueName,
    venueShortName,
    roomName,
    roomFloor,
  ] = row
  return {
    organisationId,
    schedule: scheduleOf(schedule),
    exceptions: exceptionsOf(exceptions),
    place,
    cityName,
    venueName,
    venueShortName,
    roomName,
    roomFloor,
  }
}
