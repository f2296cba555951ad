import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findingsOn, type Scope } from '../support/axe.ts'
import { describeInBrowser } from '../support/browser.ts'
import { type ListeningHouse, openListeningHouse } from '../support/listening-house.ts'
import { ENGLISH_SAMPLE, nameOf, PAGE_KINDS, type PageKind, SAMPLE, visit } from '../support/page-kinds.ts'

const WIDE = { viewport: { width: 1280, height: 900 } }
const NARROW = { viewport: { width: 320, height: 640 } }
const MINUTES = 120_000

type Theme = {
  readonly name: string
  readonly kinds: readonly PageKind[]
  readonly scope: Scope
  readonly options: BrowserContextOptions
  readonly hasMoreContrast?: true
}

const DARK = { ...WIDE, colorScheme: 'dark' } as const

const THEMES: readonly Theme[] = [
  { name: 'in light', kinds: PAGE_KINDS, scope: 'everything', options: WIDE },
  { name: 'in light on a telephone', kinds: PAGE_KINDS, scope: 'everything', options: NARROW },
  { name: 'in English', kinds: ENGLISH_SAMPLE, scope: 'everything', options: WIDE },
  { name: 'in the dark', kinds: PAGE_KINDS, scope: 'colours', options: DARK },
  { name: 'with more contrast', kinds: PAGE_KINDS, scope: 'colours', options: WIDE, hasMoreContrast: true },
  {
    name: 'with more contrast in the dark',
    kinds: SAMPLE,
    scope: 'colours',
    options: DARK,
    hasMoreContrast: true,
  },
]

describeInBrowser('every kind of page', (openPage) => {
  let house: ListeningHouse
  beforeAll(async () => {
    house = await openListeningHouse()
  })
  afterAll(() => house.close())

  it.each(THEMES)(
    'shuts nobody out, $name',
    async ({ kinds, scope, options, hasMoreContrast }) => {
      const page = await openPage(options)
      if (hasMoreContrast)
        await page.context().addCookies([{ name: 'kontrast', value: 'mehr', url: house.origin }])
      const findings: string[] = []
      for (const kind of kinds) {
        const status = await visit(page, house.origin, kind)
        if (status !== kind.status) findings.push(`${nameOf(kind)} · was answered with ${status}`)
        for (const finding of await findingsOn(page, scope)) findings.push(`${nameOf(kind)} · ${finding}`)
      }
      expect(findings).toEqual([])
    },
    MINUTES,
  )
})
