import type { Decision, Proposal } from '../domain/proposal.ts'
import type { Database, Slice } from './database.ts'

/** A change that waits for a coordinator; `entryId` null: a new entry. */
export type NewProposal = Pick<
  Proposal,
  'noun' | 'entryId' | 'baseVersion' | 'state' | 'message' | 'answerTo' | 'madeAt'
>

type Row = Omit<Proposal, 'state'> & { readonly state: string }

const COLUMNS = `
  id, noun, entry_id AS entryId, base_version AS baseVersion, state, message, answer_to AS answerTo, made_at AS madeAt,
  decision, decided_at AS decidedAt, decided_by_name AS decidedBy, reason`

/** Changes that wait for a coordinator, and those that were decided lately. */
export function proposals(database: Database) {
  const insert = database.prepare(`
    INSERT INTO proposal (noun, entry_id, base_version, state, message, answer_to, made_at)
    VALUES (@noun, @entryId, @baseVersion, @state, @message, @answerTo, @madeAt)`)
  const selectById = database.prepare<[number], Row>(`SELECT ${COLUMNS} FROM proposal WHERE id = ?`)
  const selectOpen = database.prepare<[], Row>(`
    SELECT ${COLUMNS}
    FROM proposal
    WHERE decision IS NULL
    ORDER BY made_at, id`)
  const selectDecided = database.prepare<Slice, Row>(`
    SELECT ${COLUMNS}
    FROM proposal
    WHERE decision IS NOT NULL
    ORDER BY decided_at DESC, id DESC
    LIMIT @limit OFFSET @offset`)
  const decide = database.prepare(`
    UPDATE proposal
    SET decision = @decision, decided_at = @at, decided_by = @accountId, decided_by_name = @by, reason = @reason,
      answer_to = ''
    WHERE id = @id AND decision IS NULL`)
  const forget = database.prepare('DELETE FROM proposal WHERE decision IS NOT NULL AND decided_at < ?')

  return {
    byId(id: number): Proposal | null {
      const row = selectById.get(id)
      return row === undefined ? null : toProposal(row)
    },
    /** Those that wait, the longest waiting first. */
    open: (): readonly Proposal[] => selectOpen.all().map(toProposal),
    /** Those that were decided, the latest first. */
    decided: (slice: Slice): readonly Proposal[] => selectDecided.all(slice).map(toProposal),
    insert(proposal: NewProposal): number {
      return Number(insert.run({ ...proposal, state: JSON.stringify(proposal.state) }).lastInsertRowid)
    },
    /** Where to answer is forgotten with it; false where it was decided before. */
    decide(decided: {
      readonly id: number
      readonly decision: Decision
      readonly reason: string
      readonly accountId: number | null
      readonly by: string
      readonly at: string
    }): boolean {
      return decide.run(decided).changes === 1
    },
    /** Forgets what was decided before an instant. */
    forgetDecidedBefore: (instant: string): void => void forget.run(instant),
  }
}

function toProposal(row: Row): Proposal {
  return { ...row, state: JSON.parse(row.state) as Proposal['state'] }
}
