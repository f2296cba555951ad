import type { ShownProblem } from '../../http/forms.ts'
import type { Href } from '../../http/href.ts'
import type { Html } from '../../http/html.ts'
import type { ConflictPart, EntryForm, ToldPart } from '../../http/parts/entry-form.ts'
import type { HistoryPage, RevisionPage } from '../../http/parts/history.ts'
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

declare module '../../http/render.ts' {
  interface Pages {
    'desk/texts/list': TextListPage
    'desk/texts/entry': TextPage
    'desk/texts/conflict': ConflictPart
    'desk/texts/history': HistoryPage
    'desk/texts/revision': RevisionPage<TextPreview>
  }
  interface Parts {
    'text-preview': TextPreview
  }
}
