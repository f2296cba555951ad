import { may, NO_TIES } from '../../domain/permission.ts'
import type { Pdf, Typeset } from '../../formats/pdf.ts'
import { type Answer, page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Link } from '../../http/parts/links.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { counted, fill } from '../../i18n/words.ts'
import { commissioned } from './commissions.ts'
import { addressOf, nameOf, type PaperTools, type Printed } from './paper.ts'

// As long as a page may keep a reader waiting for the number of its pages.
const LONGEST_WAIT_MS = 900

/** The bar above a sheet; the number of pages is told if it is known within a second. */
export async function paperTools(
  house: House,
  reader: Reader,
  printed: Printed,
  links: { readonly back: Link; readonly files?: readonly Link[] },
): Promise<PaperTools> {
  const { words } = reader
  const isFolded = printed.binding === 'folded'
  const typeset = await soon(typesetOf(house, reader, printed))
  const pdf = {
    href: addressOf(reader, printed, '.pdf'),
    label: isFolded ? words.print.booklet.pdf : words.print.pdf,
  }
  const loose = {
    href: addressOf(reader, { ...printed, search: `${printed.search}&lage=einzeln` }, '.pdf'),
    label: words.print.booklet.loose,
  }
  const isThere = typeset === null || typeset.kind === 'pdf' || typeset.kind === 'busy'
  return {
    back: links.back,
    how: isFolded ? words.print.booklet.how : words.print.how,
    pages:
      typeset === null
        ? ''
        : typeset.kind === 'pdf'
          ? pagesSaid(typeset, printed, reader)
          : whyNot(typeset, reader),
    files: [
      ...(isThere ? [pdf, ...(isFolded ? [loose] : [])] : []),
      ...(links.files ?? []),
      ...keepLinks(reader, printed),
    ],
  }
}

/** Where the sheet is kept under a name, for those who keep lists; its dates go with the calendar. */
function keepLinks({ actor, words, language }: Reader, { path, search }: Printed): readonly Link[] {
  if (actor === null || !may(actor, 'print-internal', NO_TIES)) return []
  const lasting = search.split('&').filter((part) => !/^(?:monat|woche)=/.test(part))
  const address = lasting.join('&') === '' ? path : `${path}?${lasting.join('&')}`
  return [{ href: urlsIn(language).keepPrinted(address), label: words.print.keepSheet }]
}

async function typesetOf(house: House, reader: Reader, printed: Printed): Promise<Typeset> {
  const { template, sheet, binding } = printed
  return commissioned(house, nameOf(house, reader, printed), async () => {
    house.typesetter.prepare()
    return house.typesetter.typeset(template, await sheet(), binding)
  })
}

const PAGES_PER_SHEET = 4

/** „4 Seiten als PDF“; of a booklet with its sheets, and how they are printed. */
function pagesSaid({ pages }: Pdf, { binding }: Printed, { words, language }: Reader): string {
  if (binding !== 'folded') return counted(words.print.pages, pages, language)
  const { sheets, pages: said } = words.print.booklet
  return fill(said, { pages, sheets: counted(sheets, pages / PAGES_PER_SHEET, language) })
}

/** The PDF of a sheet; a page with a sentence where there is none, or not yet. */
export async function pdfAnswer(
  house: House,
  reader: Reader,
  asked: Asked,
  printed: Printed & { readonly name: string; readonly isPrivate: boolean },
): Promise<Answer> {
  const typeset = await soon(typesetOf(house, reader, printed))
  if (typeset?.kind === 'failed') throw new Error(typeset.why)
  if (typeset?.kind === 'pdf')
    return {
      kind: 'file',
      mediaType: 'application/pdf',
      name: printed.name,
      bytes: typeset.bytes,
      etag: `"${typeset.digest}"`,
      disposition: 'inline',
      isPrivate: printed.isPrivate,
    }
  const { words } = reader
  if (typeset === null) asked.reply.header('refresh', '1')
  else asked.reply.header('retry-after', '30')
  const { title } = typeset === null ? words.print.underWay : words.print.noPdf
  const model = {
    title,
    text: typeset === null ? words.print.underWay.text : whyNot(typeset, reader),
    isUnderWay: typeset === null,
    back: { href: addressOf(reader, printed), label: words.print.toPage },
  }
  return page('desk/print/no-pdf', { title, hidden: true }, model, typeset === null ? 202 : 503)
}

function whyNot(typeset: Exclude<Typeset, { kind: 'pdf' }>, { words }: Reader): string {
  switch (typeset.kind) {
    case 'letters':
      return fill(words.print.noPdf.letters, { letters: typeset.letters })
    case 'not-installed':
      return words.print.noPdf.notInstalled
    case 'busy':
      return words.print.noPdf.busy
    case 'failed':
      return words.print.noPdf.failed
    default:
      return typeset satisfies never
  }
}

/** What comes within a second, else null; the rest is done all the same. */
async function soon(typeset: Promise<Typeset>): Promise<Typeset | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((settle) => {
    timer = setTimeout(() => settle(null), LONGEST_WAIT_MS)
  })
  const first = await Promise.race([typeset, late])
  clearTimeout(timer)
  return first
}
