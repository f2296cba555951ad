import { describe, expect, it } from 'vitest'
import { setLine } from '../../../src/formats/pdf/set-line.ts'

const line = (text: string, language = '', isFromRight = false) => ({ text, language, isFromRight })
const set = (value: unknown): unknown => JSON.parse(JSON.stringify(value, setLine))
const plain = { isAddress: false, language: '', isFromRight: false }

describe('a line for a template', () => {
  it.each([
    ['Chor der Brücken e.V.', 'Chor der Brücken e.V.'],
    ['', ''],
    ['02331 12345-67', '02331 12345-67'],
    ['Gleichstellung', 'Gleichstellung'],
  ])('of short words is their text: %s', (text, expected) => {
    expect(set([line(text)])).toEqual([expected])
  })

  it('of an address can be broken after its marks, and is not hyphenated', () => {
    expect(set(line('An kontakt@verein-berg.example (abends)'))).toEqual({
      ...plain,
      isAddress: true,
      parts: ['An kontakt@', 'verein-', 'berg.', 'example (abends)'],
    })
  })

  it('of a word without an end can be broken everywhere, between letters as people see them', () => {
    const word = 'x'.repeat(28)
    expect(set(line(word))).toBe(word)
    expect(set(line(`${word}ab`))).toEqual({
      ...plain,
      parts: ['xxxxxxxx', 'xxxxxxxx', 'xxxxxxxx', 'xxxxab'],
    })
    const family = '👩‍👩‍👧'.repeat(9)
    expect(set(line(family))).toMatchObject({ parts: ['👩‍👩‍👧'.repeat(8), '👩‍👩‍👧'] })
  })

  it('of a number, or of letters that are not hyphenated, can be broken where it may be too wide', () => {
    expect(set(line('020328300123'))).toEqual({ ...plain, parts: ['02032830', '0123'] })
    expect(set(line('Німецькоукраїнська'))).toEqual({ ...plain, parts: ['Німецько', 'українсь', 'ка'] })
    expect(set(line('0203 28300'))).toBe('0203 28300')
    expect(set(line('الديمقراطيةوالاجتماعية', '', true))).toMatchObject({ parts: ['الديمقراطيةوالاجتماعية'] })
  })

  it('loses nothing', () => {
    const text = `Zwei ${'lang-'.repeat(9)} und https://www.example.org/ein/langer/weg dahinter`
    const { parts } = set(line(text)) as { parts: string[] }
    expect(parts.length).toBeGreaterThan(10)
    expect(parts.join('')).toBe(text)
  })

  it('keeps its language and side', () => {
    expect(set(line('جمعية', 'ar', true))).toEqual({
      isAddress: false,
      language: 'ar',
      isFromRight: true,
      parts: ['جمعية'],
    })
  })

  it('leaves everything else as it is, but what is typed beside the lines', () => {
    expect(set({ empty: 'x'.repeat(40), choice: 'x'.repeat(32), kind: 'text' })).toEqual({
      empty: 'x'.repeat(40),
      choice: { ...plain, parts: Array.from({ length: 4 }, () => 'xxxxxxxx') },
      kind: 'text',
    })
  })
})
