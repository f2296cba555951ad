import { createRequire } from 'node:module'
import type MarkdownIt from 'markdown-it'
import { isSafeLink } from '../domain/web-address.ts'
import type { Html } from './html.ts'
import { ownPath } from './urls.ts'

const MOST_KEPT = 2000

const require = createRequire(import.meta.url)
type Markdown = InstanceType<typeof MarkdownIt>

let made: Markdown | null = null

/** Loaded with the first text that is shown: a start need not wait for it. */
function markdown(): Markdown {
  made ??= makeMarkdown()
  return made
}

function makeMarkdown(): Markdown {
  const Markdown: typeof MarkdownIt = require('markdown-it')
  const markdown = new Markdown({ html: false, linkify: false, typographer: false, breaks: true })
  markdown.disable(['image', 'table', 'code', 'fence', 'backticks'])
  markdown.validateLink = (url) => ownPath(url) !== null || isSafeLink(url)
  markdown.renderer.rules.link_open = (tokens, index, options, _environment, self) => {
    tokens[index]?.attrSet('rel', 'nofollow ugc')
    return self.renderToken(tokens, index, options)
  }
  // A text's own headings stand below the page's: the first level of a text is the page's second.
  markdown.core.ruler.push('lower_headings', (state) => {
    for (const token of state.tokens) {
      if (token.type === 'heading_open' || token.type === 'heading_close')
        token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 1)}`
    }
  })
  return markdown
}

const known = new Map<string, Html>()

/** A stored text as HTML: paragraphs, lists, headings, emphasis, links; everything else is shown as it was typed. */
export function markdownToHtml(text: string): Html {
  const ready = known.get(text)
  if (ready !== undefined) return ready
  if (known.size >= MOST_KEPT) known.clear()
  const html = markdown().render(text) as Html
  known.set(text, html)
  return html
}

/** The same for a text that may be empty: then there is nothing to show. */
export function markdownOrNull(text: string): Html | null {
  return text === '' ? null : markdownToHtml(text)
}

/** A stored text without its marks, for where there is no HTML: paragraphs and list items on lines of their own. */
export function markdownToText(text: string): string {
  if (!/[*_#[\]>\\`~\n+-]/.test(text)) return text
  const lines: string[] = []
  let mark = ''
  for (const { type, children } of markdown().parse(text, {})) {
    if (type === 'list_item_open') mark = '– '
    if (children === null) continue
    lines.push(
      `${mark}${children.map(({ type: kind, content }) => (/break$/.test(kind) ? '\n' : content)).join('')}`,
    )
    mark = ''
  }
  return lines.join('\n')
}
