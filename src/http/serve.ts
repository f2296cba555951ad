import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SITE_LANGUAGES } from '../domain/language.ts'
import { type Act, mayAnywhere } from '../domain/permission.ts'
import { forbidden, notFound, Refusal } from '../domain/refusal.ts'
import type { Answer } from './answer.ts'
import { clientOf } from './client.ts'
import { contrastOf } from './cookies.ts'
import { type Form, formIn, textsOf } from './forms.ts'
import type { House } from './house.ts'
import { type Reader, readerOf } from './reader.ts'
import { checkSameOrigin } from './security.ts'
import { type Service, send } from './send.ts'
import { notingWhatWasTurnedAway } from './turned-away.ts'
import { openTurnstile, type Turnstile } from './turnstile.ts'
import { pathIn } from './urls.ts'

/** What was asked for: the address's parts, the query, the body of a form. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Every value of a parameter that may be given several times. */
  readonly list: (name: string) => readonly string[]
  readonly form: Form
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** The number that stands in the address under this name; throws NotFound where there is none. */
export function numberIn(asked: Asked, name: string): number {
  const text = asked.params[name] ?? ''
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : notFound(`${name} ${text}`)
}

/** Makes the answer of one address. Pages for readers are synchronous, as the database is. */
export type Handler = (house: House, reader: Reader, asked: Asked) => Answer | Promise<Answer>

/** A page for readers, at the same path in every language. */
export type SiteRoute = readonly [path: string, handler: Handler]

/**
 * How often something may be sent in a minute, counted for each key; one key must never stand for two people.
 * `isCostly`: a password is hashed, of which only a few are let in at once, and only so many of one client.
 */
export type SendingLimit = {
  readonly perMinute: number
  readonly key: (request: FastifyRequest) => string
  readonly isCostly?: true
}

const COSTLY = { atOnce: 4, waiting: 60, ofClient: 6, ofClientPerMinute: 100 }

/** Whom a route is for: everyone, whoever is signed in, or those who may do this to the entry that the address names. */
export type Rule = 'everyone' | 'signed-in' | Act

/** A page of the desk or a form: its method, and whom it is for. */
export type FormRoute = readonly [
  method: 'GET' | 'POST',
  path: string,
  rule: Rule,
  handler: Handler,
  limit?: SendingLimit,
]

/** Forms for readers, each in every language of the site's own pages. */
export function inEveryLanguage(routes: readonly FormRoute[]): readonly FormRoute[] {
  return SITE_LANGUAGES.flatMap((language) =>
    routes.map(([method, path, ...rest]): FormRoute => [method, pathIn(language, path), ...rest]),
  )
}

/** Serves pages for readers in every language, from the page cache where it can. */
export function serveSite(app: FastifyInstance, service: Service, routes: readonly SiteRoute[]): void {
  for (const language of SITE_LANGUAGES) {
    for (const [path, handler] of routes)
      app.get(pathIn(language, path), answering(service, 'everyone', handler))
  }
}

/** Serves the desk's pages and every form; a write must come from a page of ours. */
export function serveForms(app: FastifyInstance, service: Service, routes: readonly FormRoute[]): void {
  const turnstile = openTurnstile(COSTLY)
  for (const [method, path, rule, handler, limit] of routes) {
    app.route({
      method,
      url: path,
      config: { rateLimit: limit === undefined ? false : rateLimitOf(limit) },
      // Before anything is read or counted: what another site sends must not use up this reader's attempts.
      onRequest: async (request) => checkSameOrigin(request),
      handler: answering(service, rule, limit?.isCostly === true ? inTurn(turnstile, handler) : handler),
    })
  }
}

function inTurn(turnstile: Turnstile, handler: Handler): Handler {
  return (house, reader, asked) =>
    turnstile.pass(clientOf(asked.request), () => handler(house, reader, asked))
}

function rateLimitOf({ perMinute, key }: SendingLimit) {
  // After the body is read: the key may be something typed.
  return { max: perMinute, timeWindow: 60_000, hook: 'preHandler' as const, keyGenerator: key }
}

/** The reader of a request, with the session's account if there is one. */
export function readerOfRequest(service: Service, request: FastifyRequest): Reader {
  const token = request.cookies[service.cookies.session]
  const actor = token === undefined ? null : service.actorOfToken(token)
  const notice = typeof request.query === 'object' ? noticeOf(request.query) : null
  return readerOf(request, service.house.clock, actor, { contrast: contrastOf(request), notice })
}

function answering(service: Service, rule: Rule, handler: Handler) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { house } = service
    // Asked before the page is made: a write in between makes the kept page old, never new.
    const version = house.store.content.version(house.clock())
    const reader = readerOfRequest(service, request)
    const make = () => {
      admit(rule, reader, request.url)
      return handler(house, reader, askedOf(request, reply))
    }
    const isWrite = request.method === 'POST' && rule !== 'everyone'
    const sent = { actor: reader.actor, path: reader.path, rule }
    const answer = await (isWrite ? notingWhatWasTurnedAway(service, sent, make) : make())
    return send({ service, reader, request, reply, version }, answer)
  }
}

/** Turns away whoever has no business at a route, whatever it names; the operation judges the entry itself. */
function admit(rule: Rule, { actor }: Reader, url: string): void {
  if (rule === 'everyone') return
  if (actor === null) throw new Refusal('sign-in', url)
  if (rule !== 'signed-in' && !mayAnywhere(actor, rule)) forbidden(rule)
}

function askedOf(request: FastifyRequest, reply: FastifyReply): Asked {
  return {
    params: singleValues(request.params),
    query: singleValues(request.query),
    list: (name) => textsOf(formIn(request.query), name),
    form: formIn(request.body),
    request,
    reply,
  }
}

/** Of a doubled parameter the last counts, as in a form that was sent twice. */
export function singleValues(query: unknown): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(query ?? {})) {
    values[name] = Array.isArray(value) ? String(value.at(-1)) : String(value)
  }
  return values
}

function noticeOf(query: unknown): string | null {
  const { meldung } = singleValues(query)
  return meldung ?? null
}
