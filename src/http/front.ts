import type { ServerResponse } from 'node:http'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http'
import type { PageCache } from './cache.ts'
import { anonymousKey, type Cookies } from './cookies.ts'
import { KEEP_ALIVE_SECONDS } from './ready.ts'

const LONGEST_REQUEST_MS = 60_000

/** What the door needs to know: whose requests are ours, and which pages are ready. */
export type Front = {
  readonly cache: PageCache | null
  readonly cookies: Cookies
  readonly isOurHost: (host: string | undefined) => boolean
  readonly trustProxy: boolean
}

/**
 * The HTTP server: a page that is ready is handed out at the door, before a request is anything to the framework;
 * that makes it as cheap as a handler that does nothing. Everything else goes in to `listener`.
 */
export function openServer(front: Front, listener: RequestListener): Server {
  const server = createServer((request, response) => {
    if (!answerAtTheDoor(front, request, response)) listener(request, response)
  })
  server.keepAliveTimeout = KEEP_ALIVE_SECONDS * 1000
  server.requestTimeout = LONGEST_REQUEST_MS
  return server
}

/** The host that was asked for; a proxy of ours says so itself. */
export function hostOf(headers: IncomingHttpHeaders, trustProxy: boolean): string | undefined {
  const forwarded = trustProxy ? headers['x-forwarded-host'] : undefined
  return typeof forwarded === 'string' ? forwarded : headers.host
}

function answerAtTheDoor(front: Front, request: IncomingMessage, response: ServerResponse): boolean {
  const { cache, cookies, isOurHost, trustProxy } = front
  if (cache === null || request.method !== 'GET' || !isOurHost(hostOf(request.headers, trustProxy)))
    return false
  const key = anonymousKey(request.url ?? '/', request.headers.cookie, cookies)
  return key !== null && cache.answer(key, request.headers, response)
}
