import { describe, expect, it } from 'vitest'
import { checkReplacement, replacing } from '../../src/domain/replacement.ts'

describe('a telephone number', () => {
  const anew = replacing({ text: '0203 123 45', by: '0203 999 00' })

  it.each([
    '0203 12345',
    '0203/123 45',
    '(0203) 123-45',
    '+49 203 12345',
    '+49 (0)203 123 45',
    '0049 203 12345',
  ])('is found as %s', (typed) => {
    expect(anew(`Ruf: ${typed}, montags`)).toBe('Ruf: 0203 999 00, montags')
  })

  it.each(['0203 123456', '10203 12345', '+43 203 12345', '0203 12 346'])('is not %s', (typed) => {
    expect(anew(typed)).toBe(typed)
  })

  it('of another country is found as it is written', () => {
    expect(replacing({ text: '+43 1 23456', by: 'x' })('+43 1 23456 und 01 23456')).toBe('x und 01 23456')
  })
})

describe('a text', () => {
  it('is replaced wherever it stands, letter by letter', () => {
    const anew = replacing({ text: 'Str. (1)', by: '$& Straße' })
    expect(anew('Str. (1), str. (1), Str. (1)')).toBe('$& Straße, str. (1), $& Straße')
  })

  it.each([
    [{ text: '', by: 'x' }, 'suchen.missing'],
    [{ text: 'ab', by: 'x' }, 'suchen.short'],
    [{ text: 'abc', by: 'abc' }, 'ersetzen.same'],
    [{ text: 'abc', by: 'x'.repeat(201) }, 'tooLong'],
  ])('%o is not replaced', (replacement, key) => {
    expect(checkReplacement(replacement)).toMatchObject([{ key }])
  })

  it('may be replaced by nothing', () => {
    expect(checkReplacement({ text: 'abc', by: '' })).toEqual([])
  })
})
