import type { AccountState } from '../domain/account.ts'
import type { StoredDocument, StoredPicture } from '../domain/attachment.ts'
import type { CityDraft } from '../domain/city.ts'
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
import type { TopicDraft } from '../domain/topic.ts'
import type { VenueDraft } from '../domain/venue.ts'
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

export type NewRevision = Omit<Revision, 'id'> & {
  readonly accountId: number | null
  /** What it was made together with, and can be undone with; null for a change of its own. */
  readonly batch: string | null
}

/** What the saved states of these nouns are; their operations save nothing else. */
type Drafts = {
  readonly account: AccountState
  readonly city: CityDraft
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
  readonly topic: TopicDraft
}
export type SavedNoun = keyof Drafts
export type DraftOf<Saved extends SavedNoun> = Drafts[Saved]
/** A revision whose state is a draft again, and since when the entry was in the archive, if it was. */
export type SavedDraft<Saved extends SavedNoun> = Omit<Revision, 'state'> & {
  readonly draft: Drafts[Saved]
  readonly archivedAt: string | null
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
  }
}

function toRevision(row: RevisionRow): Revision {
  return { ...row, state: JSON.parse(row.state) as State }
}

function toDraft<Saved extends SavedNoun>({ state, ...row }: RevisionRow): SavedDraft<Saved> {
  const { archivedAt = null, ...draft } = JSON.parse(state) as { archivedAt?: string | null }
  return { ...row, draft: draft as Drafts[Saved], archivedAt }
}

/** The draft that a saved state of this noun holds. */
export function draftIn<Saved extends SavedNoun>(state: string): Drafts[Saved] {
  const { archivedAt: _archivedAt, ...draft } = JSON.parse(state) as { archivedAt?: string | null }
  return draft as Drafts[Saved]
}
