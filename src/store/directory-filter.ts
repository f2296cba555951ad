import type { Weekday } from '../domain/day.ts'
import type { SpokenLanguage } from '../domain/language.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import { idList, type Parameters } from './database.ts'
import { weekdayBit } from './meetings.ts'

/** Which organisations a list shows; null: whatever. `ids` are the hits of a free text. */
export type DirectoryFilter = {
  readonly cityId: number | null
  readonly topicId: number | null
  readonly language: SpokenLanguage | null
  /** Any of these; empty: whatever. */
  readonly weekdays: readonly Weekday[]
  readonly kind: OrganisationKind | null
  readonly ids: readonly number[] | null
}

/** Only the conditions in use: each combination of filters is its own statement with its own plan. */
export function where(filter: DirectoryFilter): string {
  return [
    'o.archived_at IS NULL',
    ...(filter.cityId === null ? [] : ['o.city_id = @cityId']),
    ...(filter.kind === null ? [] : ['o.kind = @kind']),
    ...(filter.topicId === null
      ? []
      : ['EXISTS (SELECT 1 FROM organisation_topic WHERE organisation_id = o.id AND topic_id = @topicId)']),
    ...(filter.language === null
      ? []
      : [
          'EXISTS (SELECT 1 FROM organisation_language WHERE organisation_id = o.id AND language = @language)',
        ]),
    ...(filter.weekdays.length === 0
      ? []
      : [
          `EXISTS (SELECT 1 FROM meeting
          WHERE organisation_id = o.id AND archived_at IS NULL AND weekdays & @weekdayBits)`,
        ]),
    ...(filter.ids === null ? [] : ['o.id IN (SELECT value FROM json_each(@ids))']),
  ].join(' AND ')
}

/** The parameters of those conditions. */
export function parameters(filter: DirectoryFilter): Parameters {
  const { cityId, kind, topicId, language, weekdays, ids } = filter
  return {
    ...(cityId === null ? {} : { cityId }),
    ...(kind === null ? {} : { kind }),
    ...(topicId === null ? {} : { topicId }),
    ...(language === null ? {} : { language }),
    ...(weekdays.length === 0
      ? {}
      : { weekdayBits: weekdays.reduce((bits, weekday) => bits | weekdayBit(weekday), 0) }),
    ...(ids === null ? {} : { ids: idList(ids) }),
  }
}
