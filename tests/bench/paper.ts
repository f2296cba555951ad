import { existsSync, readFileSync } from 'node:fs'
import { compiled } from './compiled.ts'

// One PDF of 5,000 organisations in a process of its own: how long, how much memory, and how long a reader waits meanwhile.
const [database = '', query = ''] = process.argv.slice(2)
const HEADERS = { host: '127.0.0.1' }

const { buildApp } = await compiled<typeof import('../../src/app.ts')>('app')
const { loadAssets } = await compiled<typeof import('../../src/http/assets.ts')>('http/assets')
const { openTypesetter } = await compiled<typeof import('../../src/formats/pdf.ts')>('formats/pdf')
const { openDatabase } = await compiled<typeof import('../../src/store/database.ts')>('store/database')
const { openStore } = await compiled<typeof import('../../src/store/index.ts')>('store/index')

const typesetter = openTypesetter()
const app = await buildApp({
  house: {
    store: openStore(openDatabase(database)),
    clock: Date.now,
    origin: 'http://127.0.0.1',
    isDemonstration: true,
    assets: loadAssets(),
    fetching: null,
    typesetter,
  },
  logLevel: 'silent',
  pageCache: false,
  trustProxy: false,
})

/** What the process that sets pages took at most; 0 where the machine is no Linux and does not tell. */
function ofTheSetter(): number {
  const children = `/proc/${process.pid}/task/${process.pid}/children`
  if (!existsSync(children)) return 0
  const most = readFileSync(children, 'utf8')
    .trim()
    .split(' ')
    .map((id) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0))
  return Math.round(Math.max(...most) / 1000)
}

const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1000)
const at = (url: string) => app.inject({ url, headers: HEADERS })

await at('/orte')
const atRest = megabytes()
const begun = Date.now()
let longestWait = 0
let answer = await at(`/druck/kontakte.pdf?${query}`)
while (answer.statusCode === 202) {
  const asked = Date.now()
  await at('/orte')
  longestWait = Math.max(longestWait, Date.now() - asked)
  await new Promise((resolve) => setTimeout(resolve, 100))
  answer = await at(`/druck/kontakte.pdf?${query}`)
}
if (answer.statusCode !== 200) throw new Error(`the PDF was answered with ${answer.statusCode}`)
const seconds = (Date.now() - begun) / 1000
const figure = { seconds, atRest, megabytes: megabytes(), setter: ofTheSetter(), longestWait }
process.send?.({ ...figure, bytes: answer.rawPayload.length })
await typesetter.close()
process.exit(0)
