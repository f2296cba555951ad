// Takes the end off a part of a long list: its last page is seldom full, and what stands there begins the next part.
import type { PdfObjects, PdfParts } from './objects.ts'
import { listPages, type Page, pageTree, references } from './pages.ts'
import { arrayOf, named, trunkOf } from './trunk.ts'

/** A row, a paragraph or a heading: what is never torn apart here. */
type Unit = {
  readonly id: number
  readonly parent: number
  /** The pages on which it stands. */
  readonly on: ReadonlySet<number>
  readonly isEntry: boolean
}

/**
 * Takes so many pages off the end that what is left ends with a whole entry, no entry goes on from there, and no title
 * stands alone. Gives the number of entries that went; null, and nothing is changed, where no page would be left.
 */
export function cutOff(part: PdfParts): number | null {
  const { objects } = part
  const { root, pages } = pageTree(objects)
  const trunk = trunkOf(part)
  const units = unitsOf(objects, trunk.document)
  for (let count = 1; count < pages.length; count++) {
    const last = pages.slice(-count)
    const gone = new Set(last.map(({ id }) => id))
    const isGone = ({ on }: Unit) => [...on].some((page) => gone.has(page))
    const isTorn = (unit: Unit) => isGone(unit) && [...unit.on].some((page) => !gone.has(page))
    const left = units.filter((unit) => !isGone(unit))
    if (units.some(isTorn) || left.at(-1)?.isEntry !== true) continue
    const taken = units.filter(isGone)
    takeTags(objects, trunk.tags, { units: taken, pages: last })
    takeBookmarks(objects, trunk.bookmarks, gone)
    for (const { id, content } of last) for (const each of [id, content]) objects.delete(each)
    listPages(
      objects,
      root,
      pages.slice(0, -count).map(({ id }) => id),
    )
    return taken.filter(({ isEntry }) => isEntry).length
  }
  return null
}

const NAME = /\/S \/(\w+)/

/** All units below a tag, in their order. */
function unitsOf(objects: PdfObjects, parent: number): readonly Unit[] {
  return kidsOf(objects, parent).flatMap((id) => {
    const name = NAME.exec(objects.get(id) ?? '')?.[1] ?? ''
    if (CONTAINERS.has(name)) return unitsOf(objects, id)
    const isEntry = name === 'P' || kidsOf(objects, id).some((kid) => objects.get(kid)?.includes('/S /TD'))
    return [{ id, parent, on: pagesOf(objects, id), isEntry }]
  })
}

const CONTAINERS: ReadonlySet<string> = new Set(['Table', 'THead', 'TBody'])

function kidsOf(objects: PdfObjects, id: number): readonly number[] {
  return references(arrayOf(objects.get(id) ?? '', 'K').replace(/<<[\s\S]*?>>/g, ''))
}

function pagesOf(objects: PdfObjects, id: number): ReadonlySet<number> {
  const own = [...(objects.get(id) ?? '').matchAll(/\/Pg (\d+) 0 R/g)].map(([, page]) => Number(page))
  return new Set([...own, ...kidsOf(objects, id).flatMap((kid) => [...pagesOf(objects, kid)])])
}

function below(objects: PdfObjects, id: number): readonly number[] {
  return [id, ...kidsOf(objects, id).flatMap((kid) => below(objects, kid))]
}

function takeTags(
  objects: PdfObjects,
  tags: number,
  { units, pages }: { readonly units: readonly Unit[]; readonly pages: readonly Page[] },
): void {
  const gone = new Set(units.flatMap(({ id }) => below(objects, id)))
  for (const parent of new Set(units.map((unit) => unit.parent)))
    change(objects, parent, (body) => without(body, 'K', /(\d+) 0 R/g, (id) => gone.has(Number(id))))
  const keys = new Set(pages.map(({ body }) => /\/StructParents (\d+)/.exec(body)?.[1]))
  change(objects, tags, (body) => without(body, 'Nums', /(\d+) \d+ 0 R/g, (key) => keys.has(key)))
  change(objects, tags, (body) => without(body, 'Names', /\(\w+\) (\d+) 0 R/g, (id) => gone.has(Number(id))))
  for (const id of gone) objects.delete(id)
}

/** Bookmarks of the first level that lead to pages that are gone: the last ones. */
function takeBookmarks(objects: PdfObjects, bookmarks: number, gone: ReadonlySet<number>): void {
  const first = named(objects.get(bookmarks) ?? '', 'First')
  let count = 0
  let last = 0
  for (let id = first; id !== 0; id = named(objects.get(id) ?? '', 'Next')) {
    const to = objects.get(named(objects.get(id) ?? '', 'Dest')) ?? ''
    if (gone.has(references(to)[0] ?? 0)) break
    count += 1
    last = id
  }
  if (first === 0) return
  const list = `\n  /First ${first} 0 R\n  /Last ${last} 0 R\n  /Count ${count}`
  objects.set(bookmarks, `<<\n  /Type /Outlines${count === 0 ? '' : list}\n>>`)
  change(objects, last, (body) => body.replace(/\n {2}\/Next \d+ 0 R/, ''))
}

function change(objects: PdfObjects, id: number, by: (body: string) => string): void {
  const body = objects.get(id)
  if (body !== undefined) objects.set(id, by(body))
}

/** A dictionary without some parts of its list under a name: `isGone` judges what the pattern catches of each. */
function without(body: string, name: string, each: RegExp, isGone: (caught: string) => boolean): string {
  const list = arrayOf(body, name)
  const left = list.replace(each, (whole, caught: string) => (isGone(caught) ? '' : whole))
  return body.replace(`/${name} [${list}]`, () => `/${name} [${left.replace(/\s+/g, ' ').trim()}]`)
}
