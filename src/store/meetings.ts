import type { Day, Weekday } from '../domain/day.ts'
import type { Meeting, MeetingDraft, MeetingKind } from '../domain/meeting.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import { weekdaysOfRule } from '../domain/rule.ts'
import type { Schedule } from '../domain/schedule.ts'
import { type Database, idList } from './database.ts'
import { meetingRules } from './meeting-rules.ts'
import { exceptionsOf, scheduleOf } from './schedule-text.ts'

type MeetingRow = Omit<Meeting, 'schedule' | 'exceptions'> & { schedule: string; exceptions: string }

/** A meeting with the names of where it is and whose it is. */
export type MeetingAtPlace = Meeting & {
  readonly organisationSlug: string
  readonly organisationName: string
  readonly organisationKind: OrganisationKind
  /** The group rests: whether its meetings take place, nobody knows. */
  readonly organisationDormantSince: Day | null
  /** The organisation's own city; the meeting may take place in another one. */
  readonly organisationCityId: number
  readonly cityName: string
  /** Null, too, for a venue that is archived and has no page any more. */
  readonly venueSlug: string | null
  readonly venueName: string | null
  readonly venueStreet: string | null
  readonly venueShortName: string | null
  readonly roomName: string | null
  readonly roomFloor: string | null
  /** When the feed that it comes from was last fetched (UTC, ISO 8601), or null. */
  readonly feedFetchedAt: string | null
}
type MeetingAtPlaceRow = Omit<MeetingAtPlace, 'schedule' | 'exceptions'> & {
  schedule: string
  exceptions: string
}

/** A meeting as a calendar's table names it. */
export type MeetingName = Pick<
  MeetingAtPlace,
  'id' | 'title' | 'kind' | 'organisationSlug' | 'organisationName' | 'organisationKind'
>

const COLUMNS = `
  m.id, m.uid, m.organisation_id AS organisationId, m.title, m.kind, m.venue_id AS venueId, m.room_id AS roomId, m.place,
  m.schedule, m.exceptions, m.description, m.city_id AS cityId, m.feed_id AS feedId, m.version, m.updated_at AS updatedAt,
  m.archived_at AS archivedAt`
const SELECT_AT_PLACE = `
  SELECT ${COLUMNS}, o.slug AS organisationSlug, o.name AS organisationName, o.kind AS organisationKind,
    o.dormant_since AS organisationDormantSince, o.city_id AS organisationCityId, c.name AS cityName, CASE WHEN v.archived_at IS NULL THEN v.slug END AS venueSlug,
    v.name AS venueName, v.street AS venueStreet, v.short_name AS venueShortName, r.name AS roomName, r.floor AS roomFloor,
    f.fetched_at AS feedFetchedAt
  FROM meeting m
  JOIN organisation o ON o.id = m.organisation_id
  JOIN city c ON c.id = m.city_id
  LEFT JOIN venue v ON v.id = m.venue_id
  LEFT JOIN room r ON r.id = m.room_id
  LEFT JOIN feed f ON f.id = m.feed_id`
const LIVE = 'm.archived_at IS NULL AND o.archived_at IS NULL'

/** Meetings with their schedules and exceptions. */
export function meetings(database: Database) {
  const selectById = database.prepare<[number], MeetingRow>(`SELECT ${COLUMNS} FROM meeting m WHERE m.id = ?`)
  const selectByIds = database.prepare<[string], MeetingAtPlaceRow>(`
    ${SELECT_AT_PLACE}
    WHERE m.id IN (SELECT value FROM json_each(?))`)
  const selectNames = database.prepare<[string], MeetingName>(`
    SELECT m.id, m.title, m.kind, o.slug AS organisationSlug, o.name AS organisationName, o.kind AS organisationKind
    FROM meeting m
    JOIN organisation o ON o.id = m.organisation_id
    WHERE m.id IN (SELECT value FROM json_each(?))`)
  const selectOfOrganisations = database.prepare<[string], MeetingAtPlaceRow>(`
    ${SELECT_AT_PLACE}
    WHERE m.organisation_id IN (SELECT value FROM json_each(?)) AND ${LIVE}
    ORDER BY m.organisation_id, m.id`)
  const selectAtVenue = database.prepare<[number], MeetingAtPlaceRow>(`
    ${SELECT_AT_PLACE}
    WHERE m.venue_id = ? AND ${LIVE} AND o.dormant_since IS NULL
    ORDER BY m.id`)
  const selectInRooms = database.prepare<[], MeetingAtPlaceRow>(`
    ${SELECT_AT_PLACE}
    WHERE m.room_id IS NOT NULL AND ${LIVE} AND o.dormant_since IS NULL
    ORDER BY m.id`)
  const selectOfKind = database.prepare<[MeetingKind], MeetingAtPlaceRow>(`
    ${SELECT_AT_PLACE}
    WHERE m.kind = ? AND ${LIVE}
    ORDER BY o.sort_key, m.id`)

  return {
    byId(id: number): Meeting | null {
      const row = selectById.get(id)
      return row === undefined ? null : toMeeting(row)
    },
    byIds(ids: Iterable<number>): readonly MeetingAtPlace[] {
      return selectByIds.all(idList(ids)).map(toMeeting)
    },
    names(ids: Iterable<number>): readonly MeetingName[] {
      return selectNames.all(idList(ids))
    },
    ofOrganisations(ids: Iterable<number>): readonly MeetingAtPlace[] {
      return selectOfOrganisations.all(idList(ids)).map(toMeeting)
    },
    atVenue(venueId: number): readonly MeetingAtPlace[] {
      return selectAtVenue.all(venueId).map(toMeeting)
    },
    /** All that have a room. */
    inRooms: (): readonly MeetingAtPlace[] => selectInRooms.all().map(toMeeting),
    /** Those of a kind that are not archived, by whose they are. */
    ofKind(kind: MeetingKind): readonly MeetingAtPlace[] {
      return selectOfKind.all(kind).map(toMeeting)
    },
    ...meetingRules(database),
    ...meetingWriter(database),
  }
}

function meetingWriter(database: Database) {
  const insert = database.prepare(`
    INSERT INTO meeting (uid, organisation_id, title, kind, venue_id, room_id, place, city_id, schedule, exceptions,
      weekdays, description, updated_at)
    VALUES (@uid, @organisationId, @title, @kind, @venueId, @roomId, @place, @cityId, @schedule, @exceptions,
      @weekdays, @description, @at)`)
  const update = database.prepare(`
    UPDATE meeting
    SET title = @title, kind = @kind, venue_id = @venueId, room_id = @roomId, place = @place, city_id = @cityId,
      schedule = @schedule, exceptions = @exceptions, weekdays = @weekdays, description = @description, updated_at = @at,
      version = version + 1
    WHERE id = @id AND version = @version`)
  const updateArchived = database.prepare(`
    UPDATE meeting
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)

  return {
    insert(uid: string, cityId: number, draft: MeetingDraft, at: string): number {
      return Number(insert.run({ ...toRow(draft), uid, cityId, at }).lastInsertRowid)
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, cityId: number, draft: MeetingDraft, at: string): boolean {
      const { organisationId: _organisationId, ...row } = toRow(draft)
      return update.run({ ...row, id, version, cityId, at }).changes === 1
    },
    /** Archives (an instant) or brings back (null); false where the stored version is another one. */
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return updateArchived.run({ id, version, archivedAt, at }).changes === 1
    },
  }
}

function toRow(draft: MeetingDraft) {
  return {
    ...draft,
    schedule: JSON.stringify(draft.schedule),
    exceptions: JSON.stringify(draft.exceptions),
    weekdays: weekdayBits(draft.schedule),
  }
}

function weekdayBits(schedule: Schedule): number {
  const weekdays = new Set(schedule.slots.flatMap((slot) => weekdaysOfRule(slot.rule)))
  return [...weekdays].reduce((bits, weekday) => bits | weekdayBit(weekday), 0)
}

/** The bit of a weekday in the column `weekdays`: Monday 1, Tuesday 2 … Sunday 64. */
export function weekdayBit(weekday: Weekday): number {
  return 1 << (weekday - 1)
}

function toMeeting<Row extends { kind: MeetingKind; schedule: string; exceptions: string }>(row: Row) {
  return { ...row, schedule: scheduleOf(row.schedule), exceptions: exceptionsOf(row.exceptions) }
}
