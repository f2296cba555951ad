// Makes one file of several that were set one after the other, so that a long list takes no more memory than a short one.
// Pages, tags and bookmarks follow one another. What stands at the foot of a page tells how many pages there are, which is
// known last: it is set by itself, and laid upon the pages.
import {
  inDictionary,
  openFile,
  type PdfFile,
  type PdfObjects,
  type PdfParts,
  readObjects,
  renumbered,
} from './objects.ts'
import { drawing, formOf, listPages, type Page, pageTree, references } from './pages.ts'
import {
  aboutTheFile,
  appendBookmarks,
  appendTags,
  named,
  numberOf,
  placed,
  type Trunk,
  trunkOf,
} from './trunk.ts'

/** A file that grows by parts. */
export type Joining = {
  readonly add: (part: PdfParts) => void
  /** The whole, with the pages of `feet` laid upon its own. Throws where these are not as many, or there is nothing. */
  readonly finish: (feet: Uint8Array) => Uint8Array
}

/** What is written when the last part is there; everything else is written at once, and not held. */
type Whole = {
  readonly trunk: Trunk
  readonly trailer: string
  readonly objects: PdfObjects
  readonly pages: Page[]
  /** The highest number of an object. */
  highest: number
  parts: number
}

/** A file without pages. */
export function openJoining(): Joining {
  const file = openFile()
  let whole: Whole | undefined
  return {
    add(part) {
      whole = append(file, whole, part)
    },
    finish(feet) {
      if (whole === undefined) throw new Error('there is nothing to join')
      const { objects, trunk, trailer, pages } = whole
      const ids = pages.map(({ id }) => id)
      listPages(objects, trunk.pages, ids)
      for (const [id, body] of objects) file.put(id, body)
      layUpon(file, whole, readObjects(feet).objects)
      return file.close(trailer)
    },
  }
}

function append(file: PdfFile, before: Whole | undefined, part: PdfParts): Whole {
  const own = trunkOf(part)
  const about = aboutTheFile(part)
  const whole: Whole = before ?? {
    trunk: own,
    trailer: part.trailer,
    objects: new Map([[about.metadata, part.objects.get(about.metadata) ?? '']]),
    pages: [],
    highest: 0,
    parts: 0,
  }
  const { trunk, objects, highest: shift, parts: index } = whole
  const trunks = new Map(NOUNS.map((noun) => [own[noun], trunk[noun]]))
  const placing = {
    numberOf: (id: number) => trunks.get(id) ?? id + shift,
    key: numberOf(objects.get(trunk.tags) ?? '', 'ParentTreeNextKey'),
    index,
  }
  const moved = (id: number) =>
    inDictionary(part.objects.get(id) ?? '', (dictionary) => placed(dictionary, placing))

  const { pages } = pageTree(part.objects)
  const outlines = part.objects.get(own.bookmarks) ?? ''
  const bookmarks = [named(outlines, 'First'), named(outlines, 'Last')]
  const later = new Set([...trunks.keys(), ...pages.map(({ id }) => id), about.metadata, ...bookmarks])
  if (index > 0) for (const id of Object.values(about)) later.add(id)
  for (const id of part.objects.keys()) if (!later.has(id)) file.put(id + shift, moved(id))

  for (const page of pages)
    whole.pages.push({ ...page, id: page.id + shift, content: page.content + shift, body: moved(page.id) })
  for (const id of bookmarks) if (id !== 0) objects.set(id + shift, moved(id))
  if (index === 0) for (const noun of NOUNS) objects.set(own[noun], moved(own[noun]))
  else {
    appendTags(objects, trunk, { tags: moved(own.tags), document: moved(own.document) })
    appendBookmarks(objects, trunk, moved(own.bookmarks))
  }
  whole.highest = shift + Math.max(...part.objects.keys())
  whole.parts += 1
  return whole
}

const NOUNS = ['pages', 'bookmarks', 'tags', 'document'] as const

/** Draws on each page, after what it has, the page of the same number of another file, of which nothing is tagged. */
function layUpon(file: PdfFile, { pages, highest }: Whole, feet: PdfObjects): void {
  const { pages: laid } = pageTree(feet)
  if (laid.length !== pages.length) throw new Error(`${laid.length} feet for ${pages.length} pages`)
  const draw = highest + 1
  file.put(draw, drawing('q /foot Do Q'))
  const rename = (id: number) => id + draw
  for (const foot of laid) {
    const untagged = { ...foot, body: foot.body.replace(/\/StructParents \d+/, '') }
    feet.set(foot.content, formOf(untagged, feet.get(foot.content) ?? ''))
  }
  const reached = reachedFrom(
    feet,
    laid.map(({ content }) => content),
  )
  for (const id of reached) {
    const body = feet.get(id) ?? ''
    file.put(
      rename(id),
      inDictionary(body, (dictionary) => renumbered(dictionary, rename)),
    )
  }
  for (const [index, { id, content, body }] of pages.entries()) {
    if (!body.includes('/Resources <<')) throw new Error(`page ${id} has no letters`)
    const form = rename(laid[index]?.content ?? 0)
    const withFoot = body
      .replace('/Resources <<', `/Resources <<\n    /XObject << /foot ${form} 0 R >>`)
      .replace(`/Contents ${content} 0 R`, `/Contents [${content} 0 R ${draw} 0 R]`)
    file.put(id, withFoot)
  }
}

function reachedFrom(objects: PdfObjects, ids: readonly number[]): ReadonlySet<number> {
  const reached = new Set<number>()
  const waiting = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    const [dictionary = ''] = (objects.get(id) ?? '').split('\nstream\n', 1)
    waiting.push(...references(dictionary))
  }
  return reached
}
