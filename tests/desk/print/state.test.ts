import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeOrganisation, draftOf } from '../../../src/operations/organisations.ts'
import { openHouse, type Seen, type TestHouse, type Visitor } from '../../support/house.ts'
import { SYSTEM } from '../../support/office.ts'
import { bare, describeWithPdf, pdfFrom } from '../../support/pdf.ts'
import { day } from '../../support/schedules.ts'

const RESTING = 'Amnesty International, Gruppe Duisburg'
const DOUBTFUL = 'Initiative Muttersprache'
const OLD = 'länger nicht bestätigt'
const RESTS = 'ruht seit 12.5.2026'
const ALL = '/druck/kontakte?spalte=gruppe&spalte=zeiten'

let house: TestHouse
let staff: Visitor
beforeAll(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
  const stored = house.store.organisations.bySlug('amnesty-international-gruppe-duisburg')
  if (stored === null) throw new Error('no group')
  const draft = { ...draftOf(stored), dormantSince: day('2026-05-12') }
  changeOrganisation(house, SYSTEM, { id: stored.id, version: stored.version, draft })
})
afterAll(() => house.close())

/** What stands below the name of each organisation of a table or a directory. */
function marksIn(seen: Seen): ReadonlyMap<string, string> {
  const rows = seen.$('th[scope=row]').map((_, cell) => {
    const [name, ...marks] = seen.$(cell).children().get()
    return [[seen.$(name).text(), marks.map((mark) => seen.$(mark).text()).join(' ')]]
  })
  const entries = seen.$('.sheet-entry').map((_, entry) => {
    const [name, mark] = seen.$(entry).children().get()
    const said = mark === undefined ? '' : seen.$(mark).text()
    return [[seen.$(name).text(), said === OLD || said.startsWith('ruht') ? said : '']]
  })
  return new Map([...rows.get(), ...entries.get()] as [string, string][])
}

/** The names of everybody whom the public list of a town calls doubtful. */
async function publicDoubts(city: string): Promise<readonly string[]> {
  const seen = await house.get(`/orte/${city}`)
  expect(seen.$('.pages').length).toBe(0)
  const rows = seen.$('.leaf-row').filter((_, row) => seen.$(row).text().includes(OLD))
  return rows.map((_, row) => seen.$(row).find('.row-name').text().trim()).get()
}

describe('what makes an entry doubtful', () => {
  it('stands below its name in the table, where the public page says it and nowhere else', async () => {
    const expected = await publicDoubts('duisburg')
    expect(expected).toContain(DOUBTFUL)
    const marks = marksIn(await house.get(`${ALL}&ort=duisburg`))
    const doubtful = [...marks].filter(([, mark]) => mark === OLD).map(([name]) => name)
    expect(doubtful.sort()).toEqual([...expected].sort())
    expect(marks.get(RESTING)).toBe(RESTS)
    expect(marks.get('Sprachcafé Morgenstern')).toBe('')
  })

  it.each([
    ['for the house', `${ALL}&ort=duisburg&fuer=dienst`],
    ['in two columns', `${ALL}&ort=duisburg&form=verzeichnis`],
    ['of contacts', '/druck/kontakte?ort=duisburg&fuer=dienst'],
    ['to leaf through', '/druck/verzeichnis?ort=duisburg'],
    ['to leaf through, for the house', '/druck/verzeichnis?ort=duisburg&fuer=dienst&format=a5'],
  ])('stands on a list %s, too', async (_, path) => {
    const marks = marksIn(await staff.get(path))
    expect(marks.get(DOUBTFUL)).toBe(OLD)
    expect(marks.get(RESTING)).toBe(RESTS)
    expect(marks.get('Sprachcafé Morgenstern')).toBe('')
  })

  it('is said in the language of the sheet', async () => {
    const seen = await house.get('/en/druck/kontakte?ort=duisburg')
    expect(marksIn(seen).get(DOUBTFUL)).toBe('not confirmed for a while')
  })

  it('has a column of its own in files, so that names stay names', async () => {
    const query = 'spalte=gruppe&spalte=bestaetigt&fuer=dienst'
    const { body } = await staff.get(`/druck/kontakte.csv?${query}`)
    const rows: Record<string, string>[] = parse(body, { bom: true, delimiter: ';', columns: true })
    const told = new Map(rows.map((row) => [row.Organisation, row.Hinweis]))
    expect(told.get(RESTING)).toBe(RESTS)
    expect(told).toEqual(marksIn(await staff.get(`/druck/kontakte?${query}`)))
  })
})

describeWithPdf('the PDF', () => {
  it.each([`${ALL}&ort=duisburg`, `${ALL}&ort=duisburg&form=verzeichnis`, '/druck/verzeichnis?ort=duisburg'])(
    'marks whom the page marks: %s',
    async (path) => {
      const pages = await pdfFrom(house, staff, path)
      const text = bare(pages.map((page) => page.text).join(''))
      for (const [name, mark] of marksIn(await staff.get(path)))
        expect(text.includes(bare(`${name}${OLD}`)), name).toBe(mark === OLD)
      expect(text).toContain(bare(`${RESTING}${RESTS}`))
    },
  )
})
