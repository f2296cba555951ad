import { groupedBy } from '../../domain/grouping.ts'
import { listsContacts, type PrintColumn } from '../../domain/print-list.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Reader } from '../../http/reader.ts'
import { mappedInTurns, turnGiver } from '../../http/turns.ts'
import { counted, fill } from '../../i18n/words.ts'
import { contactCell, nameLine, organisationCell, stateLines } from './cells.ts'
import type { PrintEntry, PrintedContact } from './entries.ts'
import type { Line } from './line.ts'
import { type SheetHead, sheetHead } from './paper.ts'
import type { Selection } from './selection.ts'

export type ListCell = { readonly isName: boolean; readonly lines: readonly Line[] }

/** An organisation in the directory: its name, and below it what the other columns say. */
export type ListEntry = { readonly name: Line; readonly lines: readonly Line[] }

/** A part of the list: its rows as a table, or its entries as a directory; the other stays empty. */
export type ListGroup = {
  /** Empty where there is one only. */
  readonly title: string
  readonly rows: readonly (readonly ListCell[])[]
  readonly entries: readonly ListEntry[]
}

/** A list of organisations and contacts as it stands on paper: HTML and PDF are made of nothing else. */
export type ListSheet = SheetHead & {
  readonly isDirectory: boolean
  /** `share`: how wide a column is beside the others. */
  readonly columns: readonly { readonly label: string; readonly share: number }[]
  readonly groups: readonly ListGroup[]
  /** What to say where there is nobody to list, else empty. */
  readonly empty: string
}

const SHARES: Readonly<Record<PrintColumn, number>> = {
  group: 9,
  languages: 6,
  city: 5,
  contact: 8,
  function: 7,
  channels: 9,
  telephone: 6,
  email: 9,
  meetings: 9,
  room: 7,
  confirmed: 5,
  note: 9,
}

/** The sheet of a selection, put together in turns. */
export async function listSheet(
  reader: Reader,
  selection: Selection,
  content: { readonly entries: readonly PrintEntry[]; readonly topics: readonly Topic[] },
): Promise<ListSheet> {
  const { words, language } = reader
  const { list } = selection
  const { sheet } = words.print
  const { entries } = content
  const isDirectory = list.form === 'directory'
  const { columns } = list
  const giveWay = turnGiver()
  const groups: ListGroup[] = []
  for (const [title, ofGroup] of groupsOf(reader, selection, content)) {
    const rows = await mappedInTurns(
      isDirectory ? [] : ofGroup,
      (each) => rowsOf(each, columns, reader),
      giveWay,
    )
    const said = await mappedInTurns(
      isDirectory ? ofGroup : [],
      (each) => directoryEntry(each, columns, reader),
      giveWay,
    )
    groups.push({ title, rows: rows.flat(), entries: said })
  }
  return {
    ...sheetHead(reader, {
      title: titleOf(selection, reader),
      isInternal: list.audience === 'internal',
      isLandscape: list.orientation === 'landscape',
      facts: [counted(sheet.count, entries.length, language)],
      choice: selection.said,
      closing: entries.length === 0 ? '' : list.audience === 'internal' ? sheet.internal : sheet.consent,
    }),
    isDirectory,
    columns: columnsOf(selection, reader),
    groups,
    empty: entries.length > 0 ? '' : list.audience === 'internal' ? sheet.emptyInternal : sheet.empty,
  }
}

/** „Kontakte in Duisburg“. */
export function titleOf({ city }: Selection, { words }: Reader): string {
  const { title, titleIn } = words.print.sheet
  return city === null ? title : fill(titleIn, { city: city.name })
}

/** The columns of a list, by their names. */
export function columnsOf({ list }: Selection, { words }: Reader): ListSheet['columns'] {
  return list.columns.map((column) => ({ label: words.print.columns[column], share: SHARES[column] }))
}

type Groups = readonly (readonly [title: string, entries: readonly PrintEntry[]])[]

function groupsOf(
  { language, words }: Reader,
  { list, city, filter }: Selection,
  { entries, topics }: { readonly entries: readonly PrintEntry[]; readonly topics: readonly Topic[] },
): Groups {
  if (list.grouping === 'city' && city === null)
    return [...groupedBy(entries, ({ organisation }) => organisation.cityName)]
  if (list.grouping === 'topic' && filter.topicId === null) {
    const ofTopic = (id: number) => entries.filter(({ organisation }) => organisation.topicIds.includes(id))
    const groups: Groups = [
      ...topics.map(({ id, names }) => [names[language], ofTopic(id)] as const),
      [words.print.sheet.noTopic, entries.filter(({ organisation }) => organisation.topicIds.length === 0)],
    ]
    return groups.filter(([, ofGroup]) => ofGroup.length > 0)
  }
  return entries.length === 0 ? [] : [['', entries]]
}

/** A row for each contact, all with the name, so that each can be read by itself; the rest stands in the first. */
function rowsOf(
  entry: PrintEntry,
  columns: readonly PrintColumn[],
  reader: Reader,
): readonly (readonly ListCell[])[] {
  const contacts: readonly (PrintedContact | null)[] =
    listsContacts({ columns }) && entry.contacts.length > 0 ? entry.contacts : [null]
  return contacts.map((contact, index) =>
    columns.map((column) => {
      if (column === 'group') return { isName: true, lines: [nameLine(entry), ...stateLines(entry, reader)] }
      const saying = { entry, contact, others: columns }
      const ofOrganisation = index === 0 ? organisationCell(column, saying, reader) : []
      return { isName: false, lines: [...contactCell(column, saying, reader), ...ofOrganisation] }
    }),
  )
}

function directoryEntry(entry: PrintEntry, columns: readonly PrintColumn[], reader: Reader): ListEntry {
  return {
    name: nameLine(entry),
    lines: [...stateLines(entry, reader), ...directoryLines(entry, columns, reader)],
  }
}

/** What the columns say of an organisation in a directory, below its name. */
export function directoryLines(
  entry: PrintEntry,
  columns: readonly PrintColumn[],
  reader: Reader,
): readonly Line[] {
  const said = (column: PrintColumn, texts: readonly Line[]) => {
    const pattern = LABELLED.has(column) ? reader.words.print.labelled : '{text}'
    return texts.map(({ text, ...rest }) => ({
      ...rest,
      text: fill(pattern, { label: reader.words.print.columns[column], text }),
    }))
  }
  const ofContacts = entry.contacts.flatMap((contact) =>
    columns.flatMap((column) =>
      said(column, contactCell(column, { entry, contact, others: columns }, reader)),
    ),
  )
  const ofOrganisation = columns.flatMap((column) =>
    said(column, organisationCell(column, { entry, contact: null, others: columns }, reader)),
  )
  return [...ofContacts, ...ofOrganisation]
}

/** What would not be understood without the column's name. */
const LABELLED: ReadonlySet<PrintColumn> = new Set(['languages', 'confirmed', 'note'])
