import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findingsOn } from '../support/axe.ts'
import { describeInBrowser } from '../support/browser.ts'
import { batchIn } from '../support/hostile.ts'
import { type ListeningHouse, openListeningHouse } from '../support/listening-house.ts'

const WIDE = { viewport: { width: 1280, height: 900 } }
const NARROW = { viewport: { width: 320, height: 640 } }
const MINUTES = 120_000
const SAVE = '.form-actions button[value=save]'

describeInBrowser('the desk', (openPage) => {
  let house: ListeningHouse
  let choir: string

  beforeAll(async () => {
    house = await openListeningHouse()
    const id = house.store.organisations.bySlug('chor-der-bruecken-e-v')?.id
    choir = `${house.origin}/verwaltung/organisationen/${id}`
  })
  afterAll(() => house.close())

  const person = async (
    name: 'koordination' | 'administrator',
    options: Parameters<typeof openPage>[0] = WIDE,
  ) => {
    const page = await openPage(options)
    await page.goto(`${house.origin}/anmelden`)
    await page.fill('#email', `${name}@treffpunkt.example`)
    const word = name === 'administrator' ? 'verwaltung' : name
    await page.fill('#password', `treffpunkt-${word}-2026`)
    await page.click('.form-actions button')
    return page
  }

  const save = async (page: Page, fields: Readonly<Record<string, string>>) => {
    await page.goto(choir)
    for (const [name, value] of Object.entries(fields)) await page.fill(`[id="${name}"]`, value)
    await page.click(SAVE)
  }

  it.each([
    ['wide', WIDE],
    ['on a telephone', NARROW],
  ])(
    'shuts nobody out, %s',
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
      const page = await person('koordination', options)
      await look(page, 'today')
      for (const path of ['', '?stand=offen', '?q=xyzzy', '/neu']) {
        await page.goto(`${house.origin}/verwaltung/organisationen${path}`)
        await look(page, `list ${path}`)
      }
      await page.goto(choir)
      await look(page, 'form')
      await page.click('button[name=add]')
      await page.fill('#name', '')
      await page.fill('[id="addresses.0.street"]', 'Am Markt 1')
      await page.click('.form-actions button[value=preview]')
      await page.click(SAVE)
      await look(page, 'problems')

      await page.goto(choir)
      await page.fill('[id="texts.0.summary"]', `Von ${options.viewport.width}`)
      const other = await person('administrator', options)
      await save(other, { 'texts.0.summary': `Anders ${options.viewport.width}`, foundedYear: '1990' })
      await page.click('.form-actions button[value=preview]')
      await look(page, 'preview')
      await page.click(SAVE)
      expect(await page.locator('fieldset.conflict').count()).toBe(1)
      await look(page, 'conflict')
      await page.click('.form-actions button')
      await page.goto(`${choir}/verlauf`)
      await look(page, 'history')
      await page.goto(`${choir}/verlauf/1`)
      await look(page, 'revision')
      await page.goto(`${choir}/kontakte/neu`)
      await look(page, 'new contact')
      await page.click(SAVE)
      await look(page, 'contact problems')
      await other.goto(`${house.origin}/verwaltung/treffpunkte/1`)
      await other.fill('#sentence', 'jeden zweiten Dienstag 15–17 Uhr')
      await other.click(SAVE)
      expect(await other.locator('[name=answer]').count()).toBe(3)
      await look(other, 'a question about opening hours')
      const batch = batchIn(house, Number(choir.split('/').at(-1)))
      for (const path of [
        '/verwaltung/arbeitsliste',
        '/verwaltung/schliesstage',
        '/verwaltung/schliesstage/1',
        '/verwaltung/hinweise',
        '/verwaltung/hinweise/1',
        '/verwaltung/themen',
        '/verwaltung/themen/3',
        '/verwaltung/verbindungen',
        '/verwaltung/verbindungen/1',
        '/verwaltung/orte/1',
        '/verwaltung/foerderprogramme/1',
        '/verwaltung/aenderungen',
        '/verwaltung/ersetzen?suchen=Duisburg&ersetzen=Essen',
        `/verwaltung/aenderungen/${batch}`,
        '/verwaltung/protokoll',
        '/verwaltung/texte',
        '/verwaltung/texte/1',
        '/verwaltung/texte/1/verlauf',
      ]) {
        await other.goto(`${house.origin}${path}`)
        await look(other, path)
      }
      expect(findings).toEqual([])
    },
    MINUTES,
  )

  it(
    'works without scripts: two people change one entry, and nothing is lost',
    async () => {
      const options = { ...WIDE, javaScriptEnabled: false }
      const [hers, theirs] = [await person('koordination', options), await person('administrator', options)]
      await hers.goto(choir)
      await hers.fill('[id="texts.0.summary"]', 'Wir singen am Fluss.')
      await hers.fill('#memberCount', '44')
      await save(theirs, { 'texts.0.summary': 'Wir singen im Park.', website: 'https://park.example' })
      await hers.click(SAVE)
      expect(await hers.textContent('h1')).toBe('Chor der Brücken e.V.: zwei Fassungen')
      await hers.check('input[value=stored]')
      await hers.click('.form-actions button')
      expect(await hers.textContent('[role=status]')).toContain('Gespeichert.')
      const id = Number(choir.split('/').at(-1))
      expect(house.store.organisations.byId(id)).toMatchObject({
        memberCount: 44,
        website: 'https://park.example',
      })
      expect(house.store.organisations.byId(id)?.texts[0]?.summary).toBe('Wir singen im Park.')
    },
    MINUTES,
  )

  it(
    'saves when Enter is pressed in a field, and leads from a problem to its field',
    async () => {
      const page = await person('koordination')
      await page.goto(choir)
      await page.fill('#foundedYear', '98')
      await page.press('#foundedYear', 'Enter')
      await page.waitForSelector('.problem-summary')
      await page.click('.problem-summary a')
      expect(await page.evaluate('document.activeElement.id')).toBe('foundedYear')
      await page.fill('#foundedYear', '1998')
      await page.press('#foundedYear', 'Enter')
      expect(await page.textContent('[role=status]')).toContain('Gespeichert.')
    },
    MINUTES,
  )
})
