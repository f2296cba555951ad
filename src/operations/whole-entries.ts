// Knows how the entries of each noun are opened and changed whole, for what is done to many of them at once.
import { wallTime } from '../domain/clock.ts'
import type { Day } from '../domain/day.ts'
import {
  type Rewrite,
  rewriteContact,
  rewriteEvent,
  rewriteMeeting,
  rewriteNotice,
  rewriteOrganisation,
  rewriteProject,
  rewriteRelation,
  rewriteVenue,
} from '../domain/entry-texts.ts'
import type { StoredEntry } from '../domain/outcome.ts'
import type { Act, Actor } from '../domain/permission.ts'
import { notFound } from '../domain/refusal.ts'
import { withoutChange } from '../domain/revision.ts'
import { type DraftOf, draftIn, type SavedNoun } from '../store/revisions.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Office,
  type Outdated,
  outdated,
  type Refused,
  type Saved,
} from './act.ts'
import { contactDraftOf, withStandingConsents } from './contact-drafts.ts'
import { archiveContact, changeContact, openContact } from './contacts.ts'
import { archiveEvent, changeEvent, eventDraftOf, openEvent } from './events.ts'
import { archiveMeeting, changeMeeting, meetingDraftOf, openMeeting } from './meetings.ts'
import { archiveNotice, changeNotice, noticeDraftOf, openNotice } from './notices.ts'
import { archiveOrganisation, changeOrganisation, draftOf, openOrganisation } from './organisations.ts'
import { archiveProject, changeProject, openProject, projectDraftOf } from './projects.ts'
import { archiveRelation, changeRelation, openRelation, relationDraftOf } from './relations.ts'
import { archiveVenue, changeVenue, openVenue, venueDraftOf } from './venues.ts'

/** An entry at one of its versions. */
export type AtVersion = { readonly id: number; readonly version: number }

/** What can be done to an entry of whatever noun. */
export type WholeEntries = {
  /** Takes one change of an entry back, wherever nobody changed it again; an entry that it made goes to the archive. */
  readonly takeBack: (office: Office, by: By, made: AtVersion) => Saved | Refused | Outdated
  /** Writes the texts of an entry anew, as a change of the version named. */
  readonly rewrite: (office: Office, by: By, at: AtVersion, anew: Rewrite) => Saved | Refused | Outdated
  /** Hands every text of a saved state to `anew`. */
  readonly read: (state: string, anew: Rewrite) => void
}

type Own<Noun extends SavedNoun, Stored extends StoredEntry> = {
  readonly noun: Noun
  readonly open: (office: Office, actor: Actor, act: Act, id: number) => Stored
  readonly draftOf: (stored: Stored, today: Day) => DraftOf<Noun>
  readonly change: (office: Office, by: By, change: Change<DraftOf<Noun>>) => Saved | Refused | Outdated
  readonly archive: (office: Office, by: By, archiving: Archiving) => Saved | Refused | Outdated
  readonly rewrite: (draft: DraftOf<Noun>, anew: Rewrite) => DraftOf<Noun>
  /** An earlier state without what may not come back with it. */
  readonly standing?: (earlier: DraftOf<Noun>, now: DraftOf<Noun>) => DraftOf<Noun>
}

function whole<Noun extends SavedNoun, Stored extends StoredEntry>(own: Own<Noun, Stored>): WholeEntries {
  const open = (office: Office, by: By, act: Act, id: number) => {
    const stored = own.open(office, by.actor, act, id)
    return { version: stored.version, draft: own.draftOf(stored, wallTime(office.clock()).day) }
  }
  return {
    takeBack: (office, by, made) => {
      const now = open(office, by, 'restore', made.id)
      const at = { id: made.id, version: now.version }
      if (made.version === 1) return own.archive(office, by, { ...at, act: 'archive' })
      const [before, after] = [made.version - 1, made.version].map((version) => {
        const saved = office.store.revisions.draftAt(own.noun, made.id, version)
        return (saved ?? notFound(`version ${version}`)).draft
      })
      if (before === undefined || after === undefined) return notFound(`version ${made.version}`)
      const { draft } = withoutChange({ before, after }, now.draft)
      return own.change(office, by, { ...at, draft: own.standing?.(draft, now.draft) ?? draft })
    },
    rewrite: (office, by, { id, version }, anew) => {
      const now = open(office, by, 'edit', id)
      if (now.version !== version) return outdated(now.version)
      return own.change(office, by, { id, version, draft: own.rewrite(now.draft, anew) })
    },
    read: (state, anew) => void own.rewrite(draftIn<Noun>(state), anew),
  }
}

export const WHOLE = {
  organisation: whole({
    noun: 'organisation',
    open: openOrganisation,
    draftOf,
    change: changeOrganisation,
    archive: archiveOrganisation,
    rewrite: rewriteOrganisation,
  }),
  contact: whole({
    noun: 'contact',
    open: openContact,
    draftOf: contactDraftOf,
    change: changeContact,
    archive: archiveContact,
    rewrite: rewriteContact,
    standing: withStandingConsents,
  }),
  meeting: whole({
    noun: 'meeting',
    open: openMeeting,
    draftOf: meetingDraftOf,
    change: changeMeeting,
    archive: archiveMeeting,
    rewrite: rewriteMeeting,
  }),
  event: whole({
    noun: 'event',
    open: openEvent,
    draftOf: eventDraftOf,
    change: changeEvent,
    archive: archiveEvent,
    rewrite: rewriteEvent,
  }),
  venue: whole({
    noun: 'venue',
    open: openVenue,
    draftOf: venueDraftOf,
    change: changeVenue,
    archive: archiveVenue,
    rewrite: rewriteVenue,
  }),
  project: whole({
    noun: 'project',
    open: openProject,
    draftOf: projectDraftOf,
    change: changeProject,
    archive: archiveProject,
    rewrite: rewriteProject,
  }),
  notice: whole({
    noun: 'notice',
    open: openNotice,
    draftOf: noticeDraftOf,
    change: changeNotice,
    archive: archiveNotice,
    rewrite: rewriteNotice,
  }),
  relation: whole({
    noun: 'relation',
    open: openRelation,
    draftOf: relationDraftOf,
    change: changeRelation,
    archive: archiveRelation,
    rewrite: rewriteRelation,
  }),
} as const

export type WholeNoun = keyof typeof WHOLE

/** Whether entries of this noun can be changed many at once. */
export function isWhole(noun: string): noun is WholeNoun {
  return Object.hasOwn(WHOLE, noun)
}
