import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse, type Visitor } from '../../support/house.ts'
import { bare, describeWithPdf, readPdf } from '../../support/pdf.ts'

let house: TestHouse
let staff: Visitor
beforeAll(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
})
afterAll(() => house.close())

const IZ = 'haus=internationales-zentrum-duisburg'
const PUBLIC = [
  '/druck/monat?monat=2026-06&ort=duisburg',
  '/druck/monat?monat=2026-06&nach=ort',
  '/druck/monat?monat=1990-01',
  '/druck/monat?monat=2026-06&ort=duisburg&papier=heft&lage=einzeln',
  `/druck/woche?${IZ}`,
  `/druck/woche?${IZ}&papier=a3`,
  `/druck/tuer?${IZ}`,
  `/druck/tuer?${IZ}&zeitraum=woche`,
]
const INTERNAL = [
  '/druck/anwesenheit?veranstaltung=dortbunt',
  '/druck/anwesenheit?treffen=1',
  '/druck/eintrag?gruppe=chor-der-bruecken-e-v',
]

async function pdfOf(path: string) {
  const cookie = [...staff.cookies].map((pair) => pair.join('=')).join('; ')
  for (;;) {
    const answer = await house.app.inject({
      url: path.replace('?', '.pdf?'),
      headers: { host: '127.0.0.1:3000', cookie },
    })
    if (answer.statusCode !== 202) return readPdf(answer.rawPayload)
  }
}

describeWithPdf('a sheet as PDF', () => {
  it.each([...PUBLIC, ...INTERNAL])('says what the page says, within its margins: %s', async (path) => {
    const seen = await staff.get(path)
    expect(seen.status).toBe(200)
    const pages = await pdfOf(path)
    const head = bare(`${seen.text('h1')} · Stand: 3. Juni 2026${seen.text('.sheet-mark')}`)
    const told = pages.map(({ text, words, width, height }, index) => {
      for (const { left, right, top, bottom } of words) {
        expect(left).toBeGreaterThan(11)
        expect(right).toBeLessThan(width - 11)
        expect(top).toBeGreaterThan(5)
        expect(bottom).toBeLessThan(height - 5)
      }
      const foot = `TreffpunktSeite${index + 1}von${pages.length}`
      expect(bare(text)).toContain(foot)
      return bare(text).replace(head, '').replace(foot, '')
    })
    // A table's head is repeated on every page that it goes on to.
    const heads = seen
      .$('thead')
      .map((_, each) => bare(seen.$(each).text()))
      .get()
    const without = (text: string) => heads.reduce((rest, each) => rest.replaceAll(each, ''), text)
    expect(without(told.join(''))).toBe(without(bare(seen.$('main').text())))
  })

  it('of a month folds to a booklet of the same pages, and the page tells of how many', async () => {
    const path = '/druck/monat?monat=2026-06&ort=duisburg&papier=heft'
    const seen = await house.get(path)
    const [, pages, sheets] = /(\d+) Seiten auf (\d+) Blatt, beidseitig/.exec(seen.text('.paper-pages')) ?? []
    expect(Number(pages)).toBe(4 * Number(sheets))
    const loose = await pdfOf(`${path}&lage=einzeln`)
    expect(loose.length).toBe(Number(pages))
    for (const { width, height, text } of loose) {
      expect([Math.round(width), Math.round(height)]).toEqual([148, 210])
      expect(text).toContain(`von ${pages}`)
    }
    const folded = await pdfOf(path)
    expect(folded.length).toBe(2 * Number(sheets))
    const letters = (all: typeof folded) => [...bare(all.map(({ text }) => text).join(''))].sort().join('')
    expect(letters(folded)).toBe(letters(loose))
    expect((await house.get('/druck/monat?monat=2026-06&ort=duisburg')).$('.paper-tools a').text()).toContain(
      'Als Heft zum Falten',
    )
  })

  it('of a house is as large as its paper', async () => {
    const [a3] = await pdfOf(`/druck/woche?${IZ}&papier=a3`)
    expect([Math.round(a3?.width ?? 0), Math.round(a3?.height ?? 0)]).toEqual([420, 297])
    const doors = await pdfOf(`/druck/tuer?${IZ}`)
    expect(doors.length).toBe(house.store.venues.bySlug('internationales-zentrum-duisburg')?.rooms.length)
  })
})

describe('the programme of a month', () => {
  it('is the next one where none is named, and marks what is cancelled or moved', async () => {
    expect((await house.get('/druck/monat')).text('h1')).toBe('Programm im Juli 2026')
    const seen = await house.get('/druck/monat?monat=2026-06')
    expect(seen.text('main')).toContain('fällt aus')
    expect(seen.text('main')).toContain('verlegt auf')
  })
})

describe('the plan of a house', () => {
  it('is of this week or the next, and says of which; a sheet for today is of today', async () => {
    const desk = await staff.get('/druck')
    const weeks = desk.$('[name=woche] option')
    expect(weeks.map((_, option) => desk.$(option).text()).get()).toEqual([
      'diese Woche (1.–7. Juni 2026)',
      'nächste Woche (8.–14. Juni 2026)',
    ])
    const next = weeks.last().val()
    const plan = await house.get(`/druck/woche?${IZ}&woche=${next}`)
    expect(plan.text('.sheet-head')).toContain('8.–14. Juni 2026')
    const doors = await house.get(`/druck/tuer?${IZ}&woche=${next}&zeitraum=woche`)
    expect(doors.text('.sheet-text')).toBe('8.–14. Juni 2026')
    const today = await house.get(`/druck/tuer?${IZ}`)
    expect((await house.get(`/druck/tuer?${IZ}&woche=${next}`)).text('main')).toBe(today.text('main'))
    expect(today.$('.sheet-table').length).toBeGreaterThan(0)
  })
})

describe('a sheet for the house', () => {
  it.each(INTERNAL)('%s is marked, noted, and for those who print only', async (path) => {
    expect((await house.get(path)).headers.location).toContain('/anmelden')
    expect((await (await house.signIn('editor')).get(path)).status).toBe(403)
    // The same sheet is noted once a minute, and was printed above.
    house.setNow(new Date(house.clock() + 60_000).toISOString())
    const before = house.store.audit.latest(500).length
    expect((await staff.get(path)).text('.sheet-mark')).toBe('Nur für den Dienstgebrauch')
    expect(house.store.audit.latest(500).length).toBe(before + 1)
  })

  it('to be signed names whoever is expected, and has lines for others', async () => {
    const seen = await staff.get('/druck/anwesenheit?veranstaltung=dortbunt')
    expect(seen.text('main')).toContain('Jana Musterfrau')
    expect(seen.$('tbody tr').length).toBeGreaterThan(30)
    expect(seen.text('.sheet-text')).toContain('DSGVO')
    expect(seen.$('.sheet-rules').length).toBe(0)
    const ofMeeting = await staff.get('/druck/anwesenheit?treffen=1')
    expect(ofMeeting.text('.sheet-rules')).toBe('Datum')
  })

  it.each([
    'woche?haus=x',
    'tuer?haus=x',
    'monat?monat=x',
    'anwesenheit?treffen=x',
    'eintrag?gruppe=x',
    'monat?ort=x',
    'monat?papier=x',
    'monat?nach=x',
    'monat?papier=heft&papier=a4',
    'woche?haus=internationales-zentrum-duisburg&papier=x',
    'tuer?haus=internationales-zentrum-duisburg&zeitraum=x',
    'verzeichnis?format=a4&format=a5',
    'kontakte?ort=duisburg&ort=gera',
    `kontakte?q=${'x'.repeat(101)}`,
    'monat?monat=2026-06&monat=2026-07',
    'monat?ort=duisburg&ort=gera',
    'woche?haus=stadtbibliothek-duisburg&haus=internationales-zentrum-duisburg',
    'woche?haus=stadtbibliothek-duisburg&woche=2026-W24&woche=2026-W25',
    'anwesenheit?veranstaltung=dortbunt&veranstaltung=fest',
    'eintrag?gruppe=chor-der-bruecken-e-v&gruppe=x',
    'etiketten?etikett=3490&etikett=4781',
    'etiketten?je=haus',
    'etiketten?raster=2',
  ])('there is none of %s', async (path) => {
    expect((await staff.get(`/druck/${path}`)).status).toBe(404)
  })
})
