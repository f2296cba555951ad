import { WEEKDAYS } from '../../domain/day.ts'
import { isKeepable } from '../../domain/kept-list.ts'
import { SPOKEN_LANGUAGES } from '../../domain/language.ts'
import { ORGANISATION_KINDS } from '../../domain/organisation.ts'
import { PRINT_COLUMNS } from '../../domain/print-list.ts'
import { type Answer, page } from '../../http/answer.ts'
import type { Form, ShownProblem } from '../../http/forms.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import {
  choicesPart,
  type FieldPart,
  type Filled,
  type Option,
  selectPart,
  textPart,
} from '../../http/parts/fields.ts'
import type { Link } from '../../http/parts/links.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { statusOfList, unknownFilters } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls, ownPath, urlsIn } from '../../http/urls.ts'
import { compareNames } from '../../i18n/german-order.ts'
import { sayWeekday } from '../../i18n/say-day.ts'
import { fill } from '../../i18n/words.ts'
import { typedLabels } from './label-query.ts'
import { type OtherSheets, otherSheets } from './other-sheets.ts'
import { COLUMN_CODES, listOf, type PrintQuery, searchOf, weekdayCode } from './query.ts'
import { readSelection } from './selection.ts'

export type PrintDeskPage = {
  readonly title: string
  readonly notices: readonly NoticePart[]
  readonly problems: readonly ShownProblem[]
  readonly action: Href
  /** Where a choice is taken over without being shown. */
  readonly take: Href
  readonly whose: readonly FieldPart[]
  readonly weekdays: FieldPart
  readonly columns: readonly {
    readonly id: string
    readonly label: string
    readonly options: readonly Option[]
  }[]
  readonly look: readonly FieldPart[]
  readonly keep: {
    readonly action: Href
    readonly said: string
    readonly address: string
    readonly name: FieldPart
  }
  readonly others: OtherSheets
  readonly lists: readonly (Link & {
    readonly drop: Href
    readonly dropLabel: string
    readonly version: number
  })[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/print/desk': PrintDeskPage
  }
}

/** What can be printed, and what was kept under a name; what the address names is chosen already. */
export function printDesk(house: House, reader: Reader, asked: Asked): Answer {
  return printDeskPage(house, reader, asked, { name: '', address: asked.query.blatt ?? '', problems: [] })
}

/** The same with a name that was typed, and what keeps it from being kept. */
export function printDeskPage(
  house: House,
  reader: Reader,
  asked: Asked,
  keeping: {
    readonly name: string
    /** The sheet that is to be kept; the list that is chosen where it names none of ours. */
    readonly address: string
    readonly problems: readonly ShownProblem[]
  },
): Answer {
  const { desk } = reader.words.print
  const selection = readSelection(house, reader, asked)
  const { query } = selection
  const filled: Filled = { form: formOf(query), problems: [] }
  const isSheet = isKeepable(keeping.address)
  const address = isSheet ? keeping.address : urlsIn(reader.language).printedList(searchOf(query))
  const typed: Filled = { form: { name: keeping.name }, problems: keeping.problems }
  const model: PrintDeskPage = {
    title: desk.title,
    notices: unknownFilters(selection.unknown, reader),
    problems: keeping.problems,
    action: urlsIn(reader.language).printedList(),
    take: `${urlsIn(reader.language).printDesk()}#merken` as Href,
    whose: whoseFields(house, reader, filled),
    weekdays: weekdayField(reader, filled),
    columns: columnFields(reader, query),
    look: lookFields(reader, filled),
    keep: {
      action: deskUrls.keptLists,
      said: isSheet ? fill(desk.keepsSheet, { sheet: sheetName(address, reader) }) : selection.said,
      address,
      name: textPart(typed, 'name', {
        label: desk.name,
        hint: isSheet ? '' : desk.nameHint,
        isRequired: true,
      }),
    },
    others: otherSheets(house, reader, { query, typed: typedLabels(asked) }),
    lists: house.store.keptLists.all().map(({ id, name, address: kept, version }) => ({
      href: ownPath(kept) ?? urlsIn(reader.language).printDesk(),
      label: name,
      drop: deskUrls.dropKeptList(id),
      dropLabel: fill(desk.drop, { name }),
      version,
    })),
  }
  const head = formHead(reader, deskHead(reader, model.title), keeping.problems)
  return page(
    'desk/print/desk',
    head,
    model,
    keeping.problems.length > 0 ? 422 : statusOfList(selection.unknown),
  )
}

/** „Etiketten“: what an address of a sheet leads to. */
function sheetName(address: string, { words }: Reader): string {
  const [, code = ''] = /^\/druck\/([a-z-]+)/.exec(address) ?? []
  const [, name = address] = Object.entries(words.print.sheets).find(([each]) => each === code) ?? []
  return name
}

function formOf(query: PrintQuery): Form {
  const usual = { gruppiert: 'ort', papier: 'hoch', form: 'tabelle', fuer: 'alle' }
  return Object.fromEntries(
    Object.entries({ ...usual, ...query }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )
}

function whoseFields({ store }: House, { words, language }: Reader, filled: Filled): readonly FieldPart[] {
  const { labels } = words.print.desk
  const { all } = words.desk
  const named = (entries: readonly { readonly slug: string; readonly name: string }[]) => [
    ['', all] as const,
    ...entries.map(({ slug, name }) => [slug, name] as const),
  ]
  const said = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) => [
    ['', all] as const,
    ...codes
      .map((code) => [code, names[code]] as const)
      .sort(([, one], [, other]) => compareNames(one, other)),
  ]
  const topics = store.topics.all().map(({ slug, names }) => ({ slug, name: names[language] }))
  const projects = store.projects.all().map(({ slug, title }) => ({ slug, name: title }))
  return [
    selectPart(filled, 'ort', { label: labels.ort, options: named(store.cities.names()) }),
    selectPart(filled, 'thema', { label: labels.thema, options: named(topics) }),
    selectPart(filled, 'haus', { label: labels.haus, options: named(store.venues.lines()) }),
    selectPart(filled, 'netzwerk', { label: labels.netzwerk, options: named(store.relations.networks()) }),
    selectPart(filled, 'projekt', { label: labels.projekt, options: named(projects) }),
    selectPart(filled, 'sprache', {
      label: labels.sprache,
      options: said(SPOKEN_LANGUAGES, words.languages),
    }),
    selectPart(filled, 'art', {
      label: labels.art,
      options: said(ORGANISATION_KINDS, words.kinds.organisation),
    }),
    selectPart(filled, 'stand', {
      label: labels.stand,
      options: [['', all] as const, ...Object.entries(words.print.desk.states)],
    }),
    textPart(filled, 'q', { label: labels.q }),
  ]
}

function weekdayField({ words, language }: Reader, filled: Filled): FieldPart {
  return choicesPart(filled, 'tag', {
    label: words.print.desk.labels.tag,
    type: 'checkbox',
    options: WEEKDAYS.map((weekday) => [weekdayCode(weekday), sayWeekday(weekday, language)]),
    shown: 0,
    moreLabel: words.print.desk.weekdays,
  })
}

/** One menu for each place in the row: what stands there, or nothing. */
function columnFields({ words }: Reader, query: PrintQuery): PrintDeskPage['columns'] {
  const { columns } = listOf(query)
  return PRINT_COLUMNS.map((_, index) => ({
    id: `spalte-${index + 1}`,
    label: fill(words.print.desk.column, { number: index + 1 }),
    options: [
      { value: '', label: words.print.desk.noColumn, isChosen: columns[index] === undefined },
      ...PRINT_COLUMNS.map((column) => ({
        value: COLUMN_CODES[column],
        label: words.print.columns[column],
        isChosen: columns[index] === column,
      })),
    ],
  }))
}

function lookFields({ words }: Reader, filled: Filled): readonly FieldPart[] {
  const { look } = words.print.desk
  const radio = (name: keyof typeof look, codes: Readonly<Record<string, string>>, label: string) =>
    choicesPart(filled, name, { label, type: 'radio', options: Object.entries(codes) })
  return [
    radio('gruppiert', look.gruppiert.choices, look.gruppiert.label),
    radio('form', look.form.choices, look.form.label),
    radio('papier', look.papier.choices, look.papier.label),
    radio('fuer', look.fuer.choices, look.fuer.label),
  ]
}
