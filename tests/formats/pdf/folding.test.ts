import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { foldedOrder } from '../../../src/formats/pdf/folding.ts'
import { type Binding, openTypesetter } from '../../../src/formats/pdf.ts'
import { describeWithPdf, readPdf } from '../../support/pdf.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const line = (text: string) => ({ text, language: '', isFromRight: false })

/** A booklet with a text on each of its pages. */
const booklet = (pages: number) => ({
  language: 'de',
  title: 'Heft',
  facts: [],
  choice: '',
  mark: '',
  runningHead: 'Heft',
  pageOf: 'Seite {page} von {pages}',
  isLandscape: false,
  closing: '',
  empty: '',
  size: 'normal',
  paper: 'a5',
  blocks: Array.from({ length: pages }, (_, index) => [
    ...(index === 0 ? [] : [{ kind: 'break' }]),
    { kind: 'heading', text: `Kapitel${index + 1}` },
    { kind: 'text', lines: [line(`Inhalt${index + 1} (/Pg 1 0 R)`)] },
  ]).flat(),
})

async function pdfOf(pages: number, binding: Binding) {
  const typeset = await typesetter.typeset('blocks', booklet(pages), binding)
  if (typeset.kind !== 'pdf') throw new Error(JSON.stringify(typeset))
  return typeset
}

/** What a screen reader is told, in its order. */
function toldBy(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'treffpunkt-told-'))
  try {
    const file = join(folder, 'booklet.pdf')
    writeFileSync(file, bytes)
    return execFileSync('pdfinfo', ['-struct-text', file], { stdio: 'pipe' }).toString()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the order of a booklet', () => {
  it.each([
    [4, ['4|1', '2|3']],
    [8, ['8|1', '2|7', '6|3', '4|5']],
    [12, ['12|1', '2|11', '10|3', '4|9', '8|5', '6|7']],
  ])('of %i pages', (pages, sides) => {
    expect(foldedOrder(pages).map((both) => both.join('|'))).toEqual(sides)
  })
})

describeWithPdf('a folded booklet', () => {
  it.each([
    [1, 4],
    [4, 4],
    [5, 8],
    [9, 12],
  ])('of %i pages has %i, each with its number, two on each side of A4', async (pages, all) => {
    const typeset = await pdfOf(pages, 'folded')
    expect(typeset.pages).toBe(all)
    const sides = readPdf(typeset.bytes)
    expect(sides.length).toBe(all / 2)
    for (const [index, { width, height, words }] of sides.entries()) {
      expect([Math.round(width), Math.round(height)]).toEqual([296, 210])
      const numbers = words.flatMap(({ text, left }, at) =>
        text === 'von' ? [{ number: Number(words[at - 1]?.text), isLeft: left < width / 2 }] : [],
      )
      const [left, right] = foldedOrder(all)[index] ?? []
      expect(numbers).toContainEqual({ number: left, isLeft: true })
      expect(numbers).toContainEqual({ number: right, isLeft: false })
    }
  })

  it('is told page after page, as the loose pages are', async () => {
    const folded = toldBy((await pdfOf(7, 'folded')).bytes)
    expect(folded.match(/Inhalt\d/g)).toEqual(Array.from({ length: 7 }, (_, index) => `Inhalt${index + 1}`))
    expect(folded).toBe(toldBy((await pdfOf(7, 'loose')).bytes))
  })
})
