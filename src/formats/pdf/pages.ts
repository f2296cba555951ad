import type { PdfObjects } from './objects.ts'

/** A page of a file. */
export type Page = {
  readonly id: number
  /** The stream that draws it: the page's at first, a form's later on. */
  readonly content: number
  /** In points. */
  readonly width: number
  readonly height: number
  readonly annotations: readonly number[]
  readonly body: string
}

/** The pages in their order, and the object that lists them. Throws where the file is not as Typst writes it. */
export function pageTree(objects: PdfObjects): { readonly root: number; readonly pages: readonly Page[] } {
  for (const [root, body] of objects) {
    const [, kids] = /^<<\s+\/Type \/Pages\s+\/Count \d+\s+\/Kids \[([^\]]*)\]/.exec(body) ?? []
    if (kids !== undefined) return { root, pages: references(kids).map((id) => pageOf(objects, id)) }
  }
  throw new Error('the file has no pages')
}

/** The object that lists these pages, and what the file says of their number (XMP, part 2 §1.2.5). */
export function listPages(objects: PdfObjects, root: number, ids: readonly number[]): void {
  const kids = ids.map((id) => `${id} 0 R`).join(' ')
  objects.set(root, `<<\n  /Type /Pages\n  /Count ${ids.length}\n  /Kids [${kids}]\n>>`)
  for (const [id, body] of objects) {
    if (!/^<<[^>]*\/Type \/Metadata\b/.test(body)) continue
    const [, text = ''] = /\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? []
    const said = text.replace(/(<xmpTPg:NPages>)\d+/, `$1${ids.length}`)
    objects.set(id, body.replace(text, () => said).replace(/(\/Length )\d+/, `$1${said.length}`))
  }
}

/** The numbers of the objects that a text names. */
export function references(text: string): readonly number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id))
}

/** A page's stream as a form, with the page's letters and the number by which its tags find it. */
export function formOf({ width, height, body }: Page, content: string): string {
  const kept = body
    .slice(body.indexOf('<<') + 2, body.lastIndexOf('>>'))
    .replace(
      /\/Type \/Page\b|\/(?:MediaBox|Annots) \[[^\]]*\]|\/(?:Parent|Contents) \d+ 0 R|\/Tabs \/\w+/g,
      '',
    )
  return content.replace(
    '<<',
    () => `<< /Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] ${kept}`,
  )
}

/** A stream that draws by these operators. */
export function drawing(operators: string): string {
  return `<<\n  /Length ${operators.length}\n>>\nstream\n${operators}\nendstream`
}

function pageOf(objects: PdfObjects, id: number): Page {
  const body = objects.get(id) ?? ''
  const content = Number(/\/Contents (\d+) 0 R/.exec(body)?.[1])
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? []
  if (width === undefined || !objects.has(content)) throw new Error(`page ${id} draws nothing`)
  const annotations = references(/\/Annots \[([^\]]*)\]/.exec(body)?.[1] ?? '')
  return { id, content, width: Number(width), height: Number(height), annotations, body }
}
