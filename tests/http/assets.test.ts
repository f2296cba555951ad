import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAssets } from '../../src/http/assets.ts'
import { openHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const FOR_A_YEAR = 'public, max-age=31536000, immutable'
const { css, paper, fonts } = loadAssets()
const ask = (url: string, headers: Record<string, string> = {}) =>
  house.app.inject({ url, headers: { host: '127.0.0.1:3000', ...headers } })

describe.each([
  ['the style sheet', css],
  ['the style sheet of paper', paper],
])('%s', (_which, { href, body }) => {
  it('is a quarter of its length where the browser takes brotli, and reads back as it was', async () => {
    const answer = await ask(href, { 'accept-encoding': 'gzip, deflate, br' })
    expect(answer.headers['content-encoding']).toBe('br')
    expect(answer.headers.vary).toContain('accept-encoding')
    expect(answer.rawPayload.length).toBeLessThan(body.length / 4)
    expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(body)
  })

  it('is plain for whoever takes nothing else', async () => {
    const answer = await ask(href)
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.body).toBe(body)
  })

  it('is kept for a year, since its address changes with it', async () => {
    expect((await ask(href)).headers['cache-control']).toBe(FOR_A_YEAR)
  })
})

describe('a font', () => {
  it.each(fonts)(
    'is sent as its package has it, compressed or not, and kept for a year: $href',
    async ({ href, path }) => {
      const [bytes, plain] = [readFileSync(path), await ask(href)]
      expect(plain.headers['content-type']).toBe('font/ttf')
      expect(plain.headers['cache-control']).toBe(FOR_A_YEAR)
      expect(plain.rawPayload.equals(bytes)).toBe(true)
      const smaller = await ask(href, { 'accept-encoding': 'br' })
      expect(smaller.rawPayload.length).toBeLessThan(bytes.length * 0.6)
      expect(brotliDecompressSync(smaller.rawPayload).equals(bytes)).toBe(true)
      const zipped = await ask(href, { 'accept-encoding': 'gzip' })
      expect(gunzipSync(zipped.rawPayload).equals(bytes)).toBe(true)
    },
  )

  it('is for pages of paper only', async () => {
    expect(paper.body).toContain(`url("${fonts[0]?.href}")`)
    expect(css.body).not.toContain('@font-face')
    expect((await ask('/druck/kontakte')).body).toContain(paper.href)
    expect((await ask('/kontakte')).body).not.toContain(paper.href)
  })
})

describe('a picture', () => {
  it.each(['/icons.svg', '/favicon.svg', '/mark.svg'])('%s is one, compressed or not', async (path) => {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await ask(path, { 'accept-encoding': encoding })
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-type']).toBe('image/svg+xml; charset=utf-8')
    }
  })
})
