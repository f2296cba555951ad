// The process is killed in the middle of writing: what was answered is there, with its revision, and the file is whole.
// In the suite a few times; KILLS=50 WRITES=1000 npx vitest run tests/hostile/killed.test.ts for the whole of it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemonstration } from '../../src/cli/demo.ts'
import { openDatabase } from '../../src/store/database.ts'
import { openStore } from '../../src/store/index.ts'
import { migrate } from '../../src/store/migrate.ts'

const KILLS = Number(process.env.KILLS ?? 3)
const WRITES = Number(process.env.WRITES ?? 120)
const CONNECTIONS = 8

let folder: string
let port: number
let server: ChildProcess
let cookie: string
let place: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'treffpunkt-'))
  const database = openDatabase(join(folder, 'treffpunkt.sqlite'))
  migrate(database)
  const store = openStore(database)
  const { logins } = await loadDemonstration({ store, clock: Date.now })
  place = `venue-${store.venues.bySlug('internationales-zentrum-duisburg')?.id}`
  database.close()
  port = await freePort()
  await start()
  const login = logins.find(({ role }) => role === 'administrator')
  cookie = await signIn(login?.email ?? '', login?.password ?? '')
}, 60_000)
afterAll(() => {
  server.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Starts the site on its folder, and waits until it answers. */
async function start(): Promise<void> {
  const environment = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    FEED_MINUTES: 'off',
  }
  server = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env: environment, stdio: 'ignore' })
  for (let tries = 0; tries < 300; tries++) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/robots.txt`)).ok) return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error('the site did not start')
}

function send(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', ...(cookie === undefined ? {} : { cookie }) },
    body: new URLSearchParams(form),
  })
}

async function signIn(email: string, password: string): Promise<string> {
  const answer = await send('/anmelden', { email, password })
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

test(`${WRITES} writes by ${CONNECTIONS} connections, the process killed ${KILLS} times`, async () => {
  const answered: string[] = []
  let sent = 0
  let kills = 0
  const isDone = () => answered.length >= WRITES && kills >= KILLS
  const write = async () => {
    while (!isDone()) {
      const reason = `Schreibprobe ${++sent}`
      try {
        const answer = await send('/verwaltung/schliesstage/neu', {
          place,
          from: '24.12.2030',
          kind: 'closed',
          reason,
          act: 'save',
        })
        if (answer.status === 303) answered.push(reason)
        else throw new Error(`answered with ${answer.status}`)
      } catch (error) {
        if (error instanceof Error && error.message.startsWith('answered')) throw error
        // Nobody listens for the moment.
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }
  const kill = async () => {
    while (kills < KILLS) {
      const wanted = Math.floor(((kills + 1) * WRITES) / (KILLS + 1))
      if (answered.length < wanted) {
        await new Promise((resolve) => setTimeout(resolve, 5))
        continue
      }
      server.kill('SIGKILL')
      await once(server, 'exit')
      kills++
      await start()
    }
  }
  await Promise.all([...Array.from({ length: CONNECTIONS }, write), kill()])
  server.kill('SIGKILL')
  await once(server, 'exit')

  const database = openDatabase(join(folder, 'treffpunkt.sqlite'))
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  const kept = database.prepare('SELECT reason FROM closing_day').pluck().all()
  const revised = database
    .prepare("SELECT state ->> '$.reason' FROM revision WHERE noun = 'closing-day'")
    .pluck()
    .all()
  database.close()
  expect(answered.filter((reason) => !kept.includes(reason))).toEqual([])
  expect(answered.filter((reason) => !revised.includes(reason))).toEqual([])
  expect(answered.length).toBeGreaterThanOrEqual(WRITES)
}, 900_000)
