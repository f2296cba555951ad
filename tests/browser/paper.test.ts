import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.ts'
import { aCity, aMeeting, anOrganisation } from '../support/cast.ts'
import { type ListeningHouse, openListeningHouse } from '../support/listening-house.ts'
import { readSheets, type Sheet } from '../support/printed.ts'

/** A4: 210 × 297 mm, in points. */
const A4 = { width: 595, height: 842 }

describeInBrowser('the printed list of contacts', (openPage) => {
  let house: ListeningHouse
  beforeAll(async () => {
    house = await openListeningHouse()
  })
  afterAll(() => house.close())

  /** The sheets; the text of each entry, and of each town's name with its first entry, all without white space. */
  const print = async (path: string) => {
    const page = await openPage()
    await page.goto(`${house.origin}${path}`)
    const rows = await page.locator('.sheet-table tbody tr:not(.sheet-group)').allTextContents()
    const openings = await page
      .locator('.sheet-group')
      .evaluateAll((all) => all.map((group) => group.textContent + group.nextElementSibling.textContent))
    const navigation = await page.locator('.paper-tools').textContent()
    const sheets = readSheets(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
    return {
      sheets,
      entries: rows.map(withoutSpace),
      openings: openings.map(withoutSpace),
      navigation: withoutSpace(navigation ?? ''),
    }
  }

  it.each([
    ['of one town', '/druck/kontakte?ort=duisburg', 'Kontakte in Duisburg · Stand: 3. Juni 2026'],
    ['of all towns', '/druck/kontakte', 'Kontakte · Stand: 3. Juni 2026'],
  ])('%s is on A4, with what it is, its day and its number on every sheet', async (_which, path, head) => {
    const { sheets, navigation } = await print(path)
    expect(sheets.length).toBeGreaterThan(1)
    for (const [index, { width, height, text }] of sheets.entries()) {
      expect({ width: Math.round(width), height: Math.round(height) }).toEqual(A4)
      expect(text).toContain(withoutSpace(head))
      expect(text).toContain(`${index + 1}/${sheets.length}`)
      expect(text).not.toContain(navigation)
    }
  })

  it('has every entry whole on one sheet', async () => {
    const { sheets, entries } = await print('/druck/kontakte')
    expect(entries.length).toBeGreaterThan(30)
    expect(entries.filter((entry) => sheetsWith(entry, sheets) !== 1)).toEqual([])
  })

  it('has the name of a town above its first entry on the same sheet', async () => {
    const { sheets, openings } = await print('/druck/kontakte')
    expect(openings.length).toBeGreaterThan(4)
    expect(openings.filter((opening) => sheetsWith(opening, sheets) !== 1)).toEqual([])
  })

  it('of labels has no line of an address beyond its label', async () => {
    const page = await openPage()
    for (const [name, value = ''] of (await house.signIn('staff')).cookies)
      await page.context().addCookies([{ name, value, url: house.origin }])
    const address = { addition: 'c/o Zentrum', street: 'Weg 1', postcode: '12345', town: 'Etikettenstadt' }
    const cityId = aCity(house, { name: 'Etikettenstadt' })
    for (const name of ['Chor', 'Ä'.repeat(200), 'Sehr langer Name eines Vereins '.repeat(6).trim()])
      anOrganisation(house, { cityId, name, addresses: [{ kind: 'post', ...address }] })
    await page.goto(`${house.origin}/druck/etiketten?ort=etikettenstadt&etikett=3490`)
    const beyond = await page.locator('.label p').evaluateAll((all) =>
      all
        .filter((line) => {
          const [own, label] = [line.getBoundingClientRect(), line.parentElement.getBoundingClientRect()]
          return own.top < label.top || own.bottom > label.bottom || own.right > label.right
        })
        .map((line) => line.textContent),
    )
    expect(await page.locator('.label p').count()).toBe(12)
    expect(beyond).toEqual([])
  })

  it('of an ordinary page leaves out menus, forms and buttons', async () => {
    const page = await openPage()
    await page.goto(`${house.origin}/orte/duisburg`)
    const sheets = readSheets(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
    const text = sheets.map((sheet) => sheet.text).join('')
    expect(text).toContain('AmnestyInternational,GruppeDuisburg')
    for (const word of ['Zum Inhalt springen', 'Mehr Kontrast', 'Filter anwenden', 'Datenschutz', 'Menü'])
      expect(text).not.toContain(withoutSpace(word))
  })

  it('of a group begins its long meeting on the first sheet, and has a short one whole on one', async () => {
    const cityId = aCity(house, { name: 'Langenberg' })
    const long = 'Wir treffen uns und reden miteinander. '.repeat(8).concat('\n\n').repeat(15)
    const organisationId = anOrganisation(house, { cityId, name: 'Viel gesagt' })
    aMeeting(house, { organisationId, title: 'Langes Treffen', description: long })
    for (const number of [1, 2, 3, 4, 5])
      aMeeting(house, {
        organisationId,
        title: `Kurzes Treffen ${number}`,
        description: `Bis bald ${number}`,
      })
    const page = await openPage()
    await page.goto(`${house.origin}/organisationen/viel-gesagt`)
    const sheets = readSheets(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
    expect(sheets[0]?.text).toContain('LangesTreffen')
    for (const number of [1, 2, 3, 4, 5]) {
      const whole = sheets.filter(
        ({ text }) => text.includes(`KurzesTreffen${number}`) && text.includes(`Bisbald${number}`),
      )
      expect(whole).toHaveLength(1)
    }
  })
})

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '')
}

function sheetsWith(entry: string, sheets: readonly Sheet[]): number {
  return sheets.filter(({ text }) => text.includes(entry)).length
}
