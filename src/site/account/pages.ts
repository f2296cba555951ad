import type { Account } from '../../domain/account.ts'
import type { Problem } from '../../domain/problem.ts'
import { type Answer, page } from '../../http/answer.ts'
import { type Form, type ShownProblem, sayProblems } from '../../http/forms.ts'
import { sayNotice } from '../../http/frame.ts'
import { formHead } from '../../http/head.ts'
import type { Href } from '../../http/href.ts'
import { type FieldPart, type Filled, textPart } from '../../http/parts/fields.ts'
import type { Link } from '../../http/parts/links.ts'
import type { PasskeyPart } from '../../http/parts/passkey.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import type { LinkPurpose } from '../../store/account-links.ts'

/** One short form: to sign in, or to set a password. */
export type AccountFormPage = {
  readonly title: string
  readonly lead: string
  readonly notice: string
  readonly problems: readonly ShownProblem[]
  readonly action: Href
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly fields: readonly FieldPart[]
  readonly button: string
  readonly links: readonly Link[]
  /** The other way to sign in; null where there is none. */
  readonly passkey: PasskeyPart | null
}

/** A link of a mail that holds no longer, and where to ask for another. */
export type LinkOverPage = { readonly again: Href; readonly signIn: Href }

declare module '../../http/render.ts' {
  interface Pages {
    'site/account/form': AccountFormPage
    'site/account/link-over': LinkOverPage
  }
}

/** What was sent, and what of it is to be mended. */
export type Sent = { readonly form: Form; readonly problems?: readonly Problem[] }

/** The form to sign in: the e-mail address is kept, the password is typed anew. */
export function signInPage(reader: Reader, goOn: string, passkeyOptions: string | null, sent: Sent): Answer {
  const { words, language } = reader
  const urls = urlsIn(language)
  return formPage(reader, sent, (filled) => ({
    title: words.account.signIn,
    lead: words.account.lead,
    action: urls.signIn,
    hidden: [{ name: 'weiter', value: goOn }],
    fields: [
      emailPart(filled, reader),
      textPart(filled, 'password', {
        label: words.account.password,
        type: 'password',
        size: 'middle',
        autocomplete: 'current-password',
        isRequired: true,
      }),
    ],
    button: words.account.signIn,
    links: [{ href: urls.forgottenPassword, label: words.account.forgotten.link }],
    passkey:
      passkeyOptions === null
        ? null
        : {
            ask: 'get',
            action: urls.signInWithPasskey,
            options: passkeyOptions,
            hidden: [{ name: 'weiter', value: goOn }],
            fields: [],
            button: words.account.withPasskey,
          },
  }))
}

/** The question for a one-time code, after a right password; `step` names the sign-in that waits. */
export function codePage(reader: Reader, step: string, goOn: string, sent: Sent): Answer {
  const { code } = reader.words.account
  return formPage(reader, sent, (filled) => ({
    title: code.title,
    lead: code.lead,
    action: urlsIn(reader.language).signInWithCode,
    hidden: [
      { name: 'schritt', value: step },
      { name: 'weiter', value: goOn },
    ],
    fields: [
      textPart(filled, 'code', {
        label: code.label,
        hint: code.hint,
        size: 'middle',
        autocomplete: 'one-time-code',
        isRequired: true,
      }),
    ],
    button: reader.words.account.signIn,
    links: [],
    passkey: null,
  }))
}

/** The form to ask for a link with which to set a new password. */
export function forgottenPage(reader: Reader, sent: Sent): Answer {
  const { forgotten, signIn } = reader.words.account
  const urls = urlsIn(reader.language)
  return formPage(reader, sent, (filled) => ({
    title: forgotten.title,
    lead: forgotten.lead,
    action: urls.forgottenPassword,
    hidden: [],
    fields: [emailPart(filled, reader)],
    button: forgotten.button,
    links: [{ href: urls.signIn, label: signIn }],
    passkey: null,
  }))
}

/** The form behind the link of a mail: a password for this account. */
export function setPasswordPage(
  reader: Reader,
  link: { readonly token: string; readonly account: Account; readonly purpose: LinkPurpose },
  sent: Sent,
): Answer {
  const { account: said } = reader.words
  const { title, lead } = said.setPassword[link.purpose]
  return formPage(reader, sent, (filled) => ({
    title,
    lead: fill(lead, { name: link.account.name }),
    action: urlsIn(reader.language).accessLink(link.token),
    hidden: [],
    fields: [{ kind: 'fact', label: said.email, text: link.account.email }, newPasswordPart(filled, reader)],
    button: said.setPassword.button,
    links: [],
    passkey: null,
  }))
}

/** 410: the link of a mail was used, is too old, or never was one. */
export function linkOverPage({ words, language }: Reader): Answer {
  const urls = urlsIn(language)
  const head = { title: words.account.linkOver.title, hidden: true }
  return page('site/account/link-over', head, { again: urls.forgottenPassword, signIn: urls.signIn }, 410)
}

function formPage(
  reader: Reader,
  { form, problems = [] }: Sent,
  made: (filled: Filled) => Omit<AccountFormPage, 'notice' | 'problems'>,
): Answer {
  const shown = sayProblems(reader.words, problems)
  const rest = made({ form, problems: shown })
  const head = { title: rest.title, hidden: true, scripts: ['show-password', 'passkey'] as const }
  const model = { ...rest, notice: sayNotice(reader.words, reader.notice) ?? '', problems: shown }
  return page('site/account/form', formHead(reader, head, shown), model, shown.length > 0 ? 422 : 200)
}

function emailPart(filled: Filled, { words }: Reader): FieldPart {
  return textPart(filled, 'email', {
    label: words.account.email,
    type: 'email',
    size: 'middle',
    autocomplete: 'username',
    isRequired: true,
  })
}

function newPasswordPart(filled: Filled, { words }: Reader): FieldPart {
  return textPart(filled, 'password', {
    label: words.account.newPassword,
    hint: words.account.passwordHint,
    type: 'password',
    size: 'middle',
    autocomplete: 'new-password',
    isRequired: true,
  })
}
