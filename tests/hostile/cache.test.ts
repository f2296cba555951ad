import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PageCache } from '../../src/http/cache.ts'
import { openHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ pageCache: true })
})
afterAll(() => house.close())

const contrastOf = async (path: string, cookie?: string) => {
  const seen = await house.get(path, cookie === undefined ? {} : { cookie })
  return seen.$('html').attr('data-contrast')
}

describe('a kept page', () => {
  it.each([
    'kontrast="mehr"',
    'kontrast=%6dehr',
    'kontrast= mehr',
    'a=b;kontrast=mehr',
    'xkontrast=mehr',
    'kontrast=nein; kontrast=mehr',
    'kontrast=mehr; kontrast=nein',
    'kontrast=mehrere',
    'x=kontrast=mehr',
  ])('is the same for all others after somebody came with %s', async (cookie) => {
    const path = `/orte?${encodeURIComponent(cookie)}`
    await house.get(path, { cookie })
    expect(await contrastOf(path)).toBe('standard')
    expect(await contrastOf(path, 'kontrast=mehr')).toBe('more')
  })

  it.each([
    { 'x-forwarded-host': 'evil.example' },
    { 'x-forwarded-proto': 'javascript', 'x-forwarded-for': '"><b id="evil">' },
    { 'x-original-url': '/verwaltung', 'x-rewrite-url': '/verwaltung' },
    { forwarded: 'host=evil.example' },
    { 'accept-language': '<b id="evil">', 'user-agent': 'evil', referer: 'https://evil.example/' },
  ])('has nothing of what a request says beside its address: %j', async (headers) => {
    const path = `/orte/duisburg?mit=${Object.keys(headers).length}${Object.keys(headers)[0]}`
    await house.get(path, headers)
    const { body } = await house.get(path)
    expect(body).not.toContain('evil')
  })

  it('is none of another host', async () => {
    await house.get('/orte/leipzig')
    const refused = await house.get('/orte/leipzig', { host: 'evil.example' })
    expect(refused.status).toBe(421)
    const { body } = await house.get('/orte/leipzig', { host: 'localhost:3000' })
    expect(body).toContain('rel="canonical" href="http://127.0.0.1:3000/orte/leipzig"')
  })

  it('is none of somebody who signed in, and is not handed to them', async () => {
    const coordinator = await house.signIn('coordinator')
    const own = await coordinator.get('/orte/gera')
    expect(own.headers['cache-control']).toBe('private, no-store')
    expect(own.body).toContain('Zur Verwaltung')
    expect((await house.get('/orte/gera')).body).not.toContain('Zur Verwaltung')
    expect((await coordinator.get('/orte/gera')).body).toContain('Zur Verwaltung')
  })

  it.each(['/orte/gera?meldung=saved', '/en/orte/gera'])(
    'at %s is none of the plain address',
    async (path) => {
      const other = await house.get(path)
      const plain = await house.get('/orte/gera')
      expect(plain.body).not.toBe(other.body)
      expect(plain.$('.notice').length).toBe(0)
      expect(plain.$('html').attr('lang')).toBe('de')
    },
  )
})

describe('the store of kept pages', () => {
  const MOST = 100_000
  const page = { text: 'x'.repeat(10_000), headers: {}, changesAt: null, version: 1, day: '1970-01-01' }

  function openCache() {
    const cache = new PageCache(
      () => 1,
      () => 0,
      MOST,
    )
    const answer = () => new ServerResponse(new IncomingMessage(new Socket()))
    return {
      keep: (key: string) => cache.keep(key, page, {}, answer()),
      has: (key: string) => cache.answer(key, {}, answer()),
    }
  }

  it('grows no further than its bound, whatever addresses are made up', () => {
    const cache = openCache()
    const keys = Array.from({ length: 200 }, (_, index) => `/orte?evil=${index}`)
    for (const key of keys) cache.keep(key)
    expect(keys.filter(cache.has).length * page.text.length).toBeLessThan(MOST)
  })

  it('keeps what is read while addresses are made up', () => {
    const cache = openCache()
    cache.keep('/orte')
    for (let index = 0; index < 200; index += 1) {
      cache.keep(`/orte?evil=${index}`)
      expect(cache.has('/orte')).toBe(true)
    }
  })
})
