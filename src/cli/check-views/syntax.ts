import { Script } from 'node:vm'
import type { Emitted } from './emit.ts'
import type { Finding, Template } from './template.ts'

const FILE = 'template'

/** Why the emitted code is no JavaScript, at most one finding; a type in a template is a mistake in syntax, too. */
export function syntaxFindings({ file }: Template, { body, lines }: Emitted): Finding[] {
  try {
    new Script(`((it) => {\n${body})`, { filename: FILE })
    return []
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const line = Number(/^template:(\d+)/.exec(error.stack ?? '')?.[1] ?? 1)
    return [{ file, line: lines[line - 1] ?? 1, message: `no JavaScript: ${error.message}` }]
  }
}
