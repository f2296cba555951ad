// Sets pages in a process of its own, so that no reader waits meanwhile.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { folded } from './folding.ts'
import type { Order, Typeset } from './typeset.ts'

const TEMPLATES = fileURLToPath(new URL('../../../views/desk/print/', import.meta.url))
const require = createRequire(import.meta.url)

// Vazirmatn, because Noto Sans Arabic draws dots as glyphs of their own, and whoever has the file read aloud would hear
// letters twice.
const FONTS: readonly (() => string)[] = [
  () => require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  () => require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  () => require.resolve('@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf'),
  () => require.resolve('@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf'),
  () => require.resolve('@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'),
  () => require.resolve('@expo-google-fonts/noto-sans-hebrew/700Bold/NotoSansHebrew_700Bold.ttf'),
  () => require.resolve('@expo-google-fonts/noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf'),
  () => require.resolve('@expo-google-fonts/noto-sans-armenian/700Bold/NotoSansArmenian_700Bold.ttf'),
  () => require.resolve('@expo-google-fonts/noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf'),
  () => require.resolve('@expo-google-fonts/noto-sans-georgian/700Bold/NotoSansGeorgian_700Bold.ttf'),
  () => require.resolve('@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf'),
  () => require.resolve('@expo-google-fonts/noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf'),
  () => require.resolve('@expo-google-fonts/noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf'),
  () => require.resolve('@expo-google-fonts/noto-sans-tamil/700Bold/NotoSansTamil_700Bold.ttf'),
]
const NO_LETTER = /the text `\\?"(.+?)\\?"` could not be displayed/g

let opened: Promise<NodeCompiler | null> | undefined

process.on('disconnect', () => process.exit())
process.on('message', async (order: Order) => {
  opened ??= openCompiler()
  const compiler = await opened
  const typeset: Typeset = compiler === null ? { kind: 'not-installed' } : typesetWith(compiler, order)
  process.send?.(typeset)
})

/** Null where the compiler has no build for this machine: everything but PDF works without it. */
async function openCompiler(): Promise<NodeCompiler | null> {
  const compiler = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => null)
  if (compiler === null) return null
  const fontBlobs = FONTS.flatMap(fontAt)
  return compiler.NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs }] })
}

/** Without a font only its letters are missing: those of other fonts are set, and whoever needs it is told which. */
function fontAt(pathOf: () => string): readonly Buffer[] {
  try {
    return [readFileSync(pathOf())]
  } catch {
    return []
  }
}

function typesetWith(compiler: NodeCompiler, { template, sheet, binding }: Order): Typeset {
  try {
    // Beside the templates, though only in memory: what people typed is read as JSON, never as source.
    compiler.mapShadow(`${TEMPLATES}sheet.json`, Buffer.from(sheet))
    const document = compile(compiler, template)
    // What setting the pages left behind is an eighth of the memory of a long list, and writing the file needs none of it.
    compiler.evictCache(0)
    const flat = compiler.pdf(document, { pdfStandard: 'ua-1' })
    const bytes = binding === 'folded' ? folded(flat) : flat
    return { kind: 'pdf', bytes, pages: document.numOfPages }
  } catch (error) {
    const why = String(error)
    const letters = new Set([...why.matchAll(NO_LETTER)].flatMap(([, text = '']) => [...text]))
    return letters.size > 0 ? { kind: 'letters', letters: [...letters].join('') } : { kind: 'failed', why }
  } finally {
    compiler.evictCache(0)
  }
}

function compile(compiler: NodeCompiler, template: string): NodeTypstDocument {
  const compiled = compiler.compile({ mainFilePath: `${TEMPLATES}${template}.typ`, resetRead: true })
  const { result } = compiled
  if (result !== null) return result
  const failure = compiled.takeDiagnostics()
  throw new Error(failure === null ? template : JSON.stringify(compiler.fetchDiagnostics(failure)))
}
