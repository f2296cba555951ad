// A machine on which something is missing: the typesetter in a folder of its own, with only these packages beside it.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const COMPILER = '@myriaddreamin/typst-ts-node-compiler'
const NOTO = '@expo-google-fonts/noto-sans'

/** What comes of a sheet with this name on it: the kind of the answer. */
function kindWith(packages: readonly string[], name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'treffpunkt-without-'))
  try {
    for (const path of ['src/formats/pdf', 'src/formats/pdf.ts', 'views/desk/print'])
      cpSync(join(ROOT, path), join(folder, path), { recursive: true })
    for (const each of ['tsx', ...packages]) {
      const place = join(folder, 'node_modules', each)
      mkdirSync(join(place, '..'), { recursive: true })
      symlinkSync(join(ROOT, 'node_modules', each), place)
    }
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    writeFileSync(join(folder, 'ask.ts'), asking(name))
    return execFileSync(process.execPath, ['--import', 'tsx', 'ask.ts'], { cwd: folder }).toString()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function asking(name: string): string {
  const cell = { isName: true, lines: [{ text: name, language: '', isFromRight: false }] }
  const sheet = {
    language: 'de',
    title: 'Kontakte',
    facts: [],
    choice: '',
    mark: '',
    runningHead: 'Kontakte',
    pageOf: 'Seite {page} von {pages}',
    isLandscape: false,
    closing: '',
    empty: '',
    isDirectory: false,
    columns: [{ label: 'Organisation', share: 1 }],
    groups: [{ title: '', entries: [], rows: [[cell]] }],
  }
  return `import { openTypesetter } from './src/formats/pdf.ts'
const typesetter = openTypesetter()
const { kind } = await typesetter.typeset('list', ${JSON.stringify(sheet)})
process.stdout.write(kind)
await typesetter.close()`
}

it('without its compiler says that it is not installed', () => {
  expect(kindWith([NOTO], 'Chor')).toBe('not-installed')
})

it('without a font sets everything in the others, and does not fail for its letters', () => {
  expect(kindWith([COMPILER, NOTO], 'Chor')).toBe('pdf')
  // Perhaps the machine has a font of its own for them.
  expect(['pdf', 'letters']).toContain(kindWith([COMPILER, NOTO], 'ማሕበር'))
})
