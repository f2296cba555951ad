import type { Asked, AskingKind } from '../domain/confirmation.ts'
import type { Day } from '../domain/day.ts'
import { type Database, idList } from './database.ts'

/** A group that was asked whether its entry still holds; instants in UTC, ISO 8601. */
export type ConfirmationRequest = {
  readonly id: number
  readonly organisationId: number
  readonly kind: AskingKind
  readonly madeAt: string
  readonly expiresAt: string
  readonly endedAt: string | null
  /** A later mail has taken its place. */
  readonly isReplaced: boolean
}

/** What became of the mails of a request: of those a server took, nothing is kept. */
export type SentRequest = {
  readonly organisationId: number
  readonly madeAt: string
  readonly mails: number
  readonly waiting: number
  readonly refused: number
}

type CandidateRow = Omit<Asked, 'askedOn'> & { readonly id: number; readonly askedOn: string }
export type Candidate = Asked & { readonly id: number }

const CONFIRMED_ON = '(SELECT max(on_day) FROM confirmation WHERE organisation_id = o.id)'

/** „Stimmt das noch?“: the links of mails by the hash of their token, and who is to be asked. */
export function confirmationRequests(database: Database) {
  const insert = database.prepare(`
    INSERT INTO confirmation_request (organisation_id, token_hash, kind, made_at, expires_at, mails)
    VALUES (@organisationId, @tokenHash, @kind, @madeAt, @expiresAt, @mails)`)
  const select = database.prepare<
    [string],
    Omit<ConfirmationRequest, 'isReplaced'> & { isReplaced: number }
  >(`
    SELECT id, organisation_id AS organisationId, kind, made_at AS madeAt, expires_at AS expiresAt, ended_at AS endedAt,
      EXISTS (SELECT 1 FROM confirmation_request l WHERE l.organisation_id = r.organisation_id AND l.id > r.id) AS isReplaced
    FROM confirmation_request r
    WHERE token_hash = ?`)
  const end = database.prepare(
    'UPDATE confirmation_request SET ended_at = @at WHERE id = @id AND ended_at IS NULL',
  )
  const selectLatest = database.prepare<[string], SentRequest>(`
    SELECT r.organisation_id AS organisationId, r.made_at AS madeAt, r.mails,
      (SELECT count(*) FROM outbox WHERE request_id = r.id AND state = 'waiting') AS waiting,
      (SELECT count(*) FROM outbox WHERE request_id = r.id AND state IN ('refused', 'given-up')) AS refused
    FROM confirmation_request r
    WHERE r.id IN (
      SELECT max(id) FROM confirmation_request
      WHERE organisation_id IN (SELECT value FROM json_each(?))
      GROUP BY organisation_id)`)
  // What is sure not to be due is left out here; `mailDue` in domain/confirmation.ts decides over the rest.
  const selectCandidates = database.prepare<[{ today: Day }], CandidateRow>(`
    SELECT o.id, o.review_months AS reviewMonths, o.dormant_since AS dormantSince, ${CONFIRMED_ON} AS confirmedOn,
      (SELECT substr(min(at), 1, 10) FROM revision WHERE noun = 'organisation' AND entry_id = o.id) AS createdOn,
      (SELECT json_group_array(substr(r.made_at, 1, 10) ORDER BY r.id)
       FROM confirmation_request r
       WHERE r.organisation_id = o.id AND substr(r.made_at, 1, 10) > coalesce(${CONFIRMED_ON}, '')) AS askedOn
    FROM organisation o
    WHERE o.archived_at IS NULL AND o.dormant_since IS NULL
      AND coalesce(date(${CONFIRMED_ON}, '+' || o.review_months || ' months', 'floor') <= @today, 1)
      AND json_array_length(askedOn) < 2
      AND EXISTS (
        SELECT 1 FROM contact c
        JOIN contact_channel h ON h.contact_id = c.id AND h.kind = 'email'
        WHERE c.organisation_id = o.id AND c.archived_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM outbox x WHERE x.recipient = h.value AND x.state = 'refused'))
    ORDER BY confirmedOn NULLS FIRST, o.id`)

  return {
    insert(request: {
      readonly organisationId: number
      readonly tokenHash: string
      readonly kind: AskingKind
      readonly madeAt: string
      readonly expiresAt: string
      readonly mails: number
    }): number {
      return Number(insert.run(request).lastInsertRowid)
    },
    byTokenHash(tokenHash: string): ConfirmationRequest | null {
      const row = select.get(tokenHash)
      return row === undefined ? null : { ...row, isReplaced: row.isReplaced === 1 }
    },
    /** Its link has nothing left to do. */
    end(id: number, at: string): void {
      end.run({ id, at })
    },
    /** The latest of each organisation by its id; those never asked are not in it. */
    latestOf(organisationIds: Iterable<number>): ReadonlyMap<number, SentRequest> {
      const rows = selectLatest.all(idList(organisationIds))
      return new Map(rows.map((row) => [row.organisationId, row]))
    },
    /** Whoever may be due to be asked, the longest unconfirmed first: with an address that takes mail. */
    candidates(today: Day): readonly Candidate[] {
      return selectCandidates
        .all({ today })
        .map((row) => ({ ...row, askedOn: JSON.parse(row.askedOn) as readonly Day[] }))
    },
  }
}
