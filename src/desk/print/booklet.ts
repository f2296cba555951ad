import { type Answer, page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, SiteRoute } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { joined } from '../../i18n/words.ts'
import { type BookletIndex, type BookletSheet, bookletSheet } from './booklet-sheet.ts'
import { entriesOfAll } from './entries.ts'
import { addressOf, bindingAsked, fileName, type PaperTools, type Printed, pageHead } from './paper.ts'
import { paperTools, pdfAnswer } from './paper-pdf.ts'
import { codeIn, searchOf } from './query.ts'
import { type Selection, selectionToPrint } from './selection.ts'

export type BookletPage = { readonly tools: PaperTools; readonly sheet: BookletSheet }

declare module '../../http/render.ts' {
  interface Pages {
    'desk/print/booklet': BookletPage
  }
  interface Parts {
    'booklet-index': BookletIndex
  }
}

const PATH = '/druck/verzeichnis'

/** The directory of a city, or of any selection, with contents and indexes, as a page to be printed by the browser. */
async function booklet(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { selection, sheet: putTogether, printed } = gather(house, reader, asked)
  const { words, language } = reader
  const sheet = await putTogether()
  const search = searchOf(selection.query)
  const other = sheet.paper === 'a5' ? search : joined([search, FOLDED], '&')
  const tools = await paperTools(
    house,
    reader,
    { ...printed, sheet: () => sheet },
    {
      back: { href: urlsIn(language).printedList(search), label: words.print.booklet.back },
      files: [
        {
          href: addressOf(reader, { path: PATH, search: other }),
          label: sheet.paper === 'a5' ? words.print.booklet.asA4 : words.print.booklet.asA5,
        },
      ],
    },
  )
  const how = `${tools.how} ${words.print.booklet.numbers}`
  return page('desk/print/booklet', pageHead(sheet), { tools: { ...tools, how }, sheet })
}

/** The same as a PDF file. */
async function bookletPdf(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { selection, printed } = gather(house, reader, asked)
  return pdfAnswer(house, reader, asked, {
    ...printed,
    binding: bindingAsked(printed, asked),
    name: fileName(reader, ['verzeichnis', selection.city?.slug], '.pdf'),
    isPrivate: selection.list.audience === 'internal',
  })
}

/** The addresses of the booklet. */
export const BOOKLET: readonly SiteRoute[] = [
  [PATH, booklet],
  [`${PATH}.pdf`, bookletPdf],
]

const FOLDED = 'format=a5'

function gather(house: House, reader: Reader, asked: Asked) {
  const chosen = selectionToPrint(house, reader, asked)
  const format = codeIn(asked, 'format', ['a4', 'a5']) ?? 'a4'
  const selection = withOwnColumns(chosen)
  const sheet = async (): Promise<BookletSheet> =>
    bookletSheet(reader, selection, {
      entries: await entriesOfAll(house, selection, reader.now.day),
      topics: house.store.topics.all(),
      paper: format,
    })
  const printed: Printed = {
    template: 'booklet',
    sheet,
    path: PATH,
    search: joined([searchOf(chosen.query), format === 'a5' ? FOLDED : ''], '&'),
    binding: format === 'a5' ? 'folded' : 'loose',
  }
  return { selection: chosen, sheet, printed }
}

/** Who looks somebody up wants languages, too; a choice of columns stands. */
function withOwnColumns(selection: Selection): Selection {
  if (selection.query.spalte !== undefined) return selection
  const columns = ['group', 'contact', 'channels', 'meetings', 'languages'] as const
  return { ...selection, list: { ...selection.list, columns } }
}
