import type { Rhythm } from '../domain/confirmation.ts'
import type { SpokenLanguage } from '../domain/language.ts'
import type { Address, OrganisationKind } from '../domain/organisation.ts'
import { type Database, type Parameters, preparedOnce } from './database.ts'
import { type DirectoryFilter, parameters, where } from './directory-filter.ts'

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

type Row = Omit<PrintRow, 'languages' | 'addresses' | 'topicIds'> & {
  readonly languages: string
  readonly addresses: string
  readonly topicIds: string
}

/** The organisations of a list to be printed. */
export function printing(database: Database) {
  const select = preparedOnce((sql) => database.prepare<[Parameters], Row>(sql))

  return {
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
