import type {
  Archiving,
  Change,
  Outdated,
  Refused,
  Restoring,
  Saved,
  StoredEntry,
} from '../../domain/outcome.ts'
import type { Act, Ties } from '../../domain/permission.ts'
import type { Problem } from '../../domain/problem.ts'
import type { DraftOf, SavedNoun } from '../../store/revisions.ts'
import type { EntryPaths } from '../entry-paths.ts'
import type { Form } from '../forms.ts'
import type { House } from '../house.ts'
import type { Href } from '../href.ts'
import type { SaidField } from '../parts/difference.ts'
import type { ElsewherePart } from '../parts/entry-form.ts'
import type { Filled, FormSection } from '../parts/fields.ts'
import type { Link } from '../parts/links.ts'
import type { Reader } from '../reader.ts'
import type { Asked } from '../serve.ts'
import type { More } from './more.ts'
import type { Preview } from './preview.ts'

/** What a form was read as: a draft that the operation can judge, or all that is wrong. */
export type Reading<Draft> =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/**
 * What is a noun's own at the desk, for one request. How an entry is shown, saved, merged, looked back at, restored and
 * archived is the same for every noun, and stands in the files beside this one.
 */
export type EntryDesk<Noun extends SavedNoun, Stored extends StoredEntry> = {
  readonly noun: Noun
  readonly paths: EntryPaths
  readonly words: {
    /** The title of the form for a new entry. */
    readonly new: string
    /** What stands above a preview. */
    readonly preview: string
  }
  readonly form: FormOf<DraftOf<Noun>, Stored>
  readonly operations: OperationsOf<DraftOf<Noun>, Stored>

  /** What somebody needs the right to, for seeing the entry's page and for archiving it; null: it stays. */
  readonly acts: { readonly read: Act; readonly archive: Act | null }
  readonly tiesOf: (stored: Stored) => Ties
  readonly nameOf: (stored: Stored) => string
  /** Why nobody can change this entry here, and where to go instead; left out, or null, where it is changed here. */
  readonly keptElsewhere?: (stored: Stored) => ElsewherePart | null
  readonly draftOf: (stored: Stored) => DraftOf<Noun>

  /** Every field in words, in the order of the form. */
  readonly say: (draft: DraftOf<Noun>) => readonly SaidField[]
  /** A draft as readers will see it; `word` says what kind of look at it this is. */
  readonly preview: (draft: DraftOf<Noun>, word: string, stored: Stored | null) => Preview
  /** Whether the preview stands above every form, or only where it was asked for. */
  readonly showsPreview: 'always' | 'when-asked'

  /** The way to the entry; null for one that is not there yet. */
  readonly trail: (stored: Stored | null) => readonly Link[]
  /** Where readers see the entry, if they do. */
  readonly onSite: (stored: Stored) => Href | null
  /** What else the page of an entry holds, below its form. */
  readonly more: (stored: Stored) => readonly More[]
  /** Names of entries that may be the same as a new one, so that nobody is put in twice. */
  readonly similar?: (draft: DraftOf<Noun>) => readonly string[]
  /** Where to go after saving, unless one stays. */
  readonly after: {
    readonly creating: (id: number, draft: DraftOf<Noun>) => Href
    readonly changing: (draft: DraftOf<Noun>) => Href
  }
}

/** A noun's form: how it is sent, read, filled and laid out. */
export type FormOf<Draft, Stored> = {
  /** Names of rows, which are merged whole. */
  readonly rowNames: readonly string[]
  /** The form of a new entry; throws Forbidden for whoever may create none. */
  readonly begin: () => Form
  /** The sent form with its rows in order; throws Malformed for one that is not ours. */
  readonly settle: (form: Form) => Form
  /** The form with one more row of this name. */
  readonly withRow: (form: Form, rows: string) => Form
  /** Reads a settled form; `stored` is null for a new entry. */
  readonly read: (form: Form, stored: Stored | null) => Reading<Draft>
  readonly fill: (draft: Draft) => Form
  readonly sections: (filled: Filled, stored: Stored | null) => readonly FormSection[]
}

/** What is done to a noun's entries, as its operations do it. */
export type OperationsOf<Draft, Stored> = {
  /** Throws Forbidden, or NotFound where the entry's being there is private. */
  readonly open: (act: Act, id: number) => Stored
  readonly create: (draft: Draft) => Saved | Refused
  readonly change: (change: Change<Draft>) => Saved | Refused | Outdated
  readonly archive: (archiving: Archiving) => Saved | Refused | Outdated
  readonly restore: (restoring: Restoring) => Saved | Refused | Outdated
}

/** Opens the desk of a noun for a request. */
export type OpenDesk<Noun extends SavedNoun, Stored extends StoredEntry> = (
  house: House,
  reader: Reader,
  asked: Asked,
) => EntryDesk<Noun, Stored>

/** A request at a noun's desk. */
export type AtDesk<Noun extends SavedNoun, Stored extends StoredEntry> = {
  readonly house: House
  readonly reader: Reader
  readonly desk: EntryDesk<Noun, Stored>
}
