import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Binding, Order, Pdf, Typeset } from './pdf/typeset.ts'

export type { Binding, Pdf, Typeset } from './pdf/typeset.ts'

/** Makes PDF files of sheets, one after the other; whoever asks for the same sheet again is handed the same file. */
export type Typesetter = {
  /** Sets a sheet (plain JSON) by a template of `views/desk/print/`. Never throws. */
  readonly typeset: (template: string, sheet: unknown, binding?: Binding) => Promise<Typeset>
  /** Starts the process, so that it is there when a sheet that is still put together is to be set. */
  readonly prepare: () => void
  /** Ends the process. */
  readonly close: () => Promise<void>
}

const MOST_WAITING = 8
const MOST_KEPT_BYTES = 48 * 1024 * 1024
const LONGEST_MS = 60_000
const IDLE_MS = 120_000

// Pages lie outside the heap: the process asks for sweeping itself, and does not let the heap grow before.
const MEMORY = ['--expose-gc', '--max-semi-space-size=2']

type Waiting = { readonly order: Order; readonly settle: (typeset: Typeset) => void }

/**
 * A typesetter with one process, which starts with the first sheet and ends when nothing was asked for two minutes: what a
 * compiler took of memory is given back only then, and a thread would keep it.
 */
export function openTypesetter(): Typesetter {
  const files = keptFiles()
  const underWay = new Map<string, Promise<Typeset>>()
  const setter = openSetter()
  return {
    async typeset(template, sheet, binding = 'loose') {
      const text = JSON.stringify(sheet)
      const key = createHash('sha256').update(`${template}\n${binding}\n${text}`).digest('base64url')
      const known = files.get(key) ?? underWay.get(key)
      if (known !== undefined) return known
      if (underWay.size >= MOST_WAITING) return { kind: 'busy' }
      const setting = setter.send({ template, sheet: text, binding })
      underWay.set(key, setting)
      const typeset = await setting
      underWay.delete(key)
      if (typeset.kind === 'pdf') files.keep(key, typeset)
      return typeset
    },
    prepare: setter.start,
    close: setter.end,
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

function openSetter() {
  const waiting: Waiting[] = []
  let worker: ChildProcess | null = null
  let timer: NodeJS.Timeout | undefined

  const end = async (why = 'the process was ended') => {
    clearTimeout(timer)
    const ended = worker
    worker = null
    for (const { settle } of waiting.splice(0)) settle({ kind: 'failed', why })
    if (ended?.pid === undefined || ended.exitCode !== null || ended.signalCode !== null) return
    hold(ended, 'ref')
    await new Promise((settle) => ended.once('exit', settle) && ended.kill('SIGKILL'))
  }
  const watch = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void end(), milliseconds).unref()
  }
  const started = () => {
    worker ??= startWorker({
      // What an ended process still said is no answer to what was asked of the next.
      finished: (from, typeset) => from === worker && finish(typeset),
      gone: (from, why) => from === worker && void end(why),
    })
    return worker
  }
  const next = () => {
    const first = waiting[0]
    if (first === undefined) {
      hold(worker, 'unref')
      return watch(IDLE_MS)
    }
    const own = started()
    hold(own, 'ref')
    watch(LONGEST_MS)
    own.send(first.order)
  }
  const finish = (typeset: Typeset) => {
    waiting.shift()?.settle(typeset)
    next()
  }
  return {
    start() {
      if (worker !== null) return
      hold(started(), 'unref')
      watch(IDLE_MS)
    },
    end: () => end(),
    send(order: Order): Promise<Typeset> {
      return new Promise((settle) => {
        waiting.push({ order, settle })
        if (waiting.length === 1) next()
      })
    },
  }
}

function startWorker(on: {
  readonly finished: (worker: ChildProcess, typeset: Typeset) => void
  readonly gone: (worker: ChildProcess, why: string) => void
}): ChildProcess {
  const isSource = import.meta.url.endsWith('.ts')
  const worker = fork(
    fileURLToPath(new URL(isSource ? './pdf/worker.ts' : './pdf/worker.js', import.meta.url)),
    {
      execArgv: [...MEMORY, ...(isSource ? ['--import', 'tsx'] : [])],
      serialization: 'advanced',
    },
  )
  worker.on('message', (typeset: Typeset) => on.finished(worker, typeset))
  worker.on('error', (error) => on.gone(worker, String(error)))
  worker.on('exit', (code, signal) => on.gone(worker, `the process ended with ${code ?? signal}`))
  return worker
}

/** Whether this process waits for that one before it ends. */
function hold(worker: ChildProcess | null, how: 'ref' | 'unref'): void {
  worker?.[how]()
  worker?.channel?.[how]()
}
