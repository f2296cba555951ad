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

const namesIn = (seen: Seen) => [...marksIn(seen).keys()]

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

describe('a list of entries in one state', () => {
  it('is of those that rest, of all but those, or of those not confirmed for long, in as many statements', async () => {
    const all = marksIn(await house.get(ALL))
    const having = (test: (mark: string) => boolean) =>
      [...all].filter(([, mark]) => test(mark)).map(([name]) => name)
    for (const [stand, test] of [
      ['ruht', (mark: string) => mark.startsWith('ruht')],
      ['ruht-nicht', (mark: string) => !mark.startsWith('ruht')],
      ['offen', (mark: string) => mark === OLD],
    ] as const) {
      house.statements.length = 0
      const seen = await house.get(`${ALL}&stand=${stand}`)
      expect(house.statements).toHaveLength(4)
      expect(having(test).length).toBeGreaterThan(0)
      expect(having(test).length).toBeLessThan(all.size)
      expect(namesIn(seen)).toEqual(having(test))
    }
  })

  it.each([
    ['ruht', 'Auswahl: Ort Duisburg; nur ruhende Gruppen'],
    ['ruht-nicht', 'Auswahl: Ort Duisburg; ohne ruhende Gruppen'],
    ['offen', 'Auswahl: Ort Duisburg; nur länger nicht bestätigte Einträge'],
  ])('says so: %s', async (stand, said) => {
    const seen = await house.get(`/druck/kontakte?ort=duisburg&stand=${stand}`)
    expect(seen.text('.sheet-choice')).toBe(said)
    const desk = await staff.get(`/druck?ort=duisburg&stand=${stand}`)
    expect(desk.$('[name=stand] option[selected]').val()).toBe(stand)
    expect(desk.text('[aria-labelledby=merken]')).toContain(said)
    expect(desk.$('[aria-labelledby=etiketten] input[name=stand]').val()).toBe(stand)
  })

  it('is the same as booklet, as file, and as labels', async () => {
    const query = 'ort=duisburg&stand=ruht'
    const names = namesIn(await house.get(`/druck/kontakte?${query}&spalte=gruppe`))
    expect(names).toContain(RESTING)
    expect(namesIn(await house.get(`/druck/verzeichnis?${query}`))).toEqual(names)
    const { body } = await house.get(`/druck/kontakte.csv?${query}&spalte=gruppe`)
    expect(
      body
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(';')[0]),
    ).toEqual(names)
    const labels = async (stand: string) =>
      (await staff.get(`/druck/etiketten?ort=duisburg${stand}`)).text('.paper-said')
    expect(await labels('&stand=ruht')).toContain(`${names.length} Organisationen haben keine Anschrift.`)
    expect(await labels('&stand=ruht-nicht')).not.toBe(await labels(''))
  })

  it('is kept with a kept list', async () => {
    const address = '/druck/kontakte?ort=duisburg&stand=offen'
    await staff.post('/druck/listen', { name: 'Vor der Sitzung anrufen', address })
    const seen = await staff.get('/druck')
    const link = seen.$('.kept-list a').filter((_, each) => seen.$(each).text() === 'Vor der Sitzung anrufen')
    expect(link.attr('href')).toBe(address)
  })

  it('is not there for a state that is none of ours, and the desk says so', async () => {
    for (const path of ['kontakte', 'kontakte.csv', 'verzeichnis', 'etiketten'])
      expect((await staff.get(`/druck/${path}?stand=alt`)).status, path).toBe(404)
    const seen = await staff.get('/druck?stand=alt')
    expect(seen.status).toBe(404)
    expect(seen.text('.notice')).toContain('alt')
    expect(seen.$('[name=stand] option[selected]').val()).toBe('')
    expect((await staff.get('/druck?stand=ruht&stand=offen')).$('.notice').text()).toContain('offen')
  })
})
