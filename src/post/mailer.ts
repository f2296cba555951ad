import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type SMTPTransport from 'nodemailer/lib/smtp-transport'
import type { Mail } from '../domain/mail.ts'

/** What became of a mail: taken by a mail server, written into the folder, refused for good, or to be tried again. */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'written' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'delayed'; readonly reason: string }

/** Where mails go out. */
export type Mailer = { deliver(id: number, mail: Mail): Promise<Delivery> }

const PATIENCE_MS = 20_000
const LONGEST_REASON = 300
/** What is said against this one mail; whatever else fails (no route, no login) says nothing about it. */
const ABOUT_THE_MAIL = ['EENVELOPE', 'EMESSAGE']

/** Hands mails to a server by SMTP (RFC 5321), with TLS where the address says `smtps`. */
export function smtpMailer(url: string, from: string): Mailer {
  const options: SMTPTransport.Options = { url, connectionTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS }
  return {
    async deliver(_id, mail) {
      try {
        const transport = (await nodemailer()).createTransport(options)
        await transport.sendMail(messageOf(from, mail))
        return { kind: 'sent' }
      } catch (error) {
        return verdictOf(error)
      }
    },
  }
}

/** Writes mails as `.eml` files into a folder, for sites without a mail server. */
export function fileMailer(folder: string, from: string): Mailer {
  return {
    async deliver(id, mail) {
      const path = join(folder, `${String(id).padStart(6, '0')}.eml`)
      // Written by an attempt that did not come to note it.
      if (existsSync(path)) return { kind: 'written' }
      const transport = (await nodemailer()).createTransport({
        streamTransport: true,
        buffer: true,
        newline: 'windows',
      })
      const { message } = await transport.sendMail(messageOf(from, mail))
      mkdirSync(folder, { recursive: true })
      writeFileSync(path, message as Buffer, { flag: 'wx' })
      return { kind: 'written' }
    },
  }
}

/** RFC 3834 §5: whoever is away answers no mail that a machine made. */
function messageOf(from: string, { recipient, subject, body }: Mail) {
  return {
    from,
    to: { name: '', address: recipient },
    subject,
    text: body,
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

/** Loaded with the first mail: a start need not wait for it. */
async function nodemailer() {
  const { default: loaded } = await import('nodemailer')
  return loaded
}

/** A reply of 5yz to sender, recipient or message is for good (RFC 5321 §4.2.1); everything else may pass. */
function verdictOf(error: unknown): Delivery {
  if (!(error instanceof Error)) return { kind: 'delayed', reason: 'unknown' }
  const code = 'code' in error ? String(error.code) : ''
  const reply = 'responseCode' in error ? Number(error.responseCode) : 0
  const reason = error.message.slice(0, LONGEST_REASON)
  const isForGood = ABOUT_THE_MAIL.includes(code) && reply >= 500
  return { kind: isForGood ? 'refused' : 'delayed', reason }
}
