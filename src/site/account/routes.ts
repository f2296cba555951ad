import { type Answer, done, page } from '../../http/answer.ts'
import { cookiesOf, keepContrast, keepSession } from '../../http/cookies.ts'
import { type Form, formIn, sayProblems, textOf } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, SendingLimit } from '../../http/serve.ts'
import { ownPath, urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import * as accounts from '../../operations/accounts.ts'
import { goOnOf, readSignIn } from './forms.ts'
import { signInPage } from './pages.ts'

/**
 * Ten attempts a minute from one address for one e-mail address: who guesses is slowed down, and nobody else's
 * attempts count for the owner of the account.
 */
export const ATTEMPTS: SendingLimit = {
  perMinute: 10,
  key: (request) => {
    const email = textOf(formIn(request.body), 'email').toLowerCase()
    // Thousands of keys are kept; no account has a longer address (RFC 5321 §4.5.3.1.3).
    return `${request.ip} ${email.slice(0, 254)}`
  },
}

/** The form to sign in; who is signed in already goes on at once. */
export function askToSignIn(_house: House, reader: Reader, asked: Asked): Answer {
  const goOn = goOnOf(asked.query.weiter ?? '')
  if (reader.actor !== null) return done(goOn)
  return page('site/account/sign-in', headOf(reader), signInPage(reader, {}, goOn))
}

/** Signs in: a new session, or the form again with one sentence that tells nobody which addresses have accounts. */
export async function signIn(house: House, reader: Reader, asked: Asked): Promise<Answer> {
  const sent = readSignIn(asked.form)
  if (sent.kind === 'problems') return refuse(reader, asked.form, sent.goOn, sent.problems)
  const device = asked.request.headers['user-agent'] ?? ''
  const token = await accounts.signIn(house, { email: sent.email, password: sent.password, device })
  if (token === null)
    return refuse(reader, asked.form, sent.goOn, [{ field: 'email', key: 'password.wrong' }])
  endSession(house, asked)
  keepSession(asked.reply, cookiesOf(house.origin), token)
  return done(sent.goOn)
}

/** Ends the session. */
export function signOut(house: House, reader: Reader, asked: Asked): Answer {
  endSession(house, asked)
  keepSession(asked.reply, cookiesOf(house.origin), null)
  return done(urlsIn(reader.language).signIn, 'signedOut')
}

/** Switches to more contrast or back, and returns to the page from which it was asked for. */
export function switchContrast(house: House, reader: Reader, asked: Asked): Answer {
  keepContrast(asked.reply, cookiesOf(house.origin), reader.contrast === 'more' ? 'standard' : 'more')
  return done(ownPath(textOf(asked.form, 'back')) ?? urlsIn(reader.language).home)
}

function endSession(house: House, asked: Asked): void {
  const token = asked.request.cookies[cookiesOf(house.origin).session]
  if (token !== undefined) accounts.signOut(house, token)
}

function refuse(
  reader: Reader,
  form: Form,
  goOn: string,
  problems: Parameters<typeof sayProblems>[1],
): Answer {
  const model = signInPage(reader, form, goOn, sayProblems(reader.words, problems))
  const { title } = headOf(reader)
  const head = { title: fill(reader.words.problems.pageTitle, { title }), hidden: true }
  return page('site/account/sign-in', head, model, 422)
}

function headOf({ words }: Reader) {
  return { title: words.account.signIn, hidden: true }
}
