import { LABEL_MARGIN, type LabelFormat, labelsPerSheet, sheetsOf } from '../../domain/label-format.ts'
import { addressForPost, postalLines } from '../../domain/postal-address.ts'
import type { Problem } from '../../domain/problem.ts'
import { notFound } from '../../domain/refusal.ts'
import { type Answer, page } from '../../http/answer.ts'
import { type ShownProblem, sayProblems } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, SiteRoute } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { counted, joined } from '../../i18n/words.ts'
import { entriesOfAll, type PrintEntry } from './entries.ts'
import { takeOut } from './internal.ts'
import { type LabelChoice, readLabelChoice, searchOfLabels, typedLabels } from './label-query.ts'
import { type Line, line } from './line.ts'
import {
  addressOf,
  fileAnswer,
  fileName,
  type PaperTools,
  type Printed,
  pageHead,
  type SheetHead,
  sheetHead,
} from './paper.ts'
import { paperTools, pdfAnswer } from './paper-pdf.ts'
import { searchOf } from './query.ts'
import { readSelection } from './selection.ts'

/** An address; `isTight` where it is set in small letters and its name perhaps cut, to stay on its label. */
export type Label = { readonly lines: readonly Line[]; readonly isTight: boolean }

/** Sheets of labels; null where one stays empty. */
export type LabelSheet = SheetHead & {
  readonly format: LabelFormat
  readonly margin: number
  readonly isGrid: boolean
  readonly pages: readonly (readonly (Label | null)[])[]
  /** What to say where there is nobody to write to, else empty. */
  readonly empty: string
}

export type LabelsPage = {
  readonly tools: PaperTools
  readonly css: Href
  readonly sheet: LabelSheet
  readonly problems: readonly ShownProblem[]
  /** „23 Etiketten; 2 Organisationen ohne Anschrift“. */
  readonly said: string
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/print/labels': LabelsPage
  }
}

const PATH = '/druck/etiketten'

/** Labels as a page to be printed by the browser, at their true size. */
async function labels(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { printed, sheet, choice, problems, said, search } = await gather(house, reader, asked)
  const { words, language } = reader
  const typed = new URLSearchParams(typedLabels(asked)).toString()
  const desk = urlsIn(language).printDesk(joined([search, typed], '&'))
  const back = { href: `${desk}#etiketten` as Href, label: words.print.toDesk }
  const tools = await paperTools(house, reader, printed, { back })
  const css = addressOf(reader, { path: PATH, search: searchOfLabels(choice) }, '.css')
  const model = { tools, css, sheet, problems: sayLabelProblems(reader, problems), said }
  return page('desk/print/labels', pageHead(sheet), model, problems.length > 0 ? 422 : 200)
}

/** The sentences, each with the measure that it is about: they do not stand beside its field. */
function sayLabelProblems({ words }: Reader, problems: readonly Problem[]): readonly ShownProblem[] {
  const measures: Readonly<Record<string, string>> = words.print.labels.measures
  return sayProblems(
    words,
    problems.map(({ params, ...problem }) => ({
      ...problem,
      params: { ...params, measure: measures[problem.field] ?? '' },
    })),
  )
}

/** Labels as a PDF file. */
async function labelsPdf(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { printed, problems } = await gather(house, reader, asked)
  if (problems.length > 0) return labels(house, reader, asked)
  return pdfAnswer(house, reader, asked, {
    ...printed,
    name: fileName(reader, ['etiketten'], '.pdf'),
    isPrivate: true,
  })
}

/** The measures of a choice as a style sheet: no page of ours has styles of its own. */
function labelsCss(_house: House, reader: Reader, asked: Asked): Answer {
  const { width, height, columns, left, top, gapAcross, gapDown } = readLabelChoice(asked).choice.format
  const text = `.labels {
  column-gap: ${gapAcross}mm;
  grid-auto-rows: ${height}mm;
  grid-template-columns: repeat(${columns}, ${width}mm);
  padding: ${top}mm 0 0 ${left}mm;
  row-gap: ${gapDown}mm;
}
`
  return fileAnswer('text/css; charset=utf-8', text, {
    name: fileName(reader, ['etiketten'], '.css'),
    isPrivate: false,
  })
}

/** The addresses of the labels. */
export function labelRoutes(path: string): readonly SiteRoute[] {
  return [
    [path, labels],
    [`${path}.pdf`, labelsPdf],
    [`${path}.css`, labelsCss],
  ]
}

/** Throws for everybody but those who print; addresses go to the envelope, not to the public. */
async function gather(house: House, reader: Reader, asked: Asked) {
  takeOut(house, reader, asked)
  const selection = readSelection(house, reader, asked)
  if (selection.unknown.length > 0) notFound(`to print: ${selection.unknown.join(', ')}`)
  const { choice, problems } = readLabelChoice(asked)
  const entries = await entriesOfAll(house, selection, reader.now.day)
  const all = addressesOf(entries, choice)
  const sheet = labelSheet(reader, choice, all)
  const search = searchOf(selection.query)
  const printed: Printed = {
    template: 'labels',
    sheet: () => sheet,
    path: PATH,
    search: joined([search, searchOfLabels(choice)], '&'),
  }
  return { printed, sheet, choice, problems, said: sayCount(reader, all.length, entries), search }
}

function addressesOf(entries: readonly PrintEntry[], { per }: LabelChoice): readonly (readonly Line[])[] {
  return entries.flatMap(({ organisation, contacts }) => {
    const address = addressForPost(organisation.addresses)
    if (address === null) return []
    const persons =
      per === 'organisation' || contacts.length === 0
        ? ['']
        : contacts.map(({ personName, function: role }) => personName ?? role)
    return persons.map((person) =>
      postalLines({ organisation: organisation.name, person, address }).map((text, index) =>
        line(text, index === 0 ? (organisation.nameLanguage ?? '') : ''),
      ),
    )
  })
}

function labelSheet(reader: Reader, choice: LabelChoice, all: readonly (readonly Line[])[]): LabelSheet {
  const { labels: said } = reader.words.print
  const { format, isGrid, start } = choice
  const title = isGrid ? said.grid : said.title
  const numbered = Array.from({ length: labelsPerSheet(format) }, (_, index) => [line(String(index + 1))])
  const onLabel = (lines: readonly Line[] | null): Label | null =>
    lines && { lines, isTight: isTight(lines, format) }
  return {
    ...sheetHead(reader, { title, isInternal: true, facts: [], choice: '', closing: '' }),
    format,
    margin: LABEL_MARGIN,
    isGrid,
    pages: (isGrid ? [numbered] : sheetsOf(all, format, start)).map((labels) => labels.map(onLabel)),
    empty: isGrid || all.length > 0 ? '' : said.empty,
  }
}

// Of letters of 10 pt in the fonts that browsers have, in millimetres; that of the PDF is measured.
const LETTER = { width: 2.4, height: 4.3 } as const

function isTight(lines: readonly Line[], { width, height }: LabelFormat): boolean {
  const perLine = (width - 2 * LABEL_MARGIN) / LETTER.width
  const needed = lines.reduce((sum, { text }) => sum + Math.ceil(text.length / perLine), 0)
  return needed * LETTER.height > height - 2 * LABEL_MARGIN
}

function sayCount({ words, language }: Reader, count: number, entries: readonly PrintEntry[]): string {
  const { labels: said } = words.print
  const without = entries.filter(({ organisation }) => addressForPost(organisation.addresses) === null).length
  return joined(
    [
      count === 0 ? said.empty : counted(said.count, count, language),
      without === 0 ? '' : counted(said.without, without, language),
    ],
    ' ',
  )
}
