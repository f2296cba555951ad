import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guarded, telephoneText, unguarded } from '../../src/formats/spreadsheet-guard.ts'

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1-2', "'+1-2"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ["'=1", "''=1"],
    ['+49 203 2830', '+49 203 2830'],
    ['Chor', 'Chor'],
    ["'s Lokal", "'s Lokal"],
    ['', ''],
  ])('%j is written %j', (cell, written) => {
    expect(guarded(cell)).toBe(written)
    expect(unguarded(written)).toBe(cell)
  })

  it('says the same again, whatever it says', () => {
    fc.assert(fc.property(fc.string(), (cell) => unguarded(guarded(cell)) === cell))
  })
})

describe('a telephone number', () => {
  it.each([
    ['02032830', '0203 2830'],
    ['+492032830', '+49 203 2830'],
    ['0203 283-0', '0203 283-0'],
    ['+49 203 2830', '+49 203 2830'],
    ['+49(0)203/2830', '+49 203 2830'],
    ['110', '110'],
  ])('%s stands as %s', (typed, text) => {
    expect(telephoneText(typed)).toBe(text)
    expect(guarded(telephoneText(typed))).toBe(text)
  })
})
