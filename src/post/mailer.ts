import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type SMTPTransport from 'nodemailer/lib/smtp-transport'
import type { Mail } from '../domain/mail.ts'

/** Where mails go out; `deliver` rejects where the mail could not be handed over. */
export type Mailer = { deliver(id: number, mail: Mail): Promise<void> }

const PATIENCE_MS = 20_000

/** Hands mails to a server by SMTP (RFC 5321), with TLS where the address says `smtps`. */
export function smtpMailer(url: string, from: string): Mailer {
  const options: SMTPTransport.Options = { url, connectionTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS }
  return {
    async deliver(_id, { recipient, subject, body }) {
      const transport = (await nodemailer()).createTransport(options)
      await transport.sendMail({ from, to: { name: '', address: recipient }, subject, text: body })
    },
  }
}

/** Writes mails as `.eml` files into a folder, for sites without a mail server. */
export function fileMailer(folder: string, from: string): Mailer {
  return {
    async deliver(id, { recipient, subject, body }) {
      const transport = (await nodemailer()).createTransport({
        streamTransport: true,
        buffer: true,
        newline: 'windows',
      })
      const { message } = await transport.sendMail({
        from,
        to: { name: '', address: recipient },
        subject,
        text: body,
      })
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${String(id).padStart(6, '0')}.eml`), message as Buffer, { flag: 'wx' })
    },
  }
}

/** Loaded with the first mail: a start need not wait for it. */
async function nodemailer() {
  const { default: loaded } = await import('nodemailer')
  return loaded
}
