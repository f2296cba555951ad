import type { RequestListener, ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { httpsFetcher, MOST_BYTES, type Validators } from '../../src/post/fetcher.ts'
import { isPublicAddress } from '../../src/post/public-address.ts'
import { type ForeignServer, openForeignServer } from '../support/foreign-server.ts'

const NOTHING: Validators = { etag: null, lastModified: null }
// Ten kilobytes that unpack to ten megabytes.
const BOMB = gzipSync(Buffer.alloc(10 * 1024 * 1024))
const TEXT = 'BEGIN:VCALENDAR\r\nSUMMARY:Grüße\r\nEND:VCALENDAR\r\n'

const PAGES: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/kalender.ics': (response) =>
    response.setHeader('etag', '"1"').setHeader('last-modified', 'Wed, 03 Jun 2026 10:00:00 GMT').end(TEXT),
  '/gzip': (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(TEXT)),
  '/brotli': (response) => response.setHeader('content-encoding', 'br').end(brotliCompressSync(TEXT)),
  '/latin': (response) => response.end(Buffer.from('Grüße', 'latin1')),
  '/type': (response) => response.setHeader('content-type', 'image/png').end(TEXT),
  '/missing': (response) => response.writeHead(404).end(TEXT),
  '/broken': (response) => response.writeHead(500).end(),
  '/unasked': (response) => response.writeHead(304).end(),
  '/once': (response) => redirect(response, '/kalender.ics'),
  '/twice': (response) => redirect(response, '/once'),
  '/thrice': (response) => redirect(response, '/twice'),
  '/four-times': (response) => redirect(response, '/thrice'),
  '/circle': (response) => redirect(response, '/circle'),
  '/nowhere': (response) => response.writeHead(302).end(),
  '/plain': (response) => redirect(response, 'http://kalender.example/kalender.ics'),
  '/file': (response) => redirect(response, 'file:///etc/passwd'),
  '/loopback': (response) => redirect(response, 'https://127.0.0.2/'),
  '/loopback-in-one-number': (response) => redirect(response, 'https://2130706434/'),
  '/loopback-mapped': (response) => redirect(response, 'https://[::ffff:127.0.0.1]/'),
  '/loopback-six': (response) => redirect(response, 'https://[::1]/'),
  '/private': (response) => redirect(response, 'https://intern.kalender.example/'),
  '/password': (response) => redirect(response, 'https://user:secret@kalender.example/'),
  '/endless': (response) => pour(response, () => 'x'.repeat(64 * 1024)),
  '/bomb': (response) => response.setHeader('content-encoding', 'gzip').end(BOMB),
  '/endless-head-of-gzip': (response) => {
    response.setHeader('content-encoding', 'gzip').write(Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]))
    pour(response, () => 'x'.repeat(64 * 1024))
  },
  '/no-gzip': (response) => response.setHeader('content-encoding', 'gzip').end(TEXT),
  '/zip-of-nobody': (response) => response.setHeader('content-encoding', 'zstd').end(TEXT),
  '/slow-head': () => undefined,
  '/slow-body': (response) => {
    response.write('BEGIN')
    const drip = setInterval(() => response.write(':'), 20)
    response.on('close', () => clearInterval(drip))
  },
  '/cut': (response) => {
    response.setHeader('content-length', '1000').write('BEGIN')
    setTimeout(() => response.destroy(), 20)
  },
  '/large': (response) => response.end('x'.repeat(MOST_BYTES)),
}

const answer: RequestListener = ({ url = '', headers }, response) => {
  if (url === '/kalender.ics' && headers['if-none-match'] === '"1"') response.writeHead(304).end()
  else PAGES[url]?.(response)
}

let server: ForeignServer
beforeAll(async () => {
  server = await openForeignServer(answer)
})
afterAll(() => server.close())
beforeEach(() => {
  server.asked.length = 0
})

const hosts = (table: Readonly<Record<string, readonly string[]>>) => async (host: string) =>
  table[host] ?? []
const fetch = (path: string, known = NOTHING) => server.fetcher()(server.at(path), known)
const failed = (failure: string) => ({ kind: 'failed', failure })

describe('a text', () => {
  it('comes with what tells it apart from a later one', async () => {
    expect(await fetch('/kalender.ics')).toEqual({
      kind: 'text',
      text: TEXT,
      etag: '"1"',
      lastModified: 'Wed, 03 Jun 2026 10:00:00 GMT',
    })
  })

  it('is not sent again where it is the same', async () => {
    const known = { etag: '"1"', lastModified: 'Wed, 03 Jun 2026 10:00:00 GMT' }
    expect(await fetch('/kalender.ics', known)).toEqual({ kind: 'unchanged' })
    expect(server.asked[0]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Wed, 03 Jun 2026 10:00:00 GMT',
      'user-agent': 'Treffpunkt (+https://treffpunkt.example)',
    })
  })

  it.each(['/gzip', '/brotli', '/type'])('is read from %s', async (path) => {
    expect(await fetch(path)).toMatchObject({ kind: 'text', text: TEXT })
  })

  it('may be written as old programs write', async () => {
    expect(await fetch('/latin')).toMatchObject({ kind: 'text', text: 'Grüße' })
  })

  it('has up to 2 MB', async () => {
    expect(await fetch('/large')).toMatchObject({ kind: 'text' })
  })

  it('is not taken where the answer is another', async () => {
    for (const path of ['/missing', '/broken', '/unasked'])
      expect(await fetch(path)).toEqual(failed('refused'))
  })

  it.each(['/no-gzip', '/zip-of-nobody'])('is none at %s', async (path) => {
    expect(await fetch(path)).toEqual(failed('not-calendar'))
  })
})

describe('a redirect', () => {
  it('is followed three times and no more', async () => {
    expect(await fetch('/thrice')).toMatchObject({ kind: 'text', text: TEXT })
    expect(server.asked.map(({ path }) => path)).toEqual(['/thrice', '/twice', '/once', '/kalender.ics'])
    expect(await fetch('/four-times')).toEqual(failed('redirect'))
    expect(await fetch('/circle')).toEqual(failed('redirect'))
  })

  it.each(['/nowhere', '/plain', '/file', '/password'])('from %s leads nowhere', async (path) => {
    expect(await fetch(path)).toEqual(failed('redirect'))
  })

  it.each(['/loopback', '/loopback-in-one-number', '/loopback-mapped', '/loopback-six'])(
    'from %s does not lead to this machine',
    async (path) => {
      expect(await fetch(path)).toEqual(failed('not-public'))
    },
  )

  it('does not lead to a host within our network', async () => {
    const resolve = hosts({ 'kalender.example': ['127.0.0.1'], 'intern.kalender.example': ['10.0.0.7'] })
    expect(await server.fetcher({ resolve })(server.at('/private'), NOTHING)).toEqual(failed('not-public'))
  })
})

describe('a host', () => {
  it('is looked up once for each connection, and connected to where it was found', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.7']]
    let times = 0
    const resolve = async () => answers[times++] ?? []
    const fetcher = server.fetcher({ resolve })
    expect(await fetcher(server.at('/kalender.ics'), NOTHING)).toMatchObject({ kind: 'text' })
    expect(times).toBe(1)
    // Now its owner has changed what it stands for.
    expect(await fetcher(server.at('/kalender.ics'), NOTHING)).toEqual(failed('not-public'))
    expect(server.asked).toHaveLength(1)
  })

  it('that changes what it stands for between two redirects is found out', async () => {
    const answers = [['127.0.0.1'], ['169.254.169.254']]
    const resolve = async () => answers.shift() ?? []
    expect(await server.fetcher({ resolve })(server.at('/once'), NOTHING)).toEqual(failed('not-public'))
  })

  it('with one address in our network among others is not asked', async () => {
    const resolve = async () => ['127.0.0.1', 'fd00::1']
    expect(await server.fetcher({ resolve })(server.at('/kalender.ics'), NOTHING)).toEqual(
      failed('not-public'),
    )
    expect(server.asked).toEqual([])
  })

  it('that is this machine is not asked, by whatever name', async () => {
    const fetcher = server.fetcher({ isAllowed: isPublicAddress })
    const port = new URL(server.at('/')).port
    for (const host of ['kalender.example', '127.0.0.1', '[::1]', '0x7f.1', 'localhost'])
      expect(await fetcher(`https://${host}:${port}/kalender.ics`, NOTHING), host).toEqual(
        failed('not-public'),
      )
    expect(server.asked).toEqual([])
  })

  it('that nobody knows, that does not answer, or that is another, is told as such', async () => {
    const unknown = async () =>
      Promise.reject(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }))
    expect(await server.fetcher({ resolve: unknown })(server.at('/'), NOTHING)).toEqual(
      failed('unknown-host'),
    )
    expect(await server.fetcher({ resolve: async () => [] })(server.at('/'), NOTHING)).toEqual(
      failed('unknown-host'),
    )
    expect(await server.fetcher()('https://kalender.example:1/', NOTHING)).toEqual(failed('unreachable'))
    expect(await server.fetcher()(server.at('/kalender.ics', 'other.example'), NOTHING)).toEqual(
      failed('certificate'),
    )
    const untrusting = httpsFetcher({
      userAgent: 'x',
      resolve: async () => ['127.0.0.1'],
      isAllowed: () => true,
    })
    expect(await untrusting(server.at('/kalender.ics'), NOTHING)).toEqual(failed('certificate'))
  })

  it('that cuts its answer short gives nothing', async () => {
    expect(await fetch('/cut')).toEqual(failed('unreachable'))
  })
})

describe('whoever wants to keep us busy', () => {
  it.each(['/endless', '/bomb', '/endless-head-of-gzip'])('by %s is cut off at 2 MB', async (path) => {
    expect(await fetch(path)).toEqual(failed('too-large'))
  })

  it.each(['/slow-head', '/slow-body'])('by %s is left when the time is over', async (path) => {
    expect(await server.fetcher({ patienceMs: 150 })(server.at(path), NOTHING)).toEqual(failed('too-slow'))
  })

  it('by a name that is never found is left, too', async () => {
    const resolve = () => new Promise<readonly string[]>(() => undefined)
    expect(await server.fetcher({ resolve, patienceMs: 150 })(server.at('/'), NOTHING)).toEqual(
      failed('too-slow'),
    )
  })
})

function redirect(response: ServerResponse, target: string): void {
  response.writeHead(302, { location: target }).end()
}

/** Writes as long as anybody listens. */
function pour(response: ServerResponse, chunk: () => string): void {
  const write = () => {
    while (!response.destroyed && response.write(chunk()));
    if (!response.destroyed) response.once('drain', write)
  }
  write()
}
