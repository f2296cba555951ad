import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHouse, type TestHouse, type Visitor } from '../../support/house.ts'
import { describeWithPdf, pdfBytes } from '../../support/pdf.ts'
import { flat, readTags } from '../../support/pdf-tags.ts'

let house: TestHouse
let staff: Visitor
beforeAll(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
})
afterAll(() => house.close())

const IZ = 'haus=internationales-zentrum-duisburg'
const SHEETS: readonly (readonly [path: string, isTable: boolean])[] = [
  ['/druck/kontakte', true],
  ['/druck/kontakte?ort=duisburg&form=verzeichnis', false],
  ['/druck/kontakte?q=xyzxyz', false],
  ['/druck/verzeichnis?ort=duisburg', false],
  ['/druck/verzeichnis?ort=duisburg&format=a5', false],
  ['/druck/etiketten?ort=duisburg', false],
  ['/druck/etiketten?raster=1', false],
  ['/druck/monat?monat=2026-06&ort=duisburg', true],
  ['/druck/monat?monat=2026-06&ort=duisburg&papier=heft', true],
  [`/druck/woche?${IZ}`, true],
  [`/druck/tuer?${IZ}&zeitraum=woche`, true],
  ['/druck/anwesenheit?veranstaltung=dortbunt', true],
  ['/druck/eintrag?gruppe=chor-der-bruecken-e-v', true],
]

const INLINE: ReadonlySet<string> = new Set(['Span', 'Strong', 'Em'])

describeWithPdf('a PDF read by a screen reader', () => {
  it.each(SHEETS)('names its language and title, and has a tag for everything: %s', async (path, isTable) => {
    const { catalog, metadata, root, untagged, orphans, outOfOrder } = readTags(
      await pdfBytes(house, staff, path),
    )
    expect(catalog).toContain('/Lang (de)')
    expect(catalog).toMatch(/\/MarkInfo <<\s+\/Marked true/)
    expect(catalog).toContain('/DisplayDocTitle true')
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(metadata).toMatch(/<dc:title>[\s\S]*\p{L}{4}[\s\S]*<\/dc:title>/u)
    expect(untagged).toEqual([])
    expect(orphans).toEqual([])
    expect(outOfOrder).toEqual([])
    // A text that is part of no paragraph is read in one with the next.
    expect(root.kids.flatMap(({ kids }) => kids.filter(({ name }) => INLINE.has(name)))).toEqual([])
    const tags = flat(root)
    expect(tags.filter(({ name, body }) => name === 'Figure' && !body.includes('/Alt'))).toEqual([])
    const levels = tags.flatMap(({ name }) => (/^H\d$/.test(name) ? [Number(name.slice(1))] : []))
    for (const [index, level] of levels.entries())
      expect(level, `heading ${index}`).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
    const tables = tags.filter(({ name }) => name === 'Table')
    expect(tables.length > 0).toBe(isTable)
    for (const table of tables) {
      const heads = flat(table).filter(({ name }) => name === 'TH')
      expect(heads.length).toBeGreaterThan(1)
      for (const { body } of heads) expect(body).toMatch(/\/Scope \/(Column|Row|Both)/)
    }
  })
})
