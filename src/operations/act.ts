// The one door of every write: transaction, permission, revision, content version.
import { type Clock, timestamp, wallTime } from '../domain/clock.ts'
import type { Day } from '../domain/day.ts'
import type { Outdated, Refused, Saved } from '../domain/outcome.ts'
import { type Act, type Actor, may, type Ties } from '../domain/permission.ts'
import type { Problem } from '../domain/problem.ts'
import { forbidden } from '../domain/refusal.ts'
import type { Noun, Origin, State } from '../domain/revision.ts'
import type { Store } from '../store/index.ts'

/** Where operations are carried out: the store they write to, and the clock they go by. */
export type Office = { readonly store: Store; readonly clock: Clock }

/** Who acts, and from where the change came. */
export type By = {
  readonly actor: Actor
  readonly origin: Origin
  /** Why a room is wanted although somebody else has it then; asked of forms only. */
  readonly despite?: string
  /** What the change is made together with, and can be undone with. */
  readonly batch?: string
}

export type { Archiving, Change, Outdated, Refused, Restoring, Saved } from '../domain/outcome.ts'

/** The moment of a write: the instant as stored, and the day in Germany. */
export type Moment = { readonly at: string; readonly today: Day; readonly year: number }

/** Carries out a write as one transaction; the content version rises with it. Whatever is thrown undoes all of it. */
export function write<Result>(office: Office, work: (moment: Moment) => Result): Result {
  const now = office.clock()
  const { day } = wallTime(now)
  return office.store.transaction(() => {
    const result = work({ at: timestamp(now), today: day, year: Number(day.slice(0, 4)) })
    // What was refused or came too late changed nothing, and leaves every kept page as it is.
    if (!wasTurnedDown(result)) office.store.content.raise()
    return result
  })
}

/** The same for what no page for readers shows, accounts and sessions: every kept page stays. */
export function writeAside<Result>(office: Office, work: (moment: Moment) => Result): Result {
  const now = office.clock()
  const { day } = wallTime(now)
  return office.store.transaction(() =>
    work({ at: timestamp(now), today: day, year: Number(day.slice(0, 4)) }),
  )
}

const LEAVES_PAGES = ['refused', 'outdated', 'unchanged']

function wasTurnedDown(result: unknown): boolean {
  if (typeof result !== 'object' || result === null || !('kind' in result)) return false
  return LEAVES_PAGES.includes(String(result.kind))
}

/** Throws Forbidden unless the actor may do this to an entry with these ties. */
export function permit(by: By, act: Act, ties: Ties): void {
  if (!may(by.actor, act, ties)) forbidden(act)
}

/** What was done, as the log keeps it: never a value that must be erasable. */
export type Deed = {
  readonly act: string
  /** A printed list is no entry and has no revisions, but is noted. */
  readonly noun?: Noun | 'print-list'
  readonly id?: number
  readonly result: string
}

/** Writes into the log who did what, when, and how it ended; `accountId` null for somebody without an account. */
export function note(office: Office, accountId: number | null, deed: Deed): void {
  office.store.audit.add({
    at: timestamp(office.clock()),
    accountId,
    act: deed.act,
    noun: deed.noun ?? '',
    entryId: deed.id ?? null,
    result: deed.result,
  })
}

/** The account that acts, or null for the system. */
export function accountIdOf({ actor }: By): number | null {
  return actor.kind === 'account' ? actor.id : null
}

/** Saves the state of an entry as its revision of that version, and that it was saved in the log. */
export function record(
  office: Office,
  by: By,
  entry: {
    readonly noun: Noun
    readonly id: number
    readonly version: number
    readonly at: string
    readonly state: State
  },
): void {
  office.store.revisions.add({
    noun: entry.noun,
    entryId: entry.id,
    version: entry.version,
    at: entry.at,
    accountId: accountIdOf(by),
    by: by.actor.name,
    origin: by.origin,
    batch: by.batch ?? null,
    state: entry.state,
  })
  const act = by.origin === 'restore' ? 'restore' : entry.version === 1 ? 'create' : 'change'
  note(office, accountIdOf(by), { act, noun: entry.noun, id: entry.id, result: 'saved' })
}

/** The answer of a write that was carried out. */
export function saved(id: number, version: number): Saved {
  return { kind: 'saved', id, version }
}

/** The answer of a write that came too late: the entry has this version by now. */
export function outdated(version: number): Outdated {
  return { kind: 'outdated', version }
}

/** The answer of a write that was not carried out, with what to mend. */
export function refused(problems: readonly Problem[]): Refused {
  return { kind: 'refused', problems }
}
