import { z } from 'zod'
import {
  checkLabelFormat,
  LABEL_FORMATS,
  type LabelFormat,
  type LabelFormatName,
  labelsPerSheet,
} from '../../domain/label-format.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Asked } from '../../http/serve.ts'
import { codeIn } from './query.ts'

/** How the address names a format's own measures, in millimetres; „97,5“ and „97.5“ are the same. */
export const MEASURES = {
  width: 'breite',
  height: 'hoehe',
  columns: 'nebeneinander',
  rows: 'untereinander',
  left: 'links',
  top: 'oben',
  gapAcross: 'abstandx',
  gapDown: 'abstandy',
} as const satisfies Readonly<Record<keyof LabelFormat, string>>

type Limits = { readonly key: string; readonly least: number; readonly most: number }

const millimetres = (most: number): Limits => ({ key: 'label.measure', least: 0, most })
const count = (most: number): Limits => ({ key: 'label.count', least: 1, most })

const LIMITS = {
  width: millimetres(210),
  height: millimetres(297),
  columns: count(10),
  rows: count(40),
  left: millimetres(100),
  top: millimetres(100),
  gapAcross: millimetres(50),
  gapDown: millimetres(50),
} as const satisfies Readonly<Record<keyof LabelFormat, Limits>>

const numberIn = ({ key, least, most }: Limits) => {
  const within = z.number().min(least).max(most)
  return z.preprocess(
    (text) => (text === '' ? Number.NaN : Number(String(text).replace(',', '.'))),
    key === 'label.count' ? within.int() : within,
  )
}

const free = z.object({
  width: numberIn(LIMITS.width),
  height: numberIn(LIMITS.height),
  columns: numberIn(LIMITS.columns),
  rows: numberIn(LIMITS.rows),
  left: numberIn(LIMITS.left),
  top: numberIn(LIMITS.top),
  gapAcross: numberIn(LIMITS.gapAcross),
  gapDown: numberIn(LIMITS.gapDown),
})

/** What a form offers for measures that are mostly nothing. */
export const USUAL_MEASURES: Readonly<Record<string, string>> = {
  [MEASURES.left]: '0',
  [MEASURES.top]: '0',
  [MEASURES.gapAcross]: '0',
  [MEASURES.gapDown]: '0',
}

/** The labels that an address asks for where it names none. */
export const USUAL_LABELS: LabelFormatName = '3490'

/** What labels are asked for. `name` is null for measures of one's own. */
export type LabelChoice = {
  readonly name: LabelFormatName | null
  readonly format: LabelFormat
  /** The label on which to begin, from 1. */
  readonly start: number
  readonly per: 'organisation' | 'contact'
  /** Only the grid, to see how the printer takes the sheet. */
  readonly isGrid: boolean
}

/**
 * Reads the choice from the address, with everything that is wrong about it; what is wrong is left at the usual choice.
 * Throws NotFound for what no form of ours sends.
 */
export function readLabelChoice(asked: Asked): {
  readonly choice: LabelChoice
  readonly problems: readonly Problem[]
} {
  const { etikett = '', ab = '' } = asked.query
  const known = Object.keys(LABEL_FORMATS).find((name): name is LabelFormatName => name === etikett)
  const own = etikett === 'frei' ? readOwnFormat(asked) : null
  const name = known ?? (etikett === 'frei' ? null : USUAL_LABELS)
  const format = own?.format ?? LABEL_FORMATS[name ?? USUAL_LABELS]
  const start = ab === '' ? 1 : Number(ab)
  const isStart = Number.isInteger(start) && start >= 1 && start <= labelsPerSheet(format)
  return {
    choice: {
      name,
      format,
      start: isStart ? start : 1,
      per: codeIn(asked, 'je', ['kontakt', 'organisation']) === 'kontakt' ? 'contact' : 'organisation',
      isGrid: codeIn(asked, 'raster', ['1']) !== null,
    },
    problems: [
      ...(etikett === '' || etikett === 'frei' || known !== undefined
        ? []
        : [{ field: 'etikett', key: 'label.unknown' }]),
      ...(own?.problems ?? []),
      ...(isStart ? [] : [{ field: 'ab', key: 'label.start', params: { most: labelsPerSheet(format) } }]),
    ],
  }
}

function readOwnFormat({ query }: Asked): {
  readonly format: LabelFormat | null
  readonly problems: readonly Problem[]
} {
  const sent = Object.fromEntries(Object.entries(MEASURES).map(([field, code]) => [field, query[code] ?? '']))
  const result = free.safeParse(sent)
  const codeOf = (field: string) => Object.entries(MEASURES).find(([name]) => name === field)?.[1] ?? field
  if (!result.success) {
    const wrong = new Set(result.error.issues.map(({ path }) => path[0]))
    return {
      format: null,
      problems: Object.entries(LIMITS).flatMap(([field, { key, least, most }]) =>
        wrong.has(field) ? [{ field: codeOf(field), key, params: { least, most } }] : [],
      ),
    }
  }
  const problems = checkLabelFormat(result.data).map((problem) => ({
    ...problem,
    field: codeOf(problem.field),
  }))
  return { format: problems.length > 0 ? null : result.data, problems }
}

/** What an address says of labels as it was typed, so that a form can show it again; never the test print. */
export function typedLabels({ query }: Pick<Asked, 'query'>): Readonly<Record<string, string>> {
  const names = ['etikett', 'je', 'ab', ...Object.values(MEASURES)]
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = query[name] ?? ''
      return text === '' || text.length > LONGEST_TYPED ? [] : [[name, text]]
    }),
  )
}

const LONGEST_TYPED = 30

/** The choice as an address says it. */
export function searchOfLabels({ name, format, start, per, isGrid }: LabelChoice): string {
  const measures = Object.entries(MEASURES).map(([field, code]) => `${code}=${measureOf(format, field)}`)
  return [
    ...(name === null ? ['etikett=frei', ...measures] : [`etikett=${name}`]),
    ...(start === 1 ? [] : [`ab=${start}`]),
    ...(per === 'contact' ? ['je=kontakt'] : []),
    ...(isGrid ? ['raster=1'] : []),
  ].join('&')
}

function measureOf(format: LabelFormat, field: string): number {
  return Object.entries(format).find(([name]) => name === field)?.[1] ?? 0
}
