import type { Html } from '../html.ts'
import { markdownOrNull } from '../markdown.ts'
import type { SaidField } from '../parts/difference.ts'

/** An entry as readers will see it where its own page is little more than its words and facts. */
export type FactsPreview = {
  readonly kind: 'facts'
  readonly word: string
  readonly title: string
  /** „Treffpunkt in Duisburg“, or empty. */
  readonly kindWord: string
  readonly lead: string
  readonly description: Html | null
  readonly facts: readonly { readonly label: string; readonly text: string }[]
}

declare module '../render.ts' {
  interface Parts {
    'facts-preview': FactsPreview
  }
}
declare module './preview.ts' {
  interface Previews {
    facts: FactsPreview
  }
}

/** The preview of a draft: its title and words, and of its said fields those that readers see as facts. */
export function factsPreview(
  word: string,
  shown: {
    readonly title: string
    readonly kindWord?: string
    readonly lead?: string
    /** Markdown. */
    readonly description?: string
  },
  facts: readonly SaidField[] = [],
): FactsPreview {
  const { title, kindWord = '', lead = '', description = '' } = shown
  return {
    kind: 'facts',
    word,
    title,
    kindWord,
    lead,
    description: markdownOrNull(description),
    facts: facts.filter(({ text }) => text !== ''),
  }
}
