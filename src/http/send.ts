import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Noun } from '../domain/revision.ts'
import type { Answer, PageAnswer, TextAnswer } from './answer.ts'
import type { PageCache } from './cache.ts'
import { anonymousKey, type Cookies } from './cookies.ts'
import { encode, encodingOf } from './encoding.ts'
import { entityTag, isKnown } from './entity-tag.ts'
import type { Form } from './forms.ts'
import { frameOf } from './frame.ts'
import type { House } from './house.ts'
import type { Reader } from './reader.ts'
import { render } from './render.ts'

/** What the server needs beside the house: cookies, the page cache (null: off), and who a session belongs to. */
export type Service = {
  readonly house: House
  readonly cookies: Cookies
  readonly cache: PageCache | null
  readonly actorOfToken: (token: string) => Reader['actor']
  /** Keeps what was sent in a session that has ended; the token that opens it, or null where it is not kept. */
  readonly keepForm: (sessionToken: string, sent: SentForm) => string | null
  /** Notes in the log what an account wanted to do, and how that ended. */
  readonly noteTurnedAway: (accountId: number, deed: TurnedAway) => void
}

/** A write that was not carried out: what it was, to which entry, and why not. */
export type TurnedAway = {
  readonly act: 'create' | 'change' | 'restore'
  readonly noun?: Noun
  readonly id?: number
  readonly result: 'refused' | 'outdated' | 'forbidden'
}

/** A form that was sent, and to which route, as the table of routes names it. */
export type SentForm = {
  readonly pattern: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly form: Form
}

/** A request on its way to its answer; `version` is the content version from before the answer was made. */
export type Exchange = {
  readonly service: Service
  readonly reader: Reader
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly version: number
}

/** Sends an answer; a page for an anonymous reader is kept for the next one. */
export async function send(exchange: Exchange, answer: Answer): Promise<FastifyReply> {
  switch (answer.kind) {
    case 'page':
      return sendPage(exchange, answer)
    case 'redirect': {
      const to =
        answer.notice === undefined
          ? answer.to
          : `${answer.to}${answer.to.includes('?') ? '&' : '?'}meldung=${answer.notice}`
      return exchange.reply.redirect(to, answer.status)
    }
    case 'text':
      return sendText(exchange, answer)
    case 'file':
      return sendFile(exchange, answer)
    default:
      return answer satisfies never
  }
}

async function sendPage(exchange: Exchange, answer: PageAnswer): Promise<FastifyReply> {
  const { service, reader, request, reply } = exchange
  const { head, status } = answer
  const text = await render(reply, answer, frameOf(service.house, reader, head))
  const isShared = request.method === 'GET' && status === 200 && reader.actor === null && head.hidden !== true
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('vary', 'accept-encoding, cookie')
    .header('cache-control', isShared ? 'public, no-cache' : 'private, no-store')
  return sendMade(exchange, { text, isShared, isKept: isShared, changesAt: head.changesAt ?? null })
}

function sendText(exchange: Exchange, answer: TextAnswer): FastifyReply {
  const { reader, request, reply } = exchange
  const { mediaType, name, text } = answer
  reply
    .type(mediaType)
    .header('vary', 'accept-encoding')
    .header('cache-control', 'public, no-cache')
    .header('content-disposition', `inline; filename*=UTF-8''${headerEncoded(name)}`)
  const isKept = answer.isKept && request.method === 'GET' && reader.actor === null
  return sendMade(exchange, { text, isShared: true, isKept, changesAt: null })
}

/** A body just made: whether anybody may have it, whether it is kept for the next one, and until when of today. */
type Made = {
  readonly text: string
  readonly isShared: boolean
  readonly isKept: boolean
  readonly changesAt: string | null
}

/** Sends it by way of the cache, or in the encoding asked for; whoever has it already is only told so. */
function sendMade(exchange: Exchange, { text, isShared, isKept, changesAt }: Made): FastifyReply {
  const { service, reader, request, reply, version } = exchange
  const { cache, cookies } = service
  const key = isKept ? anonymousKey(request.raw.url ?? '/', request.headers.cookie, cookies) : null
  if (cache !== null && key !== null) {
    const headers = headersOf(reply)
    reply.hijack()
    cache.keep(key, { text, headers, changesAt, version, day: reader.now.day }, request.headers, reply.raw)
    return reply
  }
  const encoding = cache === null ? 'identity' : encodingOf(request.headers['accept-encoding'])
  const body = encode(text, encoding)
  if (isShared) {
    const etag = entityTag(body)
    reply.header('etag', etag)
    if (isKnown(etag, request.headers['if-none-match'])) return reply.code(304).send()
  }
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(body)
}

/** The headers set so far. */
function headersOf(reply: FastifyReply) {
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  )
}

function sendFile({ request, reply }: Exchange, answer: Extract<Answer, { kind: 'file' }>): FastifyReply {
  reply
    .type(answer.mediaType)
    .header('etag', answer.etag)
    .header('cache-control', answer.isPrivate === true ? 'private, no-store' : 'public, no-cache')
    .header('content-disposition', `${answer.disposition}; filename*=UTF-8''${headerEncoded(answer.name)}`)
  if (request.headers['if-none-match'] === answer.etag) return reply.code(304).send()
  return reply.send(typeof answer.bytes === 'string' ? answer.bytes : Buffer.from(answer.bytes))
}

/** RFC 8187 §3.2.1: in a header some marks are encoded that an address may hold as they are. */
function headerEncoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
