import type { City, CityDraft } from '../domain/city.ts'
import type { Land } from '../domain/land.ts'
import { sortKey } from '../domain/search-fold.ts'
import { type Database, idList } from './database.ts'

/** A city as a link needs it. */
export type CityName = { readonly id: number; readonly slug: string; readonly name: string }

/** A city in a list, with how many organisations it has that are not archived. */
export type CityCount = CityName & {
  readonly land: Land
  readonly latitude: number | null
  readonly longitude: number | null
  readonly organisationCount: number
}

type CityRow = Omit<City, 'postcodes'> & { readonly postcodes: string }

const SELECT = `
  SELECT id, slug, name, land, ags, postcodes, latitude, longitude, description, version
  FROM city`

/** Cities, each with its postcodes. */
export function cities(database: Database) {
  const selectById = database.prepare<[number], CityRow>(`${SELECT} WHERE id = ?`)
  const selectBySlug = database.prepare<[string], CityRow>(`${SELECT} WHERE slug = ?`)
  const selectByIds = database.prepare<[string], CityRow>(`
    ${SELECT}
    WHERE id IN (SELECT value FROM json_each(?))
    ORDER BY sort_key, name`)
  const selectNames = database.prepare<[], CityName>(
    'SELECT id, slug, name FROM city ORDER BY sort_key, name',
  )
  const selectCounts = database.prepare<[], CityCount>(`
    SELECT c.id, c.slug, c.name, c.land, c.latitude, c.longitude,
      (SELECT count(*) FROM organisation WHERE city_id = c.id AND archived_at IS NULL) AS organisationCount
    FROM city c
    ORDER BY c.sort_key, c.name`)
  const insert = database.prepare(`
    INSERT INTO city (slug, name, sort_key, land, ags, postcodes, latitude, longitude, description, updated_at)
    VALUES (@slug, @name, @sortKey, @land, @ags, @postcodes, @latitude, @longitude, @description, @at)`)

  return {
    /** By name, each with the number of its organisations. */
    all(): readonly CityCount[] {
      return selectCounts.all()
    },
    names(): readonly CityName[] {
      return selectNames.all()
    },
    byId(id: number): City | null {
      const row = selectById.get(id)
      return row === undefined ? null : toCity(row)
    },
    bySlug(slug: string): City | null {
      const row = selectBySlug.get(slug)
      return row === undefined ? null : toCity(row)
    },
    /** By name. */
    byIds(ids: Iterable<number>): readonly City[] {
      return selectByIds.all(idList(ids)).map(toCity)
    },
    isSlugTaken(slug: string): boolean {
      return selectBySlug.get(slug) !== undefined
    },
    insert(draft: CityDraft, at: string): number {
      const row = { ...draft, sortKey: sortKey(draft.name), postcodes: JSON.stringify(draft.postcodes), at }
      return Number(insert.run(row).lastInsertRowid)
    },
  }
}

function toCity(row: CityRow): City {
  return { ...row, postcodes: JSON.parse(row.postcodes) as string[] }
}
