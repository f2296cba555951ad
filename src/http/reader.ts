import type { FastifyRequest } from 'fastify'
import { type Clock, type WallTime, wallTime } from '../domain/clock.ts'
import type { SiteLanguage } from '../domain/language.ts'
import type { Actor } from '../domain/permission.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Words, wordsOf } from '../i18n/words.ts'
import { type Form, textOf } from './forms.ts'

/** Who reads a page, and when: what a view model needs to know of a request. */
export type Reader = {
  readonly language: SiteLanguage
  readonly words: Words
  readonly now: WallTime
  /** The path without the language's prefix, and the query with its question mark or empty. */
  readonly path: string
  readonly search: string
  readonly contrast: 'standard' | 'more'
  /** The signed-in account, or null for a resident. */
  readonly actor: Extract<Actor, { kind: 'account' }> | null
  /** What the last write said, shown once. */
  readonly notice: string | null
}

/** The language of a path: `/en/orte` is English, everything without a known prefix is German. */
function languageOfPath(path: string): { language: SiteLanguage; path: string } {
  if (path === '/en' || path.startsWith('/en/')) return { language: 'en', path: ownPathOf(path.slice(3)) }
  return { language: 'de', path: ownPathOf(path) }
}

/** Pages link to their own path in other languages: `//evil.example` would lead to another host. */
function ownPathOf(path: string): string {
  return path.replace(/^[/\\]*/, '/')
}

/** The reader of a request. */
export function readerOf(
  request: FastifyRequest,
  clock: Clock,
  actor: Reader['actor'],
  cookies: { readonly contrast: Reader['contrast']; readonly notice: string | null },
): Reader {
  const [rawPath = '/', query] = request.url.split('?', 2)
  const { language, path } = languageOfPath(rawPath)
  return {
    language,
    words: wordsOf(language),
    now: wallTime(clock()),
    path,
    search: query === undefined ? '' : `?${query}`,
    contrast: cookies.contrast,
    actor,
    notice: cookies.notice,
  }
}

/** Who is signed in; leads to the form to sign in where nobody is. */
export function actorOf(reader: Reader): NonNullable<Reader['actor']> {
  if (reader.actor === null) throw new Refusal('sign-in', reader.path)
  return reader.actor
}

/** The same as whoever saves an entry, from a form of its own or with a proposal in it. */
export function byEntryForm(reader: Reader, { form }: { readonly form: Form }) {
  const origin = proposalIdIn(form) === null ? 'form' : 'proposal'
  return { actor: actorOf(reader), origin, despite: textOf(form, 'despite') } as const
}

/** The proposal that a form holds, or null. */
export function proposalIdIn(form: Form): number | null {
  const text = textOf(form, 'vorschlag')
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}

/** The same as whoever acts by a form. */
export function byForm(reader: Reader) {
  return { actor: actorOf(reader), origin: 'form' } as const
}
