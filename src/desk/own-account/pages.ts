import type { Problem } from '../../domain/problem.ts'
import { type Answer, page } from '../../http/answer.ts'
import { type Form, type ShownProblem, sayProblems } from '../../http/forms.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { Href } from '../../http/href.ts'
import { type FieldPart, type Filled, textPart } from '../../http/parts/fields.ts'
import type { PasskeyPart } from '../../http/parts/passkey.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import type { QrPart } from './qr.ts'

/** One thing to change at the own account. */
export type OwnFormPage = {
  readonly title: string
  readonly lead: string
  readonly problems: readonly ShownProblem[]
  readonly action: Href
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly qr: QrPart | null
  readonly fields: readonly FieldPart[]
  readonly button: string
  readonly cancel: Href
  /** Instead of the form, where a script completes it. */
  readonly passkey: PasskeyPart | null
}

/** Recovery codes, shown this once. */
export type RecoveryCodesPage = { readonly codes: readonly string[]; readonly back: Href }

declare module '../../http/render.ts' {
  interface Pages {
    'desk/own-account/form': OwnFormPage
    'desk/own-account/recovery-codes': RecoveryCodesPage
  }
}

/** What was sent, and what of it is to be mended. */
export type Sent = { readonly form: Form; readonly problems?: readonly Problem[]; readonly status?: number }

/** A form of the own account, as it begins or as it was sent. */
export function ownFormPage(
  reader: Reader,
  { form, problems = [], status }: Sent,
  made: (
    filled: Filled,
  ) => Pick<OwnFormPage, 'title' | 'lead' | 'action' | 'fields' | 'button'> & Partial<OwnFormPage>,
): Answer {
  const shown = sayProblems(reader.words, problems)
  const model: OwnFormPage = {
    hidden: [],
    qr: null,
    cancel: deskUrls.ownAccount,
    passkey: null,
    problems: shown,
    ...made({ form, problems: shown }),
  }
  const head = { ...deskHead(reader, model.title), scripts: ['show-password', 'passkey'] as const }
  const usual = shown.length > 0 ? 422 : 200
  return page('desk/own-account/form', formHead(reader, head, shown), model, status ?? usual)
}

/** The recovery codes, which are stored nowhere as they are. */
export function recoveryCodesPage(reader: Reader, codes: readonly string[]): Answer {
  const head = deskHead(reader, reader.words.desk.ownAccount.recoveryCodes.title)
  return page('desk/own-account/recovery-codes', head, { codes, back: deskUrls.ownAccount })
}

/** The present password: whoever finds a desk left open must not change what it is locked with. */
export function presentPasswordPart(filled: Filled, { words }: Reader, name = 'password'): FieldPart {
  return textPart(filled, name, {
    label: words.desk.ownAccount.presentPassword,
    type: 'password',
    size: 'middle',
    autocomplete: 'current-password',
    isRequired: true,
  })
}
