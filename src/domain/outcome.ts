// What an entry is to whoever writes it, what a write is asked for, and what came of it.
import type { Problem } from './problem.ts'

/** What every entry has that is kept: a number for good, the count of its saved states, and since when it is in the archive. */
export type StoredEntry = {
  readonly id: number
  readonly version: number
  /** Instant in UTC, ISO 8601, or null. */
  readonly archivedAt: string | null
}

export type Saved = { readonly kind: 'saved'; readonly id: number; readonly version: number }
/** Nothing was saved: what to mend, all of it at once. */
export type Refused = { readonly kind: 'refused'; readonly problems: readonly Problem[] }
/** Nothing was saved: the entry has another version by now. */
export type Outdated = { readonly kind: 'outdated'; readonly version: number }

/** A new state for an entry, made from the version that is named; only as long as that is the newest one. */
export type Change<Draft> = { readonly id: number; readonly version: number; readonly draft: Draft }
/** Takes an entry off every page (`archive`) or puts it back (`bring-back`), as a change of the version that is named. */
export type Archiving = {
  readonly id: number
  readonly version: number
  readonly act: 'archive' | 'bring-back'
}
/** Makes an earlier version the newest one, as a change of the version that is named. */
export type Restoring = { readonly id: number; readonly version: number; readonly earlier: number }

/** Changes that were made together, under the mark by which they can be undone; or every one that kept them from it. */
export type Together<Each> =
  | { readonly kind: 'saved'; readonly batch: string; readonly count: number }
  | { readonly kind: 'stopped'; readonly failures: readonly Failure<Each>[] }
export type Failure<Each> = { readonly each: Each; readonly because: Refused | Outdated }
