// Lays the pages of a finished file two by two on sheets that are folded to a booklet. Pages become form XObjects and the
// tags stay (ISO 32000-1 §14.7.4.2: a reference to marked content may name the stream that holds it), so that whoever
// listens to the file hears the pages in their order, not in that of the sheets.
import { readObjects, writeObjects } from './objects.ts'
import { drawing, formOf, listPages, type Page, pageTree } from './pages.ts'

/** What stands on both sides of a sheet that is turned over its short edge: the pages, from 1, of a multiple of four. */
export function foldedOrder(pages: number): readonly (readonly [left: number, right: number])[] {
  return Array.from({ length: pages / 2 }, (_, side) =>
    side % 2 === 0 ? [pages - side, side + 1] : [side + 1, pages - side],
  )
}

/** The file with two pages on each side. Throws where the number of pages is no multiple of four. */
export function folded(bytes: Uint8Array): Uint8Array {
  const { objects, trailer } = readObjects(bytes)
  const { root, pages } = pageTree(objects)
  if (pages.length % 4 !== 0) throw new Error(`${pages.length} pages cannot be folded`)
  const placed = placedOn(foldedOrder(pages.length), pages)
  const byPage = new Map(placed.map((each) => [each.page.id, each]))
  for (const [id, body] of objects) objects.set(id, pointingTo(byPage, body))
  for (const { page, shift } of placed) {
    for (const id of page.annotations) objects.set(id, shifted(objects.get(id) ?? '', shift))
    objects.set(page.content, formOf(page, objects.get(page.content) ?? ''))
    objects.delete(page.id)
  }
  let free = Math.max(...objects.keys()) + 1
  const sides = [...new Set(placed.map(({ side }) => side))]
  for (const side of sides) {
    const both = placed.filter((each) => each.side === side)
    objects.set(side, sideOf(root, free, both))
    objects.set(free, drawingOf(both))
    free += 1
  }
  listPages(objects, root, sides)
  return writeObjects({ objects, trailer })
}

/** Where a page comes to lie: the object of its side of paper, and how far from that one's left edge, in points. */
type Placed = { readonly page: Page; readonly side: number; readonly shift: number }

/** The sides take the numbers of the first pages. */
function placedOn(order: ReturnType<typeof foldedOrder>, pages: readonly Page[]): readonly Placed[] {
  return order.flatMap((both, index) =>
    both.map((number, half) => {
      const [page, side] = [pages[number - 1], pages[index]]
      if (page === undefined || side === undefined) throw new Error(`there is no page ${number}`)
      return { page, side: side.id, shift: half * page.width }
    }),
  )
}

/** An object that names pages, naming the sides on which they lie: a tag, or a place to go to. */
function pointingTo(byPage: ReadonlyMap<number, Placed>, body: string): string {
  if (/^<<\s+\/Type \/StructElem\b/.test(body)) return tagOf(byPage, body)
  return body.replace(/\[(\d+) 0 R \/XYZ ([\d.-]+) /g, (whole, page: string, x: string) => {
    const placed = byPage.get(Number(page))
    return placed === undefined ? whole : `[${placed.side} 0 R /XYZ ${Number(x) + placed.shift} `
  })
}

const OWN_PAGE = /(\n {2}\/Pg )(\d+)( 0 R)/
const KIDS = /(\n {2}\/K \[)([^\]]*)(\])/

function tagOf(byPage: ReadonlyMap<number, Placed>, body: string): string {
  const own = byPage.get(Number(OWN_PAGE.exec(body)?.[2]))
  return body
    .replace(KIDS, (_, start: string, kids: string, end: string) => {
      const named = kids.replace(/<<[\s\S]*?>>|\d+ 0 R|\d+/g, (kid) => kidOf(byPage, own, kid))
      return `${start}${named}${end}`
    })
    .replace(OWN_PAGE, (whole, start: string, _page, end: string) =>
      own === undefined ? whole : `${start}${own.side}${end}`,
    )
}

/** A number is content on the tag's own page, a dictionary content or a link on a page it names; tags stay as they are. */
function kidOf(byPage: ReadonlyMap<number, Placed>, own: Placed | undefined, kid: string): string {
  const [, page] = /\/Pg (\d+) 0 R/.exec(kid) ?? []
  const placed = page === undefined ? own : byPage.get(Number(page))
  const [, id] = /^(\d+)$|\/MCID (\d+)/.exec(kid)?.filter((part) => part !== undefined) ?? []
  if (placed === undefined || kid.endsWith(' R')) return kid
  return id === undefined
    ? kid.replace(/\/Pg \d+ 0 R/, `/Pg ${placed.side} 0 R`)
    : `<< /Type /MCR /Pg ${placed.side} 0 R /Stm ${placed.page.content} 0 R /MCID ${id} >>`
}

function shifted(annotation: string, shift: number): string {
  return annotation.replace(/\/(Rect|QuadPoints) \[([^\]]*)\]/g, (_, name: string, numbers: string) => {
    const moved = numbers
      .trim()
      .split(/\s+/)
      .map((each, index) => (index % 2 === 0 ? Number(each) + shift : each))
    return `/${name} [${moved.join(' ')}]`
  })
}

function sideOf(root: number, content: number, both: readonly Placed[]): string {
  const [width, height] = [both[0]?.page.width ?? 0, both[0]?.page.height ?? 0]
  const forms = both.map(({ page }, half) => `/half${half} ${page.content} 0 R`).join(' ')
  const annotations = both.flatMap(({ page }) => page.annotations.map((id) => `${id} 0 R`)).join(' ')
  return `<<
  /Type /Page
  /Parent ${root} 0 R
  /MediaBox [0 0 ${2 * width} ${height}]
  /Resources << /XObject << ${forms} >> >>
  /Annots [${annotations}]
  /Tabs /S
  /Contents ${content} 0 R
>>`
}

function drawingOf(both: readonly Placed[]): string {
  return drawing(both.map(({ shift }, half) => `q 1 0 0 1 ${shift} 0 cm /half${half} Do Q`).join('\n'))
}
