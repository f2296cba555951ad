import type { KeptList, KeptListDraft } from '../domain/kept-list.ts'
import { sortKey } from '../domain/search-fold.ts'
import type { Database } from './database.ts'

const SELECT = 'SELECT id, name, address, version FROM kept_list'

/** Lists of the print desk that were kept under a name. */
export function keptLists(database: Database) {
  const selectAll = database.prepare<[], KeptList>(
    `${SELECT} WHERE archived_at IS NULL ORDER BY sort_key, name`,
  )
  const selectById = database.prepare<[number], KeptList>(`${SELECT} WHERE id = ? AND archived_at IS NULL`)
  const insert = database.prepare(`
    INSERT INTO kept_list (name, sort_key, address, updated_at) VALUES (@name, @sortKey, @address, @at)`)
  const archive = database.prepare(`
    UPDATE kept_list
    SET archived_at = @at, updated_at = @at, version = version + 1
    WHERE id = @id AND version = @version AND archived_at IS NULL`)

  return {
    /** By name. */
    all: (): readonly KeptList[] => selectAll.all(),
    byId: (id: number): KeptList | null => selectById.get(id) ?? null,
    insert({ name, address }: KeptListDraft, at: string): number {
      return Number(insert.run({ name, sortKey: sortKey(name), address, at }).lastInsertRowid)
    },
    /** False where the stored version is another one; then nothing is changed. */
    archive(id: number, version: number, at: string): boolean {
      return archive.run({ id, version, at }).changes === 1
    },
  }
}
