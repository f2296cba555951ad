import { wallTime } from '../../domain/clock.ts'
import type { SiteText } from '../../domain/site-text.ts'
import type { Form, ShownProblem } from '../../http/forms.ts'
import { sayNotice } from '../../http/frame.ts'
import type { Href } from '../../http/href.ts'
import type { Html } from '../../http/html.ts'
import { markdownToHtml } from '../../http/markdown.ts'
import { areaPart, type FieldPart, textPart } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { fill } from '../../i18n/words.ts'
import type { FormContact } from '../../operations/feedback.ts'

export type TextPage = {
  readonly title: string
  readonly body: Html
  /** The text's language where it is not the page's, else empty. */
  readonly language: string
  readonly updated: string
}

export type FeedbackPage = {
  readonly problems: readonly ShownProblem[]
  readonly notice: string
  readonly title: string
  readonly lead: string
  readonly action: Href
  readonly contactId: string
  readonly fields: readonly FieldPart[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/texts/text': TextPage
    'site/texts/feedback': FeedbackPage
  }
}

/** One of the site's own texts. */
export function textPage(text: SiteText, { words, language }: Reader): TextPage {
  const changedOn = wallTime(Date.parse(text.updatedAt)).day
  return {
    title: text.title,
    body: markdownToHtml(text.body),
    language: text.language === language ? '' : text.language,
    updated: fill(words.texts.updated, { day: sayDate(changedOn, language) }),
  }
}

/** The form for a message: to those who look after the site, or to a contact. */
export function feedbackPage(
  reader: Reader,
  to: FormContact | null,
  form: Form,
  problems: readonly ShownProblem[] = [],
): FeedbackPage {
  const { words, language, notice } = reader
  const { feedback } = words.texts
  return {
    problems,
    notice: sayNotice(words, notice) ?? '',
    title: titleOfFeedback(reader, to),
    lead: to === null ? feedback.lead : feedback.leadTo,
    action: urlsIn(language).feedback(),
    contactId: to === null ? '' : String(to.id),
    fields: fieldsOf(reader, to, { form, problems }),
  }
}

/** „Rückmeldung“, „Nachricht an Chor der Kulturen, Leitung“. */
export function titleOfFeedback({ words }: Reader, to: FormContact | null): string {
  const { title, titleTo } = words.texts.feedback
  return to === null ? title : fill(titleTo, { name: `${to.organisationName}, ${to.function}` })
}

function fieldsOf(
  { words }: Reader,
  to: FormContact | null,
  filled: { readonly form: Form; readonly problems: readonly ShownProblem[] },
): FieldPart[] {
  const { feedback } = words.texts
  return [
    areaPart(filled, 'message', { label: feedback.message, rows: 8, isRequired: true }),
    ...(to === null ? [textPart(filled, 'page', { label: feedback.page })] : []),
    textPart(filled, 'name', { label: feedback.name, size: 'middle', autocomplete: 'name' }),
    textPart(filled, 'answerTo', {
      label: feedback.address,
      hint: feedback.addressHint,
      type: 'email',
      size: 'middle',
      autocomplete: 'email',
    }),
  ]
}
