import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { type Clock, wallTime } from '../domain/clock.ts'
import { type Encoding, encode, encodingOf } from './encoding.ts'

type Headers = Readonly<Record<string, string | number | readonly string[]>>

/** Header names and values in turn, as Node writes them without looking again. */
type FlatHeaders = readonly (string | number | readonly string[])[]

/** A page in one encoding, ready to be written. */
type ReadyAnswer = {
  readonly body: Buffer
  readonly etag: string
  readonly whole: FlatHeaders
  readonly known: FlatHeaders
}

type CachedPage = {
  readonly version: number
  readonly day: string
  /** Wall time „HH:MM“ from which the page says something else, or null for the whole day. */
  readonly changesAt: string | null
  readonly html: Buffer
  readonly headers: Headers
  readonly answers: Map<Encoding, ReadyAnswer>
  size: number
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
  answer(key: string, requestHeaders: IncomingHttpHeaders, response: ServerResponse): boolean {
    const cached = this.#pages.get(key)
    if (cached === undefined) return false
    const now = this.#clock()
    if (!this.#isFresh(cached, now)) {
      this.#drop(key, cached)
      return false
    }
    this.#touch(key, cached)
    this.#send(cached, requestHeaders, response)
    return true
  }

  /** Keeps a page just made, and sends it. */
  keep(
    key: string,
    made: {
      readonly html: string
      readonly headers: Headers
      readonly changesAt: string | null
      readonly version: number
    },
    requestHeaders: IncomingHttpHeaders,
    response: ServerResponse,
  ): void {
    const html = Buffer.from(made.html)
    const { day } = wallTime(this.#clock())
    const { version, changesAt, headers } = made
    const page: CachedPage = {
      version,
      day,
      changesAt,
      html,
      headers,
      answers: new Map(),
      size: html.length + key.length + BYTES_BESIDE,
    }
    const former = this.#pages.get(key)
    if (former !== undefined) this.#drop(key, former)
    this.#pages.set(key, page)
    this.#bytes += page.size
    this.#send(page, requestHeaders, response)
    this.#makeRoom()
  }

  #isFresh(page: CachedPage, now: number): boolean {
    if (page.version !== this.#version(now)) return false
    const { day, time } = wallTime(now)
    return page.day === day && (page.changesAt === null || time < page.changesAt)
  }

  #send(page: CachedPage, requestHeaders: IncomingHttpHeaders, response: ServerResponse): void {
    const encoding = encodingOf(requestHeaders['accept-encoding'])
    const answer = page.answers.get(encoding) ?? this.#prepare(page, encoding)
    if (requestHeaders['if-none-match']?.includes(answer.etag) === true) {
      response.writeHead(304, answer.known as string[])
      response.end()
      return
    }
    response.writeHead(200, answer.whole as string[])
    response.end(answer.body)
  }

  #prepare(page: CachedPage, encoding: Encoding): ReadyAnswer {
    const body = encode(page.html, encoding)
    // Of the bytes as they are sent, so that each encoding has a strong tag of its own (RFC 9110 §8.8.3).
    const etag = `"${createHash('sha1').update(body).digest('base64url')}"`
    const known = { ...page.headers, etag }
    const encoded = encoding === 'identity' ? {} : { 'content-encoding': encoding }
    const whole = { ...known, 'content-length': String(body.length), ...encoded }
    const answer = { body, etag, whole: Object.entries(whole).flat(), known: Object.entries(known).flat() }
    page.answers.set(encoding, answer)
    page.size += body.length
    this.#bytes += body.length
    return answer
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
