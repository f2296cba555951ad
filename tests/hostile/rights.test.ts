// The matrix role × route × record, made from the route table: what each route says it takes, tried by everybody.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROUTES } from '../../src/app.ts'
import type { Contact } from '../../src/domain/contact.ts'
import { type Actor, may, mayAnywhere, NO_TIES, type Ties } from '../../src/domain/permission.ts'
import { nextDates, takesPlace } from '../../src/domain/schedule.ts'
import type { Rule } from '../../src/http/serve.ts'
import { actorOf } from '../../src/operations/accounts.ts'
import { tiesOfOwner } from '../../src/operations/attachments.ts'
import { tiesOfCity } from '../../src/operations/cities.ts'
import { tiesOfEvent } from '../../src/operations/events.ts'
import { tiesOf } from '../../src/operations/organisations.ts'
import { tiesOfProject } from '../../src/operations/projects.ts'
import { tiesOfRelation } from '../../src/operations/relations.ts'
import { tiesOfVenue } from '../../src/operations/venues.ts'
import { feedOf } from '../support/feeds.ts'
import { batchIn, guestOf, mailIn, targetOf } from '../support/hostile.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'
import { GONE_SLUG } from '../support/page-kinds.ts'
import { day } from '../support/schedules.ts'

/** There are passkeys only where the site has a name. */
const NAMED = { host: 'localhost:3000' }

/** Something that an address of the desk can name, and what it is tied to. */
type Case = {
  readonly name: string
  readonly params: Readonly<Record<string, string>>
  readonly ties: Ties
  /** What the address names in its query. */
  readonly query?: string
}
type Person = { readonly name: string; readonly actor: Actor | null; readonly visitor: Visitor }

const MIGRANETZ = 'migranetz-thueringen-e-v'
const EMAILS = {
  administrator: 'administrator@treffpunkt.example',
  coordinator: 'koordination@treffpunkt.example',
  'coordinator of another city': 'leipzig@treffpunkt.example',
  editor: 'gruppe@treffpunkt.example',
  staff: 'auskunft@treffpunkt.example',
}
const DESK = ROUTES.forms
  .filter(([, , rule]) => rule !== 'everyone')
  .map(([method, path, rule]) => ({ method, path, rule }))

let house: TestHouse
let people: readonly Person[]
beforeAll(async () => {
  house = await openHouse()
  const signedIn = Object.entries(EMAILS).map(async ([name, email]): Promise<Person> => {
    const account = house.store.accounts.byEmail(email)
    if (account === null) throw new Error(`no account ${email}`)
    return { name, actor: actorOf(account), visitor: await house.signIn({ email }) }
  })
  people = [{ name: 'nobody', actor: null, visitor: house.visitor() }, ...(await Promise.all(signedIn))]
})
afterAll(() => house.close())

/** What the `:id` of a path is tried with; a noun without records fails its test. */
function casesOf(path: string): readonly Case[] {
  if (path.endsWith('/dokumente/neu') || path.endsWith('/bilder/neu'))
    return events().map((each) => ({ ...each, query: `?veranstaltung=${each.params.id}` }))
  if (!path.includes(':')) return [{ name: 'the page', params: {}, ties: NO_TIES }]
  if (path.startsWith('/verwaltung/organisationen/')) return organisations()
  if (path.endsWith('/person-loeschen')) return contacts((contact) => contact.person !== null)
  if (path.startsWith('/verwaltung/kontakte/')) return contacts()
  if (path.startsWith('/verwaltung/veranstaltungen/')) return events()
  if (path.startsWith('/verwaltung/kalender/')) return feeds()
  if (path.startsWith('/verwaltung/schliesstage/')) return [ofDuisburg('closing days of Duisburg')]
  if (path.startsWith('/verwaltung/hinweise/')) return [ofDuisburg('a notice above Duisburg')]
  if (path.startsWith('/verwaltung/treffen/')) return meetings()
  if (path.startsWith('/verwaltung/treffpunkte/')) return venues()
  if (path.startsWith('/verwaltung/projekte/')) return projects()
  if (path.startsWith('/verwaltung/orte/')) return cities()
  if (path.startsWith('/verwaltung/themen/'))
    return [{ name: 'a topic', params: { id: '1', version: '1' }, ties: NO_TIES }]
  if (path.startsWith('/verwaltung/foerderprogramme/'))
    return [{ name: 'a funding programme', params: { id: '1', version: '1' }, ties: NO_TIES }]
  if (path.startsWith('/verwaltung/verbindungen/')) return relations()
  if (path.startsWith('/verwaltung/vorschlaege/')) return proposals()
  if (path.startsWith('/verwaltung/dokumente/')) return attached('documents')
  if (path.startsWith('/verwaltung/bilder/')) return attached('pictures')
  if (path.startsWith('/verwaltung/texte/'))
    return [{ name: 'a text of the site', params: { id: '1', version: '1' }, ties: NO_TIES }]
  if (path.startsWith('/verwaltung/konten/')) return accounts()
  if (path.startsWith('/verwaltung/post/')) return mails()
  if (path.startsWith('/verwaltung/aenderungen/')) return changedTogether()
  if (path.startsWith('/verwaltung/formular/'))
    return [{ name: 'a form of nobody', params: { token: 'x' }, ties: NO_TIES }]
  if (path.startsWith('/druck/listen/')) return [{ name: 'a kept list', params: { id: '1' }, ties: NO_TIES }]
  throw new Error(`no records to try ${path} with: add some to casesOf`)
}

/** The first entry of a noun that belongs to a city alone; the demonstration has it in Duisburg. */
function ofDuisburg(name: string): Case {
  const cityId = house.store.cities.bySlug('duisburg')?.id ?? null
  return { name, params: { id: '1', version: '1' }, ties: { cityId, organisationId: null } }
}

function groups() {
  const find = (slug: string) => {
    const organisation = house.store.organisations.bySlug(slug)
    if (organisation === null) throw new Error(`no organisation ${slug}`)
    return organisation
  }
  const other = house.store.organisations.byId(targetOf(house).groupId)
  if (other === null) throw new Error('no other group in Duisburg')
  return [
    {
      name: 'a group of Duisburg with an editor',
      organisation: find('amnesty-international-gruppe-duisburg'),
    },
    { name: 'another group of Duisburg', organisation: other },
    { name: 'a group elsewhere', organisation: find(GONE_SLUG) },
  ]
}

function organisations(): readonly Case[] {
  return groups().map(({ name, organisation }) => ({
    name,
    params: { id: String(organisation.id), version: '1' },
    ties: tiesOf(organisation),
  }))
}

function contacts(isMeant: (contact: Contact) => boolean = () => true): readonly Case[] {
  return groups().flatMap(({ name, organisation }) => {
    const contact = house.store.contacts.allOf(organisation.id).find(isMeant)
    if (contact === undefined) return []
    const params = { id: String(contact.id), version: '1' }
    return [{ name: `a contact of ${name}`, params, ties: tiesOf(organisation) }]
  })
}

function events(): readonly Case[] {
  return ['fest-der-vielfalt', 'dortbunt'].map((slug) => {
    const event = house.store.events.bySlug(slug)
    if (event === null) throw new Error(`no event ${slug}`)
    return { name: event.title, params: { id: String(event.id), version: '1' }, ties: tiesOfEvent(event) }
  })
}

function mails(): readonly Case[] {
  return [{ name: 'a mail', params: { id: String(mailIn(house)) }, ties: NO_TIES }]
}

function accounts(): readonly Case[] {
  return [{ name: 'an account', params: { id: String(guestOf(house)), version: '1' }, ties: NO_TIES }]
}

function feeds(): readonly Case[] {
  return groups().map(({ name, organisation }) => ({
    name: `the calendar of ${name}`,
    params: { id: String(feedOf(house, organisation.id)), version: '1' },
    ties: tiesOf(organisation),
  }))
}

function meetings(): readonly Case[] {
  return groups().flatMap(({ name, organisation }) => {
    const [meeting] = house.store.meetings.ofOrganisations([organisation.id])
    if (meeting === undefined) return []
    const dates = nextDates(meeting.schedule, meeting.exceptions, day('2026-06-03'), 50)
    const params = { id: String(meeting.id), version: '1', day: dates.find(takesPlace)?.day ?? '' }
    return [{ name: `a meeting of ${name}`, params, ties: tiesOf(organisation) }]
  })
}

function cities(): readonly Case[] {
  return ['duisburg', 'leipzig'].map((slug) => {
    const city = house.store.cities.bySlug(slug)
    if (city === null) throw new Error(`no city ${slug}`)
    return { name: city.name, params: { id: String(city.id), version: '1' }, ties: tiesOfCity(city) }
  })
}

function venues(): readonly Case[] {
  return [1, 2].map((id) => {
    const venue = house.store.venues.byId(id)
    if (venue === null) throw new Error(`no venue ${id}`)
    return { name: venue.name, params: { id: String(id), version: '1' }, ties: tiesOfVenue(venue) }
  })
}

function projects(): readonly Case[] {
  return [1, 2].map((id) => {
    const project = house.store.projects.byId(id)
    if (project === null) throw new Error(`no project ${id}`)
    return { name: project.title, params: { id: String(id), version: '1' }, ties: tiesOfProject(project) }
  })
}

function relations(): readonly Case[] {
  const office = { store: house.store, clock: () => 0 }
  return ['chor-der-bruecken-e-v', 'amnesty-international-gruppe-duisburg', MIGRANETZ].map((slug) => {
    const id = house.store.organisations.bySlug(slug)?.id ?? 0
    const relation = house.store.relations.byId(house.store.relations.ofOrganisation(id)[0]?.id ?? 0)
    if (relation === null) throw new Error(`no relation of ${slug}`)
    return {
      name: `a relation of ${slug}`,
      params: { id: String(relation.id), version: '1' },
      ties: tiesOfRelation(office, relation),
    }
  })
}

function changedTogether(): readonly Case[] {
  return groups().map(({ name, organisation }) => ({
    name: `what was changed together of ${name}`,
    params: { batch: batchIn(house, organisation.id) },
    ties: tiesOf(organisation),
  }))
}

function proposals(): readonly Case[] {
  return house.store.proposals.open().map((proposal) => ({
    name: `a proposal for ${proposal.noun} ${proposal.entryId}`,
    params: { id: String(proposal.id) },
    ties: proposal.ties,
  }))
}

function attached(kind: 'documents' | 'pictures'): readonly Case[] {
  const found = house.store.attachments[kind].byId(1)
  if (found === null) throw new Error(`nothing among ${kind}`)
  return [
    {
      name: `one of ${kind}`,
      params: { id: '1', version: '1' },
      ties: tiesOfOwner({ store: house.store, clock: () => 0 }, found.owner),
    },
  ]
}

function isAllowed(actor: Actor, rule: Rule, path: string, { ties, query }: Case): boolean {
  if (rule === 'everyone' || rule === 'signed-in') return true
  return path.includes(':') || query !== undefined ? may(actor, rule, ties) : mayAnywhere(actor, rule)
}

/** A form that is understood and, where it names a version, comes too late to change anything. */
function bodyFor(path: string): Readonly<Record<string, string>> {
  if (path.endsWith('/bestaetigen')) return { way: 'telephone' }
  if (/\/(nachfragen|niemanden-erreicht|zuruecknehmen)$/.test(path)) return {}
  if (path.startsWith('/verwaltung/konto/')) return path.endsWith('/sitzungen') ? { session: 'none' } : {}
  if (path.endsWith('/termine/:day')) return { version: '0', act: 'cancel' }
  if (path === '/druck/listen') return { name: '', address: '/druck/kontakte' }
  if (path.endsWith('/person-loeschen')) return {}
  if (path === '/verwaltung/ersetzen') return {}
  if (path.endsWith('/ablehnen')) return { reason: '' }
  if (path.endsWith('/erledigt')) return {}
  if (path.endsWith('/uebergeben')) return { to: '0' }
  return path.endsWith('/neu') || path.endsWith('/noch-einmal') ? {} : { version: '0' }
}

describe.each(DESK)('$method $path takes the right „$rule“', ({ method, path, rule }) => {
  it('from everybody, for everything it can name', async () => {
    for (const each of casesOf(path)) {
      const { name, params, query = '' } = each
      const address = path.replace(/:(\w+)/g, (_place, part: string) => params[part] ?? '') + query
      for (const person of people) {
        const { visitor, actor } = person
        const seen = await (method === 'GET'
          ? visitor.get(address, NAMED)
          : visitor.post(address, bodyFor(path), NAMED))
        const note = `${person.name}: ${name}`
        if (actor === null) expect(String(seen.headers.location), note).toMatch(/^\/anmelden\?weiter=/)
        else if (isAllowed(actor, rule, path, each)) expect([200, 303, 409, 422], note).toContain(seen.status)
        else expect([403, 404], note).toContain(seen.status)
      }
    }
  })
})
