import type { StoredEntry } from '../../domain/outcome.ts'
import { may } from '../../domain/permission.ts'
import type { Problem } from '../../domain/problem.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { fill, joined, type Words } from '../../i18n/words.ts'
import type { SavedNoun } from '../../store/revisions.ts'
import { type Answer, page } from '../answer.ts'
import { type Form, type ShownProblem, sayProblems, textOf } from '../forms.ts'
import { deskHead, formHead } from '../head.ts'
import { type DifferencePart, differenceRows, type SaidField } from '../parts/difference.ts'
import type { ArchivePart, ElsewherePart, EntryForm, ToldPart } from '../parts/entry-form.ts'
import type { Link } from '../parts/links.ts'
import { actorOf, type Reader } from '../reader.ts'
import type { AtDesk } from './desk.ts'
import type { More } from './more.ts'
import type { Preview } from './preview.ts'

export type EntryPage = {
  readonly trail: readonly Link[]
  readonly title: string
  /** What the page is for, and what saving does. */
  readonly lead: string
  readonly lastChange: string
  readonly links: readonly Link[]
  readonly problems: readonly ShownProblem[]
  readonly told: ToldPart | null
  readonly preview: Preview | null
  /** What saving would change, old beside new; null where nobody asked. */
  readonly changes: DifferencePart | null
  readonly form: EntryForm | null
  /** In place of the form, for whoever could else edit the entry. */
  readonly elsewhere: ElsewherePart | null
  /** What an entry says to whom may only read it; empty where there is a form. */
  readonly facts: readonly SaidField[]
  readonly more: readonly More[]
  readonly archive: ArchivePart | null
}

declare module '../render.ts' {
  interface Pages {
    'entry/entry': EntryPage
  }
}

/** What a form is shown with, where it is not as stored. */
export type Shown = {
  readonly form?: Form
  readonly version?: string
  readonly problems?: readonly Problem[]
  readonly told?: ToldPart
  readonly isPreview?: true
  /** The number of the proposal that the form holds. */
  readonly proposal?: string
  readonly status?: number
}

/** The page of an entry, as stored or as `shown`: its form for whoever may edit it, its contents for whoever may read it. */
export function entryPage<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  id: number,
  shown: Shown = {},
): Answer {
  const { desk, reader } = at
  const actor = actorOf(reader)
  const stored = desk.operations.open(desk.acts.read, id)
  const isAllowed = may(actor, 'edit', desk.tiesOf(stored))
  const elsewhere = desk.keptElsewhere?.(stored) ?? null
  const mayEdit = isAllowed && elsewhere === null
  const form = shown.form ?? desk.form.fill(desk.draftOf(stored))
  const version = shown.version ?? (textOf(form, 'version') || String(stored.version))
  return pageOf(at, stored, {
    shown,
    title: desk.nameOf(stored),
    lastChange: lastChangeOf(at, stored),
    links: linksOf(at, stored),
    changes: shown.isPreview === true ? changesOf(at, stored, form, Number(version)) : null,
    form: mayEdit ? { form, version } : null,
    elsewhere: isAllowed ? elsewhere : null,
    facts: mayEdit ? [] : desk.say(desk.draftOf(stored)).filter(({ text }) => text !== ''),
    more: desk.more(stored),
    archive: elsewhere === null ? archivePart(at, stored) : null,
  })
}

/** The form of an entry that is not there yet. */
export function newPage<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  shown: Shown & { readonly form: Form },
): Answer {
  return pageOf(at, null, {
    shown,
    title: at.desk.words.new,
    lastChange: '',
    links: [],
    changes: null,
    form: { form: shown.form, version: '' },
    elsewhere: null,
    facts: [],
    more: [],
    archive: null,
  })
}

type EntryHelp = keyof Words['deskHelp']['entry']
type Content = Pick<
  EntryPage,
  'title' | 'lastChange' | 'links' | 'changes' | 'elsewhere' | 'facts' | 'more' | 'archive'
> & {
  readonly shown: Shown
  readonly form: { readonly form: Form; readonly version: string } | null
}

function pageOf<Noun extends SavedNoun, Stored extends StoredEntry>(
  { desk, reader }: AtDesk<Noun, Stored>,
  stored: Stored | null,
  { shown, form, ...content }: Content,
): Answer {
  const { paths } = desk
  const problems = sayProblems(reader.words, shown.problems ?? [])
  const wantsPreview = desk.showsPreview === 'always' || shown.isPreview === true
  const reading = form === null || !wantsPreview ? null : desk.form.read(form.form, stored)
  const trail = desk.trail(stored)
  const model: EntryPage = {
    ...content,
    lead: leadOf(reader, desk.noun, entryHelpOf(stored, form !== null)),
    trail,
    problems,
    told: shown.told ?? null,
    preview: reading?.kind === 'draft' ? desk.preview(reading.draft, desk.words.preview, stored) : null,
    form:
      form === null
        ? null
        : {
            action: stored === null ? paths.new : paths.entry(stored.id),
            version: form.version,
            proposal: shown.proposal ?? '',
            sections: desk.form.sections({ form: form.form, problems }, stored),
            cancel: trail.at(-1)?.href ?? paths.list(),
          },
  }
  const head = formHead(reader, deskHead(reader, content.title), problems)
  return page('entry/entry', head, model, shown.status ?? 200)
}

/** What a noun is, and what can be done about this entry. */
function leadOf({ words }: Reader, noun: SavedNoun, help: EntryHelp): string {
  const nouns: Partial<Readonly<Record<SavedNoun, string>>> = words.deskHelp.nouns
  return joined([nouns[noun], words.deskHelp.entry[help]], ' ')
}

function entryHelpOf(stored: StoredEntry | null, hasForm: boolean): EntryHelp {
  if (stored === null) return 'new'
  if (stored.archivedAt !== null) return 'archived'
  return hasForm ? 'edit' : 'read'
}

function lastChangeOf<Noun extends SavedNoun, Stored extends StoredEntry>(
  { house, reader, desk }: AtDesk<Noun, Stored>,
  { id, version, archivedAt }: Stored,
): string {
  const last = house.store.revisions.byVersion(desk.noun, id, version)
  const { changed, archivedOn } = reader.words.desk.form
  const at = (instant: string) => sayInstant(instant, reader.language)
  const sentences = [
    ...(last === null ? [] : [fill(changed, { at: at(last.at), by: last.by })]),
    ...(archivedAt === null ? [] : [fill(archivedOn, { at: at(archivedAt) })]),
  ]
  return sentences.join(' ')
}

function linksOf<Noun extends SavedNoun, Stored extends StoredEntry>(
  { reader, desk }: AtDesk<Noun, Stored>,
  stored: Stored,
): Link[] {
  const { form, history } = reader.words.desk
  const onSite = stored.archivedAt === null ? desk.onSite(stored) : null
  return [
    ...(onSite === null ? [] : [{ href: onSite, label: form.onSite }]),
    ...(may(actorOf(reader), 'read-history', desk.tiesOf(stored))
      ? [{ href: desk.paths.act(stored.id, 'verlauf'), label: history.link }]
      : []),
  ]
}

/** What the typed form would change in the version it was made from. */
function changesOf<Noun extends SavedNoun, Stored extends StoredEntry>(
  { house, reader, desk }: AtDesk<Noun, Stored>,
  stored: Stored,
  form: Form,
  version: number,
): DifferencePart | null {
  const reading = desk.form.read(form, stored)
  const base = house.store.revisions.draftAt(desk.noun, stored.id, version)
  if (reading.kind === 'problems' || base === null) return null
  return {
    label: reader.words.desk.form.changes,
    rows: differenceRows(desk.say(base.draft), desk.say(reading.draft)),
  }
}

function archivePart<Noun extends SavedNoun, Stored extends StoredEntry>(
  { reader, desk }: AtDesk<Noun, Stored>,
  stored: Stored,
): ArchivePart | null {
  const { archive } = desk.acts
  if (archive === null || !may(actorOf(reader), archive, desk.tiesOf(stored))) return null
  const isArchived = stored.archivedAt !== null
  return {
    action: desk.paths.act(stored.id, isArchived ? 'zurueckholen' : 'archivieren'),
    version: stored.version,
    isArchived,
  }
}
