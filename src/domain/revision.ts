// A revision (Änderung): one saved state of an entry, and what differs between two of them.

export const NOUNS = [
  'city',
  'topic',
  'organisation',
  'contact',
  'venue',
  'closing-day',
  'meeting',
  'event',
  'relation',
  'project',
  'programme',
  'notice',
  'site-text',
  'document',
  'picture',
  'account',
  'confirmation',
  'feed',
  'kept-list',
] as const
export type Noun = (typeof NOUNS)[number]

/** From where a change came. */
export type Origin = 'form' | 'import' | 'proposal' | 'link' | 'terminal' | 'demonstration' | 'restore'

/** A saved state is plain JSON: the draft as the operation accepted it. */
export type State = { readonly [field: string]: unknown }

export type Revision = {
  readonly id: number
  readonly noun: Noun
  readonly entryId: number
  readonly version: number
  /** Instant in UTC, ISO 8601. */
  readonly at: string
  readonly by: string
  readonly origin: Origin
  readonly state: State
}

export type Merge = {
  /** Fields only the person changed, or both changed alike: the typed value; fields only the other changed: the stored one. */
  readonly merged: State
  /** Fields both changed, and differently. */
  readonly conflicts: readonly { readonly field: string; readonly typed: unknown; readonly stored: unknown }[]
  /** Fields taken over from the stored state. */
  readonly takenOver: readonly string[]
}

/** What becomes of one value that `typed` made of `base` while it became `stored`: a conflict where both changed it, and differently. */
export function mergeValue<Value>(
  base: Value,
  typed: Value,
  stored: Value,
): { readonly value: Value; readonly isConflict: boolean } {
  if (isSame(base, typed)) return { value: stored, isConflict: false }
  return { value: typed, isConflict: !isSame(base, stored) && !isSame(typed, stored) }
}

/** Three-way merge field by field: `base` is what the person started from, `typed` what they sent, `stored` what stands now. */
export function mergeStates(base: State, typed: State, stored: State): Merge {
  const merged: Record<string, unknown> = {}
  const conflicts: { field: string; typed: unknown; stored: unknown }[] = []
  const takenOver: string[] = []
  for (const field of Object.keys(typed)) {
    const changedHere = !isSame(base[field], typed[field])
    const changedThere = !isSame(base[field], stored[field])
    merged[field] = changedThere && !changedHere ? stored[field] : typed[field]
    if (changedThere && !changedHere) takenOver.push(field)
    if (changedHere && changedThere && !isSame(typed[field], stored[field]))
      conflicts.push({ field, typed: typed[field], stored: stored[field] })
  }
  return { merged, conflicts, takenOver }
}

/** Whether two values of a state are the same: plain JSON, compared by content. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

/** An entry without what one change did to it: fields that are as before again, and those changed since, which stay. */
export type TakenBack<Draft> = {
  readonly draft: Draft
  readonly restored: readonly string[]
  readonly left: readonly string[]
}

/**
 * What becomes of an entry when one change is taken back: every field that still is as the change left it is as it was
 * before, and what somebody changed since stays.
 */
export function withoutChange<Draft extends object>(
  change: { readonly before: Draft; readonly after: Draft },
  now: Draft,
): TakenBack<Draft> {
  const former: Partial<Draft> = {}
  const restored: string[] = []
  const left: string[] = []
  for (const field in now) {
    const [before, after] = [change.before[field], change.after[field]]
    if (isSame(before, after) || isSame(now[field], before)) continue
    if (isSame(now[field], after)) {
      former[field] = before
      restored.push(field)
    } else left.push(field)
  }
  return { draft: { ...now, ...former }, restored, left }
}
