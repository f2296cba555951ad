import { describe, expect, it } from 'vitest'
import { checkLabelFormat, LABEL_FORMATS, type LabelFormat, sheetsOf } from '../../src/domain/label-format.ts'

const problemsIn = (format: Partial<LabelFormat>) =>
  checkLabelFormat({ ...LABEL_FORMATS['3490'], ...format }).map(({ field, key }) => `${field} ${key}`)

describe('a sheet of labels', () => {
  it.each(Object.entries(LABEL_FORMATS))('%s fits on A4', (_name, format) => {
    expect(checkLabelFormat(format)).toEqual([])
  })

  it.each<[string, Partial<LabelFormat>, string[]]>([
    ['too wide', { columns: 4 }, ['columns label.tooWide']],
    ['too high', { rows: 9 }, ['rows label.tooHigh']],
    ['too small', { width: 20, height: 10 }, ['width label.tooNarrow', 'height label.tooLow']],
  ])('that is %s is none', (_what, format, problems) => {
    expect(problemsIn(format)).toEqual(problems)
  })
})

describe('labels', () => {
  const format = { ...LABEL_FORMATS['3490'], columns: 2, rows: 2 }

  it('begin on the label named, and go on on the next sheet', () => {
    expect(sheetsOf(['a', 'b', 'c'], format, 3)).toEqual([[null, null, 'a', 'b'], ['c']])
  })

  it('of nobody need no sheet', () => {
    expect(sheetsOf([], format, 3)).toEqual([])
  })
})
