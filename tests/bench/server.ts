import Fastify from 'fastify'
import { compiled } from './compiled.ts'

// One server of the bench in a process of its own: `bare` sends given bytes with given headers, the others serve the site:
// `cached`, `uncached`, or `written`, where something was written before every page.
const [kind = 'bare', database = '', page = '', headers = '{}'] = process.argv.slice(2)

process.on('message', (message) => {
  if (message === 'cpu') process.send?.({ cpu: process.cpuUsage() })
  if (message === 'end') process.exit(0)
})
const app = kind === 'bare' ? await bare(Buffer.from(page, 'base64'), JSON.parse(headers)) : await site()
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : null })

async function bare(body: Buffer, headers: Record<string, string>) {
  const app = Fastify({ logger: false })
  app.get('/*', (_request, reply) => reply.type('text/html; charset=utf-8').headers(headers).send(body))
  return app
}

async function site() {
  const { buildApp } = await compiled<typeof import('../../src/app.ts')>('app')
  const { loadAssets } = await compiled<typeof import('../../src/http/assets.ts')>('http/assets')
  const { openTypesetter } = await compiled<typeof import('../../src/formats/pdf.ts')>('formats/pdf')
  const { openDatabase } = await compiled<typeof import('../../src/store/database.ts')>('store/database')
  const { openStore } = await compiled<typeof import('../../src/store/index.ts')>('store/index')
  const store = openStore(openDatabase(database))
  let writes = 0
  const content = { ...store.content, version: () => writes++ }
  const house = {
    store: kind === 'written' ? { ...store, content } : store,
    clock: Date.now,
    origin: 'http://127.0.0.1',
    isDemonstration: true,
    assets: loadAssets(),
    typesetter: openTypesetter(),
    fetching: null,
  }
  return buildApp({ house, logLevel: 'silent', pageCache: kind === 'cached', trustProxy: false })
}
