import type { Revision } from '../../domain/revision.ts'
import { localInstant, sayInstant } from '../../i18n/say-instant.ts'
import { fill } from '../../i18n/words.ts'
import type { Preview } from '../entry/preview.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import { type DifferencePart, differenceRows, type SaidField } from './difference.ts'
import type { Option } from './fields.ts'

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
export type RestorePart = { readonly action: Href; readonly version: number; readonly label: string }

/** What is different in another state, which other ones there are, and how to bring the first one back. */
export type ComparedPart = {
  readonly title: string
  readonly difference: DifferencePart
  readonly action: Href
  readonly versions: readonly Option[]
  readonly restore: RestorePart | null
}

/** Every saved state of an entry, newest first. */
export type HistoryPage = {
  readonly title: string
  readonly entry: Href
  readonly revisions: readonly RevisionPart[]
}

/** One saved state of an entry. */
export type RevisionPage = {
  readonly title: string
  readonly about: string
  readonly history: Href
  readonly preview: Preview
  readonly compared: ComparedPart
}

declare module '../render.ts' {
  interface Parts {
    revisions: readonly RevisionPart[]
    restore: RestorePart
    compared: ComparedPart
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
    readonly restore: ((version: number) => RestorePart | null) | null
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
        restore: restore?.(each.version) ?? null,
      }
    }),
  }
}

/** One saved state with its preview; `said` are its fields, `compared` those of the state it is held against. */
export function revisionPage(
  reader: Reader,
  saved: Saved,
  about: {
    readonly name: string
    readonly history: Href
    /** The state's own address, to ask there for another comparison. */
    readonly action: Href
    readonly newest: number
    /** What was shown, under the words for this state. */
    readonly preview: (word: string) => Preview
    readonly said: readonly SaidField[]
    readonly compared: { readonly version: number; readonly said: readonly SaidField[] }
    readonly restore: RestorePart | null
  },
): RevisionPage {
  const { name, history, preview, restore } = about
  const { title, at, by } = titleOf(saved, reader)
  return {
    title: fill(reader.words.desk.history.revisionTitle, { name, version: saved.version }),
    about: `${at} · ${by}`,
    history,
    preview: preview(title),
    compared: { ...comparedPart(reader, saved.version, about), restore },
  }
}

function comparedPart(
  { words }: Reader,
  version: number,
  about: Pick<Parameters<typeof revisionPage>[2], 'action' | 'newest' | 'said' | 'compared'>,
): Omit<ComparedPart, 'restore'> {
  const { action, newest, said, compared } = about
  const { changedHere, sinceThen, differencesTo, version: versionWord } = words.desk.history
  const label = (number: number) => fill(versionWord, { version: number })
  const title =
    compared.version === version - 1
      ? changedHere
      : compared.version === newest
        ? sinceThen
        : fill(differencesTo, { title: label(compared.version) })
  const others = Array.from({ length: newest }, (_, index) => newest - index).filter(
    (number) => number !== version,
  )
  // Read forward in time, whichever of the two was asked for first.
  const [before, after] = compared.version < version ? [compared.said, said] : [said, compared.said]
  return {
    title,
    difference: { label: title, rows: differenceRows(before, after) },
    action,
    versions: others.map((number) => ({
      value: String(number),
      label: label(number),
      isChosen: number === compared.version,
    })),
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
