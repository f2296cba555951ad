// A real https server on this machine that plays somebody else's, and a fetcher that believes it is kalender.example.
import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type Fetcher, type FetcherOptions, httpsFetcher } from '../../src/post/fetcher.ts'
import { isPublicAddress } from '../../src/post/public-address.ts'

/** A certificate for kalender.example and its hosts that nobody but these tests trusts, and its key. */
const PEM = readFileSync(new URL('./kalender.example.pem', import.meta.url), 'utf8')

export type ForeignServer = {
  /** An address on it; the host is looked up by the fetcher below. */
  readonly at: (path: string, host?: string) => string
  /** Every path that was asked for, and the headers. */
  readonly asked: { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[]
  readonly fetcher: (options?: Partial<FetcherOptions>) => Fetcher
  close(): Promise<void>
}

/** Opens it; `answer` plays whoever is asked. */
export async function openForeignServer(answer: RequestListener): Promise<ForeignServer> {
  const asked: ForeignServer['asked'] = []
  const server = createServer({ key: PEM, cert: PEM }, (request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    at: (path, host = 'kalender.example') => `https://${host}:${port}${path}`,
    asked,
    fetcher: (options = {}) =>
      httpsFetcher({
        userAgent: 'Treffpunkt (+https://treffpunkt.example)',
        authority: PEM,
        resolve: async () => ['127.0.0.1'],
        isAllowed: (address) => address === '127.0.0.1' || isPublicAddress(address),
        ...options,
      }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
