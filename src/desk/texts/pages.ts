import type { ShownProblem } from '../../http/forms.ts'
import type { Href } from '../../http/href.ts'
import type { Html } from '../../http/html.ts'
import type { DifferencePart, RestorePart, RevisionPart } from '../../http/parts/difference.ts'
import type { ConflictPart, EntryForm, ToldPart } from '../../http/parts/entry-form.ts'
import type { Link } from '../../http/parts/links.ts'

export type TextListPage = {
  readonly rows: readonly {
    readonly href: Href
    readonly title: string
    readonly language: string
    readonly changed: string
  }[]
}

/** A text as readers will see it. */
export type TextPreview = {
  readonly word: string
  readonly title: string
  readonly language: string
  readonly body: Html
}

export type TextPage = {
  readonly title: string
  readonly lastChange: string
  readonly links: readonly Link[]
  readonly problems: readonly ShownProblem[]
  readonly told: ToldPart | null
  readonly preview: TextPreview | null
  readonly form: EntryForm
}

export type TextHistoryPage = {
  readonly title: string
  readonly entry: Href
  readonly revisions: readonly RevisionPart[]
}

export type TextRevisionPage = {
  readonly title: string
  readonly about: string
  readonly history: Href
  readonly preview: TextPreview
  readonly sinceThen: DifferencePart
  readonly restore: RestorePart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/texts/list': TextListPage
    'desk/texts/entry': TextPage
    'desk/texts/conflict': ConflictPart
    'desk/texts/history': TextHistoryPage
    'desk/texts/revision': TextRevisionPage
  }
  interface Parts {
    'text-preview': TextPreview
  }
}
