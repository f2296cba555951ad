import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { handOverPage, KEEP_ALIVE_SECONDS, readyPage, sendPage } from '../../src/http/ready.ts'

const HTML = '<p>Wir treffen uns 18:30–20:00 Uhr, „im Grünen“.</p>'
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'",
  'x-two': ['one', 'other'],
}
const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

type Sending = (ifNoneMatch: string | undefined, response: ServerResponse) => void

/** What goes over the wire for requests written one after the other. */
async function wire(send: Sending, requests: string): Promise<string> {
  const server = createServer((request, response) => send(request.headers['if-none-match'], response))
  server.keepAliveTimeout = KEEP_ALIVE_SECONDS * 1000
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(requests))
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => {
      received += text
    })
    socket.on('end', () => resolve(received))
    socket.on('error', reject)
  })
}

const ask = (...lines: string[]) => ['GET / HTTP/1.1', 'Host: x', ...lines, '', ''].join('\r\n')
const LAST = 'Connection: close'
const dateless = (text: string) => text.replaceAll(/Date: [^\r]+ GMT/g, 'Date: now')

describe('a page handed over', () => {
  it.each(['br', 'gzip', 'identity'] as const)(
    'is byte for byte what Node sends, as %s',
    async (encoding) => {
      const page = readyPage(HTML, HEADERS, encoding)
      const requests = `${ask()}${ask(`If-None-Match: ${page.etag}`)}${ask()}${ask(LAST)}`
      const handedOver = await wire((tag, response) => handOverPage(page, tag, response, 0), requests)
      const sent = await wire((tag, response) => sendPage(page, tag, response), requests)
      expect(dateless(handedOver)).toBe(dateless(sent))
      expect(handedOver.match(/HTTP\/1\.1 \d+/g)).toEqual(
        [200, 304, 200, 200].map((status) => `HTTP/1.1 ${status}`),
      )
    },
  )

  it('is sent to an old client, and the connection ends', async () => {
    const page = readyPage(HTML, HEADERS, 'identity')
    const text = await wire(
      (tag, response) => handOverPage(page, tag, response, 0),
      'GET / HTTP/1.0\r\nHost: x\r\n\r\n',
    )
    expect(text).toContain('Connection: close')
    expect(Buffer.from(text, 'latin1').toString()).toContain(HTML)
  })

  it('says the second in which it is sent', async () => {
    const page = readyPage(HTML, HEADERS, 'identity')
    const instants = ['2026-06-03T10:00:00.100Z', '2026-06-03T10:00:00.999Z', '2026-06-03T10:00:01.000Z']
    const clock = instants.map((instant) => Date.parse(instant)).values()
    const text = await wire(
      (tag, response) => handOverPage(page, tag, response, Number(clock.next().value)),
      `${ask()}${ask()}${ask()}${ask(LAST)}`,
    )
    expect(text.match(/Date: .*/g)?.slice(0, 3)).toEqual([
      'Date: Wed, 03 Jun 2026 10:00:00 GMT',
      'Date: Wed, 03 Jun 2026 10:00:00 GMT',
      'Date: Wed, 03 Jun 2026 10:00:01 GMT',
    ])
  })
})

describe('a page made ready', () => {
  it('refuses a header that would break out of its line', () => {
    expect(() => readyPage(HTML, { 'x-evil': 'a\r\nset-cookie: b' }, 'identity')).toThrow(TypeError)
  })
})
