// What PDF/UA-1 (ISO 14289-1) asks for and can be counted, read off a file as Typst writes it. No validator is packaged for
// Debian; this is no substitute for one, but it also reads the booklets that are folded after Typst is done.
import { inflateSync } from 'node:zlib'
import { type PdfObjects, readObjects } from '../../src/formats/pdf/objects.ts'

/** A tag with what is below it, in the order in which it is told. */
export type Tag = { readonly name: string; readonly body: string; readonly kids: readonly Tag[] }

/** A file as a screen reader finds it. */
export type TaggedPdf = {
  readonly catalog: string
  readonly metadata: string
  readonly root: Tag
  /** What is drawn outside every tag and is not marked as decoration, either. */
  readonly untagged: readonly string[]
  /** Marked content to which no tag leads. */
  readonly orphans: readonly string[]
  /** Marked content that is told before what is drawn above it: numbers of both, and the tag in which it is told. */
  readonly outOfOrder: readonly string[]
}

/** Reads a file. Throws where it has no tags. */
export function readTags(bytes: Uint8Array): TaggedPdf {
  const { objects } = readObjects(bytes)
  const catalog = bodyWith(objects, /\/Type \/Catalog\b/)
  const [, root] = /\/StructTreeRoot (\d+) 0 R/.exec(catalog) ?? []
  const drawings = drawingsOf(objects)
  return {
    catalog,
    metadata: streamOf(bodyWith(objects, /\/Type \/Metadata\b/)),
    root: tagAt(objects, Number(root)),
    outOfOrder: outOfOrderIn(contentsOf(objects, Number(root))),
    untagged: drawings.flatMap(({ drawing }) => untaggedIn(drawing)),
    orphans: drawings.flatMap((each) => orphansIn(objects, each)),
  }
}

/** The straight lines that pages draw, by their width in points and how far they go across and down. */
export function linesOf(
  bytes: Uint8Array,
): readonly { readonly width: number; readonly across: number; readonly down: number }[] {
  const { objects } = readObjects(bytes)
  const line = /(?:([\d.]+) w\n)?(?:.* M\n)?([\d.-]+) ([\d.-]+) m\n([\d.-]+) ([\d.-]+) l\nS/g
  return drawingsOf(objects).flatMap(({ drawing }) =>
    [...drawing.matchAll(line)].map((found) => {
      // A width of one point is not written.
      const [width = 1, x = 0, y = 0, toX = 0, toY = 0] = found.slice(1).map((each) => Number(each ?? 1))
      return { width, across: toX - x, down: toY - y }
    }),
  )
}

/** All tags of a file, each before what is below it. */
export function flat(tag: Tag): readonly Tag[] {
  return [tag, ...tag.kids.flatMap(flat)]
}

function bodyWith(objects: PdfObjects, pattern: RegExp): string {
  const found = [...objects.values()].find((body) => pattern.test(body))
  if (found === undefined) throw new Error(`nothing in the file is ${pattern}`)
  return found
}

function tagAt(objects: PdfObjects, id: number): Tag {
  const body = objects.get(id) ?? ''
  const [, name = ''] = /\/S \/(\w+)/.exec(body) ?? []
  const [, kids = ''] = /\n {2}\/K \[([^\]]*)\]/.exec(body) ?? []
  const below = [...kids.replace(/<<[\s\S]*?>>/g, '').matchAll(/(\d+) 0 R/g)].map(([, kid]) => Number(kid))
  return { name, body, kids: below.map((kid) => tagAt(objects, kid)) }
}

/** Marked content: on which page (or in which form), and the how-manieth it is there. */
type Content = { readonly on: string; readonly number: number; readonly tag: number }

/** The content of a tag in the order in which it is told. */
function contentsOf(objects: PdfObjects, id: number): readonly Content[] {
  const body = objects.get(id) ?? ''
  const [, page = ''] = /\n {2}\/Pg (\d+) 0 R/.exec(body) ?? []
  const [, kids = ''] = /\n {2}\/K \[([^\]]*)\]/.exec(body) ?? []
  return [...kids.matchAll(/<<[\s\S]*?>>|(\d+) 0 R|(\d+)/g)].flatMap(([kid, below, own]) => {
    if (below !== undefined) return contentsOf(objects, Number(below))
    if (own !== undefined) return [{ on: page, number: Number(own), tag: id }]
    const [, number] = /\/MCID (\d+)/.exec(kid) ?? []
    const [, on] = /\/Stm (\d+) 0 R/.exec(kid) ?? /\/Pg (\d+) 0 R/.exec(kid) ?? []
    return number === undefined ? [] : [{ on: on ?? page, number: Number(number), tag: id }]
  })
}

function outOfOrderIn(contents: readonly Content[]): readonly string[] {
  const last = new Map<string, number>()
  return contents.flatMap(({ on, number, tag }) => {
    const before = last.get(on) ?? -1
    last.set(on, number)
    return number > before ? [] : [`${on}: ${before}, ${number} in ${tag}`]
  })
}

type Drawing = { readonly drawing: string; readonly parents: number }

/** What pages draw, or the forms to which a folded booklet makes them; either has its number in the tree of tags. */
function drawingsOf(objects: PdfObjects): readonly Drawing[] {
  return [...objects.values()].flatMap((body) => {
    const [dictionary = ''] = body.split('\nstream\n', 1)
    const [, parents] = /\/StructParents (\d+)/.exec(dictionary) ?? []
    if (parents === undefined) return []
    const [, content] = /\/Contents (\d+) 0 R/.exec(dictionary) ?? []
    const source = content === undefined ? body : (objects.get(Number(content)) ?? '')
    return [{ drawing: streamOf(source), parents: Number(parents) }]
  })
}

function streamOf(body: string): string {
  const [head = '', ...rest] = body.split('stream\n')
  const raw = Buffer.from(rest.join('stream\n').replace(/\n?endstream$/, ''), 'latin1')
  return head.includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('latin1')
}

const PAINTS = new Set(['Tj', 'TJ', "'", '"', 'f', 'f*', 'F', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh'])

function untaggedIn(drawing: string): readonly string[] {
  const untagged: string[] = []
  let depth = 0
  for (const word of wordsOf(drawing)) {
    if (word === 'BDC' || word === 'BMC') depth += 1
    else if (word === 'EMC') depth -= 1
    else if (PAINTS.has(word) && depth === 0) untagged.push(word)
  }
  return untagged
}

/** The operators of a drawing, without texts, which may hold anything. */
function wordsOf(drawing: string): readonly string[] {
  return drawing.replace(/\((?:\\[\s\S]|[^\\)])*\)|<[\dA-Fa-f\s]*>/g, ' ').split(/[\s[\]]+/)
}

function orphansIn(objects: PdfObjects, { drawing, parents }: Drawing): readonly string[] {
  const tree = bodyWith(objects, /\/Type \/StructTreeRoot\b/)
  const [, list] =
    new RegExp(`[[ ]${parents} (\\d+) 0 R`).exec(/\/Nums \[[^\]]*\]/.exec(tree)?.[0] ?? '') ?? []
  const owners = [...(objects.get(Number(list)) ?? '').matchAll(/(\d+) 0 R|null/g)].map(([, id]) =>
    Number(id),
  )
  return [...drawing.matchAll(/\/MCID (\d+)/g)].flatMap(([, id]) => {
    const owner = objects.get(owners[Number(id)] ?? 0) ?? ''
    return owner.includes('/Type /StructElem') ? [] : [`${parents}: ${id}`]
  })
}
