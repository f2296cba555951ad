import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { serveAssets } from './http/assets.ts'
import { PageCache } from './http/cache.ts'
import { anonymousKey, cookiesOf } from './http/cookies.ts'
import { answerErrors } from './http/errors.ts'
import type { House } from './http/house.ts'
import { registerViews } from './http/render.ts'
import { isKnownHost, protect } from './http/security.ts'
import { type FormRoute, type Service, type SiteRoute, serveForms, serveSite } from './http/serve.ts'
import { actorOfToken } from './operations/accounts.ts'
import * as directory from './site/directory/routes.ts'
import * as home from './site/home/routes.ts'

/** Every page for readers; each stands at the same path below `/en`, too. */
const SITE: readonly SiteRoute[] = [
  ['/', home.home],
  ['/orte', home.cities],
  ['/orte/:slug', directory.city],
  ['/organisationen', directory.organisations],
]

/** Every form, and the desk. */
const FORMS: readonly FormRoute[] = []

const LARGEST_BODY = 512 * 1024

export type AppOptions = {
  readonly house: House
  readonly logLevel: string
  readonly pageCache: boolean
  readonly trustProxy: boolean
}

/** Builds the server: nothing listens yet. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { house } = options
  const app = Fastify({
    logger: { level: options.logLevel },
    // No client address, no search words in the log.
    disableRequestLogging: true,
    bodyLimit: LARGEST_BODY,
    trustProxy: options.trustProxy,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  })
  const cookies = cookiesOf(house.origin)
  const cache = options.pageCache ? new PageCache(house.store.content.version, house.clock) : null
  const service: Service = { house, cookies, cache, actorOfToken: (token) => actorOfToken(house, token) }

  app.addHook('onRequest', (request, reply, next) => {
    if (!isKnownHost(request.host, house.origin, house.isDemonstration)) {
      reply.code(421).type('text/plain; charset=utf-8').send('This address does not belong to this site.\n')
      return
    }
    const { method, url = '/', headers } = request.raw
    const key = method === 'GET' && cache !== null ? anonymousKey(url, headers.cookie, cookies) : null
    if (key !== null && cache !== null && cache.answer(key, headers, reply.raw)) reply.hijack()
    else next()
  })
  await app.register(cookie)
  await app.register(formbody)
  await app.register(rateLimit, { global: false })
  await protect(app, house.origin)
  await registerViews(app, true)
  serveAssets(app, house.assets)
  serveSite(app, service, SITE)
  serveForms(app, service, FORMS)
  answerErrors(app, service, () => [])
  return app
}
