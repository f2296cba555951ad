import { notFound } from '../../domain/refusal.ts'
import { csvOf } from '../../formats/csv.ts'
import { vcardsOf } from '../../formats/vcard.ts'
import { xlsxOf } from '../../formats/xlsx.ts'
import { type Answer, page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, SiteRoute } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { entriesOf, type PrintEntry } from './entries.ts'
import { cardsOf, fileColumns, mergeText, textRows, typedRows } from './list-files.ts'
import { columnsOf, type ListCell, type ListSheet, listSheet, titleOf } from './list-sheet.ts'
import { addressOf, fileAnswer, fileName, type PaperTools, type Printed, pageHead } from './paper.ts'
import { paperTools, pdfAnswer } from './paper-pdf.ts'
import { searchOf } from './query.ts'
import { type Selection, selectionToPrint } from './selection.ts'

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

/** The list as a page to be printed by the browser; an address with empty choices leads to the one without them. */
export async function printedList(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { selection, printed, sheet: putTogether } = gather(house, reader, asked)
  const { words, language } = reader
  const canonical = addressOf(reader, printed)
  if (/[?&]\w+=(&|$)/.test(reader.search)) return { kind: 'redirect', status: 303, to: canonical }
  const urls = urlsIn(language)
  const back =
    reader.actor === null
      ? { href: urls.contacts({ ort: selection.city?.slug }), label: words.print.toContacts }
      : { href: urls.printDesk(printed.search), label: words.print.toDesk }
  const files = (['csv', 'xlsx', 'vcf', 'txt'] as const).map((kind) => ({
    href: addressOf(reader, printed, `.${kind}`),
    label: words.print.files[kind],
  }))
  const booklet = {
    href: addressOf(reader, { path: '/druck/verzeichnis', search: printed.search }),
    label: words.print.booklet.link,
  }
  const sheet = await putTogether()
  const tools = await paperTools(
    house,
    reader,
    { ...printed, sheet: () => sheet },
    { back, files: [...files, booklet] },
  )
  return page('desk/print/list', pageHead(sheet), { tools, sheet })
}

/** The list as a PDF file. */
async function listPdf(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { selection, printed } = gather(house, reader, asked)
  return pdfAnswer(house, reader, asked, { ...printed, ...fileOf(reader, selection, '.pdf') })
}

/** The list as CSV. */
async function listCsv(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { selection, entries } = gather(house, reader, asked)
  const head = fileColumns(columnsOf(selection, reader), reader).map(({ label }) => label)
  const text = csvOf(head, await textRows(reader, await entries(), selection.list.columns))
  return fileAnswer('text/csv; charset=utf-8', text, fileOf(reader, selection, '.csv'))
}

/** The list as an Excel file. */
async function listXlsx(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { selection, entries } = gather(house, reader, asked)
  const columns = fileColumns(columnsOf(selection, reader), reader)
  const bytes = await xlsxOf({
    title: titleOf(selection, reader),
    head: columns.map(({ label }) => label),
    widths: columns.map(({ share }) => share * CHARACTERS_PER_SHARE),
    rows: await typedRows(reader, await entries(), selection.list.columns),
  })
  return fileAnswer(XLSX, bytes, fileOf(reader, selection, '.xlsx'))
}

const CHARACTERS_PER_SHARE = 4
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Everybody on the list for an address book. */
async function listVcards(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { selection, entries } = gather(house, reader, asked)
  const { kontakt } = asked.query
  const cards = cardsOf(await entries(), reader, new URL(house.origin).hostname)
  const chosen =
    kontakt === undefined ? cards : cards.filter(({ uid }) => uid.startsWith(`contact-${kontakt}@`))
  if (kontakt !== undefined && chosen.length === 0) notFound(`contact ${kontakt}`)
  return fileAnswer('text/vcard; charset=utf-8', vcardsOf(chosen), fileOf(reader, selection, '.vcf'))
}

/** Everybody on the list for letters. */
async function listMerge(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { selection, entries } = gather(house, reader, asked)
  return fileAnswer(
    'text/plain; charset=utf-8',
    mergeText(reader, await entries()),
    fileOf(reader, selection, '.txt'),
  )
}

/** The files of the list, each at the list's own address with a suffix. */
export function fileRoutes(path: string): readonly SiteRoute[] {
  return [
    [`${path}.pdf`, listPdf],
    [`${path}.csv`, listCsv],
    [`${path}.xlsx`, listXlsx],
    [`${path}.vcf`, listVcards],
    [`${path}.txt`, listMerge],
  ]
}

function fileOf(reader: Reader, { city, list }: Selection, suffix: string) {
  return { name: fileName(reader, ['kontakte', city?.slug], suffix), isPrivate: list.audience === 'internal' }
}

type Gathered = {
  readonly selection: Selection
  readonly entries: () => Promise<readonly PrintEntry[]>
  readonly sheet: () => Promise<ListSheet>
  readonly printed: Printed
}

/** What was asked for; what it says is only read, and put together, by whoever needs it. */
function gather(house: House, reader: Reader, asked: Asked): Gathered {
  const selection = selectionToPrint(house, reader, asked)
  const entries = () => entriesOf(house, selection, reader.now.day)
  const topics = () => (selection.list.grouping === 'topic' ? house.store.topics.all() : [])
  const sheet = async () => listSheet(reader, selection, { entries: await entries(), topics: topics() })
  const search = searchOf(selection.query)
  return { selection, entries, sheet, printed: { template: 'list', sheet, path: PATH, search } }
}
