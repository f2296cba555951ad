import { notFound } from '../../domain/refusal.ts'
import type { SiteTextSlug } from '../../domain/site-text.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { clientOf } from '../../http/client.ts'
import { type Form, sayProblems } from '../../http/forms.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked, Handler, SendingLimit } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import { type FormContact, formContact, sendFeedback } from '../../operations/feedback.ts'
import { contactIdOf, isFilledByMachine, readFeedback } from './forms.ts'
import { feedbackPage, textPage, titleOfFeedback } from './pages.ts'

/** Nobody writes more than five messages a minute. */
export const MESSAGES: SendingLimit = { perMinute: 5, key: clientOf }

/** The page of one of the site's own texts, in German where the reader's language has none. */
export function text(slug: SiteTextSlug): Handler {
  return (house: House, reader: Reader): Answer => {
    const stored = house.store.siteTexts.bySlug(slug, reader.language) ?? notFound(`text ${slug}`)
    return page('site/texts/text', { title: stored.title }, textPage(stored, reader))
  }
}

/** The form for a message: about the page in `?seite=`, or to the contact in `?kontakt=`. */
export function askForFeedback(house: House, reader: Reader, asked: Asked): Answer {
  const to = contactOf(house, contactIdOf(asked.query.kontakt ?? ''))
  const form = { page: (asked.query.seite ?? '').slice(0, 500) }
  const head = { title: titleOfFeedback(reader, to), hidden: true }
  return page('site/texts/feedback', head, feedbackPage(reader, to, form))
}

/** Sends the message; nothing of it is kept but the mail. */
export function giveFeedback(house: House, reader: Reader, asked: Asked): Answer {
  const thanks = done(urlsIn(reader.language).feedback(), 'feedbackSent')
  // A machine learns nothing from the answer.
  if (isFilledByMachine(asked.form)) return thanks
  const draft = readFeedback(asked.form)
  const outcome = sendFeedback(house, draft)
  if (outcome.kind === 'sent') return thanks
  return refuse(reader, contactOf(house, draft.contactId), asked.form, outcome.problems)
}

function contactOf(house: House, id: number | null): FormContact | null {
  return id === null ? null : formContact(house, id)
}

function refuse(
  reader: Reader,
  to: FormContact | null,
  form: Form,
  problems: Parameters<typeof sayProblems>[1],
): Answer {
  const title = fill(reader.words.problems.pageTitle, { title: titleOfFeedback(reader, to) })
  const model = feedbackPage(reader, to, form, sayProblems(reader.words, problems))
  return page('site/texts/feedback', { title, hidden: true }, model, 422)
}
