import { createHash } from 'node:crypto'
import { SITE_LANGUAGES } from '../../domain/language.ts'
import { notFound } from '../../domain/refusal.ts'
import { SITE_TEXTS } from '../../domain/site-text.ts'
import type { Answer } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { type Urls, urlsIn } from '../../http/urls.ts'
import { ADDRESS_NOUNS, type AddressNoun, type EntryAddress } from '../../store/addresses.ts'

// The protocol allows 50,000 addresses a file; each entry stands once per language.
const ENTRIES_PER_PART = 10_000

/** What crawlers may read: everything but the desk, results, paper and calendars (RFC 9309 §2.2.3). */
export function robots(house: House): Answer {
  const closed = [
    '/verwaltung',
    '/suche',
    '/en/suche',
    '/druck',
    '/en/druck',
    '/anmelden',
    '/rueckmeldung',
    '/*.ics',
  ]
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${house.origin}/sitemap.xml`,
  ]
  return file(`${lines.join('\n')}\n`, 'text/plain; charset=utf-8', 'robots.txt')
}

/** The index of the site map (sitemaps.org 0.9): a part per noun and ten thousand entries. */
export function index(house: House): Answer {
  const parts = house.store.addresses
    .counts()
    .flatMap(({ noun, count }) =>
      Array.from({ length: Math.ceil(count / ENTRIES_PER_PART) }, (_, number) => `${noun}-${number + 1}`),
    )
  const entries = ['site-1', ...parts].map(
    (part) => `<sitemap><loc>${house.origin}/sitemap/${part}.xml</loc></sitemap>`,
  )
  return xml(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</sitemapindex>`,
  )
}

/** One part of the site map, each address with its other languages. */
export function part(house: House, _reader: Reader, asked: Asked): Answer {
  const [, name = '', digits = ''] = /^([a-z]+)-([1-9]\d{0,4})\.xml$/.exec(asked.params.part ?? '') ?? []
  if (name === 'site' && digits === '1') return xml(urlset(house, sitePages()))
  const noun = ADDRESS_NOUNS.find((known) => known === name) ?? notFound('part of the site map')
  const offset = (Number(digits) - 1) * ENTRIES_PER_PART
  const addresses = house.store.addresses.of(noun, { limit: ENTRIES_PER_PART, offset })
  if (addresses.length === 0) notFound('part of the site map')
  return xml(
    urlset(
      house,
      addresses.map((address) => ({ ...address, hrefs: hrefsOf((urls) => hrefOf(urls, noun, address)) })),
    ),
  )
}

type Entry = {
  readonly hrefs: readonly { readonly language: string; readonly href: string }[]
  readonly updatedAt?: string
}

function hrefsOf(href: (urls: Urls) => string): Entry['hrefs'] {
  return SITE_LANGUAGES.map((language) => ({ language, href: href(urlsIn(language)) }))
}

function sitePages(): Entry[] {
  const pages: ((urls: Urls) => string)[] = [
    (urls) => urls.home,
    (urls) => urls.cities,
    (urls) => urls.organisations(),
    (urls) => urls.venues,
    (urls) => urls.calendar(null),
    (urls) => urls.events(),
    (urls) => urls.networks,
    (urls) => urls.projects(),
    (urls) => urls.contacts(),
    ...SITE_TEXTS.map((slug) => (urls: Urls) => urls.text(slug)),
  ]
  return pages.map((href) => ({ hrefs: hrefsOf(href) }))
}

function hrefOf(urls: Urls, noun: AddressNoun, { slug, kind }: EntryAddress): string {
  switch (noun) {
    case 'city':
      return urls.city(slug)
    case 'organisation':
      return urls.organisation({ slug, kind: kind ?? 'group' })
    case 'venue':
      return urls.venue(slug)
    case 'event':
      return urls.event(slug)
    case 'project':
      return urls.project(slug)
    default:
      return noun satisfies never
  }
}

function urlset({ origin }: House, entries: readonly Entry[]): string {
  const urls = entries.flatMap(({ hrefs, updatedAt }) => {
    const links = hrefs
      .map(
        ({ language, href }) =>
          `<xhtml:link rel="alternate" hreflang="${language}" href="${origin}${href}"/>`,
      )
      .join('')
    const changed = updatedAt === undefined ? '' : `<lastmod>${updatedAt}</lastmod>`
    return hrefs.map(({ href }) => `<url><loc>${origin}${href}</loc>${changed}${links}</url>`)
  })
  const spaces =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
  return `<urlset ${spaces}>${urls.join('\n')}</urlset>`
}

function xml(body: string): Answer {
  return file(
    `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`,
    'application/xml; charset=utf-8',
    'sitemap.xml',
  )
}

function file(bytes: string, mediaType: string, name: string): Answer {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { kind: 'file', mediaType, name, bytes, etag, disposition: 'inline' }
}
