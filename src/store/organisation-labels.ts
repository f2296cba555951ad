import { sortKey } from '../domain/search-fold.ts'
import { type Database, idList } from './database.ts'

/** An organisation as a form writes it: its name, and in brackets its city. */
export type OrganisationLabel = { readonly id: number; readonly label: string }

const SELECT = `
  SELECT o.id, o.name || ' (' || c.name || ')' AS label
  FROM organisation o
  JOIN city c ON c.id = o.city_id`

/** The names by which forms let an organisation be chosen. */
export function organisationLabels(database: Database) {
  const selectByIds = database.prepare<[string], OrganisationLabel>(`
    ${SELECT}
    WHERE o.id IN (SELECT value FROM json_each(?))`)
  const selectNamed = database.prepare<
    { key: string; bare: string; city: string | null },
    OrganisationLabel
  >(`
    ${SELECT}
    WHERE o.archived_at IS NULL
      AND (o.sort_key = @key OR (o.sort_key = @bare AND c.sort_key = @city))
    ORDER BY o.sort_key, c.sort_key
    LIMIT 6`)
  const selectInCity = database.prepare<{ cityId: number | null; limit: number }, OrganisationLabel>(`
    ${SELECT}
    WHERE o.archived_at IS NULL AND (@cityId IS NULL OR o.city_id = @cityId)
    ORDER BY o.sort_key, o.name
    LIMIT @limit`)

  return {
    /** Those of the given ids, archived ones too. */
    of: (ids: Iterable<number>): readonly OrganisationLabel[] => selectByIds.all(idList(ids)),
    /** Those with exactly this name, with or without the city in brackets; at most six. */
    named(text: string): readonly OrganisationLabel[] {
      const [, bare = '', city = null] = /^(.*)\s\(([^()]*)\)$/.exec(text) ?? []
      return selectNamed.all({
        key: sortKey(text),
        bare: sortKey(bare),
        city: city === null ? null : sortKey(city),
      })
    },
    /** The first ones by name, of one city or of all. */
    inCity: (cityId: number | null, limit: number): readonly OrganisationLabel[] =>
      selectInCity.all({ cityId, limit }),
  }
}
