import { request } from 'node:http'
import { type CheerioAPI, load } from 'cheerio'
import type { LightMyRequestResponse } from 'fastify'
import { buildApp } from '../../src/app.ts'
import { loadDemonstration } from '../../src/cli/demo.ts'
import type { Role } from '../../src/domain/permission.ts'
import { openTypesetter, type Typesetter } from '../../src/formats/pdf.ts'
import { loadAssets } from '../../src/http/assets.ts'
import type { FetchPlan } from '../../src/post/fetcher.ts'
import { openDatabase } from '../../src/store/database.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { migrate } from '../../src/store/migrate.ts'

export const ORIGIN = 'http://127.0.0.1:3000'
const HOST = '127.0.0.1:3000'

/** A page that was answered: its status, headers, and the parsed HTML. */
export type Seen = {
  readonly status: number
  readonly headers: LightMyRequestResponse['headers']
  readonly body: string
  readonly $: CheerioAPI
  /** The visible text of the first match, white space folded. */
  readonly text: (selector: string) => string
}

/** A browser of one person: keeps cookies, sends forms as browsers do. */
export type Visitor = {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Seen>
  post(
    path: string,
    form: Readonly<Record<string, string | readonly string[]>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Seen>
  readonly cookies: Map<string, string>
}

export type TestHouse = Visitor & {
  readonly store: Store
  readonly clock: () => number
  /** Every SQL statement run so far; empty it to count. */
  readonly statements: string[]
  readonly app: Awaited<ReturnType<typeof buildApp>>
  /** Moves the clock. */
  setNow(instant: string): void
  visitor(): Visitor
  /** Signs in as the first demonstration account of a role, or with an e-mail address. */
  signIn(who: Role | { readonly email: string }): Promise<Visitor>
  close(): Promise<void>
}

/** The whole site with the demonstration data in memory; the clock stands on Wednesday, 3 June 2026, 12:00 in Germany. */
export async function openHouse(
  options: {
    readonly now?: string
    readonly pageCache?: boolean
    readonly demonstration?: boolean
    readonly fetching?: FetchPlan
    /** In place of the real one, for what a machine may lack. */
    readonly typesetter?: Typesetter
  } = {},
): Promise<TestHouse> {
  let now = Date.parse(options.now ?? '2026-06-03T10:00:00Z')
  const clock = () => now
  const statements: string[] = []
  const { image, logins } = await imageAt(now, options.demonstration ?? true)
  const database = openDatabase(image, (sql) => statements.push(sql))
  const store = openStore(database)
  const typesetter = options.typesetter ?? openTypesetter()
  const app = await buildApp({
    house: {
      store,
      clock,
      origin: ORIGIN,
      isDemonstration: true,
      assets: loadAssets(),
      typesetter,
      fetching: options.fetching ?? null,
    },
    logLevel: 'silent',
    pageCache: options.pageCache ?? false,
    trustProxy: false,
  })
  statements.length = 0
  // Ready pages are handed out at the door of the real server, where injected requests do not pass.
  const send = options.pageCache === true ? await listening(app) : injected(app)
  const visitor = () => visitorOf(send)
  return {
    ...visitor(),
    store,
    clock,
    statements,
    app,
    setNow: (instant) => {
      now = Date.parse(instant)
    },
    visitor,
    async signIn(who) {
      const login = logins.find((known) =>
        typeof who === 'string' ? known.role === who : known.email === who.email,
      )
      if (login === undefined) throw new Error('no such demonstration account')
      const person = visitor()
      const answer = await person.post('/anmelden', { email: login.email, password: login.password })
      if (answer.status !== 303) throw new Error(`signing in was answered with ${answer.status}`)
      return person
    },
    async close() {
      await app.close()
      await typesetter.close()
      database.close()
    },
  }
}

type Image = {
  readonly image: Buffer
  readonly logins: Awaited<ReturnType<typeof loadDemonstration>>['logins']
}

/** Databases as they were just after the demonstration data were loaded, by the time at which that was. */
const images = new Map<string, Promise<Image>>()

/** Loading the demonstration takes a quarter of a second, and hundreds of tests begin with it: each gets a copy. */
function imageAt(now: number, isDemonstration: boolean): Promise<Image> {
  const key = `${now} ${isDemonstration}`
  const image = images.get(key) ?? newImage(now, isDemonstration)
  images.set(key, image)
  return image
}

async function newImage(now: number, isDemonstration: boolean): Promise<Image> {
  const database = openDatabase(':memory:')
  migrate(database)
  const store = openStore(database)
  const logins = isDemonstration ? (await loadDemonstration({ store, clock: () => now })).logins : []
  const image = database.serialize()
  database.close()
  return { image, logins }
}

type Sent = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}
type Received = {
  readonly status: number
  readonly headers: Seen['headers']
  readonly body: string
  readonly setCookies: readonly string[]
}
type Send = (sent: Sent) => Promise<Received>

function injected(app: TestHouse['app']): Send {
  return async ({ method, path, headers, body }) => {
    const answer = await app.inject({
      method,
      url: path,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    })
    const setCookies = [answer.headers['set-cookie'] ?? []].flat()
    return { status: answer.statusCode, headers: answer.headers, body: answer.body, setCookies }
  }
}

async function listening(app: TestHouse['app']): Promise<Send> {
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const sent = request(`${origin}${path}`, { method, headers, agent: false }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const setCookies = answer.headers['set-cookie'] ?? []
          const received = Buffer.concat(chunks).toString()
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: received, setCookies })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
}

function visitorOf(send: Send): Visitor {
  const cookies = new Map<string, string>()
  const cookieHeader = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const see = ({ status, headers, body, setCookies }: Received): Seen => {
    for (const line of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const $ = load(body)
    const text = (selector: string) => $(selector).first().text().replace(/\s+/g, ' ').trim()
    return { status, headers, body, $, text }
  }
  const headersOf = (more: Readonly<Record<string, string>>) => ({
    host: HOST,
    ...(cookies.size === 0 ? {} : { cookie: cookieHeader() }),
    ...more,
  })
  return {
    cookies,
    async get(path, headers = {}) {
      return see(await send({ method: 'GET', path, headers: headersOf(headers) }))
    },
    async post(path, form, headers = {}) {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(form)) {
        for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
      }
      const ours = {
        'content-type': 'application/x-www-form-urlencoded',
        origin: ORIGIN,
        'sec-fetch-site': 'same-origin',
      }
      return see(
        await send({
          method: 'POST',
          path,
          headers: headersOf({ ...ours, ...headers }),
          body: body.toString(),
        }),
      )
    },
  }
}
