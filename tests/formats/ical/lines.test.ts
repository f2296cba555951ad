import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { line, textLine, textsLine } from '../../../src/formats/ical/lines.ts'

describe('a line', () => {
  it.each([
    ['Chor', 'SUMMARY:Chor\r\n'],
    ['Größe; Komma, Schrägstrich \\', 'SUMMARY:Größe\\; Komma\\, Schrägstrich \\\\\r\n'],
    ['eins\nzwei\r\ndrei\rvier', 'SUMMARY:eins\\nzwei\\ndrei\\nvier\r\n'],
    ['Null\u0000 und Escape\u001b', 'SUMMARY:Null und Escape\r\n'],
    ['„Fällt aus“: 19:30', 'SUMMARY:„Fällt aus“: 19:30\r\n'],
    ['', ''],
  ])('of the text %j', (text, written) => {
    expect(textLine('SUMMARY', text)).toBe(written)
  })

  it('of several texts parts them by commas that stand in none', () => {
    expect(textsLine('CATEGORIES', ['Musik, Tanz', 'Sprache'])).toBe('CATEGORIES:Musik\\, Tanz,Sprache\r\n')
    expect(textsLine('CATEGORIES', [])).toBe('')
  })

  it('of 75 octets stays one, and of 76 becomes two', () => {
    expect(line('URL', 'x'.repeat(71))).toBe(`URL:${'x'.repeat(71)}\r\n`)
    expect(line('URL', 'x'.repeat(72))).toBe(`URL:${'x'.repeat(71)}\r\n x\r\n`)
  })

  it('is never parted within a character', () => {
    // 8 octets of the name leave 67: sixteen of four octets each, and three left over.
    expect(line('SUMMARY', '🎉'.repeat(17))).toBe(`SUMMARY:${'🎉'.repeat(16)}\r\n 🎉\r\n`)
  })
})

test('any text comes back whole from lines of at most 75 octets', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 400 })
  fc.assert(
    fc.property(texts, (text) => {
      const written = line('X', text)
      const lines = written.split('\r\n')
      expect(Math.max(...lines.map((each) => Buffer.byteLength(each)))).toBeLessThanOrEqual(75)
      expect(written.replaceAll('\r\n ', '')).toBe(text === '' ? '' : `X:${text}\r\n`)
    }),
    { numRuns: 2000 },
  )
})
