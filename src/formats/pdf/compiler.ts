import { readFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { PAPER_FONTS } from './fonts.ts'
import { setLine } from './set-line.ts'

const TEMPLATES = fileURLToPath(new URL('../../../views/desk/print/', import.meta.url))

/** Sets templates of `views/desk/print/`. Every method throws what the compiler says of a template or of letters. */
export type Compiler = {
  /** Sets a sheet; the pages are kept until `letGo`. */
  readonly set: (template: string, sheet: object) => NodeTypstDocument
  /** The set sheet as a file (PDF/UA-1). */
  readonly file: (document: NodeTypstDocument) => Uint8Array
  /** Gives back the memory of what was set and is not held any more. */
  readonly letGo: () => Promise<void>
}

/** Null where the compiler has no build for this machine: everything but PDF works without it. */
export async function openCompiler(): Promise<Compiler | null> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => null)
  if (typst === null) return null
  const fontBlobs = PAPER_FONTS.flatMap(({ regular, bold }) => [regular, bold].flatMap(fontAt))
  const compiler = typst.NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs }] })
  return {
    set(template, sheet) {
      // Beside the templates, though only in memory: what people typed is read as JSON, never as source.
      compiler.mapShadow(`${TEMPLATES}sheet.json`, Buffer.from(JSON.stringify(sheet, setLine)))
      return compile(compiler, template)
    },
    file(document) {
      // What setting the pages left behind is an eighth of the memory of a long list, and writing the file needs none of it.
      compiler.evictCache(0)
      return compiler.pdf(document, { pdfStandard: 'ua-1' })
    },
    async letGo() {
      compiler.evictCache(0)
      // Pages lie outside the heap, which for itself seldom sees a reason to be swept; they are freed in the turn after.
      globalThis.gc?.()
      await nextTurn()
    },
  }
}

/** Without a font only its letters are missing: those of other fonts are set, and whoever needs it is told which. */
function fontAt(pathOf: () => string): readonly Buffer[] {
  try {
    return [readFileSync(pathOf())]
  } catch {
    return []
  }
}

function compile(compiler: NodeCompiler, template: string): NodeTypstDocument {
  const compiled = compiler.compile({ mainFilePath: `${TEMPLATES}${template}.typ`, resetRead: true })
  const { result } = compiled
  if (result !== null) return result
  const failure = compiled.takeDiagnostics()
  throw new Error(failure === null ? template : JSON.stringify(compiler.fetchDiagnostics(failure)))
}
