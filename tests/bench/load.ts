import { type ChildProcess, execFile, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'

const SERVER = fileURLToPath(new URL('./server.ts', import.meta.url))
const CONNECTIONS = 16
/** Addresses are new for the whole run: the cache keeps thousands of pages. */
let asked = 0

export type Server = { readonly process: ChildProcess; readonly port: number }
/** Requests per second, and the server's CPU time for one request in microseconds. */
export type Figure = { readonly perSecond: number; readonly cpu: number }

/** Starts a server in a process of its own; a pinned one on the first core, where the machine lets us choose. */
export async function startServer(
  words: readonly string[],
  { isPinned }: { readonly isPinned: boolean } = { isPinned: true },
): Promise<Server> {
  const child = fork(SERVER, [...words], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const { port } = await answerOf<{ port: number }>(child)
  if (isPinned) pin(child.pid, 0)
  return { process: child, port }
}

/** Asks for one address for a while over 16 connections. */
export async function load(
  server: Server,
  path: string,
  options: {
    readonly seconds: number
    readonly headers?: Record<string, string>
    readonly isNewEachTime?: boolean
  },
): Promise<Figure> {
  const before = await cpuOf(server)
  const result = await autocannon({
    url: `http://127.0.0.1:${server.port}${path}`,
    connections: CONNECTIONS,
    duration: options.seconds,
    headers: { ...options.headers },
    ...(options.isNewEachTime === true
      ? {
          requests: [{ path, setupRequest: (request) => ({ ...request, path: `${path}?n=${asked++}` }) }],
        }
      : {}),
  })
  const after = await cpuOf(server)
  const answered = result['2xx'] + result['3xx']
  if (result.non2xx - result['3xx'] > 0 || answered === 0)
    throw new Error(`${path}: ${result.non2xx} answers were no success`)
  return { perSecond: answered / result.duration, cpu: (after - before) / answered }
}

/** The median of a few figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Keeps a process on one core, so that server and load do not take each other's time. */
export function pin(pid: number | undefined, core: number): void {
  if (pid === undefined || process.platform !== 'linux') return
  execFile('taskset', ['-acp', String(core), String(pid)], () => {})
}

async function cpuOf({ process: child }: Server): Promise<number> {
  child.send('cpu')
  const { cpu } = await answerOf<{ cpu: NodeJS.CpuUsage }>(child)
  return cpu.user + cpu.system
}

function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('the server ended'))
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message as Answer)
    })
  })
}
