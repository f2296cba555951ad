import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { aCity, aContact, anOrganisation } from '../../support/cast.ts'
import { openHouse, type Seen, type TestHouse, type Visitor } from '../../support/house.ts'
import { bare, describeWithPdf, readPdf } from '../../support/pdf.ts'

let house: TestHouse
let staff: Visitor
beforeAll(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
})
afterAll(() => house.close())

function aMinuteLater(): void {
  house.setNow(new Date(house.clock() + 60_000).toISOString())
}

const inOrder = (names: readonly string[]) =>
  [...names].sort(new Intl.Collator('de', { numeric: true, ignorePunctuation: true }).compare)
const textsIn = (seen: Seen, selector: string) =>
  seen
    .$(selector)
    .map((_, element) => seen.$(element).text().replace(/\s+/g, ' ').trim())
    .get()
const namesIn = (seen: Seen) => textsIn(seen, '.sheet-table tbody th[scope=row] > :first-child, .sheet-name')
const columnsIn = (seen: Seen) => textsIn(seen, 'thead th')

async function pdfOf(who: Visitor, path: string, at = house) {
  const cookie = [...who.cookies].map((pair) => pair.join('=')).join('; ')
  const headers = { host: '127.0.0.1:3000', ...(cookie === '' ? {} : { cookie }) }
  for (;;) {
    const answer = await at.app.inject({ method: 'GET', url: path, headers })
    if (answer.statusCode !== 202) return answer
  }
}

describe('the printed list', () => {
  it('says of when it is, on every page, and brings meetings in words with their place', async () => {
    const seen = await house.get('/druck/kontakte?ort=duisburg')
    expect(seen.text('.sheet-head')).toContain('Stand: 3. Juni 2026')
    expect(seen.text('.sheet-choice')).toBe('Auswahl: Ort Duisburg')
    expect(seen.text('thead .running-head')).toBe('Kontakte in Duisburg · Stand: 3. Juni 2026')
    expect(namesIn(seen)).toEqual(inOrder(namesIn(seen)))
    const row = seen
      .$('.sheet-table tbody tr')
      .filter((_, each) => seen.$(each).text().includes('Amnesty'))
      .first()
    expect(row.text()).toContain('Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr')
    expect(row.text()).toContain('IZ, 1. Etage, Zimmer 14')
  })

  it('goes by city where none is named, in four statements', async () => {
    house.statements.length = 0
    const seen = await house.get('/druck/kontakte')
    expect(house.statements).toHaveLength(4)
    const cities = textsIn(seen, '.sheet-group')
    expect(cities).toEqual(inOrder(cities))
    expect(cities).toContain('Gera')
  })

  it('names an organisation in every row of its contacts, its meetings once', async () => {
    const seen = await house.get('/druck/kontakte?ort=giessen')
    const rows = seen
      .$('.sheet-table tbody tr')
      .filter((_, each) => seen.$(each).text().includes('Landkreis Gießen'))
    expect(rows).toHaveLength(3)
    expect(rows.eq(0).find('td').last().text()).toContain('Auf Einladung')
    expect(rows.eq(1).find('td').last().text().trim()).toBe('')
  })

  it('is not for search engines, and not there for what it does not know', async () => {
    const seen = await house.get('/druck/kontakte')
    expect(seen.$('meta[name=robots]').attr('content')).toBe('noindex')
    for (const query of [
      'ort=atlantis',
      'haus=x',
      'thema=x',
      'netzwerk=x',
      'projekt=x',
      'spalte=x',
      'papier=a3',
    ])
      expect((await house.get(`/druck/kontakte?${query}`)).status, query).toBe(404)
  })

  it('has the columns that were chosen, in their order', async () => {
    const seen = await house.get('/druck/kontakte?ort=duisburg&spalte=mail&spalte=gruppe&spalte=sprachen')
    expect(columnsIn(seen)).toEqual(['E-Mail', 'Organisation', 'Sprachen'])
  })

  it('names whoever meets, with or without a contact, where no column tells of contacts', async () => {
    const seen = await house.get('/druck/kontakte?ort=duisburg&spalte=gruppe&spalte=zeiten')
    const names = namesIn(seen)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(namesIn(await house.get('/druck/kontakte?ort=duisburg')).length)
  })

  it.each([
    ['haus=internationales-zentrum-duisburg', 'Treffpunkt Internationales Zentrum', 'Chor der Brücken e.V.'],
    ['thema=menschenrechte', 'Thema Menschenrechte', 'Amnesty International, Gruppe Duisburg'],
    ['q=chor', 'Suche „chor“', 'Chor der Brücken e.V.'],
    ['ort=duisburg&tag=mi', 'Ort Duisburg; Mittwoch', 'Amnesty International, Gruppe Duisburg'],
    ['sprache=pl', 'Sprache Polnisch', 'Klub Filmowy „Kadr“'],
  ])('of %s is told in words, and holds who belongs to it', async (query, said, name) => {
    const seen = await house.get(`/druck/kontakte?${query}&spalte=gruppe`)
    expect(seen.text('.sheet-choice')).toContain(said)
    expect(namesIn(seen)).toContain(name)
    expect(namesIn(seen).length).toBeLessThan(60)
  })

  it('of a network or a project holds its members', async () => {
    const network = 'netzwerk=migranetz-thueringen-e-v'
    expect(namesIn(await house.get(`/druck/kontakte?${network}&spalte=gruppe`)).length).toBeGreaterThan(2)
    expect(namesIn(await house.get('/druck/kontakte?projekt=xenos&spalte=gruppe')).length).toBeGreaterThan(2)
  })

  it('can go by topic, or stand in two columns, or across', async () => {
    const topics = textsIn(await house.get('/druck/kontakte?gruppiert=thema'), '.sheet-group')
    expect(topics).toEqual(inOrder(topics))
    expect(topics).toContain('Menschenrechte')
    const directory = await house.get(
      '/druck/kontakte?form=verzeichnis&ort=duisburg&spalte=gruppe&spalte=sprachen',
    )
    expect(namesIn(directory)).toContain('Chor der Brücken e.V.')
    expect(directory.text('.sheet-entry')).toContain('Sprachen: ')
    expect((await house.get('/druck/kontakte?papier=quer')).$('.sheet-landscape').length).toBe(1)
  })

  it('says so where there is nobody', async () => {
    const seen = await house.get('/druck/kontakte?q=xyzxyz')
    expect(seen.text('main')).toContain('Für diese Auswahl ist kein Kontakt zum Druck freigegeben.')
    expect(seen.$('table').length).toBe(0)
  })

  it('tells how many pages it has as a PDF', async () => {
    await pdfOf(house, '/druck/kontakte.pdf?ort=duisburg')
    const seen = await house.get('/druck/kontakte?ort=duisburg')
    const pages = /^(\d+) Seiten? als PDF$/.exec(seen.text('.paper-pages'))?.[1]
    expect(Number(pages)).toBeGreaterThan(0)
  })
})

describe('a list for the house', () => {
  const INTERNAL =
    '/druck/kontakte?fuer=dienst&ort=duisburg&spalte=gruppe&spalte=kontakt&spalte=erreichbar&spalte=notiz'

  it('is marked, and holds what is not public', async () => {
    const seen = await staff.get(INTERNAL)
    expect(seen.text('.sheet-mark')).toBe('Nur für den Dienstgebrauch')
    expect(seen.text('.running-head')).toContain('Nur für den Dienstgebrauch')
    expect(seen.body).toContain('intern-ki.example')
    expect(columnsIn(seen)).toContain('Interne Notiz')
  })

  it('is for those who print, and for nobody else', async () => {
    for (const suffix of ['', '.pdf']) {
      const path = INTERNAL.replace('kontakte?', `kontakte${suffix}?`)
      expect((await house.get(path)).headers.location).toContain('/anmelden?weiter=')
      expect((await (await house.signIn('editor')).get(path)).status).toBe(403)
      expect((await staff.get(path)).headers['cache-control']).toBe('private, no-store')
    }
  })

  it('is entered in the audit log, and a public one is not', async () => {
    aMinuteLater()
    const before = house.store.audit.latest(100).length
    await staff.get('/druck/kontakte?ort=duisburg')
    expect(house.store.audit.latest(100).length).toBe(before)
    await staff.get(INTERNAL)
    const [latest] = house.store.audit.latest(1)
    expect(latest).toMatchObject({ act: 'print-internal', noun: 'print-list', result: '/druck/kontakte' })
    expect(latest?.accountId).toBe(house.store.accounts.byEmail('auskunft@treffpunkt.example')?.id)
    expect(JSON.stringify(latest)).not.toContain('duisburg')
  })

  it('is entered once while a browser waits for its file, and again later', async () => {
    const entries = () => house.store.audit.latest(500).length
    aMinuteLater()
    const before = entries()
    for (let times = 0; times < 3; times++) await staff.get(INTERNAL)
    expect(entries()).toBe(before + 1)
    await staff.get(`${INTERNAL}&gruppiert=thema`)
    expect(entries()).toBe(before + 2)
    aMinuteLater()
    await staff.get(INTERNAL)
    expect(entries()).toBe(before + 3)
  })

  it('keeps every page of readers as it is', async () => {
    const version = house.store.content.version(0)
    await staff.get(INTERNAL)
    expect(house.store.content.version(Number.MAX_SAFE_INTEGER)).toBe(version)
  })
})

describeWithPdf('the PDF of a list', () => {
  const LISTS = [
    '/druck/kontakte?ort=duisburg',
    '/druck/kontakte',
    '/druck/kontakte?q=xyzxyz',
    '/druck/kontakte?form=verzeichnis&spalte=gruppe&spalte=sprachen&spalte=kontakt&spalte=zeiten',
    '/druck/kontakte?papier=quer&gruppiert=thema&spalte=gruppe&spalte=sprachen&spalte=ort&spalte=funktion&spalte=kontakt&spalte=telefon&spalte=mail&spalte=zeiten&spalte=raum&spalte=bestaetigt',
    '/druck/kontakte?fuer=dienst&spalte=gruppe&spalte=kontakt&spalte=telefon&spalte=notiz',
    '/en/druck/kontakte?ort=duisburg',
  ]

  it.each(LISTS)('says what the page says: %s', async (path) => {
    const seen = await staff.get(path)
    const answer = await pdfOf(staff, path.replace('kontakte', 'kontakte.pdf'))
    expect(answer.headers['content-type']).toBe('application/pdf')
    const pages = readPdf(answer.rawPayload)
    const head = bare(seen.text('.running-head') || `${seen.text('h1')} · ${seen.text('.sheet-head p')}`)
    const columns = bare(columnsIn(seen).join(''))
    const told = pages.map(({ text }, index) => {
      const foot = seen.body.includes('lang="en"') ? `Page${index + 1}of` : `Seite${index + 1}von`
      expect(bare(text)).toContain(`Treffpunkt${foot}${pages.length}`)
      const body = bare(text).replace(`Treffpunkt${foot}${pages.length}`, '')
      return body.replace(head, '').replace(columns, '')
    })
    seen.$('.running-head, thead').remove()
    expect(told.join('')).toBe(bare(seen.$('main').text()))
  })

  it('has no entry on two pages, and the head of its table on each', async () => {
    const own = await openHouse({ demonstration: false })
    const office = { store: own.store, clock: () => Date.parse('2026-06-03T10:00:00Z') }
    const cityId = aCity(office)
    const names = Array.from(
      { length: 120 },
      (_, number) => `Gruppe ${number} ${'lang '.repeat(number % 9)}Ende`,
    )
    for (const name of names) aContact(office, { organisationId: anOrganisation(office, { name, cityId }) })
    const answer = await pdfOf(own, '/druck/kontakte.pdf', own)
    const pages = readPdf(answer.rawPayload)
    expect(pages.length).toBeGreaterThan(2)
    for (const { text } of pages) expect(text).toContain('Organisation Kontakt Telefon und E-Mail Treffen')
    for (const name of names)
      expect(pages.filter(({ text }) => bare(text).includes(bare(name))).length, name).toBe(1)
    await own.close()
  })
})
