import type { City, CityDraft } from '../domain/city.ts'
import type { Land } from '../domain/land.ts'
import { sortKey } from '../domain/search-fold.ts'
import { type Database, idList } from './database.ts'
import { slugs } from './slugs.ts'

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
  SELECT id, slug, name, land, ags, postcodes, latitude, longitude, description, version, archived_at AS archivedAt
  FROM city`

const OF_SLUG = `slug = @slug OR id = (SELECT entry_id FROM former_slug WHERE noun = 'city' AND slug = @slug)`

/** Cities, each with its postcodes; what is archived is found by its id alone. */
export function cities(database: Database) {
  const selectById = database.prepare<[number], CityRow>(`${SELECT} WHERE id = ?`)
  const selectBySlug = database.prepare<{ slug: string }, CityRow>(
    `${SELECT} WHERE (${OF_SLUG}) AND archived_at IS NULL`,
  )
  const selectGone = database
    .prepare<{ slug: string }, number>(`SELECT id FROM city WHERE (${OF_SLUG}) AND archived_at IS NOT NULL`)
    .pluck()
  const selectByIds = database.prepare<[string], CityRow>(`
    ${SELECT}
    WHERE id IN (SELECT value FROM json_each(?)) AND archived_at IS NULL
    ORDER BY sort_key, name`)
  const selectNames = database.prepare<[], CityName>(
    'SELECT id, slug, name FROM city WHERE archived_at IS NULL ORDER BY sort_key, name',
  )
  const selectCounts = database.prepare<[], CityCount>(`
    SELECT c.id, c.slug, c.name, c.land, c.latitude, c.longitude,
      (SELECT count(*) FROM organisation WHERE city_id = c.id AND archived_at IS NULL) AS organisationCount
    FROM city c
    WHERE c.archived_at IS NULL
    ORDER BY c.sort_key, c.name`)

  return {
    ...cityWriter(database),
    ...slugs(database, 'city'),
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
    /** The city that has this slug, or once had it; none that is archived. */
    bySlug(slug: string): City | null {
      const row = selectBySlug.get({ slug })
      return row === undefined ? null : toCity(row)
    },
    /** By name. */
    byIds(ids: Iterable<number>): readonly City[] {
      return selectByIds.all(idList(ids)).map(toCity)
    },
    /** Whether a city in the archive has, or once had, this slug. */
    isGone(slug: string): boolean {
      return selectGone.get({ slug }) !== undefined
    },
  }
}

function cityWriter(database: Database) {
  const insert = database.prepare(`
    INSERT INTO city (slug, name, sort_key, land, ags, postcodes, latitude, longitude, description, updated_at)
    VALUES (@slug, @name, @sortKey, @land, @ags, @postcodes, @latitude, @longitude, @description, @at)`)
  const update = database.prepare(`
    UPDATE city
    SET slug = @slug, name = @name, sort_key = @sortKey, land = @land, ags = @ags, postcodes = @postcodes,
      latitude = @latitude, longitude = @longitude, description = @description, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const updateArchived = database.prepare(`
    UPDATE city
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)

  return {
    insert(draft: CityDraft, at: string): number {
      return Number(insert.run({ ...toRow(draft), at }).lastInsertRowid)
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, draft: CityDraft, at: string): boolean {
      return update.run({ ...toRow(draft), id, version, at }).changes === 1
    },
    /** Archives (an instant) or brings back (null); false where the stored version is another one. */
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return updateArchived.run({ id, version, archivedAt, at }).changes === 1
    },
  }
}

function toRow(draft: CityDraft) {
  return { ...draft, sortKey: sortKey(draft.name), postcodes: JSON.stringify(draft.postcodes) }
}

function toCity(row: CityRow): City {
  return { ...row, postcodes: JSON.parse(row.postcodes) as string[] }
}
