import type { Line } from './line.ts'
import type { PaperTools, SheetHead } from './paper.ts'

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly lines: readonly Line[] }
  | TableBlock
  /** What follows begins a page. */
  | { readonly kind: 'break' }
  /** Boxes to tick, each with what that says. */
  | { readonly kind: 'ticks'; readonly labels: readonly string[] }
  /** Rules to write on, each with what belongs there. */
  | { readonly kind: 'rules'; readonly labels: readonly string[] }

export type TableBlock = {
  readonly kind: 'table'
  /** Its columns by name, for whoever moves through the page by its parts. */
  readonly label: string
  readonly columns: readonly { readonly label: string; readonly share: number }[]
  readonly rows: readonly (readonly (readonly Line[])[])[]
  /** Empty rows after them. */
  readonly blank: number
  /** Rows high enough to write in. */
  readonly isTall: boolean
}

/** A sheet put together from headings, text and tables; HTML and PDF are made of nothing else. */
export type BlockSheet = SheetHead & {
  readonly blocks: readonly Block[]
  /** `large` can be read from two metres. */
  readonly size: 'normal' | 'middle' | 'large'
  /** `a5`: the pages of a booklet, two on each side of a folded sheet. */
  readonly paper: 'a4' | 'a3' | 'a5'
  readonly empty: string
}

export type BlockPage = { readonly tools: PaperTools; readonly sheet: BlockSheet }

declare module '../../http/render.ts' {
  interface Pages {
    'desk/print/blocks': BlockPage
  }
  interface Parts {
    block: Block
    'block-table': TableBlock
    'block-lines': readonly Line[]
  }
}

/** A table of texts, for rows that are only read. */
export function table(
  columns: TableBlock['columns'],
  rows: TableBlock['rows'],
  more: { readonly blank?: number; readonly isTall?: boolean } = {},
): TableBlock {
  const label = columns.map((column) => column.label).join(', ')
  return { kind: 'table', label, columns, rows, blank: more.blank ?? 0, isTall: more.isTall === true }
}
