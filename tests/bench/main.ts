import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { openDatabase } from '../../src/store/database.ts'
import { openStore } from '../../src/store/index.ts'
import { migrate } from '../../src/store/migrate.ts'
import { type Figure, load, median, pin, type Server, startServer } from './load.ts'
import { measurePdf } from './paper.ts'
import { printReading } from './reading.ts'
import { fillTown } from './town.ts'

const ROUNDS = 5
const SECONDS = 2
const CITY = '/orte/musterstadt'
const CALENDAR = '/kalender.ics?ort=grossstadt'
const MONTH = '/kalender/2026-06?ort=grossstadt'
const BARE = 'bare Fastify, the same body'
const BARE_WITH_HEADERS = 'bare Fastify, the same body and headers'
const WIDTH = 42
const PAPERS = {
  table: '/druck/kontakte.pdf',
  'six columns':
    '/druck/kontakte.pdf?papier=quer&spalte=gruppe&spalte=sprachen&spalte=funktion&spalte=telefon&spalte=mail&spalte=zeiten',
  'two columns': '/druck/kontakte.pdf?form=verzeichnis',
}

const folder = mkdtempSync(join(tmpdir(), 'treffpunkt-bench-'))
const servers: Server[] = []
try {
  pin(process.pid, 1)
  await measure(join(folder, 'bench.sqlite'))
  printReading()
  await measurePaper(join(folder, 'paper.sqlite'))
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
  const written = await start(['written', path])
  const brotli = { 'accept-encoding': 'br' }
  const kept = await fetch(`http://127.0.0.1:${cached.port}${CITY}`, { headers: brotli })
  const page = await kept.text()
  const packed = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
  const etag = kept.headers.get('etag') ?? ''
  const body = packed.toString('base64')
  const bare = await start(['bare', path, body])
  const bareWithHeaders = await start(['bare', path, body, JSON.stringify(ownHeaders(kept.headers))])

  const runs: Record<string, () => Promise<Figure>> = {
    [BARE]: () => load(bare, '/', { seconds: SECONDS }),
    [BARE_WITH_HEADERS]: () => load(bareWithHeaders, '/', { seconds: SECONDS }),
    'city page from the cache': () => load(cached, CITY, { seconds: SECONDS, headers: brotli }),
    'city page, not modified (304)': () =>
      load(cached, CITY, { seconds: SECONDS, headers: { ...brotli, 'if-none-match': etag } }),
    'city page made anew': () => load(uncached, CITY, { seconds: SECONDS }),
    'city page made anew after a write': () => load(written, CITY, { seconds: SECONDS }),
    'city page made anew, compressed and kept': () =>
      load(filling, CITY, { seconds: SECONDS, headers: brotli, isNewEachTime: true }),
    'month of 2,000 rules made anew': () => load(uncached, MONTH, { seconds: SECONDS }),
    'calendar of 2,000 meetings made anew': () => load(uncached, CALENDAR, { seconds: SECONDS }),
    'start page of 2,050 rules made anew': () => load(uncached, '/', { seconds: SECONDS }),
  }
  const figures = await inTurn(runs)
  print(figures, page.length, packed.length)
}

/** One PDF of 5,000 organisations with their contacts, as a table of four and of six columns, and in two columns. */
async function measurePaper(path: string): Promise<void> {
  const database = openDatabase(path)
  migrate(database)
  const office = { store: openStore(database), clock: Date.now }
  const size = { organisations: 5000, meetings: 1, contacts: 1 }
  office.store.transaction(() => fillTown(office, 'Riesenstadt', size))
  database.close()
  console.log('\nOne PDF of 5,000 organisations; a reader asks for page after page meanwhile.\n')
  for (const [what, address] of Object.entries(PAPERS)) {
    const { seconds, pages, atRest, server, setter, longestWait } = await measurePdf(path, address)
    const grown = server - atRest
    console.log(
      `${what.padEnd(14)}${seconds.toFixed(1)} s, ${pages} pages; ${grown + setter} MB: ${grown} in the server (${atRest} before), ${setter} in the process that sets pages; longest wait of the reader ${longestWait} ms`,
    )
  }
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

/** What the site says of a page beyond what every answer has. */
function ownHeaders(headers: Headers): Record<string, string> {
  const common = ['connection', 'content-length', 'content-type', 'date', 'keep-alive', 'transfer-encoding']
  return Object.fromEntries([...headers].filter(([name]) => !common.includes(name)))
}

/**
 * Each figure against both bare handlers, the one that sends the same body and the one that sends its headers, too:
 * requests per second as a share of theirs, CPU time as a multiple.
 */
function print(figures: ReadonlyMap<string, readonly Figure[]>, plain: number, packed: number): void {
  const medianOf = (name: string, part: keyof Figure) =>
    median((figures.get(name) ?? []).map((each) => each[part]))
  const column = (text: string) => text.padStart(14)
  console.log(
    `\nA city page of 50 organisations: ${plain} bytes, ${packed} compressed; ${ROUNDS} rounds in turn, medians.\n`,
  )
  const heads = ['requests/s', 'of bare', 'with headers', 'µs CPU each', 'times bare', 'with headers']
  console.log(`${'what'.padEnd(WIDTH)}${heads.map(column).join('')}`)
  for (const name of figures.keys()) {
    const perSecond = medianOf(name, 'perSecond')
    const cpu = medianOf(name, 'cpu')
    const share = (bare: string) => (perSecond / medianOf(bare, 'perSecond')).toFixed(2)
    const times = (bare: string) => (cpu / medianOf(bare, 'cpu')).toFixed(2)
    const rate = [perSecond.toFixed(0), share(BARE), share(BARE_WITH_HEADERS)]
    const cost = [cpu.toFixed(0), times(BARE), times(BARE_WITH_HEADERS)]
    console.log(`${name.padEnd(WIDTH)}${[...rate, ...cost].map(column).join('')}`)
  }
}
