import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.ts'
import { anOrganisation } from '../support/cast.ts'
import type { Visitor } from '../support/house.ts'
import { type ListeningHouse, openListeningHouse } from '../support/listening-house.ts'
import { pdfBytes } from '../support/pdf.ts'
import { readSheets } from '../support/printed.ts'

const IZ = 'haus=internationales-zentrum-duisburg'
const SHEETS: readonly string[] = [
  '/druck/kontakte?ort=duisburg',
  '/druck/kontakte?fuer=dienst',
  '/druck/kontakte?papier=quer&gruppiert=ohne',
  '/druck/kontakte?gruppiert=thema',
  '/druck/kontakte?form=verzeichnis&gruppiert=thema',
  '/druck/kontakte?form=verzeichnis&papier=quer',
  '/druck/etiketten?etikett=3490',
  '/druck/anwesenheit?veranstaltung=dortbunt',
  `/druck/tuer?${IZ}&zeitraum=woche`,
  `/druck/woche?${IZ}`,
  `/druck/woche?${IZ}&papier=a3`,
  '/druck/monat?monat=2026-06',
  '/druck/monat?monat=2026-06&nach=ort',
  '/druck/eintrag?gruppe=chor-der-bruecken-e-v',
  '/druck/verzeichnis',
]
const BOOKLETS: readonly string[] = [
  '/druck/monat?monat=2026-06&ort=duisburg&papier=heft',
  '/druck/verzeichnis?format=a5',
]

describeInBrowser('a sheet printed by the browser', (openPage) => {
  let house: ListeningHouse
  let staff: Visitor
  beforeAll(async () => {
    house = await openListeningHouse()
    staff = await house.signIn('staff')
  })
  afterAll(() => house.close())

  /** A page on which staff are signed in, and the fonts that it asks for. */
  const open = async () => {
    const page = await openPage()
    const fonts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fonts.push(request.url().replace(/^.*\//, ''))
    })
    for (const [name, value = ''] of staff.cookies)
      await page.context().addCookies([{ name, value, url: house.origin }])
    return { page, fonts, show: (path: string) => page.goto(`${house.origin}${path}`) }
  }

  const print = async (page: Page) => readSheets(await page.pdf({ preferCSSPageSize: true }))

  /** Of each sheet, how many pages the bar says that the PDF has, and how many the browser prints. */
  const countPages = async (paths: readonly string[]) => {
    const { page, show } = await open()
    const counted: { path: string; told: number; printed: number }[] = []
    for (const path of paths) {
      // The bar says so once the PDF is there.
      await pdfBytes(house, staff, path)
      await show(path)
      const said = await page.locator('.paper-pages').textContent()
      const told = Number(/(\d+) Seiten?/.exec(said ?? '')?.[1])
      counted.push({ path, told, printed: (await print(page)).length })
    }
    return counted
  }

  it('has as many pages as its PDF', async () => {
    const counted = await countPages(SHEETS)
    expect(counted.filter(({ told, printed }) => printed !== told)).toEqual([])
  }, 60_000)

  it('has the pages of a booklet without the empty ones at its end', async () => {
    const counted = await countPages(BOOKLETS)
    expect(counted.filter(({ told, printed }) => 4 * Math.ceil(printed / 4) !== told)).toEqual([])
  }, 60_000)

  it('has what it is, and for whom, above each page', async () => {
    const { page, show } = await open()
    await show('/druck/kontakte?form=verzeichnis&fuer=dienst')
    const sheets = await print(page)
    expect(sheets.length).toBeGreaterThan(1)
    for (const { text } of sheets) {
      expect(text).toContain('Kontakte·Stand:3.Juni2026')
      expect(text).toContain('NurfürdenDienstgebrauch')
    }
  })

  it('loads the letters of its PDF, and of other scripts only those that stand on it', async () => {
    const german = ['NotoSans_400Regular.ttf', 'NotoSans_700Bold.ttf']
    const duisburg = await open()
    await duisburg.show('/druck/kontakte?ort=duisburg')
    expect(duisburg.fonts.sort()).toEqual(german)
    const cityId = house.store.cities.bySlug('duisburg')?.id ?? 0
    anOrganisation(house, { cityId, name: 'جمعية الصداقة', nameLanguage: 'ar' })
    const withArabic = await open()
    await withArabic.show('/druck/verzeichnis?ort=duisburg')
    expect(withArabic.fonts.sort()).toEqual([...german, 'Vazirmatn_400Regular.ttf', 'Vazirmatn_700Bold.ttf'])
  })

  it('leaves them to the system on a telephone until it is printed, and on every other page', async () => {
    const page = await openPage({ viewport: { width: 360, height: 780 } })
    let fonts = 0
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fonts += 1
    })
    await page.goto(`${house.origin}/orte/duisburg`)
    await page.goto(`${house.origin}/druck/kontakte?ort=duisburg`)
    expect(fonts).toBe(0)
    await print(page)
    expect(fonts).toBe(2)
  })
})
