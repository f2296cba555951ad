import { type Answer, page } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Link } from '../../http/parts/links.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, Handler, SiteRoute } from '../../http/serve.ts'
import type { BlockSheet } from './blocks.ts'
import { bindingAsked, fileName, type Printed, pageHead } from './paper.ts'
import { paperTools, pdfAnswer } from './paper-pdf.ts'

/** A sheet with where it stands, how its file is called, and where its reader came from. */
export type Made = {
  readonly sheet: BlockSheet
  readonly path: string
  readonly search: string
  readonly file: string
  readonly isPrivate: boolean
  readonly back: Link
  /** Other forms of the same sheet. */
  readonly links?: readonly Link[]
}

/** The two addresses of a sheet: the page to be printed by the browser, and the PDF. */
export function sheetHandlers(make: (house: House, reader: Reader, asked: Asked) => Made): {
  readonly shown: Handler
  readonly pdf: Handler
} {
  return {
    async shown(house, reader, asked): Promise<Answer> {
      const made = make(house, reader, asked)
      const tools = await paperTools(house, reader, printedOf(made), {
        back: made.back,
        files: made.links ?? [],
      })
      return page('desk/print/blocks', pageHead(made.sheet), { tools, sheet: made.sheet })
    },
    pdf(house, reader, asked): Promise<Answer> {
      const made = make(house, reader, asked)
      const name = fileName(reader, [made.file], '.pdf')
      const printed = printedOf(made)
      const binding = bindingAsked(printed, asked)
      return pdfAnswer(house, reader, asked, { ...printed, binding, name, isPrivate: made.isPrivate })
    },
  }
}

/** The addresses of a sheet at a path. */
export function sheetRoutes(
  path: string,
  { shown, pdf }: ReturnType<typeof sheetHandlers>,
): readonly SiteRoute[] {
  return [
    [path, shown],
    [`${path}.pdf`, pdf],
  ]
}

function printedOf({ sheet, path, search }: Made): Printed {
  return {
    template: 'blocks',
    sheet: () => sheet,
    path,
    search,
    binding: sheet.paper === 'a5' ? 'folded' : 'loose',
  }
}
