import type { Revision } from '../../domain/revision.ts'
import { localInstant, sayInstant } from '../../i18n/say-instant.ts'
import { fill } from '../../i18n/words.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'

/** One field of an entry in words; `group` is the field's name in its form. */
export type SaidField = { readonly group: string; readonly label: string; readonly text: string }

/** A value with the words that are new or gone set apart. */
export type Marked = { readonly start: string; readonly changed: string; readonly end: string }

/** How a field was and is; a side that was empty has nothing in it. */
export type DifferenceRow = { readonly label: string; readonly before: Marked; readonly after: Marked }

/** A saved state in a history. */
export type RevisionPart = {
  readonly title: string
  readonly href: Href
  readonly datetime: string
  readonly at: string
  readonly by: string
  readonly difference: DifferencePart
  readonly restore: RestorePart | null
}
export type DifferencePart = { readonly label: string; readonly rows: readonly DifferenceRow[] }
export type RestorePart = { readonly action: Href; readonly version: number }

declare module '../render.ts' {
  interface Parts {
    difference: DifferencePart
    revisions: readonly RevisionPart[]
    restore: RestorePart
  }
}

/** The history of an entry, newest first: each saved state with what it changed, and all but the newest to restore. */
export function revisionParts<Saved extends Omit<Revision, 'state'>>(
  reader: Reader,
  saved: readonly Saved[],
  about: {
    readonly say: (saved: Saved) => readonly SaidField[]
    readonly href: (version: number) => Href
    /** Null for whoever may not restore. */
    readonly restore: ((version: number) => RestorePart) | null
  },
): readonly RevisionPart[] {
  const { say, href, restore } = about
  return saved.map((each, index) => {
    const before = saved[index + 1]
    return revisionPart(reader, each, {
      href: href(each.version),
      rows: differenceRows(before === undefined ? null : say(before), say(each)),
      restore: index > 0 && restore !== null ? restore(each.version) : null,
    })
  })
}

/** A saved state in the history of its entry: who, when, from where, and what it changed. */
export function revisionPart(
  { words, language }: Reader,
  { version, at, by, origin }: Omit<Revision, 'state'>,
  about: {
    readonly href: Href
    readonly rows: readonly DifferenceRow[]
    readonly restore: RestorePart | null
  },
): RevisionPart {
  const { history } = words.desk
  const title = fill(history.version, { version })
  return {
    title,
    href: about.href,
    datetime: localInstant(at),
    at: sayInstant(at, language),
    by: fill(history.by, { by, origin: history.origins[origin] }),
    difference: { label: fill(history.changesOf, { title }), rows: about.rows },
    restore: about.restore,
  }
}

/** The fields that read differently in two states; null stands for the state before the first. */
export function differenceRows(
  before: readonly SaidField[] | null,
  after: readonly SaidField[],
): DifferenceRow[] {
  const former = new Map((before ?? []).map(({ group, text }) => [group, text]))
  return after
    .map(({ group, label, text }) => ({ label, was: former.get(group) ?? '', is: text }))
    .filter(({ was, is }) => was !== is)
    .map(({ label, was, is }) => ({ label, ...marked(was, is) }))
}

/** Sets apart what lies between the words with which both begin and those with which both end. */
function marked(was: string, is: string): { before: Marked; after: Marked } {
  const [old, young] = [was.split(/(\s+)/), is.split(/(\s+)/)]
  const shortest = Math.min(old.length, young.length)
  let start = 0
  while (start < shortest && old[start] === young[start]) start += 1
  let end = 0
  while (end < shortest - start && old.at(-1 - end) === young.at(-1 - end)) end += 1
  const cut = (words: readonly string[]): Marked => ({
    start: words.slice(0, start).join(''),
    changed: words.slice(start, words.length - end).join(''),
    end: words.slice(words.length - end).join(''),
  })
  return { before: cut(old), after: cut(young) }
}
