import { groupedBy } from '../../domain/grouping.ts'
import { ORGANISATION_KINDS } from '../../domain/organisation.ts'
import type { PrintColumn } from '../../domain/print-list.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Reader } from '../../http/reader.ts'
import { mappedInTurns, turnGiver } from '../../http/turns.ts'
import { compareNames } from '../../i18n/german-order.ts'
import { counted, fill, joined } from '../../i18n/words.ts'
import { nameLine, stateLines } from './cells.ts'
import type { PrintEntry } from './entries.ts'
import { type Line, lines } from './line.ts'
import { directoryLines, type ListEntry } from './list-sheet.ts'
import { type SheetHead, sheetHead } from './paper.ts'
import type { Selection } from './selection.ts'

/** An entry with the anchor to which contents and indexes lead. */
export type BookletEntry = ListEntry & { readonly anchor: string }

export type Chapter = {
  readonly anchor: string
  readonly title: string
  readonly entries: readonly BookletEntry[]
}

/** An index: names below headings, each leading to its entry. */
export type BookletIndex = {
  readonly anchor: string
  readonly title: string
  readonly headings: readonly {
    /** Empty where there is one only. */
    readonly title: string
    readonly items: readonly { readonly name: Line; readonly entry: string }[]
  }[]
}

/** A directory to be leafed through: contents, chapters, and indexes by name, topic and language. */
export type BookletSheet = SheetHead & {
  readonly paper: 'a4' | 'a5'
  readonly contents: string
  readonly chapters: readonly Chapter[]
  readonly indexes: readonly BookletIndex[]
  readonly empty: string
}

type Content = { readonly entries: readonly PrintEntry[]; readonly topics: readonly Topic[] }

/** The booklet of a selection, put together in turns; of one city its chapters are kinds of organisations, else cities. */
export async function bookletSheet(
  reader: Reader,
  selection: Selection,
  content: Content & { readonly paper: BookletSheet['paper'] },
): Promise<BookletSheet> {
  const { words, language } = reader
  const { booklet, sheet } = words.print
  const { list, city } = selection
  const { entries, paper } = content
  const isInternal = list.audience === 'internal'
  const chapters = await chaptersOf(reader, selection, entries)
  return {
    ...sheetHead(reader, {
      title: city === null ? booklet.title : fill(booklet.titleIn, { city: city.name }),
      isInternal,
      facts: [counted(sheet.count, entries.length, language)],
      choice: selection.said,
      closing: entries.length === 0 ? '' : isInternal ? sheet.internal : sheet.consent,
    }),
    paper,
    contents: booklet.contents,
    chapters,
    indexes: indexesOf(reader, content),
    empty: entries.length === 0 ? sheet.emptyInternal : '',
  }
}

async function chaptersOf(
  reader: Reader,
  { city, list }: Selection,
  entries: readonly PrintEntry[],
): Promise<readonly Chapter[]> {
  const { kinds } = reader.words.print.booklet
  const groups: readonly (readonly [string, readonly PrintEntry[]])[] =
    city === null
      ? [...groupedBy(entries, ({ organisation }) => organisation.cityName)]
      : ORGANISATION_KINDS.map((kind) => [
          kinds[kind],
          entries.filter(({ organisation }) => organisation.kind === kind),
        ])
  const giveWay = turnGiver()
  const chapters: Chapter[] = []
  for (const [title, ofGroup] of groups) {
    if (ofGroup.length === 0) continue
    const said = await mappedInTurns(ofGroup, (entry) => chapterEntry(entry, list.columns, reader), giveWay)
    chapters.push({ anchor: `teil-${chapters.length + 1}`, title, entries: said })
  }
  return chapters
}

function chapterEntry(entry: PrintEntry, columns: readonly PrintColumn[], reader: Reader) {
  return {
    anchor: anchorOf(entry),
    name: nameLine(entry),
    lines: [...stateLines(entry, reader), ...placeLines(entry), ...directoryLines(entry, columns, reader)],
  }
}

function placeLines({ organisation: { addresses, website } }: PrintEntry): readonly Line[] {
  const said = addresses.map(({ addition, street, postcode, town }) =>
    joined([addition, street, joined([postcode, town], ' ')], ', '),
  )
  return lines(...new Set(said), website)
}

function indexesOf(reader: Reader, { entries, topics }: Content): readonly BookletIndex[] {
  const { language, words } = reader
  const { byName, byTopic, byLanguage } = words.print.booklet
  const sorted = entries.toSorted((one, other) =>
    compareNames(one.organisation.name, other.organisation.name),
  )
  const under = (title: string, belongs: (entry: PrintEntry) => boolean) => ({
    title,
    items: sorted.filter(belongs).map((entry) => ({ name: nameLine(entry), entry: anchorOf(entry) })),
  })
  const spoken = [...new Set(entries.flatMap(({ organisation }) => organisation.languages))]
    .map((code) => ({ code, name: words.languages[code] }))
    .sort((one, other) => compareNames(one.name, other.name))
  const indexes: readonly BookletIndex[] = [
    { anchor: 'namen', title: byName, headings: [under('', () => true)] },
    {
      anchor: 'themen',
      title: byTopic,
      headings: topics.map(({ id, names }) =>
        under(names[language], ({ organisation }) => organisation.topicIds.includes(id)),
      ),
    },
    {
      anchor: 'sprachen',
      title: byLanguage,
      headings: spoken.map(({ code, name }) =>
        under(name, ({ organisation }) => organisation.languages.includes(code)),
      ),
    },
  ]
  return indexes
    .map((index) => ({ ...index, headings: index.headings.filter(({ items }) => items.length > 0) }))
    .filter(({ headings }) => headings.length > 0)
}

function anchorOf({ organisation }: PrintEntry): string {
  return `eintrag-${organisation.id}`
}
