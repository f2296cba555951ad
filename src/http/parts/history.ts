import type { Revision } from '../../domain/revision.ts'
import { localInstant, sayInstant } from '../../i18n/say-instant.ts'
import { fill } from '../../i18n/words.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import { type DifferencePart, differenceRows, type SaidField } from './difference.ts'

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
export type RestorePart = { readonly action: Href; readonly version: number }

/** What is different now from a saved state, and how to bring that back. */
export type SinceThenPart = { readonly difference: DifferencePart; readonly restore: RestorePart | null }

/** Every saved state of an entry, newest first. */
export type HistoryPage = {
  readonly title: string
  readonly entry: Href
  readonly revisions: readonly RevisionPart[]
}

/** One saved state of an entry. */
export type RevisionPage<Preview> = {
  readonly title: string
  readonly about: string
  readonly history: Href
  readonly preview: Preview
  readonly sinceThen: SinceThenPart
}

declare module '../render.ts' {
  interface Parts {
    revisions: readonly RevisionPart[]
    restore: RestorePart
    'since-then': SinceThenPart
  }
}

type Saved = Omit<Revision, 'state'>

/** The history of an entry: each saved state with what it changed, and all but the newest to restore. */
export function historyPage<State extends Saved>(
  reader: Reader,
  saved: readonly State[],
  about: {
    readonly name: string
    readonly entry: Href
    readonly say: (saved: State) => readonly SaidField[]
    readonly href: (version: number) => Href
    /** Null for whoever may not restore. */
    readonly restore: ((version: number) => RestorePart) | null
  },
): HistoryPage {
  const { name, entry, say, href, restore } = about
  return {
    title: fill(reader.words.desk.history.title, { name }),
    entry,
    revisions: saved.map((each, index) => {
      const before = saved[index + 1]
      return {
        ...titleOf(each, reader),
        href: href(each.version),
        datetime: localInstant(each.at),
        difference: {
          label: changesOf(each, reader),
          rows: differenceRows(before === undefined ? null : say(before), say(each)),
        },
        restore: index > 0 && restore !== null ? restore(each.version) : null,
      }
    }),
  }
}

/** One saved state with its preview; `said` and `now` are its fields and those of the entry today. */
export function revisionPage<Preview>(
  reader: Reader,
  saved: Saved,
  about: {
    readonly name: string
    readonly history: Href
    /** What was shown, under the words for this state. */
    readonly preview: (word: string) => Preview
    readonly said: readonly SaidField[]
    readonly now: readonly SaidField[]
    readonly restore: RestorePart | null
  },
): RevisionPage<Preview> {
  const { name, history, preview, said, now, restore } = about
  const { title, at, by } = titleOf(saved, reader)
  return {
    title: fill(reader.words.desk.history.revisionTitle, { name, version: saved.version }),
    about: `${at} · ${by}`,
    history,
    preview: preview(title),
    sinceThen: {
      difference: { label: changesOf(saved, reader), rows: differenceRows(said, now) },
      restore,
    },
  }
}

/** Since when an entry is in the archive, beside its fields. */
export function sayArchived(archivedAt: string | null, { words, language }: Reader): SaidField {
  const text = archivedAt === null ? '' : sayInstant(archivedAt, language)
  return { group: 'archivedAt', label: words.desk.organisations.archivedSince, text }
}

/** Which state it is, and who saved it when and from where. */
function titleOf({ version, at, by, origin }: Saved, { words, language }: Reader) {
  const { history } = words.desk
  return {
    title: fill(history.version, { version }),
    at: sayInstant(at, language),
    by: fill(history.by, { by, origin: history.origins[origin] }),
  }
}

function changesOf(saved: Saved, reader: Reader): string {
  return fill(reader.words.desk.history.changesOf, { title: titleOf(saved, reader).title })
}
