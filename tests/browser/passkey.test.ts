import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findingsOn } from '../support/axe.ts'
import { describeInBrowser } from '../support/browser.ts'
import { type ListeningHouse, openListeningHouse } from '../support/listening-house.ts'

const EMAIL = 'auskunft@treffpunkt.example'
const PASSWORD = 'treffpunkt-auskunft-2026'

/** Puts an authenticator into the browser that verifies its person without asking. */
async function withAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

describeInBrowser('a passkey', (openPage) => {
  let house: ListeningHouse
  let origin: string
  beforeAll(async () => {
    house = await openListeningHouse()
    origin = house.origin.replace('127.0.0.1', 'localhost')
  })
  afterAll(() => house.close())

  const signIn = async (page: Page) => {
    await page.goto(`${origin}/anmelden`)
    await page.fill('#email', EMAIL)
    await page.fill('#password', PASSWORD)
    await page.click('main form:not([data-passkey]) .form-actions button')
  }

  it('is made beside the password, signs in without it, and is taken away', async () => {
    const page = await openPage()
    await withAuthenticator(page)
    await signIn(page)
    await page.goto(`${origin}/verwaltung/konto/passkeys/neu`)
    expect(await findingsOn(page)).toEqual([])
    await page.fill('#name', 'Diensthandy')
    await page.fill('#password', 'nicht mein Passwort')
    await page.click('[data-passkey=create] .button:not([data-reveals])')
    await page.waitForSelector('.problem-summary')
    await page.fill('#password', PASSWORD)
    await page.click('[data-passkey=create] .button:not([data-reveals])')
    await page.waitForURL(/meldung=passkeyAdded/)
    expect(await page.textContent('[aria-labelledby=passkeys]')).toContain('Diensthandy')

    await page.click('.signed-in button')
    await page.click('[data-passkey=get] button')
    await page.waitForURL(`${origin}/verwaltung`)
    await page.goto(`${origin}/verwaltung/konto`)
    expect(await page.textContent('[aria-labelledby=passkeys]')).toContain('Zuletzt benutzt am')
    expect(await findingsOn(page)).toEqual([])

    await page.click('[aria-labelledby=passkeys] li a')
    await page.fill('#password', PASSWORD)
    await page.click('.form-actions button')
    await page.waitForURL(/meldung=passkeyRemoved/)
    await page.click('.signed-in button')
    await page.click('[data-passkey=get] button')
    await page.waitForSelector('.problem-summary')
    expect(new URL(page.url()).pathname).toBe('/anmelden/passkey')
  })

  it('cannot be answered with twice', async () => {
    const page = await openPage()
    await withAuthenticator(page)
    await signIn(page)
    await page.goto(`${origin}/verwaltung/konto/passkeys/neu`)
    await page.fill('#name', 'Rechner')
    await page.fill('#password', PASSWORD)
    await page.click('[data-passkey=create] .button:not([data-reveals])')
    await page.waitForURL(/meldung=passkeyAdded/)
    await page.click('.signed-in button')
    const sent = page.waitForRequest((request) => request.url().endsWith('/anmelden/passkey'))
    await page.click('[data-passkey=get] button')
    const answer = new URLSearchParams((await sent).postData() ?? '').get('answer') ?? ''
    await page.waitForURL(`${origin}/verwaltung`)
    const again = await house.visitor().post('/anmelden/passkey', { answer }, { host: new URL(origin).host })
    expect(again.status).toBe(422)
  })

  it('is not asked for without a script, and a password is shown on demand with one', async () => {
    const plain = await openPage({ javaScriptEnabled: false })
    await plain.goto(`${origin}/anmelden`)
    expect(await plain.isVisible('[data-passkey]')).toBe(false)
    expect(await plain.isVisible('[data-reveals]')).toBe(false)
    const page = await openPage()
    await page.goto(`${origin}/anmelden`)
    await page.fill('#password', 'geheim')
    await page.click('[data-reveals]')
    expect(await page.getAttribute('#password', 'type')).toBe('text')
    await page.click('[data-reveals]')
    expect(await page.getAttribute('#password', 'type')).toBe('password')
    expect(await findingsOn(page)).toEqual([])
  })
})
