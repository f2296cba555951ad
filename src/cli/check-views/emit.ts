import type { Piece } from './pieces.ts'
import { lineAt, type Template } from './template.ts'

/** One TypeScript file of a head and a body; `lines[n]` is the template's line that stands behind line n + 1. */
export type Emitted = {
  readonly file: string
  readonly head: string
  readonly body: string
  readonly lines: readonly number[]
}

/** The functions that stand for output in the emitted code, each with the type it takes. */
export type Output = '$text' | '$href' | '$raw'

const HANDED = { page: '$Page', part: '$Part', layout: '$Layout' } as const

/** The template's code as a function of what it is handed; its text is left away. */
export function emitTemplate(
  template: Template,
  pieces: readonly Piece[],
  outputOf: (piece: Piece) => Output,
): Emitted {
  const { kind, name, source } = template
  const handed = kind === 'layout' ? HANDED.layout : `${HANDED[kind]}<${JSON.stringify(name)}>`
  const body: string[] = []
  const lines = [1]
  for (const piece of pieces) {
    const code = piece.kind === 'run' ? piece.code : `${outputOf(piece)}(${piece.code}\n);`
    const first = lineAt(source, piece.codeStart)
    const last = lineAt(source, piece.codeStart + piece.code.length)
    for (const [index, line] of code.split('\n').entries()) {
      body.push(line)
      lines.push(Math.min(first + index, last))
    }
  }
  body.push('}')
  lines.push(lineAt(source, source.length))
  const head = `export default (it: ${handed}): void => {`
  return { file: `${kind}/${name}.ts`, head, body: body.join('\n'), lines }
}

/** The declarations that every emitted template sees, and nothing besides; `src` is the way to the sources. */
export function emitDeclarations(src: string, layouts: readonly string[]): string {
  return `import type { Frame } from '${src}/http/frame.ts'
import type { Href } from '${src}/http/href.ts'
import type { Html } from '${src}/http/html.ts'
import type { Pages, Parts } from '${src}/http/render.ts'

type Printable = (string & { readonly __html?: never }) | number
type LayoutName = ${unionOf(layouts.map((name) => `/${name}`))}

declare global {
  type $Page<Name extends keyof Pages> = { readonly frame: Frame; readonly page: Pages[Name] }
  type $Part<Name extends keyof Parts> = { readonly frame: Frame; readonly part: Parts[Name] }
  type $Layout = { readonly frame: Frame; readonly body: Html }
  function $text(value: Printable): void
  function $href(value: Href): void
  function $raw(value: Html): void
  function layout(name: LayoutName): void
  function include<Name extends keyof Parts & string>(name: \`/parts/\${Name}\`, data: { readonly part: Parts[Name] }): Html
}
`
}

/** Code that compiles only when every page and every part has its template. */
export function emitInventory(src: string, templates: readonly Template[]): string {
  const named = (kind: Template['kind']) =>
    unionOf(templates.filter((template) => template.kind === kind).map(({ name }) => name))
  return `import type { Pages, Parts } from '${src}/http/render.ts'

declare const pages: { readonly missing: Exclude<keyof Pages, ${named('page')}> }
declare const parts: { readonly missing: Exclude<keyof Parts, ${named('part')}> }
export const page: never = pages.missing
export const part: never = parts.missing
`
}

function unionOf(names: readonly string[]): string {
  return names.length === 0 ? 'never' : names.map((name) => JSON.stringify(name)).join(' | ')
}
