// The entries that somebody looked at last, as their own browser keeps them: a page that is only read writes nothing here.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DESK_FOUND, type DeskFound } from '../store/desk-search.ts'
import type { Cookies } from './cookies.ts'

/** An entry that was looked at. */
export type Visit = { readonly noun: DeskFound; readonly id: number }

const VISITED = 'besucht'
const MOST = 8
/** „7~meeting.25~venue.3“: whose it is, and which entries, the latest first; names are never kept. */
const BETWEEN = '~'

/** The entries that this account looked at last, the latest first; what is none is left out. */
export function visitsIn({ cookies }: FastifyRequest, accountId: number): readonly Visit[] {
  const [owner, ...kept] = (cookies[VISITED] ?? '').split(BETWEEN)
  return owner === String(accountId) ? kept.slice(0, MOST).flatMap((text) => visitOf(text) ?? []) : []
}

/** Puts an entry before those that were looked at earlier; entries that are not listed are not kept. */
export function keepVisit(
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  cookies: Cookies,
  accountId: number,
  { noun, id }: { readonly noun: string; readonly id: number },
): void {
  const visit = visitOf(`${noun}.${id}`)
  if (visit === null) return
  const earlier = visitsIn(request, accountId).filter((each) => each.noun !== noun || each.id !== id)
  const kept = [visit, ...earlier].slice(0, MOST).map((each) => `${each.noun}.${each.id}`)
  reply.setCookie(VISITED, [accountId, ...kept].join(BETWEEN), optionsOf(cookies))
}

/** Takes all of them back. */
export function forgetVisits(reply: FastifyReply, cookies: Cookies): void {
  reply.clearCookie(VISITED, optionsOf(cookies))
}

function optionsOf({ secure }: Cookies) {
  return { path: '/verwaltung', httpOnly: true, sameSite: 'lax', secure } as const
}

function visitOf(text: string): Visit | null {
  const [, name, id] = /^([a-z-]+)\.([1-9]\d{0,9})$/.exec(text) ?? []
  const noun = DESK_FOUND.find((known) => known === name)
  return noun === undefined || id === undefined ? null : { noun, id: Number(id) }
}
