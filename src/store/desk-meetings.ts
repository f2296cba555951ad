import type { Weekday } from '../domain/day.ts'
import type { Schedule, ScheduleException } from '../domain/schedule.ts'
import { sortKey } from '../domain/search-fold.ts'
import { type Database, idList, type Parameters, preparedOnce, type Slice } from './database.ts'
import { weekdayBit } from './meetings.ts'
import { exceptionsOf, scheduleOf } from './schedule-text.ts'

/** Which meetings the desk lists; null: whatever. */
export type DeskMeetingFilter = {
  /** Part of the meeting's title or of its organisation's name; empty: whatever. */
  readonly text: string
  /** Where it takes place, or where its organisation is at home. */
  readonly cityId: number | null
  readonly organisationId: number | null
  readonly venueId: number | null
  readonly weekday: Weekday | null
  /** In the archive, by itself or with its organisation. */
  readonly isArchived: boolean
  /** Only those in these cities, and of these organisations; null: all. */
  readonly within: { readonly cityIds: readonly number[]; readonly organisationIds: readonly number[] } | null
}

export type DeskMeetingRow = {
  readonly id: number
  readonly title: string
  readonly organisationName: string
  /** Where it takes place. */
  readonly cityId: number
  readonly venueId: number | null
  readonly cityName: string
  readonly venueName: string | null
  readonly roomName: string | null
  readonly place: string
  readonly schedule: Schedule
  readonly exceptions: readonly ScheduleException[]
}
type Row = Omit<DeskMeetingRow, 'schedule' | 'exceptions'> & { schedule: string; exceptions: string }

const FROM = `
  FROM meeting m
  JOIN organisation o ON o.id = m.organisation_id`

/** The meetings that those who edit see. */
export function deskMeetings(database: Database) {
  const selectRows = preparedOnce((sql) => database.prepare<[Parameters], Row>(sql))
  const selectCount = preparedOnce((sql) => database.prepare<[Parameters], number>(sql).pluck())

  return {
    /** By the organisation's name, then by title. */
    rows(filter: DeskMeetingFilter, slice: Slice): readonly DeskMeetingRow[] {
      const rows = selectRows(`
        SELECT m.id, m.title, m.city_id AS cityId, m.venue_id AS venueId, o.name AS organisationName, c.name AS cityName, v.name AS venueName,
          r.name AS roomName, m.place, m.schedule, m.exceptions
        ${FROM}
        JOIN city c ON c.id = m.city_id
        LEFT JOIN venue v ON v.id = m.venue_id
        LEFT JOIN room r ON r.id = m.room_id
        WHERE ${where(filter)}
        ORDER BY o.sort_key, o.name, m.title, m.id
        LIMIT @limit OFFSET @offset`)
      return rows.all({ ...parameters(filter), ...slice }).map((row) => ({
        ...row,
        schedule: scheduleOf(row.schedule),
        exceptions: exceptionsOf(row.exceptions),
      }))
    },
    count(filter: DeskMeetingFilter): number {
      return selectCount(`SELECT count(*) ${FROM} WHERE ${where(filter)}`).get(parameters(filter)) ?? 0
    },
  }
}

/** Only the conditions in use. Titles have no sort key of their own: what SQLite can fold of them is enough for a search. */
function where(filter: DeskMeetingFilter): string {
  const isLive = 'm.archived_at IS NULL AND o.archived_at IS NULL'
  return [
    filter.isArchived ? `NOT (${isLive})` : isLive,
    ...(filter.text === ''
      ? []
      : ['(instr(o.sort_key, @text) OR instr(m.title, @raw) OR instr(lower(m.title), @typed))']),
    ...(filter.cityId === null ? [] : ['(m.city_id = @cityId OR o.city_id = @cityId)']),
    ...(filter.organisationId === null ? [] : ['m.organisation_id = @organisationId']),
    ...(filter.venueId === null ? [] : ['m.venue_id = @venueId']),
    ...(filter.weekday === null ? [] : ['m.weekdays & @weekday <> 0']),
    ...(filter.within === null
      ? []
      : [
          `(m.city_id IN (SELECT value FROM json_each(@cityIds))
            OR o.city_id IN (SELECT value FROM json_each(@cityIds))
            OR o.id IN (SELECT value FROM json_each(@organisationIds)))`,
        ]),
  ].join(' AND ')
}

function parameters(filter: DeskMeetingFilter): Parameters {
  const { text, cityId, organisationId, venueId, weekday, within } = filter
  return {
    ...(text === '' ? {} : { text: sortKey(text), typed: text.toLowerCase(), raw: text }),
    ...(cityId === null ? {} : { cityId }),
    ...(organisationId === null ? {} : { organisationId }),
    ...(venueId === null ? {} : { venueId }),
    ...(weekday === null ? {} : { weekday: weekdayBit(weekday) }),
    ...(within === null
      ? {}
      : { cityIds: idList(within.cityIds), organisationIds: idList(within.organisationIds) }),
  }
}
