/** One field of an entry in words; `group` is the field's name in its form. */
export type SaidField = { readonly group: string; readonly label: string; readonly text: string }

/** A value with the words that are new or gone set apart. */
export type Marked = { readonly start: string; readonly changed: string; readonly end: string }

/** How a field was and is; a side that was empty has nothing in it. */
export type DifferenceRow = { readonly label: string; readonly before: Marked; readonly after: Marked }

export type DifferencePart = { readonly label: string; readonly rows: readonly DifferenceRow[] }

declare module '../render.ts' {
  interface Parts {
    difference: DifferencePart
  }
}

/** The fields that read differently in two states; null stands for the state before the first. */
export function differenceRows(
  before: readonly SaidField[] | null,
  after: readonly SaidField[],
): DifferenceRow[] {
  const former = new Map((before ?? []).map(({ group, text }) => [group, text]))
  return after
    .map(({ group, label, text }) => ({ label, was: former.get(group) ?? '', is: text }))
    .filter(({ was, is }) => was !== is)
    .map(({ label, was, is }) => ({ label, ...marked(was, is) }))
}

/** Sets apart what lies between the words with which both begin and those with which both end. */
function marked(was: string, is: string): { before: Marked; after: Marked } {
  const [old, young] = [was.split(/(\s+)/), is.split(/(\s+)/)]
  const shortest = Math.min(old.length, young.length)
  let start = 0
  while (start < shortest && old[start] === young[start]) start += 1
  let end = 0
  while (end < shortest - start && old.at(-1 - end) === young.at(-1 - end)) end += 1
  const cut = (words: readonly string[]): Marked => ({
    start: words.slice(0, start).join(''),
    changed: words.slice(start, words.length - end).join(''),
    end: words.slice(words.length - end).join(''),
  })
  return { before: cut(old), after: cut(young) }
}
