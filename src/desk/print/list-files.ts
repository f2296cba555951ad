import { isTelephone } from '../../domain/contact.ts'
import { addressForPost } from '../../domain/postal-address.ts'
import { listsContacts, type PrintColumn } from '../../domain/print-list.ts'
import { telephoneText } from '../../formats/spreadsheet-guard.ts'
import type { Card } from '../../formats/vcard.ts'
import type { SheetCell } from '../../formats/xlsx.ts'
import type { Reader } from '../../http/reader.ts'
import { mappedInTurns } from '../../http/turns.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { joined } from '../../i18n/words.ts'
import { contactCell, nameLine, organisationCell, stateLines } from './cells.ts'
import type { PrintEntry, PrintedContact } from './entries.ts'
import type { Line } from './line.ts'
import type { ListSheet } from './list-sheet.ts'

type Row = { readonly entry: PrintEntry; readonly contact: PrintedContact | null }

/** The columns of a file: those of the paper, and one for what stands there below a name, so that names stay names. */
export function fileColumns(columns: ListSheet['columns'], { words }: Reader): ListSheet['columns'] {
  return [...columns, { label: words.print.hintColumn, share: HINT_SHARE }]
}

const HINT_SHARE = 6

/** One row for each contact, whole in itself, so that the file can be sorted: the cells' texts, their lines parted by LF. */
export function textRows(
  reader: Reader,
  entries: readonly PrintEntry[],
  columns: readonly PrintColumn[],
): Promise<readonly (readonly string[])[]> {
  return mappedInTurns(rowsOf(entries, columns), (row) => [
    ...columns.map((column) => textOf(column, row, columns, reader)),
    hintOf(row, reader),
  ])
}

/** The same with days as days. */
export function typedRows(
  reader: Reader,
  entries: readonly PrintEntry[],
  columns: readonly PrintColumn[],
): Promise<readonly (readonly SheetCell[])[]> {
  return mappedInTurns(rowsOf(entries, columns), (row) => [
    ...columns.map((column) => {
      const { confirmedOn } = row.entry
      return column === 'confirmed' && confirmedOn !== null
        ? { day: confirmedOn }
        : textOf(column, row, columns, reader)
    }),
    hintOf(row, reader),
  ])
}

function hintOf({ entry }: Row, reader: Reader): string {
  return stateLines(entry, reader)
    .map(({ text }) => text)
    .join('\n')
}

function rowsOf(entries: readonly PrintEntry[], columns: readonly PrintColumn[]): readonly Row[] {
  return entries.flatMap((entry): readonly Row[] =>
    listsContacts({ columns }) && entry.contacts.length > 0
      ? entry.contacts.map((contact) => ({ entry, contact }))
      : [{ entry, contact: null }],
  )
}

function textOf(
  column: PrintColumn,
  { entry, contact }: Row,
  others: readonly PrintColumn[],
  reader: Reader,
): string {
  if (column === 'group') return nameLine(entry).text
  const saying = { entry, contact, others }
  const said: readonly Line[] = [
    ...contactCell(column, saying, reader),
    ...organisationCell(column, saying, reader),
  ]
  const mayBeNumber = (text: string) => WITH_NUMBERS.has(column) && isTelephone(text)
  return said.map(({ text }) => (mayBeNumber(text) ? telephoneText(text) : text)).join('\n')
}

/** Elsewhere „22.10.2026“ is a day. */
const WITH_NUMBERS: ReadonlySet<PrintColumn> = new Set(['channels', 'telephone'])

/** Whom an address book can hold: every contact with a way to reach it. */
export function cardsOf(entries: readonly PrintEntry[], { language }: Reader, host: string): readonly Card[] {
  return entries.flatMap(({ organisation, contacts }) =>
    contacts.map(({ id, personName, channels, hours, note, ...contact }) => ({
      uid: `contact-${id}@${host}`,
      person: personName ?? '',
      function: contact.function,
      organisation: organisation.name,
      channels,
      address: addressForPost(organisation.addresses),
      website: organisation.website,
      note: joined([hours === null ? '' : saySchedule(hours, language), note], '\n'),
    })),
  )
}

/** For a mail merge: tabulators between the fields, one letter a line; only whoever has an address for post. */
export function mergeText({ words }: Reader, entries: readonly PrintEntry[]): string {
  const {
    organisation,
    contact,
    function: role,
    addition,
    street,
    postcode,
    town,
    telephone,
    email,
  } = words.print.merge
  const head = [organisation, contact, role, addition, street, postcode, town, telephone, email]
  const rows = rowsOf(entries, ['contact']).flatMap(({ entry, contact: person }) => {
    const address = addressForPost(entry.organisation.addresses)
    if (address === null) return []
    const channel = (...kinds: readonly string[]) =>
      person?.channels.find(({ kind }) => kinds.includes(kind))?.value ?? ''
    return [
      [
        entry.organisation.name,
        person?.personName ?? '',
        person?.function ?? '',
        address.addition,
        address.street,
        address.postcode,
        address.town,
        telephoneText(channel('telephone', 'mobile')),
        channel('email'),
      ],
    ]
  })
  return `\ufeff${[head, ...rows].map((row) => `${row.map(plain).join('\t')}\r\n`).join('')}`
}

/** A field of one line, without what parts fields. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
