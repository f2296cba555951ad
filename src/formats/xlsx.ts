import writeXlsxFile, { type Cell } from 'write-excel-file/node'

/** What a cell holds: a text, or a day as a date. */
export type SheetCell = string | { readonly day: string }

const FORMAT_OF_DAYS = 'dd.mm.yyyy'

/** A table as an Excel file: cells are texts or dates, never formulas; the head stays in sight; `widths` in characters. */
export async function xlsxOf(table: {
  readonly title: string
  readonly head: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly SheetCell[])[]
}): Promise<Uint8Array> {
  const head = table.head.map((text): Cell => ({ value: text, type: String, fontWeight: 'bold' }))
  const rows = table.rows.map((row) => row.map(cellOf))
  const file = writeXlsxFile([head, ...rows], {
    // Excel takes names of sheets up to 31 characters, without some marks.
    sheet: table.title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: table.widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  })
  return file.toBuffer()
}

function cellOf(cell: SheetCell): Cell {
  if (typeof cell === 'string') return { value: cell, type: String, wrap: true, alignVertical: 'top' }
  return {
    value: new Date(`${cell.day}T00:00:00Z`),
    type: Date,
    format: FORMAT_OF_DAYS,
    alignVertical: 'top',
  }
}
