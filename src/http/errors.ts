import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../domain/refusal.ts'
import { page } from './answer.ts'
import { type ShownHit, shownHits } from './hits.ts'
import type { House } from './house.ts'
import type { Href } from './href.ts'
import type { Reader } from './reader.ts'
import { readerOfRequest, type Service, send } from './serve.ts'
import { urlsIn, withQuery } from './urls.ts'

export type ErrorPage = {
  readonly title: string
  readonly text: string
  readonly suggestions: readonly ShownHit[]
  readonly search: Href
  readonly searchWords: string
  readonly home: Href
}
declare module './render.ts' {
  interface Pages {
    'errors/problem': ErrorPage
  }
}

const MOST_SUGGESTIONS = 5

type ErrorName =
  | 'notFound'
  | 'forbidden'
  | 'gone'
  | 'tooLarge'
  | 'tooMany'
  | 'malformed'
  | 'broken'
  | 'unsupported'

/** One place where whatever was thrown becomes a page with the right status; no internal text is ever shown. */
export function answerErrors(app: FastifyInstance, service: Service): void {
  app.setNotFoundHandler((request, reply) => answer(service, request, reply, 'notFound', 404))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Refusal) return answerRefusal(service, error, request, reply)
    const [name, status] = nameOf(error)
    if (status >= 500) request.log.error(error)
    return answer(service, request, reply, name, status)
  })
}

function answerRefusal(
  service: Service,
  refusal: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> | FastifyReply {
  switch (refusal.kind) {
    case 'sign-in':
      return reply.redirect(
        withQuery('/anmelden', { weiter: request.method === 'GET' ? request.url : '/verwaltung' }),
        303,
      )
    case 'not-found':
      return answer(service, request, reply, 'notFound', 404)
    case 'gone':
      return answer(service, request, reply, 'gone', 410)
    case 'forbidden':
      return answer(service, request, reply, 'forbidden', 403)
    case 'malformed':
      return answer(service, request, reply, 'malformed', 400)
    default:
      return refusal.kind satisfies never
  }
}

function nameOf(error: FastifyError): [ErrorName, number] {
  switch (error.statusCode) {
    case 400:
      return ['malformed', 400]
    case 404:
      return ['notFound', 404]
    case 413:
      return ['tooLarge', 413]
    case 415:
      return ['unsupported', 415]
    case 429:
      return ['tooMany', 429]
    default:
      return ['broken', 500]
  }
}

function answer(
  service: Service,
  request: FastifyRequest,
  reply: FastifyReply,
  name: ErrorName,
  status: number,
): Promise<FastifyReply> {
  const reader = readerOfRequest(service, request)
  const { title, text } = reader.words.errors[name]
  const asked = status === 404 ? wordsOfPath(reader.path) : ''
  const urls = urlsIn(reader.language)
  const model: ErrorPage = {
    title,
    text,
    suggestions: suggestionsFor(service.house, reader, asked),
    search: urls.search(),
    searchWords: asked,
    home: urls.home,
  }
  return send(service, reader, page('errors/problem', { title, hidden: true }, model, status), request, reply)
}

/** The entries that are spelled most like what was asked for in vain. */
function suggestionsFor(house: House, reader: Reader, asked: string): readonly ShownHit[] {
  return asked === '' ? [] : shownHits(house, reader, house.store.search.near(asked, MOST_SUGGESTIONS))
}

/** „/organisationen/amnesti-duisburg“ → „amnesti duisburg“: what the reader was probably looking for. */
function wordsOfPath(path: string): string {
  const last =
    path
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? ''
  return last
    .replaceAll(/%[\da-f]{0,2}|[^\p{L}\p{N}]+/giu, ' ')
    .trim()
    .slice(0, 80)
}
