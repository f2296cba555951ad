import type { Day } from '../domain/day.ts'
import type { SiteLanguage } from '../domain/language.ts'
import type { Month } from '../domain/month.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import type { SiteTextSlug } from '../domain/site-text.ts'
import type { Week } from '../domain/week.ts'
import type { Href } from './href.ts'

type Query = Readonly<Record<string, string | number | null | undefined>>

/** The addresses of all pages for readers, in one language: German, stable, bookmarkable. */
export function urlsIn(language: SiteLanguage): Urls {
  return URLS[language]
}

/** The path of a page as a language addresses it: German as it is, others below their own name. */
export function pathIn(language: SiteLanguage, path: string): Href {
  if (language === 'de') return path as Href
  return (path === '/' ? `/${language}` : `/${language}${path}`) as Href
}

function makeUrls(language: SiteLanguage) {
  const at = (path: string, query: Query = {}) => withQuery(pathIn(language, path), query)

  return {
    home: at('/'),
    cities: at('/orte'),
    city: (slug: string, query?: Query) => at(`/orte/${slug}`, query),
    organisations: (query?: Query) => at('/organisationen', query),
    organisation: (organisation: { readonly slug: string; readonly kind: OrganisationKind }) =>
      at(`/${organisation.kind === 'network' ? 'netzwerke' : 'organisationen'}/${organisation.slug}`),
    venues: at('/treffpunkte'),
    venue: (slug: string, query?: Query) => at(`/treffpunkte/${slug}`, query),
    calendar: (period: Month | Week | Day | null, query?: Query) =>
      at(period === null ? '/kalender' : `/kalender/${period}`, query),
    events: (query?: Query) => at('/veranstaltungen', query),
    event: (slug: string) => at(`/veranstaltungen/${slug}`),
    networks: at('/netzwerke'),
    projects: (query?: Query) => at('/projekte', query),
    project: (slug: string) => at(`/projekte/${slug}`),
    contacts: (query?: Query) => at('/kontakte', query),
    printedContacts: (query?: Query) => at('/druck/kontakte', query),
    search: (query?: Query) => at('/suche', query),
    text: (slug: SiteTextSlug) => at(`/${slug}`),
    document: (id: number, name: string) => at(`/dokumente/${id}/${encodeURIComponent(name)}`),
    picture: (id: number, name: string) => at(`/bilder/${id}/${encodeURIComponent(name)}`),
    feedback: (query?: Query) => at('/rueckmeldung', query),
    signIn: at('/anmelden'),
    signOut: at('/abmelden'),
    contrast: at('/kontrast'),
  }
}

export type Urls = ReturnType<typeof makeUrls>

const URLS: Readonly<Record<SiteLanguage, Urls>> = { de: makeUrls('de'), en: makeUrls('en') }

/** The addresses of the desk; it speaks German only in its addresses, too. */
export const deskUrls = {
  today: '/verwaltung' as Href,
  organisations: (query: Query = {}) => withQuery('/verwaltung/organisationen', query),
  newOrganisation: '/verwaltung/organisationen/neu' as Href,
  organisation: (id: number) => `/verwaltung/organisationen/${id}` as Href,
  organisationAct: (id: number, act: 'archivieren' | 'zurueckholen' | 'bestaetigen' | 'verlauf') =>
    `/verwaltung/organisationen/${id}/${act}` as Href,
  organisationRevision: (id: number, version: number, act?: 'wiederherstellen') =>
    revisionOf(`/verwaltung/organisationen/${id}`, version, act),
  newContact: (organisationId: number) => `/verwaltung/organisationen/${organisationId}/kontakte/neu` as Href,
  contact: (id: number) => `/verwaltung/kontakte/${id}` as Href,
  contactRevision: (id: number, version: number, act?: 'wiederherstellen') =>
    revisionOf(`/verwaltung/kontakte/${id}`, version, act),
  contactAct: (id: number, act: 'archivieren' | 'zurueckholen' | 'verlauf') =>
    `/verwaltung/kontakte/${id}/${act}` as Href,
  texts: '/verwaltung/texte' as Href,
  text: (id: number) => `/verwaltung/texte/${id}` as Href,
  textHistory: (id: number) => `/verwaltung/texte/${id}/verlauf` as Href,
  textRevision: (id: number, version: number, act?: 'wiederherstellen') =>
    revisionOf(`/verwaltung/texte/${id}`, version, act),
}

function revisionOf(entry: string, version: number, act: 'wiederherstellen' | undefined): Href {
  return `${entry}/verlauf/${version}${act === undefined ? '' : `/${act}`}` as Href
}

/** An address with the query's filled values, in the order given; empty ones are left out. */
export function withQuery(path: string, query: Query): Href {
  const pairs = Object.entries(query).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  )
  if (pairs.length === 0) return path as Href
  return `${path}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}` as Href
}

/** A path of ours from something typed or sent, or null: never another host, never a scheme. */
export function ownPath(text: string): Href | null {
  return /^\/(?![/\\])[\w\-./~%?&=+:,;@!$'()*]*$/.test(text) ? (text as Href) : null
}
