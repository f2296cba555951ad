import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { openDatabase } from '../../src/store/database.ts'
import { openStore } from '../../src/store/index.ts'
import { migrate } from '../../src/store/migrate.ts'
import { type Figure, load, median, pin, type Server, startServer } from './load.ts'
import { fillTown } from './town.ts'

const ROUNDS = 5
const SECONDS = 2
const CITY = '/orte/musterstadt'
const CALENDAR = '/kalender.ics?ort=grossstadt'
const MONTH = '/kalender/2026-06?ort=grossstadt'

const folder = mkdtempSync(join(tmpdir(), 'treffpunkt-bench-'))
const servers: Server[] = []
try {
  pin(process.pid, 1)
  await measure(join(folder, 'bench.sqlite'))
} finally {
  for (const server of servers) server.process.send('end')
  rmSync(folder, { recursive: true, force: true })
}

async function measure(path: string): Promise<void> {
  fill(path)
  const cached = await start(['cached', path])
  const uncached = await start(['uncached', path])
  // A cache of its own: thousands of pages that nobody reads again would slow the one that is measured.
  const filling = await start(['cached', path])
  const page = await (await fetch(`http://127.0.0.1:${uncached.port}${CITY}`)).text()
  const packed = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
  const bare = await start(['bare', path, Buffer.from(packed).toString('base64')])
  const barePlain = await start(['bare', path, Buffer.from(page).toString('base64')])
  const brotli = { 'accept-encoding': 'br' }
  const etag =
    (await fetch(`http://127.0.0.1:${cached.port}${CITY}`, { headers: brotli })).headers.get('etag') ?? ''

  const runs: Record<string, () => Promise<Figure>> = {
    'bare Fastify, the same compressed bytes': () => load(bare, '/', { seconds: SECONDS }),
    'city page from the cache': () => load(cached, CITY, { seconds: SECONDS, headers: brotli }),
    'city page, not modified (304)': () =>
      load(cached, CITY, { seconds: SECONDS, headers: { ...brotli, 'if-none-match': etag } }),
    'bare Fastify, the same plain bytes': () => load(barePlain, '/', { seconds: SECONDS }),
    'city page made anew': () => load(uncached, CITY, { seconds: SECONDS }),
    'city page made anew, compressed and kept': () =>
      load(filling, CITY, { seconds: SECONDS, headers: brotli, isNewEachTime: true }),
    'month of 2,000 rules made anew': () => load(uncached, MONTH, { seconds: SECONDS }),
    'calendar of 2,000 meetings made anew': () => load(uncached, CALENDAR, { seconds: SECONDS }),
  }
  const figures = await inTurn(runs)
  print(figures, page.length, packed.length)
}

function fill(path: string): void {
  const database = openDatabase(path)
  migrate(database)
  const office = { store: openStore(database), clock: Date.now }
  office.store.transaction(() => {
    fillTown(office, 'Musterstadt', { organisations: 50, meetings: 1 })
    fillTown(office, 'Großstadt', { organisations: 1000, meetings: 2 })
  })
  database.close()
}

async function start(words: readonly string[]): Promise<Server> {
  const server = await startServer(words)
  servers.push(server)
  return server
}

/** A B C A B C …, so that a machine that grows slower does so for all. */
async function inTurn(runs: Record<string, () => Promise<Figure>>): Promise<Map<string, Figure[]>> {
  const figures = new Map<string, Figure[]>()
  for (const run of Object.values(runs)) await run()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(runs))
      figures.set(name, [...(figures.get(name) ?? []), await run()])
  }
  return figures
}

function print(figures: ReadonlyMap<string, readonly Figure[]>, plain: number, packed: number): void {
  const bare = median(
    (figures.get('bare Fastify, the same compressed bytes') ?? []).map(({ perSecond }) => perSecond),
  )
  console.log(
    `\nA city page of 50 organisations: ${plain} bytes, ${packed} compressed; ${ROUNDS} rounds in turn, medians.\n`,
  )
  console.log(
    `${'what'.padEnd(44)}${'requests/s'.padStart(12)}${'µs CPU each'.padStart(14)}${'of bare'.padStart(10)}`,
  )
  for (const [name, all] of figures) {
    const perSecond = median(all.map((figure) => figure.perSecond))
    const cpu = median(all.map((figure) => figure.cpu))
    console.log(
      `${name.padEnd(44)}${perSecond.toFixed(0).padStart(12)}${cpu.toFixed(0).padStart(14)}${(perSecond / bare).toFixed(2).padStart(10)}`,
    )
  }
}
