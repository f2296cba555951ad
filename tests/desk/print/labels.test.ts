import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LABEL_FORMATS, type LabelFormat } from '../../../src/domain/label-format.ts'
import { aCity, anOrganisation } from '../../support/cast.ts'
import { openHouse, type TestHouse, type Visitor } from '../../support/house.ts'
import { bare, describeWithPdf, pdfFrom, readPdf } from '../../support/pdf.ts'

let house: TestHouse
let staff: Visitor
beforeAll(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
  const office = { store: house.store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
  const cityId = aCity(office, { name: 'Etikettenstadt' })
  for (let number = 1; number <= 30; number++)
    anOrganisation(office, {
      name: number === 7 ? 'Sehr langer Name eines Vereins '.repeat(6).trim() : `Verein ${number}`,
      cityId,
      addresses: [
        { kind: 'post', addition: '', street: `Weg ${number}`, postcode: '12345', town: 'Etikettenstadt' },
      ],
    })
})
afterAll(() => house.close())

async function pagesOf(query: string) {
  const cookie = [...staff.cookies].map((pair) => pair.join('=')).join('; ')
  const headers = { host: '127.0.0.1:3000', cookie }
  for (;;) {
    const answer = await house.app.inject({
      url: `/druck/etiketten.pdf?ort=etikettenstadt&${query}`,
      headers,
    })
    if (answer.statusCode === 200) return readPdf(answer.rawPayload)
    expect(answer.statusCode).toBe(202)
  }
}

/** The number of the label on which a point lies, at least 3 mm from its edge (with 0.5 mm for the measuring), or null. */
function labelAt(format: LabelFormat, x: number, y: number): number | null {
  const { left, top, width, height, columns, gapAcross, gapDown } = format
  const column = Math.floor((x - left) / (width + gapAcross))
  const row = Math.floor((y - top) / (height + gapDown))
  const [inX, inY] = [x - left - column * (width + gapAcross), y - top - row * (height + gapDown)]
  const isInside = inX >= 2.5 && inX <= width - 2.5 && inY >= 2.5 && inY <= height - 2.5
  return isInside ? row * columns + column + 1 : null
}

describeWithPdf('labels on paper', () => {
  it.each(Object.entries(LABEL_FORMATS))('of %s lie within their grid', async (name, format) => {
    const pages = await pagesOf(`etikett=${name}&ab=2`)
    const perSheet = format.columns * format.rows
    expect(pages.length).toBe(Math.ceil(31 / perSheet))
    const found = new Set<number>()
    for (const [number, { words }] of pages.entries())
      for (const { left, top, right, bottom, text } of words) {
        const first = labelAt(format, left, top)
        expect(first, text).not.toBeNull()
        expect(labelAt(format, right, bottom), text).toBe(first)
        found.add(number * perSheet + (first ?? 0))
      }
    expect([...found].sort((one, other) => one - other)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 2),
    )
  })

  it('say what the page says', async () => {
    const pages = await pagesOf('etikett=3474')
    const seen = await staff.get('/druck/etiketten?ort=etikettenstadt&etikett=3474')
    expect(bare(pages.map(({ text }) => text).join(''))).toBe(bare(seen.$('main').text()))
  })

  it('say so where there is nobody to write to', async () => {
    const [page, ...more] = await pdfFrom(house, staff, '/druck/etiketten?q=xyzxyz')
    expect(more).toEqual([])
    expect(bare(page?.text ?? '')).toBe(bare('Keine Organisation dieser Auswahl hat eine Anschrift.'))
    expect((await staff.get('/druck/etiketten?q=xyzxyz')).text('main')).toContain('hat eine Anschrift')
  })

  it('of measures of one’s own lie where these say', async () => {
    const own = { width: 80, height: 50, columns: 2, rows: 5, left: 20.5, top: 10, gapAcross: 5, gapDown: 3 }
    const query =
      'etikett=frei&breite=80&hoehe=50&nebeneinander=2&untereinander=5&links=20,5&oben=10&abstandx=5&abstandy=3'
    for (const { words } of await pagesOf(query))
      for (const { left, top } of words) expect(labelAt(own, left, top)).not.toBeNull()
  })

  it('shorten a name rather than the letters, which are 7 points at least, and never street and town', async () => {
    const query =
      'etikett=frei&breite=50&hoehe=20&nebeneinander=4&untereinander=10&links=0&oben=0&abstandx=0&abstandy=0'
    const [page] = await pagesOf(query)
    const words = page?.words ?? []
    expect(words.some(({ text }) => text.endsWith('…'))).toBe(true)
    expect(page?.text).toContain('Weg 7\n')
    // From ascender to descender Noto Sans is 1.36 of its size.
    for (const { top, bottom, text } of words)
      expect(bottom - top, text).toBeGreaterThan(7 * 1.36 * (25.4 / 72) - 0.1)
    const small = { width: 50, height: 20, columns: 4, rows: 10, left: 0, top: 0, gapAcross: 0, gapDown: 0 }
    for (const { left, top, right, bottom, text } of words) {
      expect(labelAt(small, left, top), text).not.toBeNull()
      expect(labelAt(small, right, bottom), text).toBe(labelAt(small, left, top))
    }
  })

  it('can be tried first: a number in every label', async () => {
    const [page, ...more] = await pagesOf('etikett=4781&raster=1')
    expect(more).toEqual([])
    expect(page?.words.map(({ text }) => text)).toEqual(
      Array.from({ length: 12 }, (_, index) => String(index + 1)),
    )
  })
})

describe('the labels desk', () => {
  it('is for those who print', async () => {
    expect((await house.get('/druck/etiketten')).headers.location).toContain('/anmelden')
    expect((await (await house.signIn('editor')).get('/druck/etiketten.pdf')).status).toBe(403)
  })

  it('says in a sentence which measure cannot be', async () => {
    const wide = await staff.get(
      '/druck/etiketten?etikett=frei&breite=90&hoehe=50&nebeneinander=3&untereinander=5&links=0&oben=0&abstandx=0&abstandy=0',
    )
    expect(wide.status).toBe(422)
    expect(wide.text('.paper-problem')).toContain('zusammen 270 mm breit')
    const missing = await staff.get('/druck/etiketten?etikett=frei&breite=abc')
    expect(missing.$('.paper-problem').length).toBe(8)
    expect(missing.text('.paper-problem')).toBe(
      'Geben Sie bei „Breite“ 0 bis 210 Millimeter an, auch mit Komma.',
    )
    const own = 'etikett=frei&breite=-5&hoehe=50&nebeneinander=2,5&untereinander=5&links=0&oben=0'
    const wrong = await staff.get(`/druck/etiketten?${own}&abstandx=1e9&abstandy=0`)
    expect(
      wrong
        .$('.paper-problem')
        .map((_, each) => wrong.$(each).text())
        .get(),
    ).toEqual([
      'Geben Sie bei „Breite“ 0 bis 210 Millimeter an, auch mit Komma.',
      'Geben Sie bei „Nebeneinander“ eine ganze Zahl von 1 bis 10 an.',
      'Geben Sie bei „Abstand waagerecht“ 0 bis 50 Millimeter an, auch mit Komma.',
    ])
    const unknown = await staff.get('/druck/etiketten?etikett=9999')
    expect(unknown.status).toBe(422)
    expect(unknown.text('.paper-problem')).toContain('Diese Etiketten gibt es hier nicht.')
    expect((await staff.get('/druck/etiketten.pdf?ab=99')).text('.paper-problem')).toContain('von 1 bis 24')
  })

  it('shows again what was typed to whoever goes back', async () => {
    const seen = await staff.get(
      '/druck/etiketten?ort=duisburg&etikett=frei&je=kontakt&ab=3&breite=6x&hoehe=38,1&raster=1',
    )
    const back = String(seen.$('.paper-tools a').first().attr('href'))
    expect(back).toContain('#etiketten')
    const desk = await staff.get(back.replace('#etiketten', ''))
    expect(desk.$('#etikett option[selected]').val()).toBe('frei')
    expect(desk.$('#je option[selected]').val()).toBe('kontakt')
    for (const [name, value] of Object.entries({
      ab: '3',
      breite: '6x',
      hoehe: '38,1',
      links: '0',
      nebeneinander: '',
    }))
      expect(desk.$(`[aria-labelledby=etiketten] [name=${name}]`).val() ?? '', name).toBe(value)
    expect(desk.$('details[open] [name=breite]').length).toBe(1)
    expect(desk.$('[aria-labelledby=etiketten] input[name=ort]').val()).toBe('duisburg')
    const unasked = await staff.get('/druck?etikett=9999')
    expect(unasked.$('#etikett option[selected]').val()).toBe('3490')
    expect(unasked.$('details[open] [name=breite]').length).toBe(0)
  })

  it('counts, and says who has no address', async () => {
    const seen = await staff.get('/druck/etiketten?ort=duisburg')
    expect(seen.text('.paper-said')).toMatch(/\d+ Etiketten?\. \d+ Organisationen haben keine Anschrift\./)
    // At their true size they are wider than a telephone: they move, and not the page.
    expect(seen.$('main > .scroll[tabindex=0] .labels').length).toBe(1)
    expect(seen.$('header.paper-said h1').length).toBe(1)
    expect((await staff.get('/druck/etiketten?q=xyzxyz')).text('.paper-said')).toContain('hat eine Anschrift')
  })
})
