import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileMailer, smtpMailer } from '../../src/post/mailer.ts'
import { type MailServer, openMailServer } from '../support/mail-server.ts'

const MAIL = {
  recipient: 'kim@stadt.example',
  subject: 'Rückmeldung zur Seite',
  body: 'Grüße aus Łódź\n\n.\n-- \nKim',
}
const FROM = 'Treffpunkt <treffpunkt@stadt.example>'

describe('without a mail server', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'treffpunkt-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('each mail becomes a file that mail programs open', async () => {
    expect(await fileMailer(join(folder, 'mails'), FROM).deliver(7, MAIL)).toEqual({ kind: 'written' })
    const parsed = await simpleParser(readFileSync(join(folder, 'mails', '000007.eml')))
    expect(parsed.subject).toBe(MAIL.subject)
    expect(parsed.text).toContain('Grüße aus Łódź')
    expect(parsed.date).toBeInstanceOf(Date)
  })

  it('a mail that is written already is not written again', async () => {
    const mailer = fileMailer(folder, FROM)
    await mailer.deliver(7, MAIL)
    expect(await mailer.deliver(7, { ...MAIL, subject: 'Anderes' })).toEqual({ kind: 'written' })
    expect(readdirSync(folder)).toEqual(['000007.eml'])
  })

  it('a subject with a line break adds no header', async () => {
    await fileMailer(folder, FROM).deliver(1, { ...MAIL, subject: 'Hallo\r\nBcc: alle@stadt.example' })
    const file = readdirSync(folder)[0] ?? ''
    expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/^Bcc:/m)
  })
})

describe('with a mail server', () => {
  let server: MailServer
  beforeEach(async () => {
    server = await openMailServer()
  })
  afterEach(() => server.close())

  it('a mail arrives as it was written', async () => {
    expect(await smtpMailer(server.url, FROM).deliver(1, MAIL)).toEqual({ kind: 'sent' })
    const [mail] = server.taken
    expect(mail).toMatchObject({ from: 'treffpunkt@stadt.example', to: ['kim@stadt.example'] })
    const parsed = await simpleParser(mail?.message ?? '')
    expect(parsed.subject).toBe(MAIL.subject)
    expect(parsed.from?.text).toBe('"Treffpunkt" <treffpunkt@stadt.example>')
    expect(parsed.text?.trimEnd()).toBe(MAIL.body)
    // Who is away answers no machine (RFC 3834 §5).
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
  })

  it.each([550, 553, 554])('an address that is refused with %i is refused for good', async (recipient) => {
    server.replies = { recipient }
    expect(await smtpMailer(server.url, FROM).deliver(1, MAIL)).toMatchObject({ kind: 'refused' })
  })

  it('a message that is refused for good is, too', async () => {
    server.replies = { message: 554 }
    expect(await smtpMailer(server.url, FROM).deliver(1, MAIL)).toMatchObject({ kind: 'refused' })
  })

  it.each([{ recipient: 450 }, { recipient: 421 }, { message: 452 }])(
    '%j may pass, and is tried again',
    async (reply) => {
      server.replies = reply
      expect(await smtpMailer(server.url, FROM).deliver(1, MAIL)).toMatchObject({ kind: 'delayed' })
      server.replies = {}
      expect(await smtpMailer(server.url, FROM).deliver(1, MAIL)).toEqual({ kind: 'sent' })
    },
  )

  it('a server that is not there, or hangs up, says nothing about the mail', async () => {
    expect(await smtpMailer('smtp://127.0.0.1:1', FROM).deliver(1, MAIL)).toMatchObject({ kind: 'delayed' })
  })
})
