import { existsSync, readFileSync } from 'node:fs'
import { type Server, startServer } from './load.ts'

/** What one PDF takes: of time, of memory at most (MB), and of a reader who asks for a page meanwhile (ms). */
export type PaperFigure = {
  readonly seconds: number
  readonly pages: number
  /** The server before, and at most. */
  readonly atRest: number
  readonly server: number
  /** The process that sets pages, which ends when it has nothing to do. */
  readonly setter: number
  readonly longestWait: number
}

const POLL_MS = 100
const READER_MS = 100

/** Has the PDF of an address made by a server of its own, as a browser asks for it, while a reader asks for pages. */
export async function measurePdf(database: string, path: string): Promise<PaperFigure> {
  const server = await startServer(['uncached', database], { isPinned: false })
  try {
    const get = (at: string) => fetch(`http://127.0.0.1:${server.port}${at}`)
    await (await get('/orte')).text()
    const atRest = highestOf(server.process.pid)
    const reader = startReader(() => get('/orte'))
    const begun = Date.now()
    let answer = await get(path)
    while (answer.status === 202) {
      await answer.arrayBuffer()
      await pause(POLL_MS)
      answer = await get(path)
    }
    const seconds = (Date.now() - begun) / 1000
    if (answer.status !== 200) throw new Error(`the PDF was answered with ${answer.status}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    const longestWait = await reader.stop()
    const pages = Number(/<xmpTPg:NPages>(\d+)/.exec(bytes.toString('latin1'))?.[1])
    const figure = { seconds, pages, atRest, longestWait }
    return { ...figure, server: highestOf(server.process.pid), setter: highestOf(childOf(server)) }
  } finally {
    server.process.send('end')
  }
}

function startReader(ask: () => Promise<Response>): { readonly stop: () => Promise<number> } {
  let longest = 0
  let isOver = false
  const reading = (async () => {
    while (!isOver) {
      const asked = performance.now()
      await (await ask()).text()
      longest = Math.max(longest, performance.now() - asked)
      await pause(READER_MS)
    }
  })()
  return {
    async stop() {
      isOver = true
      await reading
      return Math.round(longest)
    },
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** What a process took at most; 0 where the machine is no Linux and does not tell. */
function highestOf(pid: number | undefined): number {
  const status = `/proc/${pid}/status`
  if (!existsSync(status)) return 0
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1000)
}

function childOf({ process: { pid } }: Server): number | undefined {
  const children = `/proc/${pid}/task/${pid}/children`
  if (!existsSync(children)) return undefined
  const ids = readFileSync(children, 'utf8').trim().split(' ').map(Number)
  return ids.sort((one, other) => highestOf(other) - highestOf(one))[0]
}
