import { stringify } from 'csv-stringify/sync'
import { guarded } from './spreadsheet-guard.ts'

/**
 * A table as the CSV that a German Excel opens with a double click: UTF-8 with BOM, semicolons, CRLF (RFC 4180 else). A cell
 * of several lines has LF between them. Formulas are guarded.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify(
    [head, ...rows.map((row) => row.map(guarded))].map((row) => [...row]),
    {
      bom: true,
      delimiter: ';',
      record_delimiter: 'windows',
      // Left alone, a cell is quoted for CRLF only, and every program begins a new row at a bare LF.
      quoted_match: /[\r\n]/,
    },
  )
}
