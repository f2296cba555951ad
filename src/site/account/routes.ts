import { type Answer, done } from '../../http/answer.ts'
import { clientOf } from '../../http/client.ts'
import { cookiesOf, keepContrast, keepSession } from '../../http/cookies.ts'
import { formIn, textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { passkeySite } from '../../http/passkey-site.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, SendingLimit } from '../../http/serve.ts'
import { ownPath, urlsIn } from '../../http/urls.ts'
import { forgetVisits } from '../../http/visits.ts'
import { signInOptions, signInWithPasskey } from '../../operations/passkeys.ts'
import { signInWithCode } from '../../operations/second-factor.ts'
import * as sessions from '../../operations/sessions.ts'
import { goOnOf, readSignIn } from './forms.ts'
import { codePage, type Sent, signInPage } from './pages.ts'

/**
 * Ten attempts a minute from one address for one e-mail address: who guesses is slowed down, and nobody else's
 * attempts count for the owner of the account.
 */
export const ATTEMPTS: SendingLimit = {
  perMinute: 10,
  key: (request) => {
    const email = textOf(formIn(request.body), 'email').toLowerCase()
    // Thousands of keys are kept; no account has a longer address (RFC 5321 §4.5.3.1.3).
    return `${clientOf(request)} ${email.slice(0, 254)}`
  },
  isCostly: true,
}

/** Codes and passkeys are tried twenty times a minute from one address. */
export const CODES: SendingLimit = { perMinute: 20, key: clientOf, isCostly: true }

/** The form to sign in; who is signed in already goes on at once. */
export async function askToSignIn(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const goOn = goOnOf(asked.query.weiter ?? '')
  return reader.actor === null ? formToSignIn(house, reader, asked, { goOn, form: {} }) : done(goOn)
}

/** Signs in: a new session, or the form again with one sentence that tells nobody which addresses have accounts. */
export async function signIn(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const { form } = asked
  const sent = readSignIn(form)
  const { goOn } = sent
  if (sent.kind === 'problems')
    return formToSignIn(house, reader, asked, { goOn, form, problems: sent.problems })
  const { email, password } = sent
  const result = await sessions.signIn(house, { email, password, device: deviceOf(asked) })
  if (result === null) {
    const problems = [{ field: 'email', key: 'password.wrong' }]
    return formToSignIn(house, reader, asked, { goOn, form, problems })
  }
  if (result.kind === 'code-needed') return codePage(reader, result.step, goOn, { form: {} })
  return begin(house, asked, result.token, goOn)
}

/** Signs in with the code that was asked for after the password. */
export async function signInByCode(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const step = textOf(asked.form, 'schritt')
  const goOn = goOnOf(textOf(asked.form, 'weiter'))
  const code = textOf(asked.form, 'code')
  const result = signInWithCode(house, { step, code, device: deviceOf(asked) })
  if (result === null) {
    const problems = [{ field: 'email', key: 'code.over' }]
    return formToSignIn(house, reader, asked, { goOn, form: {}, problems })
  }
  if (result.kind === 'refused') return codePage(reader, step, goOn, { form: {}, problems: result.problems })
  return begin(house, asked, result.token, goOn)
}

/** Signs in with a passkey, which is as good as password and code together. */
export async function signInByPasskey(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const goOn = goOnOf(textOf(asked.form, 'weiter'))
  const site = passkeySite(house, asked.request)
  const answer = textOf(asked.form, 'answer')
  const token =
    site === null ? null : await signInWithPasskey(house, site, { answer, device: deviceOf(asked) })
  if (token !== null) return begin(house, asked, token, goOn)
  const problems = [{ field: 'email', key: 'passkey.failed' }]
  return formToSignIn(house, reader, asked, { goOn, form: {}, problems })
}

/** Ends the session, and forgets which entries were looked at. */
export function signOut(house: House, reader: Reader, asked: Asked): Answer {
  endSession(house, asked)
  const cookies = cookiesOf(house.origin)
  keepSession(asked.reply, cookies, null)
  forgetVisits(asked.reply, cookies)
  return done(urlsIn(reader.language).signIn, 'signedOut')
}

/** Switches to more contrast or back, and returns to the page from which it was asked for. */
export function switchContrast(house: House, reader: Reader, asked: Asked): Answer {
  keepContrast(asked.reply, cookiesOf(house.origin), reader.contrast === 'more' ? 'standard' : 'more')
  return done(ownPath(textOf(asked.form, 'back')) ?? urlsIn(reader.language).home)
}

async function formToSignIn(
  house: House,
  reader: Reader,
  asked: Asked,
  { goOn, ...sent }: Sent & { readonly goOn: Href },
): Promise<Answer> {
  const site = passkeySite(house, asked.request)
  const options = site === null ? null : JSON.stringify(await signInOptions(house, site))
  return signInPage(reader, goOn, options, sent)
}

/** A session of its own for each sign-in: what was there before ends. */
function begin(house: House, asked: Asked, token: string, goOn: Href): Answer {
  endSession(house, asked)
  keepSession(asked.reply, cookiesOf(house.origin), token)
  return done(goOn)
}

function deviceOf({ request }: Asked): string {
  return request.headers['user-agent'] ?? ''
}

function endSession(house: House, asked: Asked): void {
  const token = asked.request.cookies[cookiesOf(house.origin).session]
  if (token !== undefined) sessions.signOut(house, token)
}
