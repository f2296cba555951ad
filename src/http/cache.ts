import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { type Clock, wallTime } from '../domain/clock.ts'
import { type Encoding, encode, encodingOf } from './encoding.ts'

type Headers = Readonly<Record<string, string | number | readonly string[]>>

/** Header names and values in turn, as Node writes them without looking again. */
type FlatHeaders = readonly (string | number | readonly string[])[]

/** A page in one encoding, ready to be written; whoever asks for another encoding has another page. */
type CachedPage = {
  readonly version: number
  readonly day: string
  /** Wall time „HH:MM“ from which the page says something else, or null for the whole day. */
  readonly changesAt: string | null
  /** Each byte as one character: Node then writes head and body in one piece, which it does not do for a buffer. */
  readonly body: string
  readonly etag: string
  /** With the body, and for those who know it already. */
  readonly whole: FlatHeaders
  readonly known: FlatHeaders
  readonly size: number
}

/** A page just made, for one content version and one local day. */
export type MadePage = Pick<CachedPage, 'version' | 'day' | 'changesAt'> & {
  readonly html: string
  readonly headers: Headers
}

const MOST_BYTES = 64 * 1024 * 1024
/** What a page costs beside its bytes: headers, twice flattened, and the entry itself. */
const BYTES_BESIDE = 4096

/**
 * Whole pages for readers without a session, already compressed, valid for one content version and one local day.
 * A page that tells the time („jetzt erreichbar“) names the minute at which it ends.
 */
export class PageCache {
  readonly #pages = new Map<string, CachedPage>()
  readonly #version: (now: number) => number
  readonly #clock: Clock
  readonly #mostBytes: number
  #bytes = 0

  constructor(version: (now: number) => number, clock: Clock, mostBytes = MOST_BYTES) {
    this.#version = version
    this.#clock = clock
    this.#mostBytes = mostBytes
  }

  /** Answers from the cache where it can; then nothing else is to be done for the request. */
  answer(address: string, requestHeaders: IncomingHttpHeaders, response: ServerResponse): boolean {
    const key = keyOf(address, encodingOf(requestHeaders['accept-encoding']))
    const cached = this.#pages.get(key)
    if (cached === undefined) return false
    if (!this.#isFresh(cached)) {
      this.#drop(key, cached)
      return false
    }
    this.#touch(key, cached)
    send(cached, requestHeaders, response)
    return true
  }

  /** Keeps a page just made, and sends it. */
  keep(address: string, made: MadePage, requestHeaders: IncomingHttpHeaders, response: ServerResponse): void {
    const encoding = encodingOf(requestHeaders['accept-encoding'])
    const key = keyOf(address, encoding)
    const page = prepare(made, encoding, key.length)
    const former = this.#pages.get(key)
    if (former !== undefined) this.#drop(key, former)
    this.#pages.set(key, page)
    this.#bytes += page.size
    send(page, requestHeaders, response)
    this.#makeRoom()
  }

  #isFresh(page: CachedPage): boolean {
    const now = this.#clock()
    if (page.version !== this.#version(now)) return false
    const { day, time } = wallTime(now)
    return page.day === day && (page.changesAt === null || time < page.changesAt)
  }

  #drop(key: string, page: CachedPage): void {
    this.#pages.delete(key)
    this.#bytes -= page.size
  }

  /** A map keeps the order in which its keys came: what is asked for goes to the end. */
  #touch(key: string, page: CachedPage): void {
    this.#pages.delete(key)
    this.#pages.set(key, page)
  }

  /** What nobody asked for the longest goes first, so that made-up addresses drive out each other and no page that is read. */
  #makeRoom(): void {
    for (const [key, page] of this.#pages) {
      if (this.#bytes <= this.#mostBytes) return
      this.#drop(key, page)
    }
  }
}

function keyOf(address: string, encoding: Encoding): string {
  return `${encoding} ${address}`
}

function prepare(
  { html, headers, version, day, changesAt }: MadePage,
  encoding: Encoding,
  keyLength: number,
): CachedPage {
  const body = encode(Buffer.from(html), encoding)
  // Of the bytes as they are sent, so that each encoding has a strong tag of its own (RFC 9110 §8.8.3).
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`
  const known = { ...headers, etag }
  const encoded = encoding === 'identity' ? {} : { 'content-encoding': encoding }
  const whole = { ...known, 'content-length': String(body.length), ...encoded }
  const size = body.length + keyLength + BYTES_BESIDE
  return {
    version,
    day,
    changesAt,
    body: body.toString('latin1'),
    etag,
    whole: Object.entries(whole).flat(),
    known: Object.entries(known).flat(),
    size,
  }
}

function send(page: CachedPage, requestHeaders: IncomingHttpHeaders, response: ServerResponse): void {
  if (requestHeaders['if-none-match']?.includes(page.etag) === true) {
    response.writeHead(304, page.known as string[])
    response.end()
    return
  }
  response.writeHead(200, page.whole as string[])
  response.end(page.body, 'latin1')
}
