// Sheets of labels (Etiketten) on A4: where each label lies. All measures in millimetres from the sheet's upper left corner.
import type { Problem } from './problem.ts'

export type LabelFormat = {
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly rows: number
  /** Of the first label. */
  readonly left: number
  readonly top: number
  /** Between two labels. */
  readonly gapAcross: number
  readonly gapDown: number
}

/** The makers' formats, by the name that stands on the box. */
export const LABEL_FORMATS = {
  '3490': { width: 70, height: 36, columns: 3, rows: 8, left: 0, top: 4.4, gapAcross: 0, gapDown: 0 },
  '3474': { width: 70, height: 37, columns: 3, rows: 8, left: 0, top: 0.5, gapAcross: 0, gapDown: 0 },
  '4781': { width: 97, height: 42.3, columns: 2, rows: 6, left: 8, top: 21.5, gapAcross: 0, gapDown: 0 },
  L7160: {
    width: 63.5,
    height: 38.1,
    columns: 3,
    rows: 7,
    left: 7.2,
    top: 15.1,
    gapAcross: 2.54,
    gapDown: 0,
  },
} as const satisfies Readonly<Record<string, LabelFormat>>
export type LabelFormatName = keyof typeof LABEL_FORMATS

const A4 = { width: 210, height: 297 } as const
/** Nothing is printed nearer to a label's edge: sheets slip in the printer. */
export const LABEL_MARGIN = 3
const SMALLEST = { width: 30, height: 15 } as const

/** How many labels are on one sheet. */
export function labelsPerSheet({ columns, rows }: LabelFormat): number {
  return columns * rows
}

/** What keeps measures from being a sheet of labels; fields are named as LabelFormat names them. */
export function checkLabelFormat(format: LabelFormat): Problem[] {
  const { width, height, columns, rows, left, top, gapAcross, gapDown } = format
  const problem = (field: keyof LabelFormat, key: string, params: Readonly<Record<string, number>> = {}) => ({
    field,
    key,
    params,
  })
  const across = left + columns * width + (columns - 1) * gapAcross
  const down = top + rows * height + (rows - 1) * gapDown
  return [
    ...(width >= SMALLEST.width ? [] : [problem('width', 'label.tooNarrow', { least: SMALLEST.width })]),
    ...(height >= SMALLEST.height ? [] : [problem('height', 'label.tooLow', { least: SMALLEST.height })]),
    ...(across <= A4.width + 0.5
      ? []
      : [problem('columns', 'label.tooWide', { most: A4.width, sum: Math.round(across) })]),
    ...(down <= A4.height + 0.5
      ? []
      : [problem('rows', 'label.tooHigh', { most: A4.height, sum: Math.round(down) })]),
  ]
}

/** The sheets of so many things, the first one on the label counted `start` from 1; null where a label stays empty. */
export function sheetsOf<Thing>(
  things: readonly Thing[],
  format: LabelFormat,
  start: number,
): readonly (readonly (Thing | null)[])[] {
  const most = labelsPerSheet(format)
  const places: (Thing | null)[] = [...Array.from({ length: start - 1 }, () => null), ...things]
  if (things.length === 0) return []
  return Array.from({ length: Math.ceil(places.length / most) }, (_, sheet) =>
    places.slice(sheet * most, (sheet + 1) * most),
  )
}
