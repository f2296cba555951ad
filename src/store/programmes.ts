import type { Programme, ProgrammeDraft } from '../domain/project.ts'
import { sortKey } from '../domain/search-fold.ts'
import type { Database } from './database.ts'
import { slugs } from './slugs.ts'

type ProgrammeRow = Omit<Programme, 'funderIds'> & { readonly funderIds: string }

const SELECT = `
  SELECT g.id, g.slug, g.title, g.description, g.version, g.archived_at AS archivedAt,
    (SELECT json_group_array(organisation_id ORDER BY position) FROM programme_funder WHERE programme_id = g.id) AS funderIds
  FROM programme g`

/** Funding programmes, each with the organisations that pay for it. */
export function programmes(database: Database) {
  const selectAll = database.prepare<[], ProgrammeRow>(`
    ${SELECT}
    WHERE g.archived_at IS NULL
    ORDER BY g.sort_key, g.title`)
  const selectEvery = database.prepare<[], ProgrammeRow>(`${SELECT} ORDER BY g.sort_key, g.title`)
  const selectBySlug = database.prepare<[string], ProgrammeRow>(`${SELECT} WHERE g.slug = ?`)
  const selectById = database.prepare<[number], ProgrammeRow>(`${SELECT} WHERE g.id = ?`)

  return {
    ...programmeWriter(database),
    ...slugs(database, 'programme'),
    /** Those that are not archived, by title. */
    all(): readonly Programme[] {
      return selectAll.all().map(toProgramme)
    },
    /** With those in the archive, by title. */
    every(): readonly Programme[] {
      return selectEvery.all().map(toProgramme)
    },
    byId(id: number): Programme | null {
      const row = selectById.get(id)
      return row === undefined ? null : toProgramme(row)
    },
    bySlug(slug: string): Programme | null {
      const row = selectBySlug.get(slug)
      return row === undefined ? null : toProgramme(row)
    },
  }
}

function programmeWriter(database: Database) {
  const insert = database.prepare(`
    INSERT INTO programme (slug, title, sort_key, description, updated_at)
    VALUES (@slug, @title, @sortKey, @description, @at)`)
  const update = database.prepare(`
    UPDATE programme
    SET slug = @slug, title = @title, sort_key = @sortKey, description = @description, updated_at = @at,
      version = version + 1
    WHERE id = @id AND version = @version`)
  const updateArchived = database.prepare(`
    UPDATE programme
    SET archived_at = @archivedAt, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version`)
  const clearFunders = database.prepare('DELETE FROM programme_funder WHERE programme_id = ?')
  const addFunder = database.prepare(`
    INSERT OR IGNORE INTO programme_funder (programme_id, position, organisation_id)
    VALUES (@id, @position, @organisationId)`)
  const replaceFunders = (id: number, funderIds: readonly number[]): void => {
    clearFunders.run(id)
    funderIds.forEach((organisationId, position) => void addFunder.run({ id, position, organisationId }))
  }

  return {
    insert(draft: ProgrammeDraft, at: string): number {
      const id = Number(insert.run({ ...toRow(draft), at }).lastInsertRowid)
      replaceFunders(id, draft.funderIds)
      return id
    },
    /** False where the stored version is another one; then nothing is changed. */
    update(id: number, version: number, draft: ProgrammeDraft, at: string): boolean {
      if (update.run({ ...toRow(draft), id, version, at }).changes === 0) return false
      replaceFunders(id, draft.funderIds)
      return true
    },
    /** Archives (an instant) or brings back (null); false where the stored version is another one. */
    setArchived(id: number, version: number, archivedAt: string | null, at: string): boolean {
      return updateArchived.run({ id, version, archivedAt, at }).changes === 1
    },
  }
}

function toRow({ funderIds: _funderIds, ...columns }: ProgrammeDraft) {
  return { ...columns, sortKey: sortKey(columns.title) }
}

function toProgramme(row: ProgrammeRow): Programme {
  return { ...row, funderIds: JSON.parse(row.funderIds) as number[] }
}
