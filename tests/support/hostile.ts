// Everything that strangers send: addresses, queries and forms that no page of ours leads to.
import { ROUTES } from '../../src/app.ts'
import { timestamp } from '../../src/domain/clock.ts'
import { SITE_LANGUAGES } from '../../src/domain/language.ts'
import type { Noun } from '../../src/domain/revision.ts'
import { nextDates, takesPlace } from '../../src/domain/schedule.ts'
import { inviteAccount } from '../../src/operations/accounts.ts'
import type { Office } from '../../src/operations/act.ts'
import { changeTogether } from '../../src/operations/batches.ts'
import { followLink } from '../../src/operations/confirmation-links.ts'
import { changeOrganisation, draftOf, openOrganisation } from '../../src/operations/organisations.ts'
import { hashOf, newToken } from '../../src/operations/tokens.ts'
import { aContact, aMeeting, anOrganisation, aRelation, idOf } from './cast.ts'
import { feedOf } from './feeds.ts'
import type { SentForm } from './hostile-forms.ts'
import type { TestHouse } from './house.ts'
import { SYSTEM } from './office.ts'
import { day } from './schedules.ts'

/** A route as it is registered, with whatever `:param` it has. */
export type KnownRoute = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly isDesk: boolean
}

/** Values for a part of an address or of a query, as people type them (not yet encoded). */
export const HOSTILE_VALUES: readonly string[] = [
  '..',
  '../../etc/passwd',
  '.',
  '-',
  '0',
  '-1',
  '1e3',
  'NaN',
  '9999999999',
  '9'.repeat(400),
  '2026-99',
  '0000-00-00',
  '2026-W99',
  '9999-12-31',
  'x'.repeat(2000),
  '\0',
  'a\r\nset-cookie: evil=1',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  "' OR 1=1 --",
  '"; DROP TABLE organisation; --',
  '<script id="evil">alert(1)</script>',
  '" id="evil" onmouseover="alert(1)" x="',
  "' id='evil' onmouseover='alert(1)' x='",
  'javascript:alert(1)',
  '//evil.example',
  '"',
  '*',
  'AND OR NOT',
  'NEAR(a b, 2)',
  '^chor',
  'name : chor',
  '{name text} : chor',
  '((((',
  'chor*)',
  '%',
  '_',
  '😀👩‍👩‍👧‍👦',
  '\u202eevil\u202c',
  '\ufeff\u200b\u00ad',
  'a\u0300'.repeat(300),
  'İıŁß',
]

/** Encoded in a way that no browser does; put into an address as they stand. */
export const HOSTILE_ENCODINGS: readonly string[] = [
  '%',
  '%zz',
  '%00',
  '%ff',
  '%c0%ae%c0%ae',
  '%ed%a0%80',
  '%u0041',
  '%252e%252e',
  '%2f%2fevil.example',
  '%5cevil.example',
  '+',
  ';',
]

/** Names of queries: those that pages know, and those of every object. */
export const QUERY_NAMES: readonly string[] = [
  'q',
  'text',
  'ort',
  'thema',
  'sprache',
  'art',
  'tag',
  'seite',
  'woche',
  'stand',
  'kontakt',
  'weiter',
  'meldung',
  '__proto__',
  'constructor',
  'toString',
]

const AMNESTY = 'amnesty-international-gruppe-duisburg'

/** Every route of the site, in every language. */
export function knownRoutes(): KnownRoute[] {
  const site = SITE_LANGUAGES.flatMap((language) =>
    ROUTES.site.map(([path]): KnownRoute => {
      const prefix = language === 'de' ? '' : `/${language}`
      const address = `${prefix}${path}`.replace(/(?<=.)\/$/, '')
      return { method: 'GET', path: address, isDesk: false }
    }),
  )
  const forms = ROUTES.forms.map(
    ([method, path, who]): KnownRoute => ({ method, path, isDesk: who !== 'everyone' }),
  )
  return [...site, ...forms]
}

/** What an entry of the demonstration has in place of `:param`; a route without one fails its test. */
export function sampleOf(house: TestHouse, path: string): string {
  const { groupId, contactId, meetingId } = targetOf(house)
  const samples: readonly (readonly [start: string, values: Readonly<Record<string, string>>])[] = [
    ['/orte/', { slug: 'duisburg' }],
    ['/kalender/', { period: '2026-06' }],
    ['/treffpunkte/', { slug: 'internationales-zentrum-duisburg', room: 'musikraum' }],
    ['/veranstaltungen/', { slug: 'dortbunt' }],
    ['/projekte/', { slug: 'xenos' }],
    ['/dokumente/', { id: '1', name: 'x' }],
    ['/bilder/', { id: '1', name: 'x' }],
    ['/organisationen/', { slug: AMNESTY, id: String(meetingOf(house, AMNESTY)) }],
    ['/netzwerke/', { slug: 'migranetz-thueringen-e-v', id: '1' }],
    ['/sitemap/', { part: 'site-1.xml' }],
    ['/druck/listen/', { id: '1' }],
    ['/verwaltung/organisationen/', { id: String(groupId), version: '1' }],
    ['/verwaltung/kontakte/', { id: String(contactId), version: '1' }],
    ['/verwaltung/veranstaltungen/', { id: String(eventOf(house)), version: '1' }],
    ...(path.startsWith('/verwaltung/kalender/')
      ? [['/verwaltung/kalender/', { id: String(feedOf(house, groupId)), version: '1' }] as const]
      : []),
    ['/verwaltung/schliesstage/', { id: '1', version: '1' }],
    ['/verwaltung/hinweise/', { id: '1', version: '1' }],
    ['/verwaltung/themen/', { id: '1', version: '1' }],
    ['/verwaltung/treffen/', { id: String(meetingId), version: '1', day: dayOfMeeting(house, meetingId) }],
    ['/verwaltung/treffpunkte/', { id: '1', version: '1' }],
    ['/verwaltung/projekte/', { id: '1', version: '1' }],
    ['/verwaltung/foerderprogramme/', { id: '1', version: '1' }],
    ['/verwaltung/verbindungen/', { id: String(relationOf(house)), version: '1' }],
    ['/verwaltung/orte/', { id: '1', version: '1' }],
    ['/verwaltung/vorschlaege/', { id: '1' }],
    ['/verwaltung/dokumente/', { id: '1', version: '1' }],
    ['/verwaltung/bilder/', { id: '1', version: '1' }],
    ['/verwaltung/texte/', { id: '1', version: '1' }],
    ['/verwaltung/konten/', { id: String(guestOf(house)), version: '1' }],
    ['/verwaltung/post/', { id: String(mailIn(house)) }],
    ['/verwaltung/formular/', { token: 'x' }],
    ...(path.startsWith('/verwaltung/aenderungen/')
      ? [['/verwaltung/aenderungen/', { batch: batchIn(house, groupId) }] as const]
      : []),
    ['/zugang/', { token: 'x'.repeat(43) }],
    ...(/^(\/en)?\/bestaetigen\//.test(path)
      ? [['/bestaetigen/', { token: linkIn(house), id: String(meetingOf(house, AMNESTY)) }] as const]
      : []),
  ]
  const inGerman = path.replace(/^\/en(?=\/)/, '')
  const values = samples.find(([start]) => inGerman.startsWith(start))?.[1] ?? {}
  return path.replace(/:(\w+)/g, (_place, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no sample for ${name} in ${path}: add one to sampleOf`)
    return value
  })
}

const batches = new WeakMap<TestHouse, Map<number, string>>()

/** A mark of changes that were made together, of one organisation. */
export function batchIn(house: TestHouse, organisationId: number): string {
  const known = batches.get(house) ?? new Map<number, string>()
  batches.set(house, known)
  const office = { store: house.store, clock: house.clock }
  const batch = known.get(organisationId) ?? changedTogether(office, organisationId)
  known.set(organisationId, batch)
  return batch
}

function changedTogether(office: Office, id: number): string {
  const made = changeTogether(
    office,
    SYSTEM,
    [openOrganisation(office, SYSTEM.actor, 'edit', id)],
    (by, stored) => {
      const draft = { ...draftOf(stored), internalNote: `${stored.internalNote} Zusammen geändert.` }
      return changeOrganisation(office, by, { id, version: stored.version, draft })
    },
  )
  if (made.kind !== 'saved') throw new Error('nothing was changed together')
  return made.batch
}

const links = new WeakMap<TestHouse, string>()

/** A link by which a group confirms its entry: it holds until what was sent has used it up. */
function linkIn(house: TestHouse): string {
  const known = links.get(house)
  if (known !== undefined && followLink(house, known).kind === 'open') return known
  const token = newToken()
  house.store.confirmationRequests.insert({
    organisationId: house.store.organisations.bySlug(AMNESTY)?.id ?? 0,
    tokenHash: hashOf(token),
    kind: 'by-hand',
    madeAt: timestamp(house.clock()),
    expiresAt: timestamp(house.clock() + 24 * 60 * 60 * 1000),
    mails: 1,
  })
  links.set(house, token)
  return token
}

/** What an address has to ask for beside its path, so that it names something. */
export function queryOf(house: TestHouse, path: string): string {
  if (/\/(?:dokumente|bilder)\/neu$/.test(path)) return '?veranstaltung=1'
  if (/^(?:\/en)?\/druck\/(?:woche|tuer)/.test(path)) return '?haus=internationales-zentrum-duisburg'
  if (/^(?:\/en)?\/druck\/anwesenheit/.test(path)) return `?treffen=${meetingOf(house, AMNESTY)}`
  if (/^(?:\/en)?\/(?:druck\/eintrag|etwas-stimmt-nicht)/.test(path)) return `?gruppe=${AMNESTY}`
  return path.endsWith('/suche.ics') ? '?q=zentrum' : ''
}

function meetingOf({ store }: TestHouse, slug: string): number {
  const organisation = store.organisations.bySlug(slug)
  return store.meetings.ofOrganisations([organisation?.id ?? 0])[0]?.id ?? 0
}

/** A group of Duisburg for which no editor of the cast speaks, with one of its contacts and one of its meetings. */
export function targetOf(house: TestHouse): {
  readonly groupId: number
  readonly contactId: number
  readonly meetingId: number
} {
  const { search, organisations, contacts, meetings } = house.store
  const own = organisations.bySlug(AMNESTY)
  for (const { entryId } of search.find('duisburg', 200, { noun: 'organisation' })) {
    const contact = contacts.allOf(entryId).find(({ audience }) => audience === 'public')
    const meeting = meetings.ofOrganisations([entryId]).find(({ schedule }) => schedule.slots.length > 0)
    if (entryId === own?.id || organisations.byId(entryId)?.cityId !== own?.cityId) continue
    if (contact !== undefined && meeting !== undefined)
      return { groupId: entryId, contactId: contact.id, meetingId: meeting.id }
  }
  return newTarget(house, own?.cityId ?? 0)
}

/** One more such group, where everything before it was archived or emptied by what was sent. */
function newTarget({ store }: TestHouse, cityId: number) {
  const office = { store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
  const groupId = anOrganisation(office, { name: 'Nachbarschaftskreis', cityId })
  const contactId = aContact(office, { organisationId: groupId })
  return { groupId, contactId, meetingId: aMeeting(office, { organisationId: groupId }) }
}

/** The next day on which a meeting takes place and nobody changed anything. */
function dayOfMeeting({ store }: TestHouse, id: number): string {
  const meeting = store.meetings.byId(id)
  const dates = meeting === null ? [] : nextDates(meeting.schedule, meeting.exceptions, day('2026-06-03'), 50)
  return dates.find(takesPlace)?.day ?? ''
}

/** The first entry of a noun in the demonstration: one in which no editor of the cast has a part. */
function eventOf(house: TestHouse): number {
  return house.store.events.bySlug('fest-der-vielfalt')?.id ?? Number.NaN
}

/** A relation between two groups of Duisburg for which no editor of the cast speaks: made anew where it was archived. */
export function relationOf({ store }: TestHouse): number {
  const [fromId = 0, toId = 0] = ['chor-der-bruecken-e-v', 'tanzkreis-horon'].map(
    (slug) => store.organisations.bySlug(slug)?.id,
  )
  const known = store.relations.ofOrganisation(fromId).find(({ other }) => other.id === toId)
  const office = { store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
  return known?.id ?? aRelation(office, { fromId, toId })
}

/** The nouns of the desk by the beginning of their addresses. */
const DESK_NOUNS: readonly (readonly [start: string, noun: Noun])[] = [
  ['/verwaltung/organisationen/', 'organisation'],
  ['/verwaltung/kontakte/', 'contact'],
  ['/verwaltung/veranstaltungen/', 'event'],
  ['/verwaltung/kalender/', 'feed'],
  ['/verwaltung/schliesstage/', 'closing-day'],
  ['/verwaltung/hinweise/', 'notice'],
  ['/verwaltung/themen/', 'topic'],
  ['/verwaltung/treffen/', 'meeting'],
  ['/verwaltung/treffpunkte/', 'venue'],
  ['/verwaltung/projekte/', 'project'],
  ['/verwaltung/foerderprogramme/', 'programme'],
  ['/verwaltung/verbindungen/', 'relation'],
  ['/verwaltung/orte/', 'city'],
  ['/verwaltung/dokumente/', 'document'],
  ['/verwaltung/bilder/', 'picture'],
  ['/verwaltung/texte/', 'site-text'],
  ['/verwaltung/konten/', 'account'],
  ['/druck/listen/', 'kept-list'],
]

/** The version that the entry at an address of the desk has by now. */
export function versionAt(house: TestHouse, address: string): number {
  const [start = '', noun = 'organisation'] = DESK_NOUNS.find(([begins]) => address.startsWith(begins)) ?? []
  const id = Number(/^\d+/.exec(address.slice(start.length))?.[0])
  return house.store.revisions.ofEntry(noun, id)[0]?.version ?? Number.NaN
}

/** What makes the form of a new entry sound, beside what it holds at first. */
export function newFields(house: TestHouse, address: string): SentForm {
  const cityId = String(house.store.cities.bySlug('duisburg')?.id)
  const fields: readonly (readonly [start: string, fields: SentForm])[] = [
    ['/verwaltung/organisationen/neu', { name: 'Neu', kind: 'group', cityId }],
    [
      `/verwaltung/organisationen/${targetOf(house).groupId}/treffen/neu`,
      { title: 'Neu', scheduleNote: 'nach Vereinbarung' },
    ],
    ['/verwaltung/organisationen/', { function: 'Leitung', 'channels.0.value': '0203 283-0' }],
    ['/verwaltung/konten/neu', { name: 'Neu', email: newEmail(house), role: 'staff' }],
    ['/verwaltung/hinweise/neu', { place: `city-${cityId}`, text: 'Der Aufzug steht.', from: '1.8.2026' }],
    ['/verwaltung/schliesstage/neu', { place: `city-${cityId}`, from: '1.8.2026', reason: 'Fest' }],
    [
      '/verwaltung/treffpunkte/neu',
      { name: 'Neu', street: 'Am Markt 1', postcode: '47051', cityId, 'rooms.0.name': 'Saal' },
    ],
    [
      '/verwaltung/projekte/neu',
      {
        title: 'Neu',
        cityId,
        'parts.0.organisationId': 'Chor der Brücken e.V.',
        'parts.0.role': 'carrier',
      },
    ],
    ['/verwaltung/themen/neu', { 'names.de': 'Neu', 'names.en': 'New' }],
    ['/verwaltung/foerderprogramme/neu', { title: 'Neu' }],
    ['/verwaltung/orte/neu', { name: 'Neu', land: 'HE' }],
    [
      '/verwaltung/verbindungen/neu',
      {
        fromId: 'Chor der Brücken e.V.',
        toId: 'Tanzkreis Horon',
        kind: 'supports',
      },
    ],
    [
      '/verwaltung/veranstaltungen/neu',
      {
        title: 'Neu',
        startsOn: '13.6.2026',
        cityId,
        'participations.0.organisationId': 'Chor der Brücken e.V.',
        'participations.0.role': 'organiser',
      },
    ],
  ]
  if (address.endsWith('/kalender/neu')) return { address: 'https://kalender.example/neu.ics' }
  return fields.find(([start]) => address.startsWith(start))?.[1] ?? {}
}

/** A mail that waits: made where there is none yet. */
export function mailIn({ store }: TestHouse): number {
  const [mail] = store.outbox.rows({ limit: 1, offset: 0 })
  const made = { recipient: 'kim@stadt.example', subject: 'Rückmeldung', body: 'Guten Tag' }
  return mail?.id ?? store.outbox.add(made, '2026-06-03T10:00:00Z')
}

/** An address that no account has yet. */
function newEmail(house: TestHouse): string {
  return `neu-${house.store.accounts.all().length}@treffpunkt.example`
}

/** An account that nobody of the cast has: made where it is not there yet. */
export function guestOf(house: TestHouse): number {
  const email = 'gast@treffpunkt.example'
  const known = house.store.accounts.byEmail(email)
  if (known !== null) return known.id
  const office = { store: house.store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
  const draft = {
    email,
    name: 'Gast',
    role: 'staff',
    language: 'de',
    cityIds: [],
    organisationIds: [],
  } as const
  return idOf(inviteAccount(office, SYSTEM, draft, (token) => token))
}

/** What a request wrote: every statement that adds or removes a row, or makes the pages new; the log notes refusals, too. */
export function writesIn(house: TestHouse): string[] {
  return house.statements.filter(
    (sql) => /^\s*(INSERT|REPLACE|DELETE|UPDATE content)\b/.test(sql) && !/^\s*INSERT INTO audit\b/.test(sql),
  )
}
