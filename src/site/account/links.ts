import { type Answer, done } from '../../http/answer.ts'
import { clientOf } from '../../http/client.ts'
import { textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, SendingLimit } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import * as links from '../../operations/account-links.ts'
import { passwordOf } from './forms.ts'
import { forgottenPage, linkOverPage, setPasswordPage } from './pages.ts'

/** Ten links a minute are asked for or followed from one address. */
export const LINKS: SendingLimit = { perMinute: 10, key: clientOf, isCostly: true }

/** The form to ask for a link with which to set a new password. */
export function askForAddress(_house: House, reader: Reader): Answer {
  return forgottenPage(reader, { form: {} })
}

/** Sends a link to whoever has an account; the answer is the same for whoever has none. */
export function sendLink(house: House, reader: Reader, asked: Asked): Answer {
  const email = textOf(asked.form, 'email')
  if (email === '')
    return forgottenPage(reader, { form: {}, problems: [{ field: 'email', key: 'email.missing' }] })
  links.askForPassword(
    house,
    email,
    (token, language) => `${house.origin}${urlsIn(language).accessLink(token)}`,
  )
  return done(urlsIn(reader.language).forgottenPassword, 'linkSent')
}

/** The form behind a link; following it changes nothing yet, for programs that read mails follow links, too. */
export function askForPassword(house: House, reader: Reader, asked: Asked): Answer {
  const token = asked.params.token ?? ''
  const link = links.accountOfLink(house, token)
  return link === null ? linkOverPage(reader) : setPasswordPage(reader, { token, ...link }, { form: {} })
}

/** Sets the password; then the person signs in with it. */
export async function setPassword(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const token = asked.params.token ?? ''
  const link = links.accountOfLink(house, token)
  const result = await links.setPasswordByLink(house, { token, password: passwordOf(asked.form) })
  if (link === null || result === null) return linkOverPage(reader)
  if (result.kind === 'saved') return done(urlsIn(reader.language).signIn, 'passwordSet')
  return setPasswordPage(reader, { token, ...link }, { form: {}, problems: result.problems })
}
