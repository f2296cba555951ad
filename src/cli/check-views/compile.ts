import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Emitted, emitDeclarations, emitInventory } from './emit.ts'
import type { Finding, Template } from './template.ts'

/** A template together with the code that stands for it. */
export type Compilable = { readonly template: Template; readonly emitted: Emitted }

/** What one run of the compiler said; `elsewhere` counts its messages about `src/`, which `tsc` reports itself. */
export type Compiled = { readonly findings: readonly Finding[]; readonly elsewhere: number }

export type CompileOptions = {
  readonly root: string
  readonly tsc: string
  readonly keep: boolean
}

type Message = {
  readonly file: string
  readonly line: number
  readonly code: number
  readonly text: string
}

const LOCATED = /^(.+?)\((\d+),\d+\): error TS(\d+): (.*)$/
/** The emitted line that names the template's type: without one, all else that is said of it is noise. */
const HEAD = 1
/** Below stand mistakes in syntax; one of them anywhere keeps the compiler from looking at any type. */
const FIRST_OF_MEANING = 2000
const LONGEST = 400

/**
 * Runs the compiler once over what can be compiled and says its findings in lines of the templates.
 * Every template in `templates` counts as being there. One mistake in syntax would hide all mistakes in types:
 * keep such code out of `compilables`.
 * Throws when the compiler cannot be run. Each process has a folder of its own, so that two runs do not meet.
 */
export function compileTemplates(
  templates: readonly Template[],
  compilables: readonly Compilable[],
  options: CompileOptions,
): Compiled {
  const folder = join('.views-check', String(process.pid))
  try {
    writeProject(join(options.root, folder), templates, compilables)
    const run = spawnSync(
      process.execPath,
      [options.tsc, '--pretty', 'false', '-p', join(folder, 'tsconfig.json')],
      {
        cwd: options.root,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    )
    if (run.error !== undefined) throw run.error
    const messages = messagesOf(`${run.stdout}${run.stderr}`)
    if (run.status !== 0 && messages.length === 0)
      throw new Error(`tsc ended with ${run.status}: ${run.stderr}`)
    return locate(messages, compilables, folder)
  } finally {
    if (!options.keep) clearAway(options.root, folder)
  }
}

function writeProject(
  folder: string,
  templates: readonly Template[],
  compilables: readonly Compilable[],
): void {
  const src = '../../src'
  const layouts = templates.filter(({ kind }) => kind === 'layout').map(({ name }) => name)
  const own = [
    { file: 'declarations.ts', text: emitDeclarations(src, layouts) },
    { file: 'inventory.ts', text: emitInventory(src, templates) },
  ]
  const emitted = compilables.map(({ emitted: { file, head, body } }) => ({
    file,
    text: `${head}\n${body}\n`,
  }))
  const files = [...own, ...emitted]
  for (const { file, text } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: { noEmit: true, noErrorTruncation: true, noUnusedParameters: false },
    files: files.map(({ file }) => file),
    include: [src],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
}

function clearAway(root: string, folder: string): void {
  const parent = dirname(join(root, folder))
  rmSync(join(root, folder), { recursive: true, force: true })
  if (readdirSync(parent).length === 0) rmdirSync(parent)
}

function messagesOf(output: string): Message[] {
  const messages: Message[] = []
  for (const line of output.split('\n')) {
    const located = LOCATED.exec(line)
    const last = messages.at(-1)
    if (located !== null) {
      const [, file = '', number = '1', code = '0', text = ''] = located
      messages.push({ file, line: Number(number), code: Number(code), text })
    } else if (line.startsWith('error TS'))
      messages.push({ file: 'tsconfig.json', line: 1, code: 0, text: line })
    else if (line.startsWith('  ') && last !== undefined) {
      messages[messages.length - 1] = { ...last, text: `${last.text} ${line.trim()}` }
    }
  }
  return messages
}

function locate(messages: readonly Message[], compilables: readonly Compilable[], folder: string): Compiled {
  const byFile = new Map(compilables.map((each) => [`${folder}/${each.emitted.file}`, each]))
  const findings: Finding[] = []
  const undeclared = new Set(messages.filter(({ line }) => line === HEAD).map(({ file }) => file))
  let elsewhere = 0
  for (const message of messages) {
    const compilable = byFile.get(message.file)
    if (compilable !== undefined) findings.push(...inTemplate(message, compilable, undeclared))
    else if (message.file === `${folder}/inventory.ts`) findings.push(...missing(message))
    else if (message.file.startsWith('src/') && message.code >= FIRST_OF_MEANING) elsewhere += 1
    else findings.push({ file: message.file, line: message.line, message: message.text })
  }
  return { findings, elsewhere }
}

function inTemplate(message: Message, { template, emitted }: Compilable, undeclared: Set<string>): Finding[] {
  const { file, kind, name } = template
  if (message.line === HEAD) {
    const list = kind === 'part' ? 'Parts' : 'Pages'
    return [{ file, line: 1, message: `no ${list}['${name}'] is declared for this template` }]
  }
  if (undeclared.has(message.file)) return []
  return [{ file, line: emitted.lines[message.line - 1] ?? 1, message: message.text.slice(0, LONGEST) }]
}

function missing({ text }: Message): Finding[] {
  const names = new Set([...text.matchAll(/"([^"]+)"/g)].map(([, name]) => name))
  if (names.size === 0) return [{ file: 'src/http/render.ts', line: 1, message: text }]
  return [...names].map((name) => ({
    file: 'src/http/render.ts',
    line: 1,
    message: `"${name}" is declared and has no template`,
  }))
}
