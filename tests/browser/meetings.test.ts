import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findingsOn } from '../support/axe.ts'
import { describeInBrowser } from '../support/browser.ts'
import { type ListeningHouse, openListeningHouse } from '../support/listening-house.ts'

const WIDE = { viewport: { width: 1280, height: 900 } }
const NARROW = { viewport: { width: 320, height: 640 } }
const TELEPHONE = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }
const MINUTES = 120_000
const SAVE = '.form-actions button[value=save]'

describeInBrowser('the meetings at the desk', (openPage) => {
  let house: ListeningHouse
  let id: number
  let meeting: string

  beforeAll(async () => {
    house = await openListeningHouse()
    const choir = house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id ?? 0
    id = house.store.meetings.ofOrganisations([choir])[0]?.id ?? 0
    meeting = `${house.origin}/verwaltung/treffen/${id}`
  })
  afterAll(() => house.close())

  const coordinator = async (options: Parameters<typeof openPage>[0]) => {
    const page = await openPage(options)
    await page.goto(`${house.origin}/anmelden`)
    await page.fill('#email', 'koordination@treffpunkt.example')
    await page.fill('#password', 'treffpunkt-koordination-2026')
    await page.click('.form-actions button')
    return page
  }

  it.each([
    ['wide', WIDE],
    ['on a telephone', NARROW],
  ])(
    'shut nobody out, %s',
    async (_how, options) => {
      const findings: string[] = []
      const look = async (page: Page, name: string) => {
        await page.locator('details').evaluateAll((all) => {
          for (const details of all) details.setAttribute('open', '')
        })
        for (const finding of await findingsOn(page)) findings.push(`${name} · ${finding}`)
        const width = await page.evaluate('document.documentElement.scrollWidth')
        if (width !== options.viewport.width) findings.push(`${name} · is ${width} pixels wide`)
      }
      const page = await coordinator(options)
      for (const path of ['', '/termine', '/termine/2026-06-18', '/termine/pause']) {
        await page.goto(`${meeting}${path}`)
        await look(page, path)
      }
      await page.goto(`${house.origin}/verwaltung/treffen`)
      await look(page, 'list')
      await page.goto(meeting)
      await page.click('button[value=check]')
      await look(page, 'checked')
      await page.fill('[id="slots.0.start"]', 'abends')
      await page.click(SAVE)
      await look(page, 'refused')
      expect(findings).toEqual([])
    },
    MINUTES,
  )

  it(
    'have their times changed by a sentence on a telephone without scripts, and are asked what it means',
    async () => {
      const page = await coordinator(TELEPHONE)
      await page.goto(meeting)
      await page.fill('#sentence', 'jeden zweiten Dienstag um 18 Uhr')
      await page.click(SAVE)
      expect(await page.textContent('.problem-summary')).toContain('welche Lesart gemeint ist')
      await page.click('.problem-summary a')
      await page.click('#schedule > .choices label:has-text("im Monat")')
      await page.click(SAVE)
      expect(await page.textContent('.problem-summary')).toContain('was aus den Ausnahmen wird')
      await page.click('label:has-text("Verwerfen")')
      await page.click(SAVE)
      expect(await page.textContent('[role=status]')).toContain('Gespeichert.')
      await page.goto(`${house.origin}/organisationen/chor-der-bruecken-e-v`)
      expect(await page.textContent(`#treffen-${id} .meeting-rule`)).toBe(
        'Jeden 2. Dienstag im Monat, 18 Uhr',
      )
    },
    MINUTES,
  )

  it(
    'have a date cancelled in two taps on a telephone without scripts',
    async () => {
      const page = await coordinator(TELEPHONE)
      await page.goto(`${house.origin}/organisationen/chor-der-bruecken-e-v`)
      await page.click(`#treffen-${id} a[href$="/termine"]`)
      await page.click('.date-row a.button >> nth=0')
      await page.fill('#reason', 'Die Leitung ist erkrankt.')
      await page.click('.form >> nth=0 >> button')
      expect(await page.textContent('[role=status]')).toContain('Gespeichert.')
      await page.goto(`${house.origin}/organisationen/chor-der-bruecken-e-v`)
      expect(await page.textContent(`#treffen-${id} .leaf-strip li >> nth=0`)).toMatch(
        /fällt aus\s+Die Leitung ist erkrankt\./,
      )
    },
    MINUTES,
  )
})
