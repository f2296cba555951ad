// Sets pages in a process of its own, so that no reader waits meanwhile.
import { createHash } from 'node:crypto'
import { type Compiler, openCompiler } from './compiler.ts'
import { folded } from './folding.ts'
import { isLongList, setLongList } from './long-list.ts'
import type { Order, Typeset } from './typeset.ts'

const NO_LETTER = /the text `\\?"(.+?)\\?"` could not be displayed/g

const opened = openCompiler()

process.on('disconnect', () => process.exit())
process.on('message', async (order: Order) => {
  const compiler = await opened
  const typeset: Typeset = compiler === null ? { kind: 'not-installed' } : await typesetWith(compiler, order)
  process.send?.(typeset)
})

async function typesetWith(compiler: Compiler, order: Order): Promise<Typeset> {
  try {
    const { bytes, pages } = await setOrder(compiler, order)
    const digest = createHash('sha256').update(bytes).digest('base64url')
    return { kind: 'pdf', bytes, pages, digest }
  } catch (error) {
    const why = String(error)
    const letters = new Set([...why.matchAll(NO_LETTER)].flatMap(([, text = '']) => [...text]))
    return letters.size > 0 ? { kind: 'letters', letters: [...letters].join('') } : { kind: 'failed', why }
  } finally {
    await compiler.letGo()
  }
}

async function setOrder(compiler: Compiler, { template, sheet: text, binding }: Order) {
  const sheet = JSON.parse(text) as object
  if (template === 'list' && isLongList(sheet)) return setLongList(compiler, template, sheet)
  const document = compiler.set(template, sheet)
  const bytes = compiler.file(document)
  return { bytes: binding === 'folded' ? folded(bytes) : bytes, pages: document.numOfPages }
}
