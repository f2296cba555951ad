import type { Noun, Origin, Revision, State } from '../domain/revision.ts'
import type { Database } from './database.ts'

type RevisionRow = {
  id: number
  noun: Noun
  entryId: number
  version: number
  at: string
  by: string
  origin: Origin
  state: string
}

export type NewRevision = Omit<Revision, 'id'> & { readonly accountId: number | null }

const COLUMNS = 'id, noun, entry_id AS entryId, version, at, by, origin, state'

/** Saved states of every entry. */
export function revisions(database: Database) {
  const insert = database.prepare(`
    INSERT INTO revision (noun, entry_id, version, at, account_id, by, origin, state)
    VALUES (@noun, @entryId, @version, @at, @accountId, @by, @origin, @state)`)
  const selectByVersion = database.prepare<[Noun, number, number], RevisionRow>(`
    SELECT ${COLUMNS}
    FROM revision
    WHERE noun = ? AND entry_id = ? AND version = ?`)
  const selectOfEntry = database.prepare<[Noun, number], RevisionRow>(`
    SELECT ${COLUMNS}
    FROM revision
    WHERE noun = ? AND entry_id = ?
    ORDER BY version DESC`)

  return {
    add(revision: NewRevision): void {
      insert.run({ ...revision, state: JSON.stringify(revision.state) })
    },
    byVersion(noun: Noun, entryId: number, version: number): Revision | null {
      const row = selectByVersion.get(noun, entryId, version)
      return row === undefined ? null : toRevision(row)
    },
    /** Newest first. */
    ofEntry(noun: Noun, entryId: number): readonly Revision[] {
      return selectOfEntry.all(noun, entryId).map(toRevision)
    },
  }
}

function toRevision(row: RevisionRow): Revision {
  return { ...row, state: JSON.parse(row.state) as State }
}
