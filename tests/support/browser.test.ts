import { describe, expect, it } from 'vitest'
import { describeInBrowser, findChromium } from './browser.ts'

describe('Chromium', () => {
  it.each([
    ['/usr/bin/chromium', {}, '/usr/bin/chromium'],
    ['/usr/bin/google-chrome', {}, '/usr/bin/google-chrome'],
    ['/opt/chromium', {}, null],
    ['/opt/chromium', { CHROMIUM_PATH: '/opt/chromium' }, '/opt/chromium'],
    ['/usr/bin/chromium', { CHROMIUM_PATH: '/opt/chromium' }, null],
  ])('at %s with %j is found at %s', (path, environment, found) => {
    expect(findChromium(environment, (asked) => asked === path)).toBe(found)
  })
})

describeInBrowser('a page in the browser', (openPage) => {
  it('is German and in Germany', async () => {
    const page = await openPage()
    const zone = await page.evaluate('Intl.DateTimeFormat().resolvedOptions()')
    expect(zone).toMatchObject({ timeZone: 'Europe/Berlin', locale: 'de-DE' })
  })

  it('runs without scripts where asked to', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.setContent('<h1>Still</h1><script>document.querySelector("h1").textContent = "Loud"</script>')
    expect(await page.textContent('h1')).toBe('Still')
  })
})
