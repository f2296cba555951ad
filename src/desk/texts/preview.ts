import type { SiteTextDraft } from '../../domain/site-text.ts'
import type { Html } from '../../http/html.ts'
import { markdownToHtml } from '../../http/markdown.ts'

/** A text as readers will see it. */
export type TextPreview = {
  readonly kind: 'text'
  readonly word: string
  readonly title: string
  readonly language: string
  readonly body: Html
}

declare module '../../http/render.ts' {
  interface Parts {
    'text-preview': TextPreview
  }
}
declare module '../../http/entry/preview.ts' {
  interface Previews {
    text: TextPreview
  }
}

/** What readers will see of a draft; `word` says what kind of look at it this is. */
export function textPreview({ title, body, language }: SiteTextDraft, word: string): TextPreview {
  return { kind: 'text', word, title, language, body: markdownToHtml(body) }
}
