import type { Programme, ProgrammeDraft } from '../domain/project.ts'
import { sortKey } from '../domain/search-fold.ts'
import type { Database } from './database.ts'

type ProgrammeRow = Omit<Programme, 'funderIds'> & { readonly funderIds: string }

const SELECT = `
  SELECT g.id, g.slug, g.title, g.description, g.version,
    (SELECT json_group_array(organisation_id ORDER BY position) FROM programme_funder WHERE programme_id = g.id) AS funderIds
  FROM programme g`

/** Funding programmes, each with the organisations that pay for it. */
export function programmes(database: Database) {
  const selectAll = database.prepare<[], ProgrammeRow>(`${SELECT} ORDER BY g.sort_key, g.title`)
  const selectById = database.prepare<[number], ProgrammeRow>(`${SELECT} WHERE g.id = ?`)
  const selectBySlug = database.prepare<[string], ProgrammeRow>(`${SELECT} WHERE g.slug = ?`)
  const insert = database.prepare(`
    INSERT INTO programme (slug, title, sort_key, description, updated_at)
    VALUES (@slug, @title, @sortKey, @description, @at)`)
  const addFunder = database.prepare(`
    INSERT OR IGNORE INTO programme_funder (programme_id, position, organisation_id)
    VALUES (@id, @position, @organisationId)`)

  return {
    /** By title. */
    all(): readonly Programme[] {
      return selectAll.all().map(toProgramme)
    },
    byId(id: number): Programme | null {
      const row = selectById.get(id)
      return row === undefined ? null : toProgramme(row)
    },
    bySlug(slug: string): Programme | null {
      const row = selectBySlug.get(slug)
      return row === undefined ? null : toProgramme(row)
    },
    isSlugTaken(slug: string): boolean {
      return selectBySlug.get(slug) !== undefined
    },
    insert(draft: ProgrammeDraft, at: string): number {
      const { funderIds, ...columns } = draft
      const id = Number(insert.run({ ...columns, sortKey: sortKey(draft.title), at }).lastInsertRowid)
      funderIds.forEach((organisationId, position) => void addFunder.run({ id, position, organisationId }))
      return id
    },
  }
}

function toProgramme(row: ProgrammeRow): Programme {
  return { ...row, funderIds: JSON.parse(row.funderIds) as number[] }
}
