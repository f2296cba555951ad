// How an entry is kept that is saved whole: create, change, archive, bring back, restore; each a revision.
import type { StoredEntry } from '../domain/outcome.ts'
import { type Act, type Actor, may, type Ties } from '../domain/permission.ts'
import type { Problem } from '../domain/problem.ts'
import { forbidden, notFound } from '../domain/refusal.ts'
import { isSame } from '../domain/revision.ts'
import type { DraftOf, SavedNoun } from '../store/revisions.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Office,
  type Outdated,
  outdated,
  permit,
  type Refused,
  type Restoring,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'
import { checkHome } from './homes.ts'
import { type Claimant, checkClashes, keepReason } from './room-clashes.ts'

/** What is a noun's own in how it is kept; the stored entry holds everything that its draft does. */
export type Kept<Noun extends SavedNoun, Stored extends StoredEntry & DraftOf<Noun>> = {
  readonly noun: Noun
  readonly byId: (office: Office, id: number) => Stored | null
  readonly draftOf: (stored: Stored) => DraftOf<Noun>
  /** Whose a stored entry is. */
  readonly tiesOf: (office: Office, stored: Stored) => Ties
  /** Where a draft is at home: who may create there may put it there. */
  readonly homeOf: (office: Office, draft: DraftOf<Noun>) => Ties
  readonly check: (office: Office, draft: DraftOf<Noun>, stored: Stored | null) => readonly Problem[]
  /** The draft as it is saved, with what it left open. */
  readonly complete: (office: Office, draft: DraftOf<Noun>, stored: Stored | null) => DraftOf<Noun>
  /** False where the stored version is another one; then nothing is changed. */
  readonly update: (office: Office, stored: Stored, change: Change<DraftOf<Noun>>, at: string) => boolean
  readonly setArchived: (
    office: Office,
    entry: { readonly id: number; readonly version: number },
    archivedAt: string | null,
    at: string,
  ) => boolean
  /** The right that creating takes; of what belongs to other entries the right to edit one of them. */
  readonly createAct?: Act
  /** The right that archiving takes; of what belongs to another entry the right to edit that. */
  readonly archiveAct?: Act
  /** What keeps an entry from the archive: others that point to it. */
  readonly heldBy: (office: Office, stored: Stored) => readonly Problem[]
  /** What keeps an entry in the archive: another one that has taken its place. */
  readonly replacedBy?: (office: Office, stored: Stored) => readonly Problem[]
  /** What it claims of the rooms, where it takes place in one; an id of 0 where it is new. */
  readonly claimant?: (id: number, draft: DraftOf<Noun>) => Claimant
  /** Lets the search find an entry as it is now, or no more (null). */
  readonly index: (office: Office, id: number, draft: DraftOf<Noun> | null) => void
}

/** The same for a noun whose entries come with nothing but their draft. */
export type Created<Noun extends SavedNoun, Stored extends StoredEntry & DraftOf<Noun>> = Kept<
  Noun,
  Stored
> & {
  readonly insert: (office: Office, draft: DraftOf<Noun>, at: string) => number
}

/** Creates an entry; it is for whoever may create where it is at home. */
export function createEntry<Noun extends SavedNoun, Stored extends StoredEntry & DraftOf<Noun>>(
  kept: Created<Noun, Stored>,
  office: Office,
  by: By,
  draft: DraftOf<Noun>,
): Saved | Refused {
  return write(office, (moment) => {
    const { at } = moment
    const home = kept.homeOf(office, draft)
    permit(by, kept.createAct ?? 'create', home)
    const problems = [...kept.check(office, draft, null), ...checkHome(office, home.cityId, 'cityId')]
    if (problems.length > 0) return refused(problems)
    const clashing = clashesOfDraft(kept, office, by, { id: 0, draft })
    if (clashing.length > 0) return refused(clashing)
    const state = kept.complete(office, draft, null)
    const id = kept.insert(office, state, at)
    record(office, by, { noun: kept.noun, id, version: 1, at, state: asSaved(kept, office, id) })
    kept.index(office, id, state)
    if (kept.claimant !== undefined) keepReason(office, by, kept.claimant(id, draft), moment)
    return saved(id, 1)
  })
}

/** Changes an entry that still has the version the change was made from. */
export function changeEntry<Noun extends SavedNoun, Stored extends StoredEntry & DraftOf<Noun>>(
  kept: Kept<Noun, Stored>,
  office: Office,
  by: By,
  { id, version, draft: wanted }: Change<DraftOf<Noun>>,
): Saved | Refused | Outdated {
  return write(office, (moment) => {
    const { at } = moment
    const stored = openEntry(kept, office, by.actor, { act: 'edit', id })
    const home = kept.homeOf(office, wanted)
    const isElsewhere = !isSame(home, kept.homeOf(office, kept.draftOf(stored)))
    // Whoever hands an entry over to another city, or to others, must be at home there, too.
    if (isElsewhere) permit(by, kept.createAct ?? 'create', home)
    const problems = [
      ...kept.check(office, wanted, stored),
      ...(isElsewhere ? checkHome(office, home.cityId, 'cityId') : []),
    ]
    if (problems.length > 0) return refused(problems)
    // What is in the archive takes no room, and what comes too late is not asked about one.
    const takesRoom = stored.archivedAt === null && stored.version === version
    const clashing = takesRoom ? clashesOfDraft(kept, office, by, { id, draft: wanted }) : []
    if (clashing.length > 0) return refused(clashing)
    const state = kept.complete(office, wanted, stored)
    if (!kept.update(office, stored, { id, version, draft: state }, at)) return outdated(stored.version)
    const { archivedAt } = stored
    const draft = asSaved(kept, office, id)
    const whole = archivedAt === null ? draft : { ...draft, archivedAt }
    record(office, by, { noun: kept.noun, id, version: version + 1, at, state: whole })
    if (archivedAt === null) kept.index(office, id, state)
    if (takesRoom && kept.claimant !== undefined) keepReason(office, by, kept.claimant(id, wanted), moment)
    return saved(id, version + 1)
  })
}

/** Takes an entry off every page (`archive`), unless others need it, or puts it back (`bring-back`), unless its city is archived. */
export function archiveEntry<Noun extends SavedNoun, Stored extends StoredEntry & DraftOf<Noun>>(
  kept: Kept<Noun, Stored>,
  office: Office,
  by: By,
  { id, version, act }: Archiving,
): Saved | Refused | Outdated {
  return write(office, ({ at }) => {
    const stored = openEntry(kept, office, by.actor, { act: kept.archiveAct ?? 'archive', id })
    const draft = kept.draftOf(stored)
    const problems =
      act === 'archive'
        ? kept.heldBy(office, stored)
        : [
            ...(kept.replacedBy?.(office, stored) ?? []),
            ...checkHome(office, kept.homeOf(office, draft).cityId, 'archiv'),
          ]
    if (problems.length > 0) return refused(problems)
    const archivedAt = act === 'archive' ? at : null
    if (!kept.setArchived(office, { id, version }, archivedAt, at)) return outdated(stored.version)
    record(office, by, { noun: kept.noun, id, version: version + 1, at, state: { ...draft, archivedAt } })
    kept.index(office, id, act === 'archive' ? null : draft)
    return saved(id, version + 1)
  })
}

/** Makes an earlier state of an entry its newest one; whether it is in the archive stays as it is. */
export function restoreEntry<Noun extends SavedNoun, Stored extends StoredEntry & DraftOf<Noun>>(
  kept: Kept<Noun, Stored>,
  office: Office,
  by: By,
  { id, version, earlier }: Restoring,
): Saved | Refused | Outdated {
  openEntry(kept, office, by.actor, { act: 'restore', id })
  const { draft } = office.store.revisions.draftAt(kept.noun, id, earlier) ?? notFound(`version ${earlier}`)
  return changeEntry(kept, office, { ...by, origin: 'restore' }, { id, version, draft })
}

/**
 * The entry, for somebody who may do this to it. Throws Forbidden for anybody else; NotFound where they may not even know
 * of it, because it is in the archive.
 */
export function openEntry<Noun extends SavedNoun, Stored extends StoredEntry & DraftOf<Noun>>(
  kept: Kept<Noun, Stored>,
  office: Office,
  actor: Actor,
  { act, id }: { readonly act: Act; readonly id: number },
): Stored {
  const stored = kept.byId(office, id) ?? notFound(`${kept.noun} ${id}`)
  const ties = kept.tiesOf(office, stored)
  if (may(actor, act, ties)) return stored
  if (stored.archivedAt !== null && !may(actor, 'read-internal', ties)) notFound(`${kept.noun} ${id}`)
  return forbidden(act)
}

function clashesOfDraft<Noun extends SavedNoun, Stored extends StoredEntry & DraftOf<Noun>>(
  kept: Kept<Noun, Stored>,
  office: Office,
  by: By,
  { id, draft }: { readonly id: number; readonly draft: DraftOf<Noun> },
): readonly Problem[] {
  return kept.claimant === undefined ? [] : checkClashes(office, by, kept.claimant(id, draft))
}

/** The entry as it was just saved, for its revision: what got a number with the write has it. */
function asSaved<Noun extends SavedNoun, Stored extends StoredEntry & DraftOf<Noun>>(
  kept: Kept<Noun, Stored>,
  office: Office,
  id: number,
): DraftOf<Noun> {
  return kept.draftOf(kept.byId(office, id) ?? notFound(`${kept.noun} ${id}`))
}
