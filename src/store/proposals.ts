import type { Ties } from '../domain/permission.ts'
import type { Decision, Proposal } from '../domain/proposal.ts'
import type { Database, Slice } from './database.ts'

/** A change that waits for a coordinator; `entryId` null: a new entry. */
export type NewProposal = Pick<
  Proposal,
  'noun' | 'entryId' | 'baseVersion' | 'state' | 'message' | 'answerTo' | 'madeAt'
>

type Row = Omit<Proposal, 'state'> & { readonly state: string }

/** A proposal with what it is about: the entry's name and its organisation's, and what it is tied to. */
export type ProposalAbout = Proposal & {
  /** Null where there is no such entry any more. */
  readonly name: string | null
  readonly organisationName: string | null
  readonly ties: Ties
}
type AboutRow = Row & {
  readonly name: string | null
  readonly organisationName: string | null
  readonly cityId: number | null
  readonly organisationId: number | null
  readonly togetherIds: string
}

const COLUMNS = `
  p.id, p.noun, p.entry_id AS entryId, p.base_version AS baseVersion, p.state, p.message, p.answer_to AS answerTo,
  p.made_at AS madeAt, p.decision, p.decided_at AS decidedAt, p.decided_by_name AS decidedBy, p.reason`

// Of the entries that a proposal can be about one is there at most; a new one has its city in its state.
const SELECT_ABOUT = `
  SELECT ${COLUMNS}, o.name AS organisationName,
    CASE p.noun WHEN 'organisation' THEN COALESCE(o.name, p.state ->> '$.name') WHEN 'contact' THEN c.function
      WHEN 'meeting' THEN m.title WHEN 'event' THEN e.title WHEN 'venue' THEN v.name WHEN 'project' THEN j.title END AS name,
    COALESCE(o.city_id, e.city_id, v.city_id, j.city_id, CASE WHEN p.entry_id IS NULL THEN p.state ->> '$.cityId' END)
      AS cityId,
    COALESCE(o.id, v.operator_id) AS organisationId,
    (SELECT json_group_array(organisation_id) FROM (
       SELECT organisation_id FROM participation WHERE event_id = e.id AND role = 'organiser'
       UNION SELECT organisation_id FROM project_part WHERE project_id = j.id AND role = 'carrier')) AS togetherIds
  FROM proposal p
  LEFT JOIN contact c ON p.noun = 'contact' AND c.id = p.entry_id
  LEFT JOIN meeting m ON p.noun = 'meeting' AND m.id = p.entry_id
  LEFT JOIN organisation o ON o.id =
    CASE p.noun WHEN 'organisation' THEN p.entry_id WHEN 'contact' THEN c.organisation_id ELSE m.organisation_id END
  LEFT JOIN event e ON p.noun = 'event' AND e.id = p.entry_id
  LEFT JOIN venue v ON p.noun = 'venue' AND v.id = p.entry_id
  LEFT JOIN project j ON p.noun = 'project' AND j.id = p.entry_id`

/** Changes that wait for a coordinator, and those that were decided lately. */
export function proposals(database: Database) {
  const insert = database.prepare(`
    INSERT INTO proposal (noun, entry_id, base_version, state, message, answer_to, made_at)
    VALUES (@noun, @entryId, @baseVersion, @state, @message, @answerTo, @madeAt)`)
  const selectById = database.prepare<[number], AboutRow>(`${SELECT_ABOUT} WHERE p.id = ?`)
  const selectOpen = database.prepare<[], AboutRow>(`
    ${SELECT_ABOUT}
    WHERE p.decision IS NULL
    ORDER BY p.made_at, p.id`)
  const selectDecided = database.prepare<Slice, AboutRow>(`
    ${SELECT_ABOUT}
    WHERE p.decision IS NOT NULL
    ORDER BY p.decided_at DESC, p.id DESC
    LIMIT @limit OFFSET @offset`)
  const decide = database.prepare(`
    UPDATE proposal
    SET decision = @decision, decided_at = @at, decided_by = @accountId, decided_by_name = @by, reason = @reason,
      answer_to = ''
    WHERE id = @id AND decision IS NULL`)
  const forget = database.prepare('DELETE FROM proposal WHERE decision IS NOT NULL AND decided_at < ?')

  return {
    byId(id: number): ProposalAbout | null {
      const row = selectById.get(id)
      return row === undefined ? null : toProposal(row)
    },
    /** Those that wait, the longest waiting first. */
    open: (): readonly ProposalAbout[] => selectOpen.all().map(toProposal),
    /** Those that were decided, the latest first. */
    decided: (slice: Slice): readonly ProposalAbout[] => selectDecided.all(slice).map(toProposal),
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

function toProposal({ cityId, organisationId, togetherIds, ...row }: AboutRow): ProposalAbout {
  return {
    ...row,
    state: JSON.parse(row.state) as Proposal['state'],
    ties: { cityId, organisationId, togetherIds: JSON.parse(togetherIds) as number[] },
  }
}
