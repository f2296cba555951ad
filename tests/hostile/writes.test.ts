import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filledIn } from '../support/filled.ts'
import {
  type KnownRoute,
  knownRoutes,
  newFields,
  sampleOf,
  targetOf,
  versionAt,
  writesIn,
} from '../support/hostile.ts'
import { BODIES, NOTATIONS, type SentForm } from '../support/hostile-forms.ts'
import { openHouse, type TestHouse, type Visitor } from '../support/house.ts'

const WRITES = knownRoutes().filter(({ method }) => method === 'POST')
const DESK_WRITES = WRITES.filter(({ isDesk }) => isDesk)
const PAGES = new Set(knownRoutes().flatMap(({ method, path }) => (method === 'GET' ? [path] : [])))
const REFUSALS = [400, 403, 404, 409, 410, 413, 422, 429]

type Person = 'nobody' | 'otherEditor' | 'otherCoordinator' | 'staff' | 'coordinator' | 'administrator'

let house: TestHouse
let people: Readonly<Record<Person, Visitor>>
beforeAll(async () => {
  house = await openHouse()
  people = {
    nobody: house.visitor(),
    otherEditor: await house.signIn('editor'),
    otherCoordinator: await house.signIn({ email: 'leipzig@treffpunkt.example' }),
    staff: await house.signIn('staff'),
    coordinator: await house.signIn('coordinator'),
    administrator: await house.signIn('administrator'),
  }
})
afterAll(() => house.close())

/** Who may not write there, whatever they send. */
function strangersOf({ path }: KnownRoute): Person[] {
  // Everybody has an account of their own.
  if (path.startsWith('/verwaltung/konto/')) return ['nobody']
  // Whoever prints keeps lists, in whatever town.
  if (path.startsWith('/druck/')) return ['nobody', 'otherEditor']
  // Everybody who edits anything replaces texts there; whose they are, tests/desk/replacing.test.ts asks.
  if (path === '/verwaltung/ersetzen') return ['nobody', 'staff']
  const strangers: Person[] = ['nobody', 'otherEditor', 'otherCoordinator', 'staff']
  return /^\/verwaltung\/(texte|konten|post)/.test(path) ? [...strangers, 'coordinator'] : strangers
}

/** What the page of this address would send, or a button of it, as an administrator sees it. */
async function soundForm(route: KnownRoute): Promise<SentForm> {
  const path = sampleOf(house, route.path)
  if (path.endsWith('/bestaetigen')) return { way: 'telephone' }
  if (/\/(nachfragen|niemanden-erreicht)$/.test(path)) return {}
  if (path.startsWith('/verwaltung/aenderungen/'))
    return { eintrag: `organisation-${targetOf(house).groupId}` }
  if (path.endsWith('/zuruecknehmen')) return { confirmation: '1' }
  if (path === '/druck/listen') return { name: 'Neue Liste', address: '/druck/kontakte?ort=duisburg' }
  if (/organisationen\/\d+\/uebergeben$/.test(path)) return { to: 'Tanzkreis Horon' }
  if (path.endsWith('/uebergeben')) return { to: '2' }
  if (path === '/verwaltung/ersetzen')
    return { suchen: 'Duisburg', ersetzen: 'Duisburg!', eintrag: `organisation-${targetOf(house).groupId}-1` }
  if (!PAGES.has(route.path))
    return route.isDesk ? { version: String(versionAt(house, path)) } : { back: '/orte' }
  const form = filledIn(await people.administrator.get(path))
  if (/\/bestaetigen\/[^/]+\/treffen\//.test(path))
    return { ...form, sentence: 'jeden Dienstag 18 Uhr', act: 'save' }
  if (path.endsWith('/ende')) return { ...form, word: 'Aufgelöst im März.' }
  if (path.endsWith('/pause')) return { ...form, from: '1.7.2026', until: '31.8.2026' }
  if (path.endsWith('/zusatz')) return { ...form, day: '5.6.2026' }
  return path.endsWith('/neu') ? { ...form, ...newFields(house, path) } : form
}

/** Whoever sends to a form for everybody sends it for the first time: signing out must not end the day. */
function personFor(route: KnownRoute, who: Person): Visitor {
  return route.isDesk ? people[who] : house.visitor()
}

/** The status of what was refused, and then nothing was written; null where it was done. */
async function send(who: Visitor, path: string, form: SentForm, note: string): Promise<number | null> {
  house.statements.length = 0
  const seen = await who.post(path, form)
  const { location } = seen.headers
  if (seen.status === 303 && !String(location).startsWith('/anmelden?weiter=')) return null
  expect(writesIn(house), note).toEqual([])
  expect(seen.status, note).toBeLessThan(500)
  if (seen.status !== 303) expect(seen.text('h1'), note).not.toBe('')
  expect(seen.$('#evil').length, note).toBe(0)
  return seen.status
}

async function sendRaw(path: string, headers: Readonly<Record<string, string>>, payload: string) {
  house.statements.length = 0
  const cookie = [...people.administrator.cookies].map((pair) => pair.join('=')).join('; ')
  const sent = { host: '127.0.0.1:3000', cookie, ...headers }
  const answer = await house.app.inject({ method: 'POST', url: path, payload, headers: sent })
  return { status: answer.statusCode, wrote: writesIn(house) }
}

describe('every write', () => {
  it.each(WRITES)('to $path bears whatever those send who may', async (route) => {
    const path = sampleOf(house, route.path)
    let sound = await soundForm(route)
    for (const [name, spoil] of Object.entries(BODIES)) {
      for (const who of ['coordinator', 'administrator'] as const) {
        const note = `${who} sends ${name}`
        const status = await send(personFor(route, who), path, spoil(sound), note)
        // What was saved all the same has another version now.
        if (status === null) sound = await soundForm(route)
        else expect(REFUSALS, note).toContain(status)
      }
    }
  })

  it.each(DESK_WRITES)('to $path is refused to all others, whatever they send', async (route) => {
    const path = sampleOf(house, route.path)
    const sound = await soundForm(route)
    // Somebody may create entries at home, and is told there what is missing.
    const own = path.endsWith('/neu') && !path.includes('/kontakte/') ? [422] : []
    for (const [name, form] of [['a sound form', sound] as const, ...spoiled(sound)]) {
      for (const who of strangersOf(route)) {
        const status = await send(people[who], path, form, `${who} sends ${name}`)
        const refusals = who === 'nobody' ? [303, 413, 429] : [400, 403, 404, 413, ...own]
        expect(refusals, `${who} sends ${name}`).toContain(status)
      }
    }
  })

  it.each(WRITES)('to $path is refused from another site, whoever sends it', async (route) => {
    const path = sampleOf(house, route.path)
    const form = new URLSearchParams(
      Object.entries(await soundForm(route)).map(([name, value]): [string, string] => [name, String(value)]),
    )
    for (const headers of FOREIGN) {
      const type = { 'content-type': 'application/x-www-form-urlencoded', ...headers }
      const answer = await sendRaw(path, type, form.toString())
      expect(answer, JSON.stringify(headers)).toEqual({ status: 403, wrote: [] })
    }
  })

  it.each(WRITES)('to $path is refused in another notation than that of forms', async (route) => {
    const path = sampleOf(house, route.path)
    for (const [type, body] of NOTATIONS) {
      const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' }
      expect(await sendRaw(path, headers, body), `${type} ${body}`).toEqual({ status: 415, wrote: [] })
    }
  })
})

/** What browsers say of a form that another site sends, and what no browser says. */
const FOREIGN: readonly Readonly<Record<string, string>>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': '' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' },
  { origin: 'https://evil.example' },
  { origin: 'http://127.0.0.1:3000.evil.example' },
  { origin: 'http://127.0.0.1:3001' },
  { origin: 'null' },
  { origin: '' },
  { referer: 'http://127.0.0.1:3000/' },
  {},
]

function spoiled(form: SentForm): [string, SentForm][] {
  return Object.entries(BODIES).map(([name, spoil]) => [name, spoil(form)])
}
