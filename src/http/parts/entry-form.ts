import { sayInstant } from '../../i18n/say-instant.ts'
import { fill } from '../../i18n/words.ts'
import { type Form, textsOf } from '../forms.ts'
import type { Href } from '../href.ts'
import { type MergedForm, mergeForms, takeGroups } from '../merge-forms.ts'
import type { Reader } from '../reader.ts'
import type { SaidField } from './difference.ts'
import type { FormSection } from './fields.ts'
import type { Link } from './links.ts'

/** The form of an entry of the desk. */
export type EntryForm = {
  readonly action: Href
  /** The version the form was made from; an empty text for an entry that is not there yet. */
  readonly version: string
  /** The number of the proposal that it holds, or empty. */
  readonly proposal: string
  readonly sections: readonly FormSection[]
  readonly cancel: Href
}

/** What is told above a form, beside its problems. */
export type ToldPart = { readonly title: string; readonly text: string }

/** What stands in place of a form where an entry is changed elsewhere: why, and the way there. */
export type ElsewherePart = ToldPart & { readonly way: Link }

/** Two people's changes, field by field, to choose from. */
export type ConflictPart = {
  readonly title: string
  readonly told: ToldPart
  readonly action: Href
  readonly cancel: Href
  readonly version: string
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly fields: readonly {
    readonly name: string
    readonly label: string
    readonly mine: string
    readonly theirs: string
  }[]
  readonly theirs: string
  readonly settled: readonly { readonly label: string; readonly text: string; readonly by: string }[]
}

/** Takes an entry off the site, or puts it back. */
export type ArchivePart = { readonly action: Href; readonly version: number; readonly isArchived: boolean }

declare module '../render.ts' {
  interface Parts {
    'entry-form': EntryForm
    told: ToldPart
    elsewhere: ElsewherePart
    conflict: ConflictPart
    archive: ArchivePart
  }
}

// Before the name of a group, on a page of two states: which of them is to stand.
const CHOOSE = 'choose.'

/** Who saved an entry last, and when. */
export type LastChange = { readonly by: string; readonly at: string }

/** A sent form that met another change: the forms of the three states, and the newest state's version and author. */
export type OutdatedForm = {
  readonly forms: { readonly base: Form; readonly typed: Form; readonly stored: Form }
  readonly rowNames: readonly string[]
  readonly version: number
  readonly last: LastChange
  readonly name: string
  readonly action: Href
  /** What a form says in words. */
  readonly say: (form: Form) => readonly SaidField[]
}

/** Either both changes in one form, or what is to be chosen between. */
export type Merged =
  | { readonly kind: 'merged'; readonly form: Form; readonly told: ToldPart }
  | { readonly kind: 'conflict'; readonly conflict: ConflictPart }

/** Merges what two people changed; where both changed the same field, the page that asks which is to stand. */
export function mergeOutdated(reader: Reader, outdated: OutdatedForm): Merged {
  const merge = mergeForms(outdated.forms, outdated.rowNames)
  if (merge.conflicts.length > 0) return { kind: 'conflict', conflict: conflictPart(reader, outdated, merge) }
  return { kind: 'merged', form: merge.form, told: toldOfMerge(reader, outdated, merge) }
}

function toldOfMerge(
  { words, language }: Reader,
  { last, say, forms }: OutdatedForm,
  merge: MergedForm,
): ToldPart {
  const { conflict } = words.desk
  const labels = say(forms.stored)
    .filter(({ group }) => merge.takenOver.includes(group))
    .map(({ label }) => label)
  const at = sayInstant(last.at, language)
  const text = labels.length === 0 ? conflict.nothingTaken : conflict.taken
  return { title: conflict.told, text: fill(text, { by: last.by, at, fields: labels.join(', ') }) }
}

function conflictPart({ words, language }: Reader, outdated: OutdatedForm, merge: MergedForm): ConflictPart {
  const { conflict } = words.desk
  const { last, say, forms } = outdated
  const theirs = new Map(say(forms.stored).map(({ group, text }) => [group, text]))
  const mine = say(forms.typed)
  return {
    title: fill(conflict.title, { name: outdated.name }),
    told: {
      title: conflict.told,
      text: fill(conflict.choose, { by: last.by, at: sayInstant(last.at, language) }),
    },
    action: outdated.action,
    cancel: outdated.action,
    version: String(outdated.version),
    hidden: Object.keys(merge.form)
      .filter((name) => name !== 'version' && name !== 'act')
      .flatMap((name) => textsOf(merge.form, name).map((value) => ({ name, value }))),
    fields: mine
      .filter(({ group }) => merge.conflicts.includes(group))
      .map(({ group, label, text }) => ({
        name: `${CHOOSE}${group}`,
        label,
        mine: text === '' ? words.desk.history.empty : text,
        theirs: theirs.get(group) || words.desk.history.empty,
      })),
    theirs: fill(conflict.theirs, { by: last.by }),
    settled: say(merge.form)
      .filter(({ group }) => merge.takenOver.includes(group))
      .map(({ label, text }) => ({
        label,
        text: text === '' ? words.desk.history.empty : text,
        by: fill(conflict.from, { by: last.by }),
      })),
  }
}

/**
 * The sent form with those fields as stored that were chosen so on a page of two states; `storedForm` is the form of the
 * version which that page showed, and is asked for only where something was chosen.
 */
export function withChosen(form: Form, rowNames: readonly string[], storedForm: () => Form | null): Form {
  const groups = groupsChosen(form)
  const kept = Object.fromEntries(Object.entries(form).filter(([field]) => !field.startsWith(CHOOSE)))
  const stored = groups.length === 0 ? null : storedForm()
  return stored === null ? kept : takeGroups(kept, stored, groups, rowNames)
}

function groupsChosen(form: Form): readonly string[] {
  return Object.keys(form)
    .filter((field) => field.startsWith(CHOOSE) && textsOf(form, field).at(-1) === 'stored')
    .map((field) => field.slice(CHOOSE.length))
}
