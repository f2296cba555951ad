import type { Form, ShownProblem } from '../../http/forms.ts'
import { sayNotice } from '../../http/frame.ts'
import type { Href } from '../../http/href.ts'
import { type FieldPart, textPart } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'

export type SignInPage = {
  readonly action: Href
  readonly notice: string
  readonly problems: readonly ShownProblem[]
  readonly goOn: string
  readonly fields: readonly FieldPart[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/account/sign-in': SignInPage
  }
}

/** The form to sign in: the e-mail address is kept, the password is typed anew. */
export function signInPage(
  { words, language, notice }: Reader,
  form: Form,
  goOn: string,
  problems: readonly ShownProblem[] = [],
): SignInPage {
  const filled = { form, problems }
  return {
    action: urlsIn(language).signIn,
    notice: sayNotice(words, notice) ?? '',
    problems,
    goOn,
    fields: [
      textPart(filled, 'email', {
        label: words.account.email,
        type: 'email',
        size: 'middle',
        autocomplete: 'username',
        isRequired: true,
      }),
      textPart(filled, 'password', {
        label: words.account.password,
        type: 'password',
        size: 'middle',
        autocomplete: 'current-password',
        isRequired: true,
      }),
    ],
  }
}
