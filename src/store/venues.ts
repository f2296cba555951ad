import type { Change } from '../domain/outcome.ts'
import { sortKey } from '../domain/search-fold.ts'
import type { Room, RoomDraft, Venue, VenueDraft } from '../domain/venue.ts'
import { type Database, idList } from './database.ts'
import { scheduleOf } from './schedule-text.ts'
import { slugs } from './slugs.ts'

type VenueRow = Omit<Venue, 'stepFree' | 'openingHours' | 'rooms'> & {
  stepFree: number | null
  openingHours: string | null
  rooms: string
}

/** A venue as a list shows it. */
export type VenueLine = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly street: string
  readonly postcode: string
  readonly cityId: number
  readonly cityName: string
  readonly rooms: number
  readonly groups: number
}

/** A house, or a room of one, as a menu offers it. */
export type VenuePlace = {
  readonly venueId: number
  readonly venueName: string
  readonly cityId: number
  readonly cityName: string
  /** Null for the house itself. */
  readonly roomId: number | null
  readonly roomName: string
  readonly floor: string
}

const SELECT = `
  SELECT v.id, v.slug, v.name, v.short_name AS shortName, v.city_id AS cityId, v.street, v.postcode,
    v.operator_id AS operatorId, v.description, v.arrival, v.step_free AS stepFree, v.opening_hours AS openingHours,
    v.version, v.archived_at AS archivedAt,
    (SELECT json_group_array(json_object('id', id, 'venueId', venue_id, 'slug', slug, 'name', name, 'floor', floor,
       'seats', seats, 'stepFree', CASE step_free WHEN 1 THEN json('true') WHEN 0 THEN json('false') END) ORDER BY position)
     FROM room WHERE venue_id = v.id) AS rooms
  FROM venue v`

/** Venues with their rooms. */
export function venues(database: Database) {
  const selectById = database.prepare<[number], VenueRow>(`${SELECT} WHERE v.id = ?`)
  const selectBySlug = database.prepare<[string], VenueRow>(`${SELECT} WHERE v.slug = ?`)
  const selectLines = database.prepare<{ cityId: number | null }, VenueLine>(`
    SELECT v.id, v.slug, v.name, v.street, v.postcode, v.city_id AS cityId, c.name AS cityName,
      (SELECT count(*) FROM room WHERE venue_id = v.id) AS rooms,
      (SELECT count(DISTINCT m.organisation_id)
       FROM meeting m
       JOIN organisation o ON o.id = m.organisation_id
       WHERE m.venue_id = v.id AND m.archived_at IS NULL AND o.archived_at IS NULL AND o.dormant_since IS NULL) AS groups
    FROM venue v
    JOIN city c ON c.id = v.city_id
    WHERE v.archived_at IS NULL AND (@cityId IS NULL OR v.city_id = @cityId)
    ORDER BY c.sort_key, v.sort_key, v.name`)
  const selectPlaces = database.prepare<[], VenuePlace>(`
    WITH place AS (
      SELECT id AS venue_id, NULL AS room_id, '' AS room_name, '' AS floor, -1 AS position FROM venue
      UNION ALL
      SELECT venue_id, id, name, floor, position FROM room
    )
    SELECT v.id AS venueId, v.name AS venueName, v.city_id AS cityId, c.name AS cityName, p.room_id AS roomId,
      p.room_name AS roomName, p.floor
    FROM place p
    JOIN venue v ON v.id = p.venue_id
    JOIN city c ON c.id = v.city_id
    WHERE v.archived_at IS NULL
    ORDER BY c.sort_key, v.sort_key, v.id, p.position`)

  return {
    ...venueWriter(database),
    ...slugs(database, 'venue'),
    byId(id: number): Venue | null {
      const row = selectById.get(id)
      return row === undefined ? null : toVenue(row)
    },
    bySlug(slug: string): Venue | null {
      const row = selectBySlug.get(slug)
      return row === undefined ? null : toVenue(row)
    },
    /** All, or those of one city, by city and name. */
    lines(cityId: number | null = null): readonly VenueLine[] {
      return selectLines.all({ cityId })
    },
    /** Every house with its rooms after it, by city and name. */
    places(): readonly VenuePlace[] {
      return selectPlaces.all()
    },
  }
}

function venueWriter(database: Database) {
  const insert = database.prepare(`
    INSERT INTO venue (slug, name, short_name, sort_key, city_id, street, postcode, operator_id, description, arrival,
      step_free, opening_hours, updated_at)
    VALUES (@slug, @name, @shortName, @sortKey, @cityId, @street, @postcode, @operatorId, @description, @arrival,
      @stepFree, @openingHours, @at)`)
  const update = database.prepare(`
    UPDATE venue
    SET slug = @slug, name = @name, short_name = @shortName, sort_key = @sortKey, city_id = @cityId, street = @street,
      postcode = @postcode, operator_id = @operatorId, description = @description, arrival = @arrival,
      step_free = @stepFree, opening_hours = @openingHours, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const updateArchived = database.prepare(`
    UPDATE venue
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const rooms = roomWriter(database)

  return {
    insert(draft: VenueDraft, at: string): number {
      const venueId = Number(insert.run({ ...toRow(draft), at }).lastInsertRowid)
      rooms.replace(venueId, draft.rooms)
      return venueId
    },
    /** False where the stored version is another one; then nothing is changed. */
    update({ id, version, draft }: Change<VenueDraft>, at: string): boolean {
      if (update.run({ ...toRow(draft), id, version, at }).changes === 0) return false
      rooms.replace(id, draft.rooms)
      return true
    },
    /** Archives (an instant) or brings back (null); false where the stored version is another one. */
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return updateArchived.run({ id, version, archivedAt, at }).changes === 1
    },
  }
}

function roomWriter(database: Database) {
  const removeOthers = database.prepare(`
    DELETE FROM room
    WHERE venue_id = @venueId AND id NOT IN (SELECT value FROM json_each(@kept))`)
  const update = database.prepare(`
    UPDATE room
    SET name = @name, floor = @floor, seats = @seats, step_free = @stepFree, position = @position
    WHERE id = @id AND venue_id = @venueId`)
  const insert = database.prepare(`
    INSERT INTO room (venue_id, slug, name, floor, seats, step_free, position)
    VALUES (@venueId, @slug, @name, @floor, @seats, @stepFree, @position)`)

  return {
    /** The rooms of a house in their order: those with an id stay the same rooms, for meetings and events stand in them. */
    replace(venueId: number, rooms: readonly RoomDraft[]): void {
      removeOthers.run({ venueId, kept: idList(rooms.flatMap(({ id }) => id ?? [])) })
      rooms.forEach((room, position) => {
        const row = { ...room, venueId, position, stepFree: toBit(room.stepFree) }
        if (room.id === undefined) insert.run(row)
        else update.run(row)
      })
    },
  }
}

function toRow({ rooms: _rooms, ...columns }: VenueDraft) {
  return {
    ...columns,
    sortKey: sortKey(columns.name),
    stepFree: toBit(columns.stepFree),
    openingHours: columns.openingHours === null ? null : JSON.stringify(columns.openingHours),
  }
}

function toBit(answer: boolean | null): number | null {
  return answer === null ? null : Number(answer)
}

function toVenue(row: VenueRow): Venue {
  return {
    ...row,
    stepFree: row.stepFree === null ? null : row.stepFree === 1,
    openingHours: row.openingHours === null ? null : scheduleOf(row.openingHours),
    rooms: JSON.parse(row.rooms) as Room[],
  }
}
