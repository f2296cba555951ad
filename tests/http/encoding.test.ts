import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encode, encodingOf } from '../../src/http/encoding.ts'

const READ = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes }
const ENCODINGS = ['br', 'gzip', 'identity'] as const

describe('a page in an encoding', () => {
  it.each(ENCODINGS)('reads back as it was, whatever its length and letters, as %s', (encoding) => {
    for (const text of ['', 'a', 'ß–„“ 😀 مرحبا', '–'.repeat(100_000), 'x'.repeat(70_000)])
      expect(READ[encoding](encode(text, encoding)).toString()).toBe(text)
  })

  it.each(ENCODINGS)('stays what it is when the next page is made, as %s', (encoding) => {
    const first = encode('Duisburg', encoding)
    encode('Dortmund', encoding)
    expect(READ[encoding](first).toString()).toBe('Duisburg')
  })
})

describe('the encoding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['br;q=0.0, gzip;q=0', 'identity'],
  ])('for %j is %s', (accepted, encoding) => {
    expect(encodingOf(accepted)).toBe(encoding)
  })
})
