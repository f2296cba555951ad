// A coordinator's first day: everything by what stands on the page, from the desk's first page on, without a manual.
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.ts'
import { PDF } from '../support/drafts.ts'
import { type ListeningHouse, openListeningHouse } from '../support/listening-house.ts'

const MINUTES = 180_000
const WINDOWS = [
  [360, 'with scripts'],
  [360, 'without'],
  [1280, 'with scripts'],
  [1280, 'without'],
] as const

/** What a person does at the desk: reads, follows links, fills in and presses buttons, each by its words. */
function personAt(house: ListeningHouse, page: Page) {
  const main = page.locator('main')
  const settled = () => page.waitForLoadState()
  return {
    signIn: async (name: 'koordination' | 'administrator') => {
      const word = name === 'administrator' ? 'verwaltung' : name
      await page.goto(`${house.origin}/anmelden`)
      await page.getByLabel('E-Mail').fill(`${name}@treffpunkt.example`)
      await page.getByLabel('Passwort', { exact: true }).fill(`treffpunkt-${word}-2026`)
      await main.getByRole('button', { name: 'Anmelden', exact: true }).click()
      await page.waitForURL('**/verwaltung')
    },
    /** Goes to the desk's first page, or from there by its menu. */
    open: async (menu: string) => {
      await page.goto(`${house.origin}/verwaltung`)
      const closed = page.getByText('Menü der Verwaltung')
      if (await closed.isVisible()) await closed.click()
      await page.getByRole('link', { name: menu, exact: true }).first().click()
      await settled()
    },
    follow: async (name: string | RegExp) => {
      await main.getByRole('link', { name }).first().click()
      await settled()
    },
    fill: (label: string | RegExp, text: string) => main.getByLabel(label).first().fill(text),
    press: async (name: string | RegExp) => {
      await main.getByRole('button', { name }).and(page.locator(':visible')).first().click()
      await settled()
    },
    reads: () => main.innerText(),
    /** Waits until this is to be read. */
    sees: (text: string | RegExp) => main.getByText(text).first().waitFor(),
    goTo: (path: string) => page.goto(`${house.origin}${path}`),
    attach: (file: { name: string; mimeType: string; buffer: Buffer }) =>
      page.locator('input[type=file]').setInputFiles(file),
  }
}

describeInBrowser('the first day of a coordinator', (openPage) => {
  let house: ListeningHouse

  beforeEach(async () => {
    house = await openListeningHouse()
  })
  afterEach(() => house.close())

  it.each(WINDOWS)(
    'at %i pixels, %s',
    async (width, scripts) => {
      const options = { viewport: { width, height: 800 }, javaScriptEnabled: scripts === 'with scripts' }
      const person = personAt(house, await openPage(options))
      await person.signIn('koordination')

      // The choir meets at another time, which is said in a sentence.
      await person.open('Treffen')
      await person.follow('Chorprobe')
      await person.fill('Zeiten in einem Satz', 'jeden Donnerstag 18:15–20:45 Uhr')
      await person.press(/^Speichern$/)
      expect(await person.reads()).toContain('Gespeichert.')

      // One of its dates is called off, and readers see why.
      await person.open('Treffen')
      await person.follow('Chorprobe')
      await person.follow('Ändern')
      await person.fill(/Grund|Warum/, `Die Leitung ist krank (${width}, ${scripts}).`)
      await person.press(/absagen|fällt aus/i)
      await person.goTo('/organisationen/chor-der-bruecken-e-v')
      expect(await person.reads()).toContain('18:15')
      expect(await person.reads()).toContain(`Die Leitung ist krank (${width}, ${scripts}).`)

      // The invitation to the next Forum IZ is published.
      const file = { name: 'einladung.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) }
      const title = `Einladung, bei ${width} ${scripts}`
      await person.open('Heute')
      await person.follow(/Einladung hinzufügen|Anderes Dokument/)
      await person.attach(file)
      await person.fill('Titel', title)
      await person.press(/Hochladen|Veröffentlichen|Speichern/)
      await person.sees(/Es steht jetzt auf der Website|Gespeichert/)
      await person.goTo('/organisationen/kommunales-integrationszentrum-duisburg')
      expect(await person.reads()).toContain(title)

      // A proposal is taken over.
      await person.open('Heute')
      await person.follow(/Ihre Entscheidung/)
      await person.follow(/./)
      await person.follow('Ansehen und übernehmen')
      await person.press(/^Speichern$|^Übernehmen$/)
      expect(await person.reads()).toContain('Gespeichert.')

      // A group is confirmed by telephone.
      await person.open('Arbeitsliste')
      const overdue = Number(/(\d+) Eintr/.exec(await person.reads())?.[1])
      await person.press('Telefonisch bestätigt')
      expect(await person.reads()).toContain(`${overdue - 1} Eintr`)

      // A colleague's mistake is undone.
      const colleague = personAt(house, await openPage(options))
      await colleague.signIn('administrator')
      await colleague.open('Organisationen')
      await colleague.fill('Name oder Wort', 'Chor der Brücken')
      await colleague.press('Suchen')
      await colleague.follow('Chor der Brücken e.V.')
      await colleague.fill('Kurz gesagt', `Versehen ${width} ${scripts}`)
      await colleague.press(/^Speichern$/)
      await person.open('Änderungen')
      await person.follow('Chor der Brücken e.V.')
      expect(await person.reads()).toContain(`Versehen ${width} ${scripts}`)
      await person.press('Diese Änderung zurücknehmen')
      await person.goTo('/organisationen/chor-der-bruecken-e-v')
      expect(await person.reads()).not.toContain('Versehen')
    },
    MINUTES,
  )
})
