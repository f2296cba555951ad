import { type ConfigData, HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crawl, type Found } from '../support/crawl.ts'
import { openHouse, type TestHouse } from '../support/house.ts'

// What the templates write on purpose: buttons that send their form, lists that carry a name, long titles of entries.
const RULES: NonNullable<ConfigData['rules']> = {
  'void-style': 'off',
  'no-trailing-whitespace': 'off',
  'long-title': 'off',
  'no-implicit-button-type': 'off',
  'aria-label-misuse': ['error', { allowAnyNamable: true }],
  'no-inline-style': 'error',
}

let house: TestHouse
let found: readonly Found[]
let pages: readonly Found[]
beforeAll(async () => {
  house = await openHouse()
  found = await crawl(house)
  pages = found.filter(({ seen }) => String(seen.headers['content-type']).startsWith('text/html'))
}, 120_000)
afterAll(() => house.close())

/** One page of each kind is enough for what templates decide. */
const kinds = () => {
  const byKind = new Map<string, Found>()
  for (const page of pages) {
    const kind = page.path
      .replace(/^\/en/, '')
      .split('?')[0]
      ?.replace(/(?<=^\/[^/]+\/).+/, (rest) => rest.replace(/[a-z0-9-]{6,}/g, '…'))
    const key = `${page.path.startsWith('/en')} ${kind} ${page.seen.$('main section').length}`
    if (!byKind.has(key)) byKind.set(key, page)
  }
  return [...byKind.values()]
}

describe('the whole site', () => {
  it('is a few hundred pages', () => {
    expect(pages.length).toBeGreaterThan(200)
  })

  it('has no link that leads nowhere', () => {
    const broken = found.filter(({ seen }) => ![200, 301].includes(seen.status))
    expect(broken.map(({ path, from, seen }) => `${seen.status} ${path} (from ${from})`)).toEqual([])
  })

  it('has one heading of the first level on each page, and a title of its own', () => {
    for (const { path, seen } of pages.filter((page) => page.seen.status === 200)) {
      expect(seen.$('h1').length, path).toBe(1)
      expect(seen.text('title'), path).toMatch(/Treffpunkt/)
    }
  })

  it('prints no null, no undefined, no object, no unfilled place', () => {
    for (const { path, seen } of pages) {
      const text = seen.$('body').text()
      expect(text, path).not.toMatch(/\bnull\b|\bundefined\b|\[object |NaN|\{\w+\}/)
    }
  })

  it('loads nothing from anywhere else', () => {
    for (const { path, seen } of pages) {
      const loaded = seen.$('img, script, link[rel=stylesheet], iframe, source, video, audio')
      const addresses = loaded
        .map((_, each) => seen.$(each).attr('src') ?? seen.$(each).attr('href') ?? '')
        .get()
      expect(
        addresses.filter((address) => address !== '' && !address.startsWith('/')),
        path,
      ).toEqual([])
    }
  })

  it('sets no cookie', () => {
    for (const { path, seen } of found) expect(seen.headers['set-cookie'], path).toBeUndefined()
  })

  it('names its one address and its other language on every page for search engines', () => {
    for (const { path, seen } of pages.filter((page) => page.seen.status === 200)) {
      if (seen.$('meta[name=robots][content=noindex]').length > 0) continue
      expect(seen.$('link[rel=canonical]').attr('href'), path).toMatch(/^http:\/\/127\.0\.0\.1:3000\//)
      expect(seen.$('link[hreflang=de]').length + seen.$('link[hreflang=en]').length, path).toBe(2)
    }
  })

  it('is sound HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: RULES,
    })
    const flaws: string[] = []
    for (const { path, seen } of kinds()) {
      const report = await validator.validateString(seen.body)
      for (const { messages } of report.results)
        for (const message of messages)
          flaws.push(`${path}:${message.line} ${message.ruleId} ${message.message}`)
    }
    expect(flaws).toEqual([])
  }, 120_000)
})
