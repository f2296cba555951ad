import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { type Clock, wallTime } from '../domain/clock.ts'
import { type Encoding, encodingOf } from './encoding.ts'
import { handOverPage, type ReadyPage, readyPage, sendPage } from './ready.ts'

/** A page in one encoding, ready to be written; whoever asks for another encoding has another page. */
type CachedPage = {
  readonly version: number
  readonly day: string
  /** Wall time „HH:MM“ from which the page says something else, or null for the whole day. */
  readonly changesAt: string | null
  readonly ready: ReadyPage
  readonly size: number
  /** How many pages had been kept when this one was last moved behind the others. */
  touchedAt: number
}

/** A page just made, for one content version and one local day. */
export type MadePage = Pick<CachedPage, 'version' | 'day' | 'changesAt'> & {
  readonly text: string
  readonly headers: OutgoingHttpHeaders
}

const MOST_BYTES = 64 * 1024 * 1024
/** What a page costs beside its bytes: headers, twice written out, and the entry itself. */
const BYTES_BESIDE = 4096

/**
 * Whole pages and calendars for readers without a session, already compressed, valid for one content version and one local day.
 * A page that tells the time („jetzt erreichbar“) names the minute at which it ends.
 */
export class PageCache {
  readonly #pages = new Map<string, CachedPage>()
  readonly #version: (now: number) => number
  readonly #clock: Clock
  readonly #mostBytes: number
  #bytes = 0
  #kept = 0

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
    const now = this.#clock()
    if (!this.#isFresh(cached, now)) {
      this.#drop(key, cached)
      return false
    }
    if (cached.touchedAt !== this.#kept) this.#touch(key, cached)
    handOverPage(cached.ready, requestHeaders['if-none-match'], response, now)
    return true
  }

  /** Keeps a page just made, and sends it. */
  keep(address: string, made: MadePage, requestHeaders: IncomingHttpHeaders, response: ServerResponse): void {
    const encoding = encodingOf(requestHeaders['accept-encoding'])
    const key = keyOf(address, encoding)
    const { text, headers, version, day, changesAt } = made
    const ready = readyPage(text, headers, encoding)
    const size = ready.body.length + key.length + BYTES_BESIDE
    const former = this.#pages.get(key)
    if (former !== undefined) this.#drop(key, former)
    this.#kept += 1
    this.#pages.set(key, { version, day, changesAt, ready, size, touchedAt: this.#kept })
    this.#bytes += size
    sendPage(ready, requestHeaders['if-none-match'], response)
    this.#makeRoom()
  }

  #isFresh(page: CachedPage, now: number): boolean {
    if (page.version !== this.#version(now)) return false
    const { day, time } = wallTime(now)
    return page.day === day && (page.changesAt === null || time < page.changesAt)
  }

  #drop(key: string, page: CachedPage): void {
    this.#pages.delete(key)
    this.#bytes -= page.size
  }

  /**
   * A map keeps the order in which its keys came: what is asked for goes to the end. Only a page that is kept drives
   * others out, so that between two of them one move is enough.
   */
  #touch(key: string, page: CachedPage): void {
    this.#pages.delete(key)
    this.#pages.set(key, page)
    page.touchedAt = this.#kept
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
