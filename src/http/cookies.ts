import type { FastifyReply, FastifyRequest } from 'fastify'

const CONTRAST = 'kontrast'
const YEAR_IN_SECONDS = 365 * 24 * 60 * 60

/**
 * The cookies there are: a session after signing in, the entries that were then looked at (`visits.ts`), and the contrast
 * after it was chosen. Readers have none of them.
 */
export type Cookies = {
  /** `__Host-` binds the session to exactly this host over TLS; a demonstration on this machine has no TLS. */
  readonly session: string
  readonly secure: boolean
}

/** How cookies are named and protected for an origin. */
export function cookiesOf(origin: string): Cookies {
  const secure = origin.startsWith('https:')
  return { session: secure ? '__Host-treffpunkt' : 'treffpunkt', secure }
}

/** The contrast that the reader chose. */
export function contrastOf(request: FastifyRequest): 'standard' | 'more' {
  return request.cookies[CONTRAST] === 'mehr' ? 'more' : 'standard'
}

/** Keeps or forgets the choice of more contrast. */
export function keepContrast(reply: FastifyReply, cookies: Cookies, contrast: 'standard' | 'more'): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: cookies.secure } as const
  if (contrast === 'more') reply.setCookie(CONTRAST, 'mehr', { ...options, maxAge: YEAR_IN_SECONDS })
  else reply.clearCookie(CONTRAST, options)
}

/** Hands the session's token to the browser, or takes it back (null). */
export function keepSession(reply: FastifyReply, cookies: Cookies, token: string | null): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: cookies.secure } as const
  if (token === null) reply.clearCookie(cookies.session, options)
  else reply.setCookie(cookies.session, token, options)
}

/**
 * The key under which an anonymous page is kept, or null where the request carries a session, or a contrast that can be
 * read in two ways: the page made for it must not be handed to others.
 */
export function anonymousKey(url: string, cookieHeader: string | undefined, cookies: Cookies): string | null {
  if (cookieHeader === undefined) return url
  if (cookieHeader.includes(`${cookies.session}=`)) return null
  if (!cookieHeader.includes(CONTRAST)) return url
  const chosen = cookieHeader.split('; ').filter((pair) => pair.includes(CONTRAST))
  return chosen.length === 1 && chosen[0] === `${CONTRAST}=mehr` ? `${url} ${CONTRAST}` : null
}
