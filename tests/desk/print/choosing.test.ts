import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLUMN_CODES } from '../../../src/desk/print/query.ts'
import { PRINT_COLUMNS } from '../../../src/domain/print-list.ts'
import { openHouse, type TestHouse, type Visitor } from '../../support/house.ts'
import { describeWithPdf, overlapsOn, pdfFrom } from '../../support/pdf.ts'

let house: TestHouse
let staff: Visitor
beforeAll(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
})
afterAll(() => house.close())

const CODES = [...PRINT_COLUMNS].reverse().map((column) => COLUMN_CODES[column])
const EVERYTHING = `fuer=dienst&${CODES.map((code) => `spalte=${code}`).join('&')}`

describeWithPdf('a list with every column', () => {
  it('has room for each of them', async () => {
    for (const page of await pdfFrom(house, staff, `/druck/kontakte?${EVERYTHING}`))
      expect(overlapsOn(page)).toEqual([])
  })
})

describe('whoever chooses what to print', () => {
  it('can have every column there is, in any order, and finds them again', async () => {
    const desk = await staff.get(`/druck?${EVERYTHING}`)
    const chosen = desk.$('[name=spalte] option[selected]').map((_, option) => desk.$(option).val())
    expect(chosen.get()).toEqual(CODES)
    const list = await staff.get(`/druck/kontakte?${EVERYTHING}`)
    expect(list.$('thead th').length).toBe(PRINT_COLUMNS.length)
    expect(list.$('.sheet-landscape').length).toBe(1)
  })

  it('can choose weekdays, which stay chosen', async () => {
    const desk = await staff.get('/druck?tag=mi&tag=so')
    expect(desk.$('[aria-labelledby=wessen] input[name=tag]').length).toBe(7)
    const chosen = desk
      .$('[aria-labelledby=wessen] input[name=tag][checked]')
      .map((_, box) => desk.$(box).val())
    expect(chosen.get()).toEqual(['mi', 'so'])
    expect(desk.text('[aria-labelledby=merken] p')).toBe('Auswahl: Mittwoch; Sonntag')
  })

  it('can take the choice over for what is further down, without the list', async () => {
    const desk = await staff.get('/druck')
    const take = desk
      .$('button[formaction]')
      .filter((_, button) => desk.$(button).text().includes('übernehmen'))
    expect(take.attr('formaction')).toBe('/druck#merken')
    const form = take.closest('form')
    expect(form.attr('method') ?? 'get').toBe('get')
    expect(form.find('[name=ort]').length).toBe(1)
    const taken = await staff.get('/druck?ort=duisburg&thema=&q=+&stand=offen&spalte=gruppe&spalte=')
    expect(taken.status).toBe(200)
    const said = 'Auswahl: Ort Duisburg; nur länger nicht bestätigte Einträge'
    for (const part of ['merken', 'etiketten'])
      expect(taken.text(`[aria-labelledby=${part}] p`), part).toBe(said)
    const booklet = taken.$('[aria-labelledby=weitere] a').first()
    expect(booklet.attr('href')).toBe('/druck/verzeichnis?ort=duisburg&stand=offen')
  })
})
