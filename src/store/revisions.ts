import type { AccountState } from '../domain/account.ts'
import type { StoredDocument, StoredPicture } from '../domain/attachment.ts'
import type { ClosingDayDraft } from '../domain/closing-day.ts'
import type { ContactDraft } from '../domain/contact.ts'
import type { EventDraft } from '../domain/event.ts'
import type { FeedDraft } from '../domain/feed.ts'
import type { MeetingDraft } from '../domain/meeting.ts'
import type { NoticeDraft } from '../domain/notice.ts'
import type { OrganisationDraft } from '../domain/organisation.ts'
import type { StoredEntry } from '../domain/outcome.ts'
import type { ProgrammeDraft, ProjectDraft } from '../domain/project.ts'
import type { RelationDraft } from '../domain/relation.ts'
import type { Noun, Origin, Revision, State } from '../domain/revision.ts'
import type { SiteTextDraft } from '../domain/site-text.ts'
import type { VenueDraft } from '../domain/venue.ts'
import { type Database, idList } from './database.ts'

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

export type NewRevision = Omit<Revision, 'id'> & {
  readonly accountId: number | null
  /** What it was made together with, and can be undone with; null for a change of its own. */
  readonly batch: string | null
}

/** What the saved states of these nouns are; their operations save nothing else. */
type Drafts = {
  readonly account: AccountState
  readonly organisation: OrganisationDraft
  readonly contact: ContactDraft
  readonly meeting: MeetingDraft
  readonly document: Omit<StoredDocument, keyof StoredEntry>
  readonly event: EventDraft
  readonly picture: Omit<StoredPicture, keyof StoredEntry>
  readonly programme: ProgrammeDraft
  readonly project: ProjectDraft
  readonly relation: RelationDraft
  readonly feed: FeedDraft
  readonly 'site-text': SiteTextDraft
  readonly venue: VenueDraft
  readonly 'closing-day': ClosingDayDraft
  readonly notice: NoticeDraft
}
export type SavedNoun = keyof Drafts
export type DraftOf<Saved extends SavedNoun> = Drafts[Saved]
/** A revision whose state is a draft again, and since when the entry was in the archive, if it was. */
export type SavedDraft<Saved extends SavedNoun> = Omit<Revision, 'state'> & {
  readonly draft: Drafts[Saved]
  readonly archivedAt: string | null
}

/** A change in a list of the latest: what was changed, of a relation its other side, and the organisation it belongs to. */
export type Change = Omit<Revision, 'state' | 'id'> & {
  readonly name: string
  readonly organisationName: string
}
/** Whose changes: `null` stands for all. */
export type Within = {
  readonly cityIds: readonly number[] | null
  readonly organisationIds: readonly number[]
}

const COLUMNS = 'id, noun, entry_id AS entryId, version, at, by, origin, state'

/** Saved states of every entry. */
export function revisions(database: Database) {
  const insert = database.prepare(`
    INSERT INTO revision (noun, entry_id, version, at, account_id, by, origin, batch, state)
    VALUES (@noun, @entryId, @version, @at, @accountId, @by, @origin, @batch, @state)`)
  const selectByVersion = database.prepare<[Noun, number, number], RevisionRow>(`
    SELECT ${COLUMNS}
    FROM revision
    WHERE noun = ? AND entry_id = ? AND version = ?`)
  const selectOfEntry = database.prepare<[Noun, number], RevisionRow>(`
    SELECT ${COLUMNS}
    FROM revision
    WHERE noun = ? AND entry_id = ?
    ORDER BY version DESC`)
  const selectLatest = database.prepare<[Record<string, string | number | null>], Change>(`
    SELECT r.noun, r.entry_id AS entryId, r.version, r.at, r.by, r.origin,
      coalesce(r.state ->> 'function', r.state ->> 'title', r.state ->> 'name', t.name) AS name, o.name AS organisationName
    FROM revision r
    LEFT JOIN contact c ON r.noun = 'contact' AND c.id = r.entry_id
    LEFT JOIN meeting m ON r.noun = 'meeting' AND m.id = r.entry_id
    LEFT JOIN relation l ON r.noun = 'relation' AND l.id = r.entry_id
    LEFT JOIN organisation t ON t.id = l.to_id
    JOIN organisation o ON o.id = CASE r.noun
      WHEN 'organisation' THEN r.entry_id
      ELSE coalesce(c.organisation_id, m.organisation_id, l.from_id) END
    WHERE r.at >= @since AND r.noun IN ('organisation', 'contact', 'meeting', 'relation') AND r.origin <> 'demonstration'
      AND (@cityIds IS NULL OR o.city_id IN (SELECT value FROM json_each(@cityIds))
        OR o.id IN (SELECT value FROM json_each(@organisationIds))
        OR t.city_id IN (SELECT value FROM json_each(@cityIds))
        OR t.id IN (SELECT value FROM json_each(@organisationIds)))
    ORDER BY r.at DESC, r.id DESC
    LIMIT @limit`)

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
    /** One saved draft of an entry, or null where it never had this version. */
    draftAt<Saved extends SavedNoun>(
      noun: Saved,
      entryId: number,
      version: number,
    ): SavedDraft<Saved> | null {
      const row = selectByVersion.get(noun, entryId, version)
      return row === undefined ? null : toDraft<Saved>(row)
    },
    /** Every saved draft of an entry, newest first. */
    draftsOf<Saved extends SavedNoun>(noun: Saved, entryId: number): readonly SavedDraft<Saved>[] {
      return selectOfEntry.all(noun, entryId).map((row) => toDraft<Saved>(row))
    },
    /** What was changed since an instant at organisations, their contacts, meetings and relations, newest first; the demonstration's own is no change. */
    latest(since: string, within: Within, limit: number): readonly Change[] {
      const cityIds = within.cityIds === null ? null : idList(within.cityIds)
      return selectLatest.all({ since, cityIds, organisationIds: idList(within.organisationIds), limit })
    },
  }
}

function toRevision(row: RevisionRow): Revision {
  return { ...row, state: JSON.parse(row.state) as State }
}

function toDraft<Saved extends SavedNoun>({ state, ...row }: RevisionRow): SavedDraft<Saved> {
  const { archivedAt = null, ...draft } = JSON.parse(state) as { archivedAt?: string | null }
  return { ...row, draft: draft as Drafts[Saved], archivedAt }
}
