import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { csvOf } from '../../src/formats/csv.ts'
import { unguarded } from '../../src/formats/spreadsheet-guard.ts'

const HEAD = ['Organisation', 'Telefon']

it('begins with a BOM, parts with semicolons, and ends lines as Windows does', () => {
  expect(csvOf(HEAD, [['Größe; „Ä“', '0203 2830']])).toBe(
    '\ufeffOrganisation;Telefon\r\n"Größe; „Ä“";0203 2830\r\n',
  )
})

it('read back says the same', () => {
  const rows = [
    ['Chor "Die Brücke"; e.V.', '+49 203 2830\n0171 123'],
    ['=HYPERLINK("http://evil.example")', "'=x"],
    ['جمعية', ''],
  ]
  const read: string[][] = parse(csvOf(HEAD, rows), {
    bom: true,
    delimiter: ';',
    record_delimiter: ['\r\n', '\n'],
  })
  expect(read.slice(1).map((row) => row.map(unguarded))).toEqual(rows)
})

it('holds the head alone where there is nobody', () => {
  expect(csvOf(HEAD, [])).toBe('\ufeffOrganisation;Telefon\r\n')
})
