import type { AttachmentOwner, DocumentKind } from '../domain/attachment.ts'
import type { Day } from '../domain/day.ts'
import type { SiteLanguage } from '../domain/language.ts'
import type { Month } from '../domain/month.ts'
import type { OrganisationKind } from '../domain/organisation.ts'
import type { SiteTextSlug } from '../domain/site-text.ts'
import type { Week } from '../domain/week.ts'
import { entryPaths } from './entry-paths.ts'
import type { Href } from './href.ts'
import { type Query, withQuery } from './query.ts'

/** The addresses of all pages for readers, in one language: German, stable, bookmarkable. */
export function urlsIn(language: SiteLanguage): Urls {
  return URLS[language]
}

/** The path of a page as a language addresses it: German as it is, others below their own name. */
export function pathIn(language: SiteLanguage, path: string): Href {
  if (language === 'de') return path as Href
  return (path === '/' ? `/${language}` : `/${language}${path}`) as Href
}

/** How an address names an entry that is corrected. */
const CORRECTED = {
  organisation: 'gruppe',
  event: 'veranstaltung',
  venue: 'treffpunkt',
  project: 'projekt',
} as const

function makeUrls(language: SiteLanguage) {
  const at = (path: string, query: Query = {}) => withQuery(pathIn(language, path), query)

  return {
    home: at('/'),
    cities: at('/orte'),
    city: (slug: string, query?: Query) => at(`/orte/${slug}`, query),
    organisations: (query?: Query) => at('/organisationen', query),
    organisation: (organisation: Parameters<typeof organisationPath>[0]) =>
      at(organisationPath(organisation)),
    venues: at('/treffpunkte'),
    venue: (slug: string, query?: Query) => at(`/treffpunkte/${slug}`, query),
    calendar: (period: Month | Week | Day | null, query?: Query) =>
      at(period === null ? '/kalender' : `/kalender/${period}`, query),
    events: (query?: Query) => at('/veranstaltungen', query),
    event: (slug: string) => at(`/veranstaltungen/${slug}`),
    networks: at('/netzwerke'),
    projects: (query?: Query) => at('/projekte', query),
    project: (slug: string) => at(`/projekte/${slug}`),
    /** A funding programme stands below the projects. */
    programme: (id: number) => `${at('/projekte')}#programm-${id}` as Href,
    contacts: (query?: Query) => at('/kontakte', query),
    printedContacts: (query?: Query) => at('/druck/kontakte', query),
    /** The same with a query that is ready, without its question mark. */
    printedList: (search = '') => `${at('/druck/kontakte')}${search === '' ? '' : `?${search}`}` as Href,
    /** The print desk, with what was chosen there: a query without its question mark. */
    printDesk: (search = '') => (search === '' ? '/druck' : `/druck?${search}`) as Href,
    /** The print desk, where an address of a sheet is kept under a name. */
    keepPrinted: (address: string) => `/druck?blatt=${encodeURIComponent(address)}#merken` as Href,
    printedEntry: (query: Query) => at('/druck/eintrag', query),
    printedSignIn: (query: Query) => at('/druck/anwesenheit', query),
    printedWeek: (query: Query) => at('/druck/woche', query),
    printedMonth: (query: Query) => at('/druck/monat', query),
    search: (query?: Query) => at('/suche', query),
    meetingFeed: (organisation: Parameters<typeof organisationPath>[0], id: number) =>
      at(`${organisationPath(organisation)}/treffen/${id}.ics`),
    roomFeed: (venue: string, room: string) => at(`/treffpunkte/${venue}/raeume/${room}.ics`),
    /** How to subscribe to a calendar, which is named without its language. */
    subscribe: (feed: Href | null) =>
      at('/kalender-abonnieren', { kalender: feed?.slice(pathIn(language, '').length) }),
    text: (slug: SiteTextSlug) => at(`/${slug}`),
    document: (id: number, name: string) => at(`/dokumente/${id}/${encodeURIComponent(name)}`),
    picture: (id: number, name: string) => at(`/bilder/${id}/${encodeURIComponent(name)}`),
    feedback: (query?: Query) => at('/rueckmeldung', query),
    /** Where readers say what is wrong with an entry. */
    correctionForm: at('/etwas-stimmt-nicht'),
    correction: ({ noun, slug }: { readonly noun: keyof typeof CORRECTED; readonly slug: string }) =>
      at('/etwas-stimmt-nicht', { [CORRECTED[noun]]: slug }),
    /** Where readers tell of a group that is missing. */
    newGroup: (query?: Query) => at('/gruppe-melden', query),
    signIn: at('/anmelden'),
    signInWithCode: at('/anmelden/code'),
    signInWithPasskey: at('/anmelden/passkey'),
    forgottenPassword: at('/passwort-vergessen'),
    accessLink: (token: string) => at(`/zugang/${token}`),
    confirmationLink: (token: string) => at(`/bestaetigen/${token}`),
    signOut: at('/abmelden'),
    contrast: at('/kontrast'),
  }
}

/** A network's page stands among the networks. */
function organisationPath(organisation: { readonly slug: string; readonly kind: OrganisationKind }): string {
  return `/${organisation.kind === 'network' ? 'netzwerke' : 'organisationen'}/${organisation.slug}`
}

export type Urls = ReturnType<typeof makeUrls>

const URLS: Readonly<Record<SiteLanguage, Urls>> = { de: makeUrls('de'), en: makeUrls('en') }

const ORGANISATIONS = entryPaths('/verwaltung/organisationen')
const FEEDS = entryPaths('/verwaltung/kalender')
const MEETINGS = entryPaths('/verwaltung/treffen')
const RELATIONS = entryPaths('/verwaltung/verbindungen')
const VENUES = entryPaths('/verwaltung/treffpunkte')
const PROGRAMMES = entryPaths('/verwaltung/foerderprogramme')
const TOPICS = entryPaths('/verwaltung/themen')

/** What a person changes at the own account. */
export type OwnAccountForm =
  | 'name'
  | 'passwort'
  | 'code'
  | 'code/aus'
  | 'ersatzcodes'
  | 'passkeys/neu'
  | 'passkeys/entfernen'
  | 'sitzungen'

/** The addresses of the desk; it speaks German only in its addresses, too. */
export const deskUrls = {
  today: '/verwaltung' as Href,
  organisations: ORGANISATIONS,
  /** What is done to confirm an entry, or to find out whether it still holds. */
  confirming: (id: number, act: 'bestaetigen' | 'zuruecknehmen' | 'niemanden-erreicht' | 'nachfragen') =>
    `${ORGANISATIONS.entry(id)}/${act}` as Href,
  /** Entries that nobody confirmed for long, to be called about. */
  workList: (query: Query = {}) => withQuery('/verwaltung/arbeitsliste', query),
  handOverOrganisation: (id: number) => `${ORGANISATIONS.entry(id)}/uebergeben` as Href,
  contacts: entryPaths('/verwaltung/kontakte'),
  erasePerson: (contactId: number) => `/verwaltung/kontakte/${contactId}/person-loeschen` as Href,
  /** A contact is made at its organisation. */
  newContact: (organisationId: number) => `${ORGANISATIONS.entry(organisationId)}/kontakte/neu` as Href,
  events: entryPaths('/verwaltung/veranstaltungen'),
  proposals: {
    list: '/verwaltung/vorschlaege' as Href,
    one: (id: number) => `/verwaltung/vorschlaege/${id}` as Href,
    act: (id: number, act: 'ablehnen' | 'erledigt') => `/verwaltung/vorschlaege/${id}/${act}` as Href,
  },
  closingDays: entryPaths('/verwaltung/schliesstage'),
  notices: entryPaths('/verwaltung/hinweise'),
  meetings: MEETINGS,
  /** A meeting is made at its organisation. */
  newMeeting: (organisationId: number, query: Query = {}) =>
    withQuery(`${ORGANISATIONS.entry(organisationId)}/treffen/neu`, query),
  /** The next dates of a meeting, and what differs from its times. */
  meetingDates: (id: number) => `${MEETINGS.entry(id)}/termine` as Href,
  /** One date of a meeting; `zeit` where the day has several. */
  meetingDate: (id: number, day: Day, query: { readonly zeit?: string | null } = {}) =>
    withQuery(`${MEETINGS.entry(id)}/termine/${day}`, query),
  meetingDateAct: (id: number, act: 'zusatz' | 'pause' | 'zuruecknehmen') =>
    `${MEETINGS.entry(id)}/termine/${act}` as Href,
  documents: entryPaths('/verwaltung/dokumente'),
  pictures: entryPaths('/verwaltung/bilder'),
  /** A document or picture is made at what it belongs to; `art` is its kind. */
  newDocument: (owner: AttachmentOwner, art?: DocumentKind) =>
    withQuery('/verwaltung/dokumente/neu', { ...ownerQuery(owner), art }),
  newPicture: (owner: AttachmentOwner) => withQuery('/verwaltung/bilder/neu', ownerQuery(owner)),
  venues: VENUES,
  search: (query: Query = {}) => withQuery('/verwaltung/suche', query),
  /** Rooms that are taken twice. */
  clashes: (query: Query = {}) => withQuery('/verwaltung/ueberschneidungen', query),
  /** How the rooms of a house are used. */
  rooms: (id: number, view: 'woche' | 'monat' | 'frei' | 'anlegen', query: Query = {}) =>
    withQuery(`${VENUES.entry(id)}/${view}`, query),
  handOver: (id: number) => `${VENUES.entry(id)}/uebergeben` as Href,
  projects: entryPaths('/verwaltung/projekte'),
  cities: entryPaths('/verwaltung/orte'),
  programmes: PROGRAMMES,
  topics: TOPICS,
  handOverTopic: (id: number) => `${TOPICS.entry(id)}/uebergeben` as Href,
  handOverProgramme: (id: number) => `${PROGRAMMES.entry(id)}/uebergeben` as Href,
  relations: RELATIONS,
  /** A relation from an organisation, asked for at its page. */
  newRelation: (organisationId: number) => withQuery(RELATIONS.new, { von: organisationId }),
  texts: entryPaths('/verwaltung/texte'),
  keptLists: '/druck/listen' as Href,
  dropKeptList: (id: number) => `/druck/listen/${id}/vergessen` as Href,
  ownAccount: '/verwaltung/konto' as Href,
  ownAccountForm: (form: OwnAccountForm, query: Query = {}) => withQuery(`/verwaltung/konto/${form}`, query),
  accounts: entryPaths('/verwaltung/konten'),
  accountAct: (id: number, act: 'link' | 'abmelden' | 'sperren' | 'freigeben') =>
    `/verwaltung/konten/${id}/${act}` as Href,
  mails: (query: Query = {}) => withQuery('/verwaltung/post', query),
  mail: (id: number) => `/verwaltung/post/${id}` as Href,
  mailAgain: (id: number) => `/verwaltung/post/${id}/noch-einmal` as Href,
  /** A form that is given back, and what is told above it. */
  keptForm: (token: string) => withQuery(`/verwaltung/formular/${token}`, { meldung: 'formBack' }),
  changes: (query: Query = {}) => withQuery('/verwaltung/aenderungen', query),
  /** What was changed together. */
  changedTogether: (batch: string, act?: 'zuruecknehmen') =>
    `/verwaltung/aenderungen/${batch}${act === undefined ? '' : `/${act}`}` as Href,
  replace: (query: Query = {}) => withQuery('/verwaltung/ersetzen', query),
  log: (query: Query = {}) => withQuery('/verwaltung/protokoll', query),
  feeds: FEEDS,
  /** A calendar is attached at its organisation. */
  newFeed: (organisationId: number) => `${ORGANISATIONS.entry(organisationId)}/kalender/neu` as Href,
  feedAct: (id: number, act: 'abrufen' | 'abhaengen') => `${FEEDS.entry(id)}/${act}` as Href,
}

function ownerQuery(owner: AttachmentOwner): Query {
  switch (owner.noun) {
    case 'event':
      return { veranstaltung: owner.id }
    case 'organisation':
      return { organisation: owner.id }
    case 'meeting':
      return { treffen: owner.id, tag: owner.on }
    default:
      return owner satisfies never
  }
}

/** The calendar of a page: the same address with the suffix of calendars. */
export function feedOf(page: Href): Href {
  return page.replace(/(?=\?|$)/, '.ics') as Href
}

/** The same calendar as an address that opens a calendar program where there is one. */
export function webcalOf(origin: string, feed: Href): Href {
  return `webcal://${new URL(origin).host}${feed}` as Href
}

/** A path of ours from something typed or sent, or null: never another host, never a scheme. */
export function ownPath(text: string): Href | null {
  return /^\/(?![/\\])[\w\-./~%?&=+:,;@!$'()*]*$/.test(text) ? (text as Href) : null
}
