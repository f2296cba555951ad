import type { Problem } from '../../domain/problem.ts'
import { type Form, textOf } from '../../http/forms.ts'
import type { Href } from '../../http/href.ts'
import { deskUrls, ownPath } from '../../http/urls.ts'

export type SignInForm =
  | {
      readonly kind: 'credentials'
      readonly email: string
      readonly password: string
      readonly goOn: Href
    }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[]; readonly goOn: Href }

/** What was typed to sign in, and where to go then: a path of ours, else the desk. */
export function readSignIn(form: Form): SignInForm {
  const email = textOf(form, 'email')
  const password = passwordOf(form)
  const goOn = goOnOf(textOf(form, 'weiter'))
  const problems = [
    ...(email === '' ? [{ field: 'email', key: 'email.missing' }] : []),
    ...(password === '' ? [{ field: 'password', key: 'password.missing' }] : []),
  ]
  return problems.length > 0
    ? { kind: 'problems', problems, goOn }
    : { kind: 'credentials', email, password, goOn }
}

/** A path of ours to go on to; the desk where it is none. */
export function goOnOf(text: string): Href {
  return ownPath(text) ?? deskUrls.today
}

/** A password as it was typed, with its spaces. */
export function passwordOf(form: Form): string {
  const { password } = form
  return typeof password === 'string' ? password : ''
}
