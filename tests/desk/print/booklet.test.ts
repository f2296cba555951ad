import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse, type Visitor } from '../../support/house.ts'
import { bare, describeWithPdf, type PdfPage, readPdf } from '../../support/pdf.ts'

let house: TestHouse
let staff: Visitor
beforeAll(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
})
afterAll(() => house.close())

const DUISBURG = '/druck/verzeichnis?ort=duisburg'

async function pdfOf(path: string): Promise<readonly PdfPage[]> {
  for (;;) {
    const answer = await house.app.inject({
      url: path.replace('?', '.pdf?'),
      headers: { host: '127.0.0.1:3000' },
    })
    if (answer.statusCode !== 202) return readPdf(answer.rawPayload)
  }
}

describe('the directory of a city', () => {
  it('has contents, a chapter for each kind, and indexes by name, topic and language, all of them linked', async () => {
    const seen = await house.get(DUISBURG)
    expect(seen.text('h1')).toBe('Verzeichnis Duisburg')
    const contents = seen.$('.booklet-contents a').map((_, each) => seen.$(each).text())
    expect(contents.get()).toEqual([
      'Vereine',
      'Gruppen',
      'Initiativen',
      'Ämter und Fachstellen',
      'Religiöse Gemeinden',
      'Einrichtungen',
      'Register: Namen',
      'Register: Themen',
      'Register: Sprachen',
    ])
    const links = seen.$('main a[href^="#"]')
    expect(links.length).toBeGreaterThan(60)
    for (const link of links) expect(seen.$(seen.$(link).attr('href') ?? '').length).toBe(1)
    const topic = seen.$('h3').filter((_, each) => seen.$(each).text() === 'Menschenrechte')
    expect(topic.next('ul').text()).toContain('Amnesty International')
  })

  it('is bound in no other way than it knows', async () => {
    expect((await house.get('/druck/verzeichnis.pdf?ort=duisburg&format=a5&lage=quer')).status).toBe(404)
  })

  it('names everybody once, also whoever has no contact to show', async () => {
    const seen = await house.get(DUISBURG)
    const names = seen.$('.sheet-name').map((_, each) => seen.$(each).text())
    const facts = seen.text('.sheet-head')
    expect(new Set(names.get()).size).toBe(names.length)
    expect(facts).toContain(`${names.length} Organisationen`)
  })

  it('of several cities has a chapter for each', async () => {
    const seen = await house.get('/druck/verzeichnis')
    expect(seen.text('.booklet-contents')).toContain('Gera')
  })

  it('asks a fixed number of statements', async () => {
    house.statements.length = 0
    await house.get('/druck/verzeichnis')
    expect(house.statements).toHaveLength(5)
  })

  it('says so where there is nobody, and is not there for what it does not know', async () => {
    const seen = await house.get('/druck/verzeichnis?q=xyzxyz')
    expect(seen.text('main')).toContain('Zu dieser Auswahl gibt es keinen Eintrag.')
    expect((await house.get('/druck/verzeichnis?ort=atlantis')).status).toBe(404)
    expect((await house.get('/druck/verzeichnis?format=a6')).status).toBe(404)
  })

  it('holds what is public; the rest is for those who print, and is noted', async () => {
    const seen = await house.get('/druck/verzeichnis')
    expect(seen.body).not.toContain('intern-ki.example')
    expect(seen.body).not.toContain('nur-im-netz@rheinblick.example')
    expect((await house.get(`${DUISBURG}&fuer=dienst`)).headers.location).toContain('/anmelden')
    const before = house.store.audit.latest(500).length
    const internal = await staff.get(`${DUISBURG}&fuer=dienst`)
    expect(internal.text('.sheet-mark')).toBe('Nur für den Dienstgebrauch')
    expect(internal.body).toContain('intern-ki.example')
    expect(house.store.audit.latest(500).length).toBe(before + 1)
  })

  it('is offered beside every list', async () => {
    const seen = await house.get('/druck/kontakte?ort=duisburg')
    expect(seen.$(`.paper-tools a[href="${DUISBURG}"]`).text()).toBe('Verzeichnis mit Register')
  })
})

describeWithPdf('the directory as PDF', () => {
  it.each([DUISBURG, `${DUISBURG}&format=a5&lage=einzeln`])('says what the page says: %s', async (path) => {
    const seen = await house.get(path)
    const pages = await pdfOf(path)
    const head = bare(`${seen.text('h1')} · Stand: 3. Juni 2026`)
    const told = pages.map(({ text, words, width }, index) => {
      for (const { left, right } of words) {
        expect(left).toBeGreaterThan(11)
        expect(right).toBeLessThan(width - 11)
      }
      const foot = `TreffpunktSeite${index + 1}von${pages.length}`
      expect(bare(text)).toContain(foot)
      return bare(text).replace(head, '').replace(foot, '')
    })
    // The page says by links what the paper says by numbers of pages.
    const letters = (text: string) => [...text.replace(/[\d\u2060]/g, '')].sort().join('')
    expect(letters(told.join(''))).toBe(letters(bare(seen.$('main').text())))
  })

  it('gives the page on which each entry stands', async () => {
    const pages = await pdfOf(`${DUISBURG}&format=a5&lage=einzeln`)
    const index = pages.slice(1).findIndex(({ text }) => text.includes('Register: Namen')) + 1
    const given = [...(pages[index]?.text ?? '').matchAll(/^([A-ZÄÖÜ].+) (\d+)$/gm)].filter(
      ([line]) => !/Treffpunkt|Stand:/.test(line),
    )
    expect(given.length).toBeGreaterThan(15)
    for (const [, name = '', page] of given)
      expect(bare(pages[Number(page) - 1]?.text ?? ''), name).toContain(bare(name))
  })

  it('folds to a booklet whose sheets are told', async () => {
    const path = `${DUISBURG}&format=a5`
    const [, count, sheets] =
      /(\d+) Seiten auf (\d+) Blatt/.exec((await house.get(path)).text('.paper-pages')) ?? []
    expect(Number(count)).toBe(4 * Number(sheets))
    const sides = await pdfOf(path)
    expect(sides.length).toBe(2 * Number(sheets))
  })
})
