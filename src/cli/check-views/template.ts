import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** What a template is decides what it is handed: a page `it.page`, a part `it.part`, a layout `it.body`. */
export type TemplateKind = 'page' | 'part' | 'layout'

/** One file below `views/`; `name` is what `Pages`, `Parts` or `layout('/…')` call it. */
export type Template = {
  readonly kind: TemplateKind
  readonly name: string
  readonly file: string
  readonly source: string
}

/** Something to be put right, at a line of a file; lines count from 1. */
export type Finding = {
  readonly file: string
  readonly line: number
  readonly message: string
}

const SUFFIX = '.eta'
const PARTS = 'parts/'

/** Every template below `<root>/views`, sorted by file. */
export function readTemplates(root: string): Template[] {
  const views = join(root, 'views')
  if (!existsSync(views)) return []
  return readdirSync(views, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(SUFFIX))
    .sort()
    .map((path) => templateOf(relative(views, join(views, path)), readFileSync(join(views, path), 'utf8')))
}

/** The template at this path below `views/`: files directly there are layouts, those in `parts/` parts. */
function templateOf(path: string, source: string): Template {
  const parts = path.split(sep)
  const name = parts.join('/').slice(0, -SUFFIX.length)
  const file = `views/${name}${SUFFIX}`
  if (parts.length === 1) return { kind: 'layout', name, file, source }
  if (name.startsWith(PARTS)) return { kind: 'part', name: name.slice(PARTS.length), file, source }
  return { kind: 'page', name, file, source }
}

/** The line of an offset, counted from 1. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length
}
