import type { OrganisationKind } from '../domain/organisation.ts'
import type { Database, Slice } from './database.ts'

export const ADDRESS_NOUNS = ['city', 'organisation', 'venue', 'event', 'project'] as const
export type AddressNoun = (typeof ADDRESS_NOUNS)[number]

/** What a site map needs of an entry: its slug and when it was last changed. */
export type EntryAddress = {
  readonly slug: string
  readonly kind: OrganisationKind | null
  readonly updatedAt: string
}

const SELECTS: Readonly<Record<AddressNoun, string>> = {
  city: 'SELECT slug, NULL AS kind, updated_at AS updatedAt FROM city WHERE archived_at IS NULL',
  organisation: 'SELECT slug, kind, updated_at AS updatedAt FROM organisation WHERE archived_at IS NULL',
  venue: 'SELECT slug, NULL AS kind, updated_at AS updatedAt FROM venue WHERE archived_at IS NULL',
  event: 'SELECT slug, NULL AS kind, updated_at AS updatedAt FROM event WHERE archived_at IS NULL',
  project: 'SELECT slug, NULL AS kind, updated_at AS updatedAt FROM project WHERE archived_at IS NULL',
}

/** The addresses of all entries that readers may see. */
export function addresses(database: Database) {
  const counts = ADDRESS_NOUNS.map(
    (noun) => `SELECT '${noun}' AS noun, count(*) AS count FROM (${SELECTS[noun]})`,
  )
  const selectCounts = database.prepare<[], { noun: AddressNoun; count: number }>(counts.join(' UNION ALL '))
  const selects = new Map(
    ADDRESS_NOUNS.map((noun) => [
      noun,
      database.prepare<Slice, EntryAddress>(`${SELECTS[noun]} ORDER BY id LIMIT @limit OFFSET @offset`),
    ]),
  )

  return {
    counts(): readonly { readonly noun: AddressNoun; readonly count: number }[] {
      return selectCounts.all()
    },
    of(noun: AddressNoun, slice: Slice): readonly EntryAddress[] {
      return selects.get(noun)?.all(slice) ?? []
    },
  }
}
