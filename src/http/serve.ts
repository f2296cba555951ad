import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SITE_LANGUAGES } from '../domain/language.ts'
import { notFound, Refusal } from '../domain/refusal.ts'
import type { Answer } from './answer.ts'
import type { PageCache } from './cache.ts'
import { anonymousKey, type Cookies, contrastOf } from './cookies.ts'
import { encode, encodingOf } from './encoding.ts'
import { type Form, textsOf } from './forms.ts'
import { frameOf } from './frame.ts'
import type { House } from './house.ts'
import { type Reader, readerOf } from './reader.ts'
import { render } from './render.ts'
import { checkSameOrigin } from './security.ts'

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

/** How often something may be sent in a minute, counted for each key; one key must never stand for two people. */
export type SendingLimit = { readonly perMinute: number; readonly key: (request: FastifyRequest) => string }

/** A page of the desk or a form: its method, and whether it is only for those who signed in. */
export type FormRoute = readonly [
  method: 'GET' | 'POST',
  path: string,
  who: 'everyone' | 'signed-in',
  handler: Handler,
  limit?: SendingLimit,
]

/** What the server needs beside the house: cookies, the page cache (null: off), and who a session belongs to. */
export type Service = {
  readonly house: House
  readonly cookies: Cookies
  readonly cache: PageCache | null
  readonly actorOfToken: (token: string) => Reader['actor']
}

/** Serves pages for readers in every language, from the page cache where it can. */
export function serveSite(app: FastifyInstance, service: Service, routes: readonly SiteRoute[]): void {
  for (const language of SITE_LANGUAGES) {
    const prefix = language === 'de' ? '' : `/${language}`
    for (const [path, handler] of routes) {
      app.get(path === '/' && prefix !== '' ? prefix : `${prefix}${path}`, (request, reply) =>
        answerRequest(service, handler, request, reply),
      )
    }
  }
}

/** Serves the desk's pages and every form; a write must come from a page of ours. */
export function serveForms(app: FastifyInstance, service: Service, routes: readonly FormRoute[]): void {
  for (const [method, path, who, handler, limit] of routes) {
    app.route({
      method,
      url: path,
      config: { rateLimit: limit === undefined ? false : rateLimitOf(limit) },
      // Before anything is read or counted: what another site sends must not use up this reader's attempts.
      onRequest: async (request) => checkSameOrigin(request),
      handler: (request, reply) => answerRequest(service, handler, request, reply, who === 'signed-in'),
    })
  }
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

async function answerRequest(
  service: Service,
  handler: Handler,
  request: FastifyRequest,
  reply: FastifyReply,
  signedInOnly = false,
): Promise<FastifyReply> {
  const { house } = service
  // Asked before the page is made: a write in between makes the kept page old, never new.
  const version = house.store.content.version(house.clock())
  const reader = readerOfRequest(service, request)
  if (signedInOnly && reader.actor === null) throw new Refusal('sign-in', request.url)
  const answer = await handler(house, reader, askedOf(request, reply))
  return send(service, reader, answer, request, reply, version)
}

/** Sends an answer; a page for an anonymous reader is kept for the next one. */
export async function send(
  service: Service,
  reader: Reader,
  answer: Answer,
  request: FastifyRequest,
  reply: FastifyReply,
  version = 0,
): Promise<FastifyReply> {
  switch (answer.kind) {
    case 'page':
      return sendPage(service, reader, answer, request, reply, version)
    case 'redirect': {
      const to =
        answer.notice === undefined
          ? answer.to
          : `${answer.to}${answer.to.includes('?') ? '&' : '?'}meldung=${answer.notice}`
      return reply.redirect(to, answer.status)
    }
    case 'file':
      return sendFile(answer, request, reply)
    default:
      return answer satisfies never
  }
}

async function sendPage(
  service: Service,
  reader: Reader,
  answer: Extract<Answer, { kind: 'page' }>,
  request: FastifyRequest,
  reply: FastifyReply,
  version: number,
): Promise<FastifyReply> {
  const html = await render(reply, answer, frameOf(service.house, reader, answer.head))
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding, cookie')
  const isShared =
    request.method === 'GET' && answer.status === 200 && reader.actor === null && answer.head.hidden !== true
  reply.header('cache-control', isShared ? 'public, no-cache' : 'private, no-store')
  const key =
    isShared && request.method === 'GET'
      ? anonymousKey(request.raw.url ?? '/', request.headers.cookie, service.cookies)
      : null
  if (service.cache !== null && key !== null) {
    const headers = reply.getHeaders() as Record<string, string>
    reply.hijack()
    const made = { html, headers, changesAt: answer.head.changesAt ?? null, version }
    service.cache.keep(key, made, request.headers, reply.raw)
    return reply
  }
  const encoding = service.cache === null ? 'identity' : encodingOf(request.headers['accept-encoding'])
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.code(answer.status).send(encode(Buffer.from(html), encoding))
}

function sendFile(
  answer: Extract<Answer, { kind: 'file' }>,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply
    .type(answer.mediaType)
    .header('etag', answer.etag)
    .header('cache-control', 'public, no-cache')
    .header(
      'content-disposition',
      `${answer.disposition}; filename*=UTF-8''${encodeURIComponent(answer.name)}`,
    )
  if (request.headers['if-none-match'] === answer.etag) return reply.code(304).send()
  return reply.send(typeof answer.bytes === 'string' ? answer.bytes : Buffer.from(answer.bytes))
}

function askedOf(request: FastifyRequest, reply: FastifyReply): Asked {
  return {
    params: request.params as Record<string, string>,
    query: singleValues(request.query),
    list: (name) => textsOf((request.query ?? {}) as Form, name),
    form: (request.body ?? {}) as Form,
    request,
    reply,
  }
}

/** Of a doubled parameter the last counts, as in a form that was sent twice. */
function singleValues(query: unknown): Record<string, string> {
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
