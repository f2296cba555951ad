import type { ShownProblem } from '../../http/forms.ts'
import type { Href } from '../../http/href.ts'
import type { FieldPart } from '../../http/parts/fields.ts'
import type { Link } from '../../http/parts/links.ts'

/** A form for readers, which goes to a coordinator. */
export type ProposalFormPage = {
  readonly problems: readonly ShownProblem[]
  readonly title: string
  readonly lead: string
  readonly notice: string
  readonly action: Href
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly fields: readonly FieldPart[]
  readonly send: string
  readonly back: Link | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/proposals/form': ProposalFormPage
  }
}
