import type { Compiler } from './compiler.ts'
import { cutOff } from './cutting.ts'
import { openJoining } from './joining.ts'
import { readObjects } from './objects.ts'
import { pageTree } from './pages.ts'

/** A list as its template takes it: entries in groups, of a table as rows of cells. */
export type List = {
  readonly columns: readonly unknown[]
  readonly groups: readonly {
    readonly title: unknown
    readonly rows: readonly unknown[]
    readonly entries: readonly unknown[]
  }[]
}

/**
 * How much is set at once, in cells of a table. What the compiler keeps of a page is fifty times as large as its file: all of
 * a list of 5,000 took three times the memory, and half as much at once takes more time.
 */
const CELLS_AT_ONCE = 1200
/** Whether a sheet is a list of more entries than are set at once. */
export function isLongList(sheet: object): sheet is List {
  if (!('groups' in sheet && 'columns' in sheet)) return false
  const list = sheet as List
  return lengthOf(list) > atOnce(list)
}

function atOnce({ columns }: List): number {
  return Math.ceil(CELLS_AT_ONCE / columns.length)
}

/**
 * Sets a list in parts of about `length` entries that end with a page, and joins them. The pages are as if it had been set at
 * once; of a table, each part is a table of its own for whoever has the file read aloud.
 */
export async function setLongList(
  compiler: Compiler,
  template: string,
  list: List,
  length = atOnce(list),
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const joining = openJoining()
  let pages = 0
  const all = lengthOf(list)
  for (let start = 0, count = length; start < all; ) {
    const end = Math.min(start + count, all)
    const bytes = compiler.file(compiler.set(template, partOf(list, { start, end })))
    await compiler.letGo()
    const part = readObjects(bytes)
    const cut = end === all ? 0 : cutOff(part)
    // All of it is one page, or entries that are as high as pages: with more of them there is a page that can be taken off.
    count = cut === null ? 2 * count : length
    if (cut === null) continue
    pages += pageTree(part.objects).pages.length
    start = end - cut
    joining.add(part)
  }
  const feet = compiler.file(compiler.set('foot', { ...list, groups: [], pages }))
  return { bytes: joining.finish(feet), pages }
}

function partOf(list: List, { start, end }: { readonly start: number; readonly end: number }) {
  let number = 0
  const within = <Entry>(entries: readonly Entry[]) => {
    const first = number
    number += entries.length
    return entries.slice(Math.max(0, start - first), Math.max(0, end - first))
  }
  const groups = list.groups.flatMap(({ title, rows, entries }) => {
    const isBegun = number < start
    const group = { title: isBegun ? '' : title, rows: within(rows), entries: within(entries) }
    return group.rows.length + group.entries.length === 0 ? [] : [group]
  })
  return { ...list, groups, part: { isFirst: start === 0, isLast: end === lengthOf(list) } }
}

function lengthOf({ groups }: List): number {
  return groups.reduce((sum, { rows, entries }) => sum + rows.length + entries.length, 0)
}
