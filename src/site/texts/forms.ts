import type { FeedbackDraft } from '../../domain/feedback.ts'
import { notFound } from '../../domain/refusal.ts'
import { type Form, textOf } from '../../http/forms.ts'

/** What was typed into the feedback form; the checks are the operation's. */
export function readFeedback(form: Form): FeedbackDraft {
  return {
    message: textOf(form, 'message'),
    page: textOf(form, 'page'),
    name: textOf(form, 'name'),
    answerTo: textOf(form, 'answerTo'),
    contactId: contactIdOf(textOf(form, 'kontakt')),
  }
}

/** The field that people do not see: whoever fills it in is a machine. */
export function isFilledByMachine(form: Form): boolean {
  return textOf(form, 'homepage') !== ''
}

/** The number of a contact in an address, null where none is named; throws NotFound for anything else. */
export function contactIdOf(text: string): number | null {
  if (text === '') return null
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : notFound(`contact ${text.slice(0, 40)}`)
}
