import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileMailer, smtpMailer } from '../../src/post/mailer.ts'

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
  /** What the server took: the envelope and the message. */
  const taken: { from: string; to: string[]; message: string }[] = []
  let replies: { recipient?: number; message?: number }
  let server: SMTPServer
  let url: string

  beforeEach(async () => {
    taken.length = 0
    replies = {}
    server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      onAuth: (_auth, _session, done) => done(null, {}),
      onRcptTo: (_address, _session, done) =>
        done(replies.recipient === undefined ? null : refusal(replies.recipient)),
      onData(stream, session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          if (replies.message !== undefined) return done(refusal(replies.message))
          const { mailFrom, rcptTo } = session.envelope
          taken.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            message: Buffer.concat(chunks).toString(),
          })
          return done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.server.address()
    url = `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  })
  afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))

  function refusal(responseCode: number): Error {
    return Object.assign(new Error(`refused with ${responseCode}`), { responseCode })
  }

  it('a mail arrives as it was written', async () => {
    expect(await smtpMailer(url, FROM).deliver(1, MAIL)).toEqual({ kind: 'sent' })
    const [mail] = taken
    expect(mail).toMatchObject({ from: 'treffpunkt@stadt.example', to: ['kim@stadt.example'] })
    const parsed = await simpleParser(mail?.message ?? '')
    expect(parsed.subject).toBe(MAIL.subject)
    expect(parsed.from?.text).toBe('"Treffpunkt" <treffpunkt@stadt.example>')
    expect(parsed.text?.trimEnd()).toBe(MAIL.body)
  })

  it.each([550, 553, 554])('an address that is refused with %i is refused for good', async (recipient) => {
    replies = { recipient }
    expect(await smtpMailer(url, FROM).deliver(1, MAIL)).toMatchObject({ kind: 'refused' })
  })

  it('a message that is refused for good is, too', async () => {
    replies = { message: 554 }
    expect(await smtpMailer(url, FROM).deliver(1, MAIL)).toMatchObject({ kind: 'refused' })
  })

  it.each([{ recipient: 450 }, { recipient: 421 }, { message: 452 }])(
    '%j may pass, and is tried again',
    async (reply) => {
      replies = reply
      expect(await smtpMailer(url, FROM).deliver(1, MAIL)).toMatchObject({ kind: 'delayed' })
      replies = {}
      expect(await smtpMailer(url, FROM).deliver(1, MAIL)).toEqual({ kind: 'sent' })
    },
  )

  it('a server that is not there, or hangs up, says nothing about the mail', async () => {
    expect(await smtpMailer('smtp://127.0.0.1:1', FROM).deliver(1, MAIL)).toMatchObject({ kind: 'delayed' })
  })
})
