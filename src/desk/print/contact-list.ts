import { NO_TIES } from '../../domain/permission.ts'
import { notFound } from '../../domain/refusal.ts'
import { type Answer, page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { byForm } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { notePrinting } from '../../operations/printing.ts'
import { entriesOf, type PrintEntry } from './entries.ts'
import { type ListCell, type ListSheet, listSheet } from './list-sheet.ts'
import { fileName, type PaperTools, type Printed, paperTools, pdfAnswer, requirePrinter } from './paper.ts'
import { searchOf } from './query.ts'
import { readSelection, type Selection } from './selection.ts'

export type ListPage = { readonly tools: PaperTools; readonly sheet: ListSheet }

declare module '../../http/render.ts' {
  interface Pages {
    'desk/print/list': ListPage
  }
  interface Parts {
    'list-table': ListSheet
    'list-cell': ListCell
    'list-directory': ListSheet
  }
}

const PATH = '/druck/kontakte'

type Made = {
  readonly selection: Selection
  readonly entries: readonly PrintEntry[]
  readonly printed: Printed & { readonly sheet: ListSheet }
}

/** The list as a page to be printed by the browser. */
export async function printedList(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { selection, printed } = make(house, reader, asked)
  const { words, language } = reader
  const urls = urlsIn(language)
  const back =
    reader.actor === null
      ? { href: urls.contacts({ ort: selection.city?.slug }), label: words.print.toContacts }
      : { href: urls.printDesk(printed.search), label: words.print.toDesk }
  const tools = await paperTools(house, reader, printed, { back })
  return page(
    'desk/print/list',
    { title: printed.sheet.title, hidden: true },
    { tools, sheet: printed.sheet },
  )
}

/** The list as a PDF file. */
export function listPdf(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { selection, printed } = make(house, reader, asked)
  const name = fileName(reader, ['kontakte', selection.city?.slug], '.pdf')
  return pdfAnswer(house, reader, asked, { ...printed, name, isPrivate: isInternal(selection) })
}

function isInternal({ list }: Selection): boolean {
  return list.audience === 'internal'
}

/** What was asked for, gathered; noted where it stays in the house. Throws NotFound for what names nothing of ours. */
function make(house: House, reader: Reader, asked: Asked): Made {
  const selection = readSelection(house, reader, asked)
  if (isInternal(selection)) {
    requirePrinter(reader, asked)
    notePrinting(house, byForm(reader), { ties: NO_TIES, what: reader.path })
  }
  if (selection.unknown.length > 0) notFound(`to print: ${selection.unknown.join(', ')}`)
  const entries = entriesOf(house, selection, reader.now.day)
  const topics = selection.list.grouping === 'topic' ? house.store.topics.all() : []
  const sheet = listSheet(reader, selection, { entries, topics })
  return {
    selection,
    entries,
    printed: { template: 'list', sheet, path: PATH, search: searchOf(selection.query) },
  }
}
