import { existsSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'

/** Opens an empty page in a window of its own, which closes after the test; German and in Germany unless told. */
export type OpenPage = (options?: BrowserContextOptions) => Promise<Page>

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const SWITCHES = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const HOW_TO_INSTALL = 'Chromium was not found: apt-get install chromium, or name it in CHROMIUM_PATH'

/**
 * Tests in one headless Chromium, started once. Where there is none, the tests are skipped with a word on how to
 * install it; with CI=true they fail.
 */
export function describeInBrowser(name: string, tests: (openPage: OpenPage) => void): void {
  const executable = findChromium(process.env)
  if (executable !== null) describe(name, () => tests(browsing(executable)))
  else if (process.env.CI === 'true') failFor(name)
  else {
    console.warn(`\n${name}: skipped. ${HOW_TO_INSTALL}\n`)
    describe.skipIf(true)(name, () => tests(neverOpened))
  }
}

/** The path of Chromium, or null where there is none. `CHROMIUM_PATH` alone counts when it is set. */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): string | null {
  const { CHROMIUM_PATH: named } = environment
  const places = named === undefined || named === '' ? PLACES : [named]
  return places.find(exists) ?? null
}

function browsing(executablePath: string): OpenPage {
  const contexts: BrowserContext[] = []
  let browser: Browser | undefined

  beforeAll(async () => {
    // Chromium refuses to run its sandbox as root.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    browser = await chromium.launch({ executablePath, args: [...SWITCHES, ...asRoot] })
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
  })
  afterAll(async () => {
    await browser?.close()
  })

  return async (options = {}) => {
    if (browser === undefined) throw new Error('a page can be opened inside a test only')
    const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin', ...options })
    contexts.push(context)
    return context.newPage()
  }
}

function failFor(name: string): void {
  describe(name, () => {
    it('runs in a browser', () => {
      throw new Error(HOW_TO_INSTALL)
    })
  })
}

async function neverOpened(): Promise<Page> {
  throw new Error(HOW_TO_INSTALL)
}
