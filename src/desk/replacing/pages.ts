import type { Replacement } from '../../domain/replacement.ts'
import { type Answer, page } from '../../http/answer.ts'
import type { ShownProblem } from '../../http/forms.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { Href } from '../../http/href.ts'
import { pathsOf } from '../../http/noun-paths.ts'
import { type DifferencePart, differenceRows, type Marked } from '../../http/parts/difference.ts'
import { type FieldPart, textPart } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted, fill, groupDigits, joined } from '../../i18n/words.ts'
import type { Chosen, Hit } from '../../operations/replacing.ts'

export type ReplacingPage = {
  readonly action: Href
  readonly problems: readonly ShownProblem[]
  readonly fields: readonly FieldPart[]
  readonly text: string
  readonly by: string
  /** Null until something is looked for. */
  readonly found: {
    readonly count: string
    readonly tooMany: string
    readonly rows: readonly {
      readonly id: string
      readonly value: string
      readonly isChosen: boolean
      readonly name: string
      readonly what: string
      readonly href: Href
      /** The words of the link to the entry. */
      readonly see: string
      readonly difference: DifferencePart
    }[]
  } | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/replacing/replacing': ReplacingPage
  }
}

export type Shown = {
  readonly hits: readonly Hit[]
  /** The boxes that were ticked; null: all. */
  readonly chosen: ReadonlySet<string> | null
  readonly problems: readonly ShownProblem[]
  readonly status: number
}

const MOST = 200
/** How many letters stand around what changes. */
const AROUND = 60

/** The form, and below it where the text stands; `shown` is null before anything is looked for. */
export function replacingPage(reader: Reader, { text, by }: Replacement, shown: Shown | null): Answer {
  const said = reader.words.deskReplacing
  const problems = shown?.problems ?? []
  const filled = { form: { suchen: text, ersetzen: by }, problems }
  const model: ReplacingPage = {
    action: deskUrls.replace(),
    problems,
    fields: [
      textPart(filled, 'suchen', { label: said.text, hint: said.textHint, isRequired: true }),
      textPart(filled, 'ersetzen', { label: said.by, hint: said.byHint }),
    ],
    text,
    by,
    found: shown === null || isUnread(shown) ? null : foundOf(reader, shown),
  }
  const head = formHead(reader, deskHead(reader, said.title), problems)
  return page('desk/replacing/replacing', head, model, shown?.status ?? 200)
}

/** Where what was typed cannot be looked for. */
function isUnread({ problems }: Shown): boolean {
  return problems.some(({ field }) => field === 'suchen' || field === 'ersetzen')
}

function foundOf(reader: Reader, { hits, chosen }: Shown): ReplacingPage['found'] {
  const { words, language } = reader
  const said = words.deskReplacing
  return {
    count: hits.length === 0 ? said.none : counted(said.count, hits.length, language),
    tooMany: hits.length > MOST ? fill(said.tooMany, { count: groupDigits(MOST, language) }) : '',
    rows: hits.slice(0, MOST).map((hit) => ({
      id: idOf(hit),
      value: boxOf(hit),
      isChosen: chosen === null || chosen.has(boxOf(hit)),
      name: hit.name,
      what: joined([words.desk.log.nouns[hit.noun], hit.owner], ' · '),
      href: pathsOf[hit.noun].entry(hit.id),
      see: said.see,
      difference: { label: fill(said.textsOf, { name: hit.name }), rows: rowsOf(hit, reader) },
    })),
  }
}

function rowsOf({ texts }: Hit, { words }: Reader): DifferencePart['rows'] {
  const { fields } = words.deskReplacing
  return texts.flatMap(({ field, before, after }) =>
    differenceRows(
      [{ group: field, label: fields[field], text: before }],
      [{ group: field, label: fields[field], text: after }],
    ).map((row) => ({ ...row, before: shortened(row.before), after: shortened(row.after) })),
  )
}

/** What changes with a few words around it. */
function shortened({ start, changed, end }: Marked): Marked {
  return {
    start: start.length > AROUND ? `… ${start.slice(-AROUND)}` : start,
    changed,
    end: end.length > AROUND ? `${end.slice(0, AROUND)} …` : end,
  }
}

/** How a box names its entry, and the version that was seen. */
export function boxOf({ noun, id, version }: Chosen): string {
  return `${noun}-${id}-${version}`
}

export function idOf({ noun, id }: Chosen): string {
  return `eintrag-${noun}-${id}`
}
