import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unguarded } from '../../../src/formats/spreadsheet-guard.ts'
import { openHouse, type TestHouse, type Visitor } from '../../support/house.ts'
import { bare } from '../../support/pdf.ts'

let house: TestHouse
let staff: Visitor
beforeAll(async () => {
  house = await openHouse()
  staff = await house.signIn('staff')
})
afterAll(() => house.close())

describe('the print desk', () => {
  it('is for those who print, and stands in their menu', async () => {
    expect((await house.get('/druck')).headers.location).toContain('/anmelden')
    expect((await (await house.signIn('editor')).get('/druck')).status).toBe(403)
    const seen = await staff.get('/druck')
    expect(seen.status).toBe(200)
    expect(seen.text('.desk-menu [aria-current]')).toBe('Drucken')
    expect((await (await house.signIn('editor')).get('/verwaltung')).text('.desk-menu')).not.toContain(
      'Drucken',
    )
  })

  it('has chosen already what its address names', async () => {
    const seen = await staff.get('/druck?ort=duisburg&spalte=gruppe&spalte=mail&papier=quer&fuer=dienst')
    const chosen = (name: string) =>
      seen.$(`[name=${name}] option[selected]`).map((_, option) => seen.$(option).val())
    expect(chosen('ort').get()).toEqual(['duisburg'])
    expect(chosen('spalte').get().slice(0, 3)).toEqual(['gruppe', 'mail', ''])
    expect(seen.$('[name=papier][checked]').val()).toBe('quer')
    expect(seen.$('[name=fuer][checked]').val()).toBe('dienst')
    expect(seen.$('[name=address]').val()).toBe(
      '/druck/kontakte?ort=duisburg&spalte=gruppe&spalte=mail&papier=quer&fuer=dienst',
    )
  })

  it('leads to a list whose address names only what was chosen', async () => {
    const answer = await staff.get('/druck/kontakte?ort=duisburg&thema=&q=&spalte=gruppe&spalte=&papier=hoch')
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/druck/kontakte?ort=duisburg&spalte=gruppe&papier=hoch')
  })

  it('says which choice does not exist, and shows the others', async () => {
    const seen = await staff.get('/druck?ort=atlantis')
    expect(seen.status).toBe(404)
    expect(seen.text('.notice')).toContain('atlantis')
  })

  it('says of what it cannot choose that it is left aside: two cities at once, words without an end', async () => {
    const doubled = await staff.get('/druck?ort=duisburg&ort=gera')
    expect(doubled.status).toBe(404)
    expect(doubled.$('.notice').text()).toContain('duisburg')
    expect(doubled.$('.notice').text()).toContain('gera')
    expect(doubled.$('[name=ort] option[selected]').val()).toBe('')
    const endless = await staff.get(`/druck?q=${'x'.repeat(101)}`)
    expect(endless.status).toBe(404)
    expect(endless.text('.notice')).toContain('xxxx')
    expect((await staff.get(`/druck?q=${'x'.repeat(100)}`)).status).toBe(200)
  })

  it('keeps a list under a name, calls it again, and lets it go', async () => {
    const address = '/druck/kontakte?ort=duisburg&spalte=gruppe'
    const kept = await staff.post('/druck/listen', { name: 'Alle Gruppen', address })
    expect(kept.headers.location).toBe('/druck?ort=duisburg&spalte=gruppe&meldung=kept')
    const seen = await staff.get('/druck')
    const row = seen.$('.kept-list').filter((_, each) => seen.$(each).text().includes('Alle Gruppen'))
    const link = row.find('a')
    expect(link.attr('href')).toBe(address)
    const dropped = await staff.post(String(row.find('form').attr('action')), { version: '1' })
    expect(dropped.headers.location).toBe('/druck?meldung=dropped')
    expect((await staff.get('/druck')).text('main')).not.toContain('Alle Gruppen')
  })

  it.each([
    [
      '/druck/monat?monat=2026-06&ort=duisburg&papier=heft',
      '/druck/monat?ort=duisburg&papier=heft',
      'Monatsprogramm',
    ],
    ['/druck/etiketten?ort=duisburg&etikett=4781', '/druck/etiketten?ort=duisburg&etikett=4781', 'Etiketten'],
    [
      '/druck/woche?haus=internationales-zentrum-duisburg&woche=2026-W24',
      '/druck/woche?haus=internationales-zentrum-duisburg',
      'Wochenplan',
    ],
    ['/druck/verzeichnis?ort=duisburg&format=a5', '/druck/verzeichnis?ort=duisburg&format=a5', 'Verzeichnis'],
  ])('keeps every sheet, with the dates of the day on which it is called: %s', async (path, kept, name) => {
    const link = (await staff.get(path)).$('.paper-tools a[href^="/druck?blatt="]')
    const seen = await staff.get(String(link.attr('href')).replace('#merken', ''))
    expect(seen.$('[name=address]').val()).toBe(kept)
    expect(seen.text('[aria-labelledby=merken] p')).toContain(`das Blatt, von dem Sie kommen: ${name}`)
    const refused = await staff.post('/druck/listen', { name: '', address: kept })
    expect(refused.$('[name=address]').val()).toBe(kept)
    await staff.post('/druck/listen', { name: `Gemerkt: ${name}`, address: kept })
    const again = (await staff.get('/druck'))
      .$('.kept-list a')
      .filter((_, each) => seen.$(each).text() === `Gemerkt: ${name}`)
    expect(again.attr('href')).toBe(kept)
    expect((await staff.get(kept)).status).toBe(200)
    expect((await house.get('/druck/monat')).$('.paper-tools a[href^="/druck?"]').length).toBe(0)
  })

  it('takes no address of another place to keep', async () => {
    const seen = await staff.get(`/druck?blatt=${encodeURIComponent('https://evil.example/druck/monat')}`)
    expect(seen.$('[name=address]').val()).toBe('/druck/kontakte')
  })

  it('keeps nothing without a name, and loses nothing typed', async () => {
    const seen = await staff.post('/druck/listen', { name: '', address: '/druck/kontakte?ort=duisburg' })
    expect(seen.status).toBe(422)
    expect(seen.$('.problem-summary a').attr('href')).toBe('#name')
    expect(seen.$('[name=address]').val()).toBe('/druck/kontakte?ort=duisburg')
    expect((await staff.post('/druck/listen', { name: 'X', address: 'https://evil.example' })).status).toBe(
      400,
    )
  })
})

describe('a list as a file', () => {
  const names = (text: string) => text.split('\r\n').map((row) => row.split(/[;\t]/)[0])

  it('is CSV with the columns that were chosen', async () => {
    const seen = await house.get('/druck/kontakte.csv?ort=duisburg&spalte=gruppe&spalte=telefon')
    expect(seen.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(seen.headers['content-disposition']).toContain('kontakte-duisburg-2026-06-03.csv')
    expect(seen.body.startsWith('\ufeffOrganisation;Telefon;Hinweis\r\n')).toBe(true)
    expect(names(seen.body)).toContain('Chor der Brücken e.V.')
  })

  it('is CSV that says of each contact what the list says, also to a program that takes every line feed for a row’s end', async () => {
    const query = 'fuer=dienst&spalte=gruppe&spalte=kontakt&spalte=telefon&spalte=mail&spalte=notiz'
    const { body } = await staff.get(`/druck/kontakte.csv?${query}`)
    const [, ...rows]: string[][] = parse(body, {
      bom: true,
      delimiter: ';',
      record_delimiter: ['\r\n', '\n'],
    })
    const page = await staff.get(`/druck/kontakte?${query}`)
    const shown = page.$('.sheet-part tr:not(.sheet-group)').map((_, row) => [
      page
        .$(row)
        .children()
        .map((_, cell) => page.$(cell).text())
        .get(),
    ])
    const said = (cell: string, column: number) =>
      column === 2 ? cell.replace(/\D/g, '').replace(/^49/, '0') : bare(unguarded(cell))
    expect(rows.length).toBeGreaterThan(60)
    const contactsOf = (row: readonly string[]) => row.slice(1, 4).map((cell, index) => said(cell, index + 1))
    expect(rows.map(contactsOf)).toEqual(shown.get().map(contactsOf))
    expect(rows.some((row) => row.some((cell) => cell.includes('\n')))).toBe(true)
  })

  it('takes no day and no note for a telephone number', async () => {
    const query = 'fuer=dienst&ort=duisburg&spalte=gruppe&spalte=bestaetigt&spalte=notiz'
    const { body } = await staff.get(`/druck/kontakte.csv?${query}`)
    const [, ...rows]: string[][] = parse(body, { bom: true, delimiter: ';' })
    const page = await staff.get(`/druck/kontakte?${query}`)
    const shown = page.$('.sheet-part tr').map((_, row) => page.$(row).find('td').eq(0).text().trim())
    expect(rows.some(([, confirmed]) => /^\d+\.\d+\.2026$/.test(confirmed ?? ''))).toBe(true)
    expect(rows.map(([, confirmed]) => confirmed)).toEqual(shown.get())
  })

  it('is an Excel file', async () => {
    const answer = await house.app.inject({
      url: '/druck/kontakte.xlsx',
      headers: { host: '127.0.0.1:3000' },
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('is vCards, all of them or one', async () => {
    const all = await house.get('/druck/kontakte.vcf?ort=giessen')
    expect(all.body.match(/BEGIN:VCARD/g)?.length).toBeGreaterThan(3)
    const [, id] = /UID:contact-(\d+)@/.exec(all.body) ?? []
    const one = await house.get(`/druck/kontakte.vcf?kontakt=${id}`)
    expect(one.body.match(/BEGIN:VCARD/g)?.length).toBe(1)
    expect((await house.get('/druck/kontakte.vcf?kontakt=99999')).status).toBe(404)
  })

  it('is text for letters: one line for each, only with an address', async () => {
    const seen = await house.get('/druck/kontakte.txt')
    const [head, ...rows] = seen.body.trimEnd().split('\r\n')
    expect(head?.split('\t')).toHaveLength(9)
    for (const row of rows) expect(row.split('\t')[5]).toMatch(/^\d{5}$/)
  })

  it('holds no more than the paper does', async () => {
    for (const suffix of ['csv', 'vcf', 'txt']) {
      const { body } = await house.get(`/druck/kontakte.${suffix}`)
      expect(body).not.toContain('intern-ki.example')
      expect(body).not.toContain('nur-im-netz@rheinblick.example')
      expect((await house.get(`/druck/kontakte.${suffix}?fuer=dienst`)).headers.location).toContain(
        '/anmelden',
      )
    }
    const internal = await staff.get('/druck/kontakte.csv?fuer=dienst')
    expect(internal.body).toContain('intern-ki.example')
    expect(internal.headers['cache-control']).toBe('private, no-store')
  })
})
