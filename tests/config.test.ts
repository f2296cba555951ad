import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

describe('the configuration', () => {
  it('has a working default for everything', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: 'data',
      databasePath: 'data/treffpunkt.sqlite',
      origin: null,
      smtpUrl: null,
      mailFrom: null,
      feedMinutes: 60,
      trustProxy: false,
      logLevel: 'info',
      pageCache: true,
    })
  })

  it('takes an empty variable for a missing one', () => {
    expect(readConfig({ PORT: '', ORIGIN: '' })).toEqual(readConfig({}))
  })

  it('fetches calendars as often as it is told, or not at all', () => {
    expect(readConfig({ FEED_MINUTES: '360' }).feedMinutes).toBe(360)
    expect(readConfig({ FEED_MINUTES: 'off' }).feedMinutes).toBeNull()
  })

  it('drops the slash after an origin', () => {
    expect(readConfig({ ORIGIN: 'https://treffpunkt.example.org/' }).origin).toBe(
      'https://treffpunkt.example.org',
    )
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['MAIL_FROM', 'Treffpunkt <a@b.example>'],
    ['ORIGIN', 'treffpunkt.example.org'],
    ['ORIGIN', 'https://treffpunkt.example.org/seite'],
    ['ORIGIN', 'javascript:alert(1)'],
    ['SMTP_URL', 'mail.example.org'],
    ['FEED_MINUTES', '1'],
    ['FEED_MINUTES', 'never'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['PAGE_CACHE', 'maybe'],
  ])('refuses %s=%s with a sentence that names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must .+\\.$`))
  })

  it('names everything that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT .+\nLOG_LEVEL /s)
  })
})
