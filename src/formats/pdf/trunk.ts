import { type PdfObjects, type PdfParts, renumbered } from './objects.ts'
import { references } from './pages.ts'

/** What a file has once, by the numbers of its objects: the lists of pages, bookmarks, tags; the tag of the whole document. */
export type Trunk = {
  readonly pages: number
  readonly bookmarks: number
  readonly tags: number
  readonly document: number
}

/** The trunk of a file. */
export function trunkOf({ objects, trailer }: PdfParts): Trunk {
  const catalog = objects.get(named(trailer, 'Root')) ?? ''
  const tags = named(catalog, 'StructTreeRoot')
  const [document = 0] = references(arrayOf(objects.get(tags) ?? '', 'K'))
  return { pages: named(catalog, 'Pages'), bookmarks: named(catalog, 'Outlines'), tags, document }
}

/** What tells of a file as a whole and is no trunk: of several files, the first one's holds for all. */
export function aboutTheFile({ objects, trailer }: PdfParts): {
  readonly catalog: number
  readonly info: number
  readonly metadata: number
} {
  const catalog = named(trailer, 'Root')
  return {
    catalog,
    info: named(trailer, 'Info'),
    metadata: named(objects.get(catalog) ?? '', 'Metadata'),
  }
}

/** Where a part comes to stand in the whole. */
export type Place = {
  readonly numberOf: (id: number) => number
  /** The first number by which its pages find their tags. */
  readonly key: number
  /** Which part it is, from 0. */
  readonly index: number
}

/** A dictionary of a part as one of the whole. */
export function placed(dictionary: string, { numberOf, key, index }: Place): string {
  const moved = renumbered(dictionary, numberOf)
  return index === 0 ? moved : withNames(withKeys(moved, key), index)
}

/** The numbers by which pages and links find their tags, after those there are already (ISO 32000-1 §14.7.4.4). */
function withKeys(dictionary: string, key: number): string {
  return dictionary.replace(
    /(\/StructParents? )(\d+)/g,
    (_, name: string, own: string) => `${name}${Number(own) + key}`,
  )
}

/** The names of a table's heads, which every part begins anew: after those there are, as a tree of names is in order. */
function withNames(dictionary: string, index: number): string {
  const prefix = `(V${String(index).padStart(4, '0')}U`
  return dictionary.replace(
    /(\/(?:ID |Headers \[|Names \[))([^\]\n]*)/g,
    (_, start: string, names: string) => start + names.replaceAll('(U', prefix),
  )
}

/** Hangs the tags of a placed part on those of the whole. */
export function appendTags(
  objects: PdfObjects,
  { tags, document }: Trunk,
  added: { readonly tags: string; readonly document: string },
): void {
  const body = objects.get(tags) ?? ''
  const key = numberOf(body, 'ParentTreeNextKey')
  const lists = arrayOf(added.tags, 'Nums').replace(
    /(\d+) (\d+ 0 R)/g,
    (_, own: string, list: string) => `${Number(own) + key} ${list}`,
  )
  const longer = withMore(withMore(body, 'Nums', lists), 'Names', arrayOf(added.tags, 'Names'))
  const next = key + numberOf(added.tags, 'ParentTreeNextKey')
  objects.set(tags, longer.replace(/(\/ParentTreeNextKey )\d+/, `$1${next}`))
  objects.set(document, withMore(objects.get(document) ?? '', 'K', arrayOf(added.document, 'K')))
}

/** Hangs bookmarks on those of the whole; `objects` has the last there was and the first that is added. */
export function appendBookmarks(objects: PdfObjects, { bookmarks }: Trunk, added: string): void {
  const body = objects.get(bookmarks) ?? ''
  const [last, first] = [named(body, 'Last'), named(added, 'First')]
  if (first === 0) return
  if (last === 0) {
    objects.set(bookmarks, added)
    return
  }
  const link = (from: number, name: string, to: number) =>
    objects.set(from, (objects.get(from) ?? '').replace(/\n>>$/, `\n  /${name} ${to} 0 R\n>>`))
  link(last, 'Next', first)
  link(first, 'Prev', last)
  const count = numberOf(body, 'Count') + numberOf(added, 'Count')
  const ended = body.replace(/\/Last \d+/, `/Last ${named(added, 'Last')}`)
  objects.set(bookmarks, ended.replace(/\/Count \d+/, `/Count ${count}`))
}

/** The object that a dictionary has under a name; 0 for none. */
export function named(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? 0)
}

/** The number that a dictionary has under a name; 0 for none. */
export function numberOf(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+)`).exec(dictionary)?.[1] ?? 0)
}

/** What stands in the list that a dictionary has under a name. */
export function arrayOf(dictionary: string, name: string): string {
  return new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(dictionary)?.[1] ?? ''
}

function withMore(dictionary: string, name: string, more: string): string {
  return dictionary.replace(new RegExp(`(/${name} \\[[^\\]]*)\\]`), (_, start: string) => `${start} ${more}]`)
}
