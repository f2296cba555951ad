import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileMailer, smtpMailer } from '../../src/post/mailer.ts'

const MAIL = { recipient: 'kim@stadt.example', subject: 'Rückmeldung zur Seite', body: 'Grüße aus Łódź' }
const FROM = 'Treffpunkt <treffpunkt@stadt.example>'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'treffpunkt-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('without a mail server', () => {
  it('each mail becomes a file that mail programs open', async () => {
    await fileMailer(join(folder, 'mails'), FROM).deliver(7, MAIL)
    const text = readFileSync(join(folder, 'mails', '000007.eml'), 'utf8')
    expect(text).toContain('To: kim@stadt.example\r\n')
    expect(text).toContain('Subject: =?UTF-8?Q?R=C3=BCckmeldung_zur_Seite?=')
    expect(text).toMatch(/^Date: .+\r$/m)
  })

  it('a subject with a line break adds no header', async () => {
    await fileMailer(folder, FROM).deliver(1, { ...MAIL, subject: 'Hallo\r\nBcc: alle@stadt.example' })
    const file = readdirSync(folder)[0] ?? ''
    expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/^Bcc:/m)
  })
})

describe('with a mail server', () => {
  it('mails are handed over by SMTP', async () => {
    const heard: string[] = []
    const server = createServer((socket) => {
      let isLetter = false
      socket.write('220 test\r\n')
      socket.on('data', (chunk) => {
        for (const line of chunk
          .toString()
          .split('\r\n')
          .filter((each) => each !== '')) {
          heard.push(line)
          if (line === '.') isLetter = false
          if (isLetter) continue
          if (line === 'DATA') isLetter = true
          socket.write(line === 'DATA' ? '354 go on\r\n' : '250 ok\r\n')
          if (line === 'QUIT') socket.end()
        }
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await smtpMailer(`smtp://127.0.0.1:${port}?ignoreTLS=true`, FROM).deliver(1, MAIL)
    server.close()
    expect(heard).toContain('MAIL FROM:<treffpunkt@stadt.example>')
    expect(heard).toContain('RCPT TO:<kim@stadt.example>')
  })

  it('a server that is not there is a failure, not a silence', async () => {
    await expect(smtpMailer('smtp://127.0.0.1:1', FROM).deliver(1, MAIL)).rejects.toThrow()
  })
})
