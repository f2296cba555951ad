import type { Seen, Visitor } from './house.ts'
import { ORIGIN } from './house.ts'

const SUBSCRIBED = /amnesty-international-gruppe-duisburg|internationales-zentrum-duisburg\.ics/

/** One address that a crawl came to, and from where. */
export type Found = { readonly path: string; readonly from: string; readonly seen: Seen }

/**
 * Follows every link of ours from the start page, in both languages. Calendars have no end, so their periods are
 * followed for this month only; of filters one value each; of calendars to subscribe to those of one group and one house.
 */
export async function crawl(
  visitor: Visitor,
  starts: readonly string[] = ['/', '/en'],
): Promise<readonly Found[]> {
  const queue = starts.map((path) => ({ path, from: 'the start' }))
  const known = new Set(starts)
  const found: Found[] = []
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const seen = await visitor.get(next.path)
    found.push({ ...next, seen })
    if (!String(seen.headers['content-type']).startsWith('text/html')) continue
    for (const path of linksOf(seen, next.path)) {
      if (known.has(path) || !isWorthFollowing(path)) continue
      known.add(path)
      queue.push({ path, from: next.path })
    }
  }
  return found
}

function linksOf(seen: Seen, path: string): string[] {
  const { $ } = seen
  const hrefs = $('a[href], link[rel=alternate], img[src], link[rel=stylesheet], link[rel=icon]')
    .map((_, element) => $(element).attr('href') ?? $(element).attr('src') ?? '')
    .get()
  return hrefs
    .filter((href) => !href.startsWith('#'))
    .map((href) => new URL(href, `${ORIGIN}${path}`))
    .filter((url) => url.origin === ORIGIN)
    .map((url) => `${url.pathname}${url.search}`)
}

function isWorthFollowing(path: string): boolean {
  const [address = '', query = ''] = path.split('?')
  if (query.split('&').length > 1) return false
  if (address.endsWith('.ics')) return query === ''
  if (address.endsWith('/kalender-abonnieren')) return query === '' || SUBSCRIBED.test(query)
  const period = /\/kalender\/(\d{4}-(?:W?\d{2}))/.exec(address)?.[1]
  if (period !== undefined && !/^2026-(06|W23|W24)/.test(period)) return false
  return !/woche=/.test(query) || /woche=2026-W2[34]/.test(query)
}
