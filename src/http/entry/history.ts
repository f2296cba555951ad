import type { StoredEntry } from '../../domain/outcome.ts'
import { may } from '../../domain/permission.ts'
import { notFound } from '../../domain/refusal.ts'
import type { SavedDraft, SavedNoun } from '../../store/revisions.ts'
import { type Answer, done, page } from '../answer.ts'
import { refuseUnknown, versionOf } from '../forms.ts'
import { deskHead } from '../head.ts'
import type { SaidField } from '../parts/difference.ts'
import {
  type HistoryPage,
  historyPage,
  type RestorePart,
  type RevisionPage,
  revisionPage,
  sayArchived,
} from '../parts/history.ts'
import { actorOf } from '../reader.ts'
import { type Asked, numberIn } from '../serve.ts'
import type { AtDesk } from './desk.ts'
import { entryPage } from './page.ts'
import { answerSaving } from './saving.ts'

declare module '../render.ts' {
  interface Pages {
    'entry/history': HistoryPage
    'entry/revision': RevisionPage
  }
}

/** Every saved state of an entry, newest first, each with what it changed. */
export function history<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  asked: Asked,
): Answer {
  const { house, reader, desk } = at
  const id = numberIn(asked, 'id')
  const stored = desk.operations.open('read-history', id)
  const mayRestore = mayRestoreAt(at, stored)
  const saved = house.store.revisions.draftsOf(desk.noun, id)
  const [newest, former] = saved
  const model = historyPage(reader, saved, {
    name: desk.nameOf(stored),
    entry: may(actorOf(reader), desk.acts.read, desk.tiesOf(stored))
      ? desk.paths.entry(id)
      : (desk.trail(stored).at(-1)?.href ?? desk.paths.list()),
    say: (saved) => sayState(at, saved),
    href: (version) => desk.paths.revision(id, version),
    restore: mayRestore
      ? (version) =>
          version === stored.version
            ? takeBackPart(at, newest, former)
            : restorePart(at, id, version, stored.version)
      : null,
  })
  return page('entry/history', deskHead(reader, model.title), model)
}

/** One saved state as readers would have seen it, and what is different in another one: `mit` names it, else today's. */
export function revision<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  asked: Asked,
): Answer {
  const { house, reader, desk } = at
  const { revisions } = house.store
  const [id, version] = [numberIn(asked, 'id'), numberIn(asked, 'version')]
  const stored = desk.operations.open('read-history', id)
  const saved = revisions.draftAt(desk.noun, id, version) ?? notFound(`version ${version}`)
  const isNewest = version === stored.version
  const other = otherVersion(asked) ?? (isNewest && version > 1 ? version - 1 : stored.version)
  const compared = revisions.draftAt(desk.noun, id, other) ?? notFound(`version ${other}`)
  const mayRestore = mayRestoreAt(at, stored)
  const model = revisionPage(reader, saved, {
    name: desk.nameOf(stored),
    history: desk.paths.act(id, 'verlauf'),
    action: desk.paths.revision(id, version),
    newest: stored.version,
    preview: (word) => desk.preview(saved.draft, word, stored),
    said: sayState(at, saved),
    compared: { version: other, said: sayState(at, compared) },
    restore: !mayRestore
      ? null
      : isNewest
        ? takeBackPart(at, saved, revisions.draftAt(desk.noun, id, version - 1))
        : restorePart(at, id, version, stored.version),
  })
  return page('entry/revision', deskHead(reader, model.title), model)
}

/** Makes a saved state the newest one. */
export function restore<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  asked: Asked,
): Answer {
  const { house, reader, desk } = at
  const [id, earlier] = [numberIn(asked, 'id'), numberIn(asked, 'version')]
  refuseUnknown(asked.form, ['version'])
  const version = versionOf(asked.form)
  const result = desk.operations.restore({ id, version, earlier })
  if (result.kind === 'saved') return done(desk.paths.entry(id), 'restored')
  if (result.kind === 'outdated') return entryPage(at, id, { told: reader.words.desk.outdated, status: 409 })
  const { draft } = house.store.revisions.draftAt(desk.noun, id, earlier) ?? notFound('version')
  return answerSaving(at, { id, version, draft, form: desk.form.fill(draft), goOn: true }, result)
}

/** What is changed elsewhere is not restored here either. */
function mayRestoreAt<Noun extends SavedNoun, Stored extends StoredEntry>(
  { reader, desk }: AtDesk<Noun, Stored>,
  stored: Stored,
): boolean {
  const isElsewhere = (desk.keptElsewhere?.(stored) ?? null) !== null
  return !isElsewhere && may(actorOf(reader), 'restore', desk.tiesOf(stored))
}

function sayState<Noun extends SavedNoun, Stored extends StoredEntry>(
  { reader, desk }: AtDesk<Noun, Stored>,
  { draft, archivedAt }: Pick<SavedDraft<Noun>, 'draft' | 'archivedAt'>,
): SaidField[] {
  return [...desk.say(draft), sayArchived(archivedAt, reader)]
}

function restorePart<Noun extends SavedNoun, Stored extends StoredEntry>(
  { desk, reader }: AtDesk<Noun, Stored>,
  id: number,
  earlier: number,
  version: number,
): RestorePart {
  const { restore } = reader.words.desk.history
  return { action: desk.paths.revision(id, earlier, 'wiederherstellen'), version, label: restore }
}

/** How to take the newest change back; null where there is none, or where it took the entry off the site or put it back. */
function takeBackPart<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  newest: SavedDraft<Noun> | null | undefined,
  former: SavedDraft<Noun> | null | undefined,
): RestorePart | null {
  if (!newest || !former || newest.archivedAt !== former.archivedAt) return null
  const { takeBack } = at.reader.words.desk.history
  return { ...restorePart(at, newest.entryId, former.version, newest.version), label: takeBack }
}

function otherVersion({ query }: Asked): number | null {
  const { mit = '' } = query
  if (mit === '') return null
  return /^[1-9]\d{0,8}$/.test(mit) ? Number(mit) : notFound(`version ${mit}`)
}
