import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { setLine } from './pdf/set-line.ts'
import type { Binding, Order, Pdf, Typeset } from './pdf/typeset.ts'

export type { Binding, Pdf, Typeset } from './pdf/typeset.ts'

/** Makes PDF files of sheets, one after the other; whoever asks for the same sheet again is handed the same file. */
export type Typesetter = {
  /** Sets a sheet (plain JSON) by a template of `views/desk/print/`. Never throws. */
  readonly typeset: (template: string, sheet: unknown, binding?: Binding) => Promise<Typeset>
  /** Ends the thread. */
  readonly close: () => Promise<void>
}

const MOST_WAITING = 8
const MOST_KEPT_BYTES = 48 * 1024 * 1024
const LONGEST_MS = 60_000
const IDLE_MS = 120_000

type Waiting = { readonly order: Order; readonly settle: (typeset: Typeset) => void }

/** A typesetter with one thread, which starts with the first sheet and ends when nothing was asked for two minutes. */
export function openTypesetter(): Typesetter {
  const files = keptFiles()
  const underWay = new Map<string, Promise<Typeset>>()
  const thread = openThread()
  return {
    async typeset(template, sheet, binding = 'loose') {
      const text = JSON.stringify(sheet, setLine)
      const key = createHash('sha256').update(`${template}\n${binding}\n${text}`).digest('base64url')
      const known = files.get(key) ?? underWay.get(key)
      if (known !== undefined) return known
      if (underWay.size >= MOST_WAITING) return { kind: 'busy' }
      const setting = thread.send({ template, sheet: text, binding })
      underWay.set(key, setting)
      const typeset = await setting
      underWay.delete(key)
      if (typeset.kind === 'pdf') files.keep(key, typeset)
      return typeset
    },
    close: thread.end,
  }
}

/** The latest files, up to a number of bytes: one is asked for as a preview, and then once more to be printed. */
function keptFiles() {
  const kept = new Map<string, Pdf>()
  let bytes = 0
  return {
    get: (key: string) => kept.get(key),
    keep(key: string, file: Pdf): void {
      kept.set(key, file)
      bytes += file.bytes.byteLength
      for (const [oldest, { bytes: content }] of kept) {
        if (bytes <= MOST_KEPT_BYTES) return
        kept.delete(oldest)
        bytes -= content.byteLength
      }
    },
  }
}

function openThread() {
  const waiting: Waiting[] = []
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | undefined

  const end = async (why = 'the thread was ended') => {
    clearTimeout(timer)
    const ended = worker
    worker = null
    for (const { settle } of waiting.splice(0)) settle({ kind: 'failed', why })
    await ended?.terminate()
  }
  const watch = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void end(), milliseconds).unref()
  }
  const next = () => {
    const first = waiting[0]
    if (first === undefined) {
      worker?.unref()
      return watch(IDLE_MS)
    }
    worker ??= startWorker(finish, end)
    worker.ref()
    watch(LONGEST_MS)
    worker.postMessage(first.order)
  }
  const finish = (typeset: Typeset) => {
    waiting.shift()?.settle(typeset)
    next()
  }
  return {
    end: () => end(),
    send(order: Order): Promise<Typeset> {
      return new Promise((settle) => {
        waiting.push({ order, settle })
        if (waiting.length === 1) next()
      })
    },
  }
}

function startWorker(
  onFinished: (typeset: Typeset) => void,
  onFailure: (why: string) => Promise<void>,
): Worker {
  const worker = import.meta.url.endsWith('.ts') ? workerOfSource() : new Worker(COMPILED)
  worker.on('message', onFinished)
  worker.on('error', (error) => void onFailure(String(error)))
  return worker
}

const COMPILED = new URL('./pdf/worker.js', import.meta.url)

/** A thread knows no TypeScript by itself, not even in a process that was started by a loader. */
function workerOfSource(): Worker {
  const source = JSON.stringify(new URL('./pdf/worker.ts', import.meta.url))
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}) })`
  return new Worker(start, { eval: true })
}
