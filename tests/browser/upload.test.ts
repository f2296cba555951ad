import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findingsOn } from '../support/axe.ts'
import { describeInBrowser } from '../support/browser.ts'
import { type ListeningHouse, openListeningHouse } from '../support/listening-house.ts'

const MINUTES = 120_000
const PUBLISH = '.form-actions button'
const PDF = {
  name: 'plakat.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000)]),
}
const SLOW = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 150_000 }

describeInBrowser('a file on its way', (openPage) => {
  let house: ListeningHouse
  let form: string

  beforeAll(async () => {
    house = await openListeningHouse()
    const event = house.store.events.bySlug('fest-der-vielfalt')?.id
    form = `${house.origin}/verwaltung/dokumente/neu?veranstaltung=${event}`
  })
  afterAll(() => house.close())

  const atForm = async (options: Parameters<typeof openPage>[0] = {}) => {
    const page = await openPage(options)
    await page.goto(`${house.origin}/anmelden`)
    await page.fill('#email', 'koordination@treffpunkt.example')
    await page.fill('#password', 'treffpunkt-koordination-2026')
    await page.click('main .form-actions button')
    await page.goto(form)
    return page
  }
  const fill = async (page: Page, title: string) => {
    await page.setInputFiles('#file', PDF)
    await page.fill('#title', title)
  }
  const arrived = (page: Page) => page.waitForURL(/veranstaltungen\/\d+\?meldung=published$/)

  it(
    'is shown by a bar and in words, and arrives once',
    async () => {
      const page = await atForm()
      const line = await page.context().newCDPSession(page)
      await line.send('Network.emulateNetworkConditions', SLOW)
      await fill(page, 'Langsames Plakat')
      await page.click(PUBLISH)
      await page.waitForSelector('text=/^Hochladen: [1-9]0\\s%$/')
      await page.click(PUBLISH)
      expect(await page.evaluate('document.querySelector("progress").value')).toBeGreaterThan(0)
      expect(await findingsOn(page)).toEqual([])
      await arrived(page)
      expect(await page.getByRole('link', { name: 'Langsames Plakat' }).count()).toBe(1)
    },
    MINUTES,
  )

  it(
    'that is refused leads to what is to be mended, and can be sent again',
    async () => {
      const page = await atForm()
      await fill(page, '')
      await page.click(PUBLISH)
      await page.waitForSelector('.problem-summary:focus')
      expect(await page.title()).toMatch(/^Fehler: /)
      expect(await findingsOn(page)).toEqual([])
      await fill(page, 'Verbessertes Plakat')
      await page.click(PUBLISH)
      await arrived(page)
    },
    MINUTES,
  )

  it(
    'that does not arrive leaves everything where it was typed',
    async () => {
      const page = await atForm()
      await fill(page, 'Abgebrochenes Plakat')
      await page.route(form, (route) => route.abort('connectionreset'))
      await page.click(PUBLISH)
      await page.waitForSelector('text=Die Verbindung ist abgebrochen.')
      expect(await page.isVisible('progress')).toBe(false)
      expect(await page.inputValue('#title')).toBe('Abgebrochenes Plakat')
      expect(await findingsOn(page)).toEqual([])
      await page.unroute(form)
      await page.click(PUBLISH)
      await arrived(page)
    },
    MINUTES,
  )

  it(
    'arrives without a script',
    async () => {
      const page = await atForm({ javaScriptEnabled: false })
      await fill(page, 'Schlichtes Plakat')
      await page.click(PUBLISH)
      await arrived(page)
    },
    MINUTES,
  )
})
