import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { Refusal, type RefusalKind } from '../domain/refusal.ts'
import { page } from './answer.ts'
import { formIn } from './forms.ts'
import { type ShownHit, shownHits } from './hits.ts'
import type { House } from './house.ts'
import type { Href } from './href.ts'
import { withQuery } from './query.ts'
import type { Reader } from './reader.ts'
import { type Exchange, type Service, send } from './send.ts'
import { readerOfRequest, singleValues } from './serve.ts'
import { isMultipart, uploadIn } from './uploads.ts'
import { deskUrls, urlsIn } from './urls.ts'

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
/** As the page for 429 says. */
const BUSY_FOR_S = 60

/** What is told of each failure stands in the catalogue under the same name. */
const STATUS = {
  malformed: 400,
  forbidden: 403,
  notFound: 404,
  gone: 410,
  tooLarge: 413,
  unsupported: 415,
  tooMany: 429,
  broken: 500,
} as const
type ErrorName = keyof typeof STATUS

const REFUSED: Readonly<Record<Exclude<RefusalKind, 'sign-in'>, ErrorName>> = {
  'not-found': 'notFound',
  gone: 'gone',
  forbidden: 'forbidden',
  malformed: 'malformed',
  busy: 'tooMany',
  'too-large': 'tooLarge',
}
/** What the framework refuses by itself; all else that is thrown is a bug. */
const REFUSED_BY_FRAMEWORK: readonly ErrorName[] = [
  'malformed',
  'notFound',
  'tooLarge',
  'unsupported',
  'tooMany',
]

type Failed = Pick<Exchange, 'service' | 'request' | 'reply'>

/** One place where whatever was thrown becomes a page with the right status; no internal text is ever shown. */
export function answerErrors(app: FastifyInstance, service: Service): void {
  app.setNotFoundHandler((request, reply) => answer({ service, request, reply }, 'notFound'))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Refusal) return answerRefusal({ service, request, reply }, error)
    const name = REFUSED_BY_FRAMEWORK.find((known) => STATUS[known] === error.statusCode) ?? 'broken'
    if (name === 'broken') request.log.error(error)
    return answer({ service, request, reply }, name)
  })
}

async function answerRefusal(failed: Failed, { kind }: Refusal): Promise<FastifyReply> {
  const { request, reply } = failed
  if (kind === 'busy') reply.header('retry-after', BUSY_FOR_S)
  if (kind !== 'sign-in') return answer(failed, REFUSED[kind])
  if (request.method === 'GET') return reply.redirect(withQuery('/anmelden', { weiter: request.url }), 303)
  const kept = await keptTokenOf(failed)
  const query =
    kept === null ? { weiter: deskUrls.today } : { weiter: deskUrls.keptForm(kept), meldung: 'formKept' }
  return reply.redirect(withQuery('/anmelden', query), 303)
}

/**
 * Keeps the form of an entry, which alone has acts to choose from, or a file: what locks an account is not kept. The file
 * itself is chosen once more.
 */
async function keptTokenOf({ service, request }: Failed): Promise<string | null> {
  const token = request.cookies[service.cookies.session]
  const pattern = request.routeOptions.url
  if (token === undefined || pattern === undefined) return null
  const bringsFile = isMultipart(request)
  const form = bringsFile ? (await uploadIn({ request, form: {} })).form : formIn(request.body)
  if (!bringsFile && !('act' in form || 'add' in form)) return null
  const [params, query] = [singleValues(request.params), singleValues(request.query)]
  return service.keepForm(token, { pattern, params, query, form })
}

function answer({ service, request, reply }: Failed, name: ErrorName): Promise<FastifyReply> {
  const reader = readerOfRequest(service, request)
  const { title, text } = reader.words.errors[name]
  const asked = name === 'notFound' ? wordsOfPath(reader.path) : ''
  const urls = urlsIn(reader.language)
  const model: ErrorPage = {
    title,
    text,
    suggestions: suggestionsFor(service.house, reader, asked),
    search: urls.search(),
    searchWords: asked,
    home: urls.home,
  }
  const failure = page('errors/problem', { title, hidden: true }, model, STATUS[name])
  return send({ service, reader, request, reply, version: 0 }, failure)
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
