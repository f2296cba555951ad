import { type OutgoingHttpHeaders, type ServerResponse, STATUS_CODES, validateHeaderValue } from 'node:http'
import { type Encoding, encode } from './encoding.ts'
import { entityTag, isKnown } from './entity-tag.ts'

/** How long an idle connection is kept open, in seconds; answers say so themselves. */
export const KEEP_ALIVE_SECONDS = 72

const CONNECTION = `Connection: keep-alive\r\nKeep-Alive: timeout=${KEEP_ALIVE_SECONDS}\r\n`

/** A page as it goes over the wire, in one encoding. */
export type ReadyPage = {
  readonly etag: string
  readonly whole: Head
  /** For those who have the page already. */
  readonly known: Head
  /** Each byte as one character: Node then writes head and body in one piece, which it does not do for a buffer. */
  readonly body: string
}

type Head = {
  readonly status: 200 | 304
  readonly headers: OutgoingHttpHeaders
  /** Status line and headers as they are written, up to the date. */
  readonly text: string
}

/** Makes a page ready; throws a TypeError for a header that would break out of its line. */
export function readyPage(text: string, headers: OutgoingHttpHeaders, encoding: Encoding): ReadyPage {
  const body = encode(text, encoding)
  const etag = entityTag(body)
  const encoded = encoding === 'identity' ? {} : { 'content-encoding': encoding }
  return {
    etag,
    whole: headOf(200, { ...headers, etag, 'content-length': String(body.length), ...encoded }),
    known: headOf(304, { ...headers, etag }),
    body: body.toString('latin1'),
  }
}

/** Sends a page the way Node knows. */
export function sendPage(page: ReadyPage, ifNoneMatch: string | undefined, response: ServerResponse): void {
  const { status, headers } = headFor(page, ifNoneMatch)
  response.writeHead(status, headers)
  response.end(status === 304 ? '' : page.body, 'latin1')
}

/**
 * Sends the same bytes for half the work. Node writes what it keeps under `_header` before the body, and looks at each
 * header again for every answer; it has no public way to be handed a head that is ready. Where it takes none, or where
 * the connection is not to be kept, it is left to `sendPage`.
 */
export function handOverPage(
  page: ReadyPage,
  ifNoneMatch: string | undefined,
  response: ServerResponse,
  now: number,
): void {
  if (response.shouldKeepAlive) {
    const { status, text } = headFor(page, ifNoneMatch)
    const head = `${text}Date: ${httpDate(now)}\r\n${CONNECTION}\r\n`
    Object.assign(response, { statusCode: status, _header: status === 304 ? head : head + page.body })
  }
  if (response.headersSent) response.end()
  else sendPage(page, ifNoneMatch, response)
}

function headFor({ etag, whole, known }: ReadyPage, ifNoneMatch: string | undefined): Head {
  return isKnown(etag, ifNoneMatch) ? known : whole
}

function headOf(status: Head['status'], headers: OutgoingHttpHeaders): Head {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => {
      validateHeaderValue(name, String(each))
      return `${name}: ${each}\r\n`
    }),
  )
  return { status, headers, text: `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}` }
}

let saidSecond = Number.NaN
let saidDate = ''

/** The date of an answer (RFC 9110 §5.6.7), the same for a whole second. */
function httpDate(now: number): string {
  const second = Math.floor(now / 1000)
  if (second !== saidSecond) {
    saidSecond = second
    saidDate = new Date(now).toUTCString()
  }
  return saidDate
}
