import type { Compiler } from './compiler.ts'
import { openJoining } from './joining.ts'

/** A list as its template takes it: entries in groups, of a table as rows of cells. */
export type List = {
  readonly columns: readonly unknown[]
  readonly groups: readonly {
    readonly title: unknown
    readonly rows: readonly (readonly object[])[]
    readonly entries: readonly object[]
  }[]
}

/**
 * How much is set at once, in cells of a table. What the compiler keeps of a page is fifty times as large as its file: all of
 * a list of 5,000 takes twice the memory of that, and less at once takes more time.
 */
const CELLS_AT_ONCE = 1200
/** More than there are on two pages: of so many the compiler tells where they begin. */
const MARKED = 150

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
  for (let start = 0; start < all; ) {
    const part = setPart(compiler, template, list, { start, length })
    pages += part.pages
    start = part.end
    await compiler.letGo()
    joining.add(part.bytes)
  }
  const feet = compiler.file(compiler.set('foot', { ...list, groups: [], pages }))
  return { bytes: joining.finish(feet), pages }
}

type Part = { readonly bytes: Uint8Array; readonly pages: number; readonly end: number }

/** Sets some more entries than the part will have, to see with which of them its last page ends. */
function setPart(
  compiler: Compiler,
  template: string,
  list: List,
  { start, length }: { readonly start: number; readonly length: number },
): Part {
  const all = lengthOf(list)
  const finish = (end: number): Part => {
    const document = compiler.set(template, partOf(list, { start, end, isTried: false }))
    return { bytes: compiler.file(document), pages: document.numOfPages, end }
  }
  for (let count = length; start + count < all; count *= 2) {
    const tried = partOf(list, { start, end: start + count, isTried: true })
    const next = compiler.told(compiler.set(template, tried), 'next')
    if (typeof next === 'number') return finish(next)
  }
  return finish(all)
}

function partOf(
  list: List,
  part: { readonly start: number; readonly end: number; readonly isTried: boolean },
) {
  const { start, end, isTried } = part
  let number = 0
  const within = <Entry extends object>(
    entries: readonly Entry[],
    mark: (entry: Entry, as: number) => Entry,
  ) => {
    const first = number
    number += entries.length
    return entries.slice(Math.max(0, start - first), Math.max(0, end - first)).map((entry, index) => {
      const own = Math.max(start, first) + index
      return isTried && own >= end - MARKED ? mark(entry, own) : entry
    })
  }
  const groups = list.groups.flatMap(({ title, rows, entries }) => {
    const isBegun = number < start
    const group = {
      title: isBegun ? '' : title,
      rows: within(rows, ([cell, ...cells], mark) => [{ ...cell, mark }, ...cells]),
      entries: within(entries, (entry, mark) => ({ ...entry, mark })),
    }
    return group.rows.length + group.entries.length === 0 ? [] : [group]
  })
  return { ...list, groups, part: { isFirst: start === 0, isLast: end === lengthOf(list), isTried } }
}

function lengthOf({ groups }: List): number {
  return groups.reduce((sum, { rows, entries }) => sum + rows.length + entries.length, 0)
}
