import { beforeAll, expect, it } from 'vitest'
import { type Compiler, openCompiler } from '../../../src/formats/pdf/compiler.ts'
import { type List, setLongList } from '../../../src/formats/pdf/long-list.ts'
import { readObjects } from '../../../src/formats/pdf/objects.ts'
import { LIST_HEAD } from '../../support/paper-sheet.ts'
import { describeWithPdf, readPdf } from '../../support/pdf.ts'
import { flat, readTags, type Tag } from '../../support/pdf-tags.ts'

const NAMES = [
  'Chor (der (Brücken)) 7 0 R',
  'جمعية الصداقة',
  'Ærøs Café',
  'Tanz \\ Musik',
  'Українська громада',
]
/** As high as one page, and as two. */
const [LONG, ENDLESS] = ['Viel zu erzählen. '.repeat(120), 'Viel zu erzählen. '.repeat(700)]

function line(text: string) {
  return { text, language: '', isFromRight: /\p{Script=Arabic}/u.test(text) }
}

function textOf(number: number): string {
  if (number % 97 === 50) return LONG
  if (number === 333) return ENDLESS
  return 'Jeden Mittwoch, 18–20 Uhr. '.repeat(1 + (number % 4))
}

function aList(form: 'table' | 'directory', count: number, groups: number): List {
  const size = Math.ceil(count / groups)
  const head = { ...LIST_HEAD, isDirectory: form === 'directory', closing: 'Ende der Liste.' }
  const numbers = Array.from({ length: count }, (_, number) => number)
  const nameOf = (number: number) => line(`${NAMES[number % NAMES.length]} ${number}`)
  return {
    ...head,
    columns: [1, 2].map((share) => ({ label: `Spalte ${share}`, share })),
    groups: Array.from({ length: groups }, (_, group) => {
      const own = numbers.slice(group * size, (group + 1) * size)
      const entries = own.map((number) => ({ name: nameOf(number), lines: [line(textOf(number))] }))
      const rows = entries.map(({ name, lines }) => [
        { isName: true, lines: [name] },
        { isName: false, lines },
      ])
      return {
        title: groups === 1 ? '' : `Ort ${group}`,
        rows: form === 'table' ? rows : [],
        entries: form === 'table' ? [] : entries,
      }
    }),
  }
}

/** What a file says of itself beside its pages. */
function bookmarksOf(bytes: Uint8Array): readonly string[] {
  const { objects } = readObjects(bytes)
  const [outlines = ''] = [...objects.values()].filter((body) => body.includes('/Type /Outlines'))
  const told: string[] = []
  let id = /\/First (\d+)/.exec(outlines)?.[1]
  for (let before: string | undefined; id !== undefined; ) {
    const body = objects.get(Number(id)) ?? ''
    expect(/\/Prev (\d+)/.exec(body)?.[1]).toBe(before)
    told.push(/\/Title (.*)/.exec(body)?.[1] ?? '')
    before = id
    id = /\/Next (\d+)/.exec(body)?.[1]
  }
  expect(Number(/\/Count (\d+)/.exec(outlines)?.[1] ?? 0)).toBe(told.length)
  return told
}

function textsOf(tag: Tag): readonly string[] {
  return flat(tag).map(({ name }) => name)
}

describeWithPdf('a long list that is set in parts', () => {
  let compiler: Compiler
  beforeAll(async () => {
    const opened = await openCompiler()
    if (opened === null) throw new Error('there is no compiler for this machine')
    compiler = opened
  })

  it.each([
    ['table', 500, 1],
    ['table', 430, 9],
    ['directory', 500, 1],
    ['directory', 430, 9],
    ['table', 240, 80],
    ['directory', 240, 80],
  ] as const)(
    'has the pages, bookmarks and tags that it has at once: %s of %d in %d',
    async (form, count, groups) => {
      const list = aList(form, count, groups)
      const document = compiler.set('list', list)
      const atOnce = compiler.file(document)
      for (const length of [15, 110]) {
        const { bytes, pages } = await setLongList(compiler, 'list', list, length)
        expect(pages).toBe(document.numOfPages)
        expect(readPdf(bytes)).toEqual(readPdf(atOnce))
        expect(bookmarksOf(bytes)).toEqual(bookmarksOf(atOnce))
        const { root, metadata, untagged, orphans, outOfOrder } = readTags(bytes)
        expect({ untagged, orphans, outOfOrder }).toEqual({ untagged: [], orphans: [], outOfOrder: [] })
        expect(metadata).toContain(`<xmpTPg:NPages>${pages}<`)
        const once = textsOf(readTags(atOnce).root)
        const inParts = textsOf(root)
        const counted = (names: readonly string[], name: string) =>
          names.filter((each) => each === name).length
        for (const name of ['P', 'H1', 'TD']) expect(counted(inParts, name), name).toBe(counted(once, name))
        expect(counted(inParts, 'Table') > 1).toBe(form === 'table')
      }
    },
  )

  it('has each table name its own heads', async () => {
    const { bytes } = await setLongList(compiler, 'list', aList('table', 300, 3), 60)
    const tables = flat(readTags(bytes).root).filter(({ name }) => name === 'Table')
    const idsOf = (table: Tag) => flat(table).flatMap(({ body }) => /\/ID (\(\w+\))/.exec(body)?.[1] ?? [])
    const ids = tables.flatMap(idsOf)
    expect(new Set(ids).size).toBe(ids.length)
    for (const table of tables) {
      const own = new Set(idsOf(table))
      const named = flat(table).flatMap(({ body }) =>
        [...(/\/Headers \[([^\]]*)\]/.exec(body)?.[1] ?? '').matchAll(/\(\w+\)/g)].map(([name]) => name),
      )
      expect(named.length).toBeGreaterThan(0)
      expect(named.filter((name) => !own.has(name))).toEqual([])
    }
    const [tree = ''] = [...readObjects(bytes).objects.values()].filter((body) => body.includes('/IDTree'))
    const names = [...(/\/Names \[([^\]]*)\]/.exec(tree)?.[1] ?? '').matchAll(/\(\w+\)/g)].map(
      ([name]) => name,
    )
    expect(names).toEqual([...names].sort())
    expect(new Set(names)).toEqual(new Set(ids))
  })
})
