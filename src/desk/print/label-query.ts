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

const millimetres = (least: number, most: number) =>
  z.preprocess(
    (text) => (text === '' ? Number.NaN : Number(String(text).replace(',', '.'))),
    z.number().min(least).max(most),
  )
const count = (most: number) => z.preprocess(Number, z.number().int().min(1).max(most))

const free = z.object({
  width: millimetres(0, 210),
  height: millimetres(0, 297),
  columns: count(10),
  rows: count(40),
  left: millimetres(0, 100),
  top: millimetres(0, 100),
  gapAcross: millimetres(0, 50),
  gapDown: millimetres(0, 50),
})

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
  const name = known ?? (etikett === 'frei' ? null : '3490')
  const format = own?.format ?? LABEL_FORMATS[name ?? '3490']
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
    const fields = new Set(result.error.issues.map(({ path }) => String(path[0])))
    return {
      format: null,
      problems: [...fields].map((field) => ({ field: codeOf(field), key: 'label.measure' })),
    }
  }
  const problems = checkLabelFormat(result.data).map((problem) => ({
    ...problem,
    field: codeOf(problem.field),
  }))
  return { format: problems.length > 0 ? null : result.data, problems }
}

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
