import type { Noun, State } from '../domain/revision.ts'
import type { Database } from './database.ts'

/** A change that waits for a coordinator; `entryId` null: a new entry. */
export type NewProposal = {
  readonly noun: Noun
  readonly entryId: number | null
  /** The version it was made from. */
  readonly baseVersion: number | null
  readonly state: State
  readonly message: string
  /** Where to answer, or empty. */
  readonly answerTo: string
  /** Instant in UTC, ISO 8601. */
  readonly madeAt: string
}

type OpenRow = Omit<NewProposal, 'state'> & { readonly id: number; readonly state: string }

/** Changes that wait for a coordinator. */
export function proposals(database: Database) {
  const insert = database.prepare(`
    INSERT INTO proposal (noun, entry_id, base_version, state, message, answer_to, made_at)
    VALUES (@noun, @entryId, @baseVersion, @state, @message, @answerTo, @madeAt)`)

  const selectOpen = database.prepare<[], OpenRow>(`
    SELECT id, noun, entry_id AS entryId, base_version AS baseVersion, state, message, answer_to AS answerTo,
      made_at AS madeAt
    FROM proposal
    WHERE decision IS NULL
    ORDER BY made_at, id`)

  return {
    /** Those that wait, the longest waiting first. */
    open(): readonly (NewProposal & { readonly id: number })[] {
      return selectOpen.all().map((row) => ({ ...row, state: JSON.parse(row.state) as State }))
    },
    insert(proposal: NewProposal): number {
      return Number(insert.run({ ...proposal, state: JSON.stringify(proposal.state) }).lastInsertRowid)
    },
  }
}
