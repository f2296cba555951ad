import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../domain/refusal.ts'

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** The headers that every answer carries: nothing from anywhere else, nothing inline, no framing, no sniffing. */
export async function protect(app: FastifyInstance, origin: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: [({ url }) => (isOfDesk(url) ? "'self'" : "'none'")],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: origin.startsWith('https:')
      ? { maxAge: 63_072_000, includeSubDomains: true }
      : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    // Each of these speaks to browsers that are gone, or repeats what stands above.
    originAgentCluster: false,
    xFrameOptions: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    done()
  })
}

/** Only at the desk does a script send anything: a file, while its bar is shown. */
function isOfDesk(url: string | undefined): boolean {
  return url?.startsWith('/verwaltung/') === true
}

/** Tells whether a request names this site: the configured host, or this machine for a demonstration. */
export function hostCheck(origin: string, isDemonstration: boolean): (host: string | undefined) => boolean {
  const ours = new URL(origin).host
  return (host) => host === ours || (isDemonstration && host !== undefined && LOOPBACK.test(host))
}

/**
 * Throws Forbidden for a write that did not come from a page of ours. Browsers say so themselves (Sec-Fetch-Site,
 * Fetch Metadata §2; Origin, RFC 6454 §7), so that no form needs a token.
 */
export function checkSameOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  const site = request.headers['sec-fetch-site']
  const from = request.headers.origin
  if (site !== undefined ? site === 'same-origin' : from !== undefined && isSameHost(from, request.host))
    return
  throw new Refusal('forbidden', 'a write from another site')
}

function isSameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Whether the percent-encoding of an address is sound (RFC 3986 §2.1). */
export function isDecodable(url: string): boolean {
  if (!url.includes('%')) return true
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}
