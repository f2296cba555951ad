import { lookup as lookUp } from 'node:dns/promises'
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import type { FetchFailure } from '../domain/feed.ts'
import { isPublicAddress } from './public-address.ts'

/** What was told of a text when it was last fetched (RFC 9110 §8.8); null where nothing was. */
export type Validators = { readonly etag: string | null; readonly lastModified: string | null }

export type Fetched =
  | ({ readonly kind: 'text'; readonly text: string } & Validators)
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly failure: FetchFailure }

/** Fetches a text from somebody else's https address, or says why not; never rejects. */
export type Fetcher = (address: string, known: Validators) => Promise<Fetched>

/** How calendars are fetched: by whom, how often each (in milliseconds), and chance, from 0 to 1, which spreads them. */
export type FetchPlan = { readonly fetcher: Fetcher; readonly everyMs: number; readonly random: () => number }

export type FetcherOptions = {
  /** Who asks, for those who are asked. */
  readonly userAgent: string
  /** All of these are for tests: whom to trust beside the usual authorities, and where hosts are. */
  readonly authority?: string
  readonly resolve?: (host: string) => Promise<readonly string[]>
  readonly isAllowed?: (ipAddress: string) => boolean
  readonly patienceMs?: number
}

/** The most bytes of a text, as they come and once more when unpacked. */
export const MOST_BYTES = 2 * 1024 * 1024
const MOST_REDIRECTS = 3
const PATIENCE_MS = 20_000
const LONGEST_VALIDATOR = 500
const REDIRECTS: readonly (number | undefined)[] = [301, 302, 303, 307, 308]
const UNKNOWN_HOST = ['ENOTFOUND', 'EAI_AGAIN', 'ENODATA']
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/

/**
 * A fetcher that nobody can send into a network of ours: https only, at most three redirects, each host resolved once, all its
 * addresses checked, and the connection made to one of those checked (no DNS rebinding); 2 MB, also when unpacked, in 20
 * seconds all in all. The media type a server names is not asked: what the text is, its reader sees.
 */
export function httpsFetcher(options: FetcherOptions): Fetcher {
  return async (address, known) => {
    const signal = AbortSignal.timeout(options.patienceMs ?? PATIENCE_MS)
    try {
      return await follow(new URL(address), known, { options, signal })
    } catch (error) {
      return { kind: 'failed', failure: signal.aborted ? 'too-slow' : failureOf(error) }
    }
  }
}

type Errand = { readonly options: FetcherOptions; readonly signal: AbortSignal }

/** What ended an errand, thrown through streams and sockets up to the one who sent it. */
class FetchError extends Error {
  readonly failure: FetchFailure

  constructor(failure: FetchFailure) {
    super(failure)
    this.name = 'FetchError'
    this.failure = failure
  }
}

async function follow(first: URL, known: Validators, errand: Errand): Promise<Fetched> {
  let url = first
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await ask(url, known, errand)
    if (!REDIRECTS.includes(response.statusCode)) return answerOf(response, known, errand)
    response.destroy()
    const target = response.headers.location ?? ''
    if (!URL.canParse(target, url.href)) throw new FetchError('redirect')
    url = new URL(target, url)
  }
  throw new FetchError('redirect')
}

function ask(url: URL, known: Validators, { options, signal }: Errand): Promise<IncomingMessage> {
  const isAllowed = options.isAllowed ?? isPublicAddress
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '')
    throw new FetchError('redirect')
  // A bare address is connected to without being looked up.
  if (isIP(host) !== 0 && !isAllowed(host)) throw new FetchError('not-public')
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      agent: false,
      lookup: checkedLookup(options.resolve ?? resolveHost, isAllowed),
      headers: headersOf(options.userAgent, known),
      signal,
      ...(options.authority === undefined ? {} : { ca: options.authority }),
    })
    asked.on('response', resolve)
    asked.on('error', reject)
    asked.end()
  })
}

function headersOf(userAgent: string, { etag, lastModified }: Validators): OutgoingHttpHeaders {
  return {
    accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
    'accept-encoding': 'gzip, br',
    'user-agent': userAgent,
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  }
}

/** Hands the socket exactly the addresses that were checked; one that is not allowed spoils them all. */
function checkedLookup(
  resolve: (host: string) => Promise<readonly string[]>,
  isAllowed: (ipAddress: string) => boolean,
): LookupFunction {
  return (host, options, callback) => {
    resolve(host)
      .then((addresses) => {
        const [first] = addresses
        if (first === undefined) throw new FetchError('unknown-host')
        if (!addresses.every(isAllowed)) throw new FetchError('not-public')
        const all = addresses.map((address) => ({ address, family: isIP(address) }))
        if (options.all === true) callback(null, all)
        else callback(null, first, isIP(first))
      })
      .catch((error: unknown) =>
        callback(error instanceof Error ? error : new FetchError('unknown-host'), []),
      )
  }
}

async function resolveHost(host: string): Promise<readonly string[]> {
  const found = await lookUp(host, { all: true })
  return found.map(({ address }) => address)
}

async function answerOf(response: IncomingMessage, known: Validators, errand: Errand): Promise<Fetched> {
  const { statusCode, headers } = response
  const wasAsked = known.etag !== null || known.lastModified !== null
  if (statusCode !== 200) response.destroy()
  if (statusCode === 304 && wasAsked) return { kind: 'unchanged' }
  if (statusCode !== 200) throw new FetchError('refused')
  const bytes = await bodyOf(response, errand.signal)
  return {
    kind: 'text',
    text: decoded(bytes),
    etag: validator(headers.etag),
    lastModified: validator(headers['last-modified']),
  }
}

async function bodyOf(response: IncomingMessage, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = []
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of bounded(source)) chunks.push(chunk)
  }
  const encoding = (response.headers['content-encoding'] ?? 'identity').toLowerCase()
  if (encoding === 'identity') await pipeline(response, collect, { signal })
  else if (encoding === 'gzip') await pipeline(response, bounded, createGunzip(), collect, { signal })
  else if (encoding === 'br') await pipeline(response, bounded, createBrotliDecompress(), collect, { signal })
  else {
    response.destroy()
    throw new FetchError('not-calendar')
  }
  return Buffer.concat(chunks)
}

async function* bounded(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > MOST_BYTES) throw new FetchError('too-large')
    yield chunk
  }
}

/** UTF-8 as the standard wants it (RFC 5545 §3.1.4), or what old programs of Windows write. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function validator(header: string | undefined): string | null {
  return header === undefined || header === '' || header.length > LONGEST_VALIDATOR ? null : header
}

function failureOf(error: unknown): FetchFailure {
  if (error instanceof FetchError) return error.failure
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (UNKNOWN_HOST.includes(code)) return 'unknown-host'
  if (CERTIFICATE.test(code)) return 'certificate'
  return code.startsWith('Z_') ? 'not-calendar' : 'unreachable'
}
