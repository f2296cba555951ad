// A message (Rückmeldung) from somebody who reads the site: about a page, or for a contact that is reached by form only.
import { isEmail } from './contact.ts'
import { checkText, type Problem } from './problem.ts'

export type FeedbackDraft = {
  readonly message: string
  /** The address of the page it is about, as typed, or empty. */
  readonly page: string
  readonly name: string
  /** Where an answer is to go, or empty. */
  readonly answerTo: string
  /** The contact it is for; null: whoever looks after the site. */
  readonly contactId: number | null
}

/** What keeps a message from being sent. */
export function checkFeedback(draft: FeedbackDraft): Problem[] {
  return [
    ...checkText('message', draft.message, { required: true, longest: 5000 }),
    ...checkText('page', draft.page, { required: false, longest: 500 }),
    ...checkText('name', draft.name, { required: false, longest: 120 }),
    ...(draft.answerTo === '' || isEmail(draft.answerTo)
      ? []
      : [{ field: 'answerTo', key: 'email.malformed' }]),
  ]
}
