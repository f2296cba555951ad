import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.ts'
import { type ListeningHouse, openListeningHouse } from '../support/listening-house.ts'
import { nameOf, PAGE_KINDS } from '../support/page-kinds.ts'

const WITHOUT_SCRIPT = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }
const TELEPHONE = { javaScriptEnabled: false, viewport: { width: 360, height: 640 } }
const MINUTE = 60_000
const AMNESTY = 'Amnesty International, Gruppe Duisburg'

describeInBrowser('a resident without scripts', (openPage) => {
  let house: ListeningHouse
  beforeAll(async () => {
    house = await openListeningHouse()
  })
  afterAll(() => house.close())

  const openAt = async (path: string, options = WITHOUT_SCRIPT) => {
    const page = await openPage(options)
    await page.goto(`${house.origin}${path}`)
    return page
  }

  it('finds from the start page when a group of Duisburg meets next, and whom to ask', async () => {
    const page = await openAt('/')
    await page.locator('.city-tile', { hasText: 'Duisburg' }).click()
    await page.getByRole('checkbox', { name: 'Mi' }).check()
    await page.getByRole('button', { name: 'Filter anwenden' }).click()
    expect(new URL(page.url()).searchParams.getAll('tag')).toEqual(['mi'])
    await page.getByRole('link', { name: AMNESTY }).click()
    const main = await textOf(page, 'main')
    expect(main).toContain('Jeden 1. und 3. Mittwoch im Monat, 19:30 Uhr')
    expect(main).toContain('Heute, Mittwoch, 3. Juni, 19:30 Uhr')
    expect(main).toContain('Internationales Zentrum (IZ), Flachsmarkt 15, 1. Etage, Zimmer 14')
    expect(await page.locator('a[href^="mailto:"]').first().textContent()).toContain(
      'kontakt@amnesty-duisburg.example',
    )
  })

  it('opens menu and filter on a telephone', async () => {
    const page = await openAt('/', TELEPHONE)
    expect(await page.locator('.main-menu').isVisible()).toBe(false)
    await page.locator('.site-head summary').click()
    await page.locator('.main-menu').getByRole('link', { name: 'Orte' }).click()
    await page.locator('.city-tile', { hasText: 'Duisburg' }).click()
    await page.locator('main summary').first().click()
    await page.getByRole('checkbox', { name: 'Mi' }).check()
    await page.getByRole('button', { name: 'Filter anwenden' }).click()
    expect(await textOf(page, '.count')).toBe('6 Einträge')
  })

  it.each([
    ['brucken', 'Chor der Brücken e.V.'],
    ['zentrum', 'Internationales Zentrum (IZ)'],
    ['menschenrechte', AMNESTY],
  ])('finds by „%s“ what is called %s', async (typed, name) => {
    const page = await openAt('/')
    await page.getByRole('searchbox').fill(typed)
    await Promise.all([page.waitForURL(/\/suche\?/), page.keyboard.press('Enter')])
    expect(await page.locator('.row-name', { hasText: name }).count()).toBe(1)
  })

  it('keeps more contrast from page to page, and can give it back', async () => {
    const page = await openAt('/orte/duisburg?tag=mi')
    await page.getByRole('button', { name: 'Mehr Kontrast' }).click()
    expect(page.url()).toBe(`${house.origin}/orte/duisburg?tag=mi`)
    expect(await contrastOf(page)).toBe('more')
    await page.getByRole('link', { name: AMNESTY }).click()
    expect(await contrastOf(page)).toBe('more')
    await page.getByRole('button', { name: 'Weniger Kontrast' }).click()
    expect(await contrastOf(page)).toBe('standard')
    expect(await page.context().cookies()).toEqual([])
  })

  it('changes the language and stays on the page', async () => {
    const page = await openAt('/orte/duisburg?tag=mi')
    await page.getByRole('link', { name: 'English' }).click()
    expect(page.url()).toBe(`${house.origin}/en/orte/duisburg?tag=mi`)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('link', { name: 'Deutsch' }).click()
    expect(page.url()).toBe(`${house.origin}/orte/duisburg?tag=mi`)
  })

  it('jumps by keyboard over the menu to what the page is about', async () => {
    const page = await openAt('/organisationen/amnesty-international-gruppe-duisburg')
    await page.keyboard.press('Tab')
    const skip = page.locator(':focus')
    expect(await skip.textContent()).toBe('Zum Inhalt springen')
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.locator('main :focus').count()).toBe(1)
  })

  it('reads in the month that a date is cancelled, in words', async () => {
    const page = await openAt('/kalender/2026-06')
    const cancelled = await page.locator('li[data-state=cancelled]').allInnerTexts()
    expect(cancelled.length).toBeGreaterThan(1)
    for (const text of cancelled) expect(text).toContain('fällt aus')
  })

  it(
    'gets nothing from elsewhere, no cookie, and no complaint of the browser, on any kind of page',
    async () => {
      const page = await openPage({ viewport: { width: 1280, height: 900 } })
      const flaws: string[] = []
      let here = ''
      page.on('console', (message) => flaws.push(`${here} · ${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => flaws.push(`${here} · ${error.message}`))
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== house.origin) flaws.push(`${here} · asked ${request.url()}`)
      })
      for (const kind of PAGE_KINDS.filter(({ status }) => status === 200)) {
        here = nameOf(kind)
        await page.goto(`${house.origin}${kind.path}`)
        for (const picture of await page.locator('img').all()) {
          await picture.scrollIntoViewIfNeeded()
          const isShown = await picture.evaluate((image) =>
            image.decode().then(
              () => true,
              () => false,
            ),
          )
          if (!isShown) flaws.push(`${here} · a picture does not show`)
        }
        if ((await page.context().cookies()).length > 0) flaws.push(`${here} · set a cookie`)
      }
      expect(flaws).toEqual([])
    },
    MINUTE,
  )
})

/** What a reader sees there, white space folded. */
async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim()
}

function contrastOf(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('data-contrast')
}
