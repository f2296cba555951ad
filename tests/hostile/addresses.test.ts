import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  HOSTILE_ENCODINGS,
  HOSTILE_VALUES,
  type KnownRoute,
  knownRoutes,
  QUERY_NAMES,
  queryOf,
  sampleOf,
} from '../support/hostile.ts'
import { ORIGIN, openHouse, type Seen, type TestHouse, type Visitor } from '../support/house.ts'

let house: TestHouse
let administrator: Visitor
beforeAll(async () => {
  house = await openHouse()
  administrator = await house.signIn('administrator')
})
afterAll(() => house.close())

const PAGES = knownRoutes().filter(({ method }) => method === 'GET')
// Every language has the same handlers.
const GERMAN = PAGES.filter(({ path }) => !/^\/en(\/|$)/.test(path))
const ENCODED = [...HOSTILE_VALUES.map(encodeURIComponent), ...HOSTILE_ENCODINGS]

/** Whatever was sent: a page, a file or a way on, with our headers, and nothing of what was sent became markup. */
function judge(seen: Seen, path: string): void {
  expect([200, 301, 303, 400, 404, 410], path).toContain(seen.status)
  expect(seen.headers['content-security-policy'], path).toContain("default-src 'none'")
  expect(seen.headers['x-content-type-options'], path).toBe('nosniff')
  expect(String(seen.headers['set-cookie']), path).not.toContain('evil')
  if (seen.status === 301 || seen.status === 303) {
    expect(String(seen.headers.location), path).toMatch(/^\/(?![/\\])/)
    return
  }
  if (!String(seen.headers['content-type']).startsWith('text/html')) return
  expect(seen.text('h1'), path).not.toBe('')
  expect(seen.$('#evil, [onmouseover]').length, path).toBe(0)
  const hrefs = seen
    .$('[href], [src], [action]')
    .map((_, { attribs }) => attribs.href ?? attribs.src ?? attribs.action)
  const foreign = hrefs.get().filter((href) => /^([a-z]+script:|[/\\]{2})/i.test(href))
  expect(foreign, path).toEqual([])
}

async function see(route: KnownRoute, path: string): Promise<void> {
  const reader = route.isDesk ? administrator : house
  judge(await reader.get(path), path.slice(0, 120))
}

/** What is answered where there is no page: of an entry that has none, or to whom nothing was given before. */
const OTHERWISE: readonly (readonly [RegExp, number])[] = [
  [/^(\/en)?\/(dokumente|bilder)\//, 301],
  [/^(\/en)?\/zugang\//, 410],
  [/^(\/en)?\/netzwerke\/[^/]+\/treffen\//, 404],
  [/passkeys\/neu$/, 404],
  [/(passkeys\/entfernen|formular\/x|treffpunkte\/\d+\/anlegen)$/, 303],
]
/** Sheets for those who print, at addresses of the site. */
const OF_STAFF = /^(\/en)?\/druck\/(anwesenheit|eintrag|etiketten)/

describe('every address', () => {
  it.each(PAGES)('$path is there for whom it is meant', async (route) => {
    const path = sampleOf(house, route.path) + queryOf(house, route.path)
    const seen = await (route.isDesk || OF_STAFF.test(path) ? administrator : house).get(path)
    const status = OTHERWISE.find(([pattern]) => pattern.test(path))?.[1] ?? 200
    // A sheet that is still being set says so.
    expect(path.includes('.pdf') ? [status, 202] : [status], path).toContain(seen.status)
  })

  it.each(PAGES.filter(({ path }) => path.includes(':')))(
    '$path bears whatever stands in it',
    async (route) => {
      const params = route.path.match(/:\w+/g) ?? []
      for (const param of params)
        for (const value of ENCODED) await see(route, sampleOf(house, route.path.replace(param, value)))
    },
  )

  it.each(PAGES)('$path bears whatever is asked', async (route) => {
    const path = sampleOf(house, route.path)
    for (const [index, value] of HOSTILE_VALUES.map(encodeURIComponent).entries()) {
      const other = encodeURIComponent(HOSTILE_VALUES.at(index - 7) ?? '')
      await see(route, `${path}?${QUERY_NAMES.map((name) => `${name}=${value}&${name}=${other}`).join('&')}`)
    }
    for (const value of HOSTILE_ENCODINGS) await see(route, `${path}?q=${value}&${value}`)
  })

  it.each(GERMAN)('$path bears it in each of its own queries', async (route) => {
    const path = sampleOf(house, route.path)
    const known = queriesOf(await (route.isDesk ? administrator : house).get(path), path)
    for (const name of known)
      for (const value of HOSTILE_VALUES) await see(route, `${path}?${name}=${encodeURIComponent(value)}`)
  })

  it.each([
    '//evil.example',
    '//evil.example/',
    '/en//evil.example/x',
    '/%2f%2fevil.example',
    '/.//evil.example',
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/css/..%2f..%2fpackage.json',
    '/.env',
    '/*',
    '/verwaltung/%00',
    '/<script id="evil">alert(1)</script>',
  ])('%s is nowhere, and its page leads nowhere else', async (path) => {
    const seen = await house.get(path)
    expect(seen.status).toBe(404)
    judge(seen, path)
  })
})

/** The names that a page's own forms and links put into queries of its address. */
function queriesOf({ $ }: Seen, path: string): Set<string> {
  const named = $('form[method=get] [name]').map((_, { attribs }) => attribs.name ?? '')
  const links = $('a[href]').map((_, { attribs }) => attribs.href ?? '')
  const queries = links.get().map((href) => new URL(href, `${ORIGIN}${path}`))
  const own = queries
    .filter(({ pathname }) => pathname === path)
    .flatMap(({ searchParams }) => [...searchParams.keys()])
  return new Set([...named.get(), ...own])
}
