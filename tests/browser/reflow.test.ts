import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../support/browser.ts'
import { type ListeningHouse, openListeningHouse } from '../support/listening-house.ts'
import { nameOf, PAGE_KINDS, SAMPLE, visit } from '../support/page-kinds.ts'

const TELEPHONE = { viewport: { width: 320, height: 640 } }
const MINUTE = 60_000

// WCAG 1.4.12: line height 1.5, paragraphs 2, letters 0.12 and words 0.16 times the size of the font.
const WIDER_TEXT =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'

// What is pressed with a finger. A box to tick is as large as its label.
const TARGETS =
  'a.button, button, input, select, textarea, summary, .main-menu a, .site-foot a, .city-tile, .choice label, .day-choice label'
const NO_TARGETS = '[type=hidden], [type=checkbox], [type=radio], [aria-hidden=true] *'

describeInBrowser('on a telephone 320 pixels wide', (openPage) => {
  let house: ListeningHouse
  beforeAll(async () => {
    house = await openListeningHouse()
  })
  afterAll(() => house.close())

  it(
    'no page is wider than the screen, and whatever is pressed is 44 pixels high',
    async () => {
      const page = await openPage(TELEPHONE)
      const flaws: string[] = []
      for (const kind of PAGE_KINDS) {
        await visit(page, house.origin, kind)
        for (const flaw of [...(await sticksOut(page)), ...(await smallTargets(page))])
          flaws.push(`${nameOf(kind)} · ${flaw}`)
      }
      expect(flaws).toEqual([])
    },
    MINUTE,
  )

  it(
    'no page is wider than the screen, and nothing is cut, when a reader spreads the text',
    async () => {
      // The site's own policy allows no style from elsewhere; a reader's browser is not bound by it.
      const page = await openPage({ ...TELEPHONE, bypassCSP: true })
      const flaws: string[] = []
      for (const kind of PAGE_KINDS) {
        await visit(page, house.origin, kind)
        await page.addStyleTag({ content: WIDER_TEXT })
        for (const flaw of [...(await sticksOut(page)), ...(await cutTexts(page))])
          flaws.push(`${nameOf(kind)} · ${flaw}`)
      }
      expect(flaws).toEqual([])
    },
    MINUTE,
  )

  it(
    'no page is wider than the screen in a script from right to left, and telephone numbers keep their direction',
    async () => {
      const page = await openPage(TELEPHONE)
      const flaws: string[] = []
      for (const kind of PAGE_KINDS) {
        await visit(page, house.origin, kind)
        await page.locator('html').evaluate((html) => html.setAttribute('dir', 'rtl'))
        for (const flaw of [...(await sticksOut(page)), ...(await turnedNumbers(page))])
          flaws.push(`${nameOf(kind)} · ${flaw}`)
      }
      expect(flaws).toEqual([])
    },
    MINUTE,
  )

  it('the focus is an outline where the system chooses the colours', async () => {
    const page = await openPage({ ...TELEPHONE, forcedColors: 'active' })
    const flaws: string[] = []
    for (const kind of SAMPLE) {
      await visit(page, house.origin, kind)
      for (const control of ['header button', 'main a[href]']) {
        const found = page.locator(control).first()
        if ((await found.count()) === 0) continue
        // The keyboard's focus, not the pointer's.
        await page.keyboard.press('Tab')
        await found.focus()
        if (!(await hasOutline(found))) flaws.push(`${nameOf(kind)} · ${control}`)
      }
    }
    expect(flaws).toEqual([])
  })
})

/** What reaches beyond the screen, if anything does. */
function sticksOut(page: Page): Promise<string[]> {
  return page.locator('html').evaluate((html) => {
    if (html.scrollWidth <= 320) return []
    const wide = [...html.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return (right > 320.5 || left < -0.5) && element.closest('.scroll, .hidden-text') === null
    })
    return [
      `${html.scrollWidth} px wide`,
      ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)),
    ]
  })
}

function smallTargets(page: Page): Promise<string[]> {
  return page.locator(TARGETS).evaluateAll(
    (all, noTargets) =>
      all
        .filter((element) => !element.matches(noTargets) && element.checkVisibility())
        .map((element) => [element.getBoundingClientRect().height, element.outerHTML.slice(0, 120)] as const)
        .filter(([height]) => height < 43.9)
        .map(([height, html]) => `${height} px high: ${html}`),
    NO_TARGETS,
  )
}

/** Texts that a box of a fixed height or width hides in part. */
function cutTexts(page: Page): Promise<string[]> {
  return page.locator('body *').evaluateAll((all) =>
    all
      .filter((element) => {
        const style = element.ownerDocument.defaultView.getComputedStyle(element)
        const hides = style.overflowX === 'hidden' || style.overflowY === 'hidden'
        const isCut =
          element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1
        return hides && isCut && element.closest('.hidden-text, svg') === null
      })
      .map((element) => `cut: ${element.outerHTML.slice(0, 120)}`),
  )
}

function turnedNumbers(page: Page): Promise<string[]> {
  return page
    .locator('a[href^="tel:"]')
    .evaluateAll((all) =>
      all
        .filter((link) => link.querySelector('bdi[dir=ltr]') === null)
        .map((link) => `no <bdi dir="ltr">: ${link.outerHTML.slice(0, 120)}`),
    )
}

function hasOutline(control: Locator): Promise<boolean> {
  return control.evaluate((element) => {
    const { outlineStyle, outlineWidth } = element.ownerDocument.defaultView.getComputedStyle(element)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })
}
