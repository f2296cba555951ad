import type { Rhythm } from '../domain/confirmation.ts'
import type { SpokenLanguage } from '../domain/language.ts'
import type { Address, OrganisationKind } from '../domain/organisation.ts'
import type { Schedule } from '../domain/schedule.ts'
import { type Database, idList, type Parameters, preparedOnce } from './database.ts'
import { type DirectoryFilter, parameters, where } from './directory-filter.ts'
import { scheduleOf } from './schedule-text.ts'

/** Whose entries a list is printed of; null: of whatever house, network, project. */
export type PrintFilter = DirectoryFilter & {
  readonly venueId: number | null
  /** The network's present members. */
  readonly networkId: number | null
  readonly projectId: number | null
}

/** An organisation with everything of its own that a list can name. */
export type PrintRow = Rhythm & {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly nameLanguage: SpokenLanguage | null
  readonly kind: OrganisationKind
  readonly cityId: number
  readonly cityName: string
  readonly website: string
  readonly internalNote: string
  readonly languages: readonly SpokenLanguage[]
  readonly addresses: readonly Address[]
  readonly topicIds: readonly number[]
}

/** When an organisation meets, and where: of the venue, its room and the city by name. */
export type PrintedMeeting = {
  readonly organisationId: number
  readonly schedule: Schedule
  readonly place: string
  readonly venueName: string | null
  readonly venueShortName: string | null
  readonly roomName: string | null
  readonly roomFloor: string | null
  readonly cityName: string
}

type Row = Omit<PrintRow, 'languages' | 'addresses' | 'topicIds'> & {
  readonly languages: string
  readonly addresses: string
  readonly topicIds: string
}

/** The organisations of a list to be printed. */
export function printing(database: Database) {
  const select = preparedOnce((sql) => database.prepare<[Parameters], Row>(sql))

  const selectMeetings = database.prepare<[string], Omit<PrintedMeeting, 'schedule'> & { schedule: string }>(`
    SELECT m.organisation_id AS organisationId, m.schedule, m.place, v.name AS venueName,
      v.short_name AS venueShortName, r.name AS roomName, r.floor AS roomFloor, c.name AS cityName
    FROM meeting m
    JOIN city c ON c.id = m.city_id
    LEFT JOIN venue v ON v.id = m.venue_id
    LEFT JOIN room r ON r.id = m.room_id
    WHERE m.organisation_id IN (SELECT value FROM json_each(?)) AND m.archived_at IS NULL
    ORDER BY m.organisation_id, m.id`)

  return {
    /** The meetings of these organisations, in the order in which they were entered. */
    meetings(ids: Iterable<number>): readonly PrintedMeeting[] {
      return selectMeetings
        .all(idList(ids))
        .map(({ schedule, ...meeting }) => ({ ...meeting, schedule: scheduleOf(schedule) }))
    },
    /** All of them, by city and name (DIN 5007-1). */
    rows(filter: PrintFilter): readonly PrintRow[] {
      const { venueId, networkId, projectId } = filter
      const statement = select(`
        SELECT o.id, o.slug, o.name, o.name_language AS nameLanguage, o.kind, o.city_id AS cityId, c.name AS cityName,
          o.website, o.review_months AS reviewMonths, o.dormant_since AS dormantSince, o.internal_note AS internalNote, o.languages, o.addresses,
          (SELECT json_group_array(topic_id) FROM organisation_topic WHERE organisation_id = o.id) AS topicIds
        FROM organisation o
        JOIN city c ON c.id = o.city_id
        WHERE ${[where(filter), ...placesOf(filter)].join(' AND ')}
        ORDER BY c.sort_key, c.name, o.sort_key, o.name`)
      const places = {
        ...(venueId === null ? {} : { venueId }),
        ...(networkId === null ? {} : { networkId }),
        ...(projectId === null ? {} : { projectId }),
      }
      return statement.all({ ...parameters(filter), ...places }).map(toPrintRow)
    },
  }
}

function placesOf({ venueId, networkId, projectId }: PrintFilter): string[] {
  return [
    ...(venueId === null
      ? []
      : [
          `EXISTS (SELECT 1 FROM meeting
          WHERE organisation_id = o.id AND venue_id = @venueId AND archived_at IS NULL)`,
        ]),
    ...(networkId === null
      ? []
      : [
          `o.id IN (SELECT from_id FROM relation WHERE to_id = @networkId AND until_year IS NULL AND archived_at IS NULL
          AND kind IN ('member-of','founding-member-of','part-of'))`,
        ]),
    ...(projectId === null
      ? []
      : ['o.id IN (SELECT organisation_id FROM project_part WHERE project_id = @projectId)']),
  ]
}

function toPrintRow(row: Row): PrintRow {
  return {
    ...row,
    languages: JSON.parse(row.languages) as SpokenLanguage[],
    addresses: JSON.parse(row.addresses) as Address[],
    topicIds: JSON.parse(row.topicIds) as number[],
  }
}
