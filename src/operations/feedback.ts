// What is done with a message from a reader: it becomes a mail, and is kept nowhere else.
import { timestamp, wallTime } from '../domain/clock.ts'
import { checkFeedback, type FeedbackDraft } from '../domain/feedback.ts'
import type { Mail } from '../domain/mail.ts'
import { notFound } from '../domain/refusal.ts'
import { showContact } from '../domain/visibility.ts'
import { fill, wordsOf } from '../i18n/words.ts'
import { type Office, type Refused, refused } from './act.ts'

export type Sent = { readonly kind: 'sent' }

/** A contact that is reached by the form of the site. */
export type FormContact = {
  readonly id: number
  readonly function: string
  readonly organisationName: string
}

/**
 * Puts a message into the outbox: for its contact, else for the first administrator. No content changes, so the pages
 * made so far stay as they are.
 */
export function sendFeedback(office: Office, draft: FeedbackDraft): Sent | Refused {
  const problems = checkFeedback(draft)
  if (problems.length > 0) return refused(problems)
  const recipient = recipientOf(office, draft.contactId)
  if (recipient === null) return refused([{ field: 'message', key: 'feedback.nobody' }])
  office.store.outbox.add({ recipient, ...mailOf(draft) }, timestamp(office.clock()))
  return { kind: 'sent' }
}

/** The contact that an address names, as far as readers may know of it; throws NotFound where none takes messages. */
export function formContact(office: Office, id: number): FormContact {
  const contact = office.store.contacts.byId(id)
  if (contact === null || contact.audience !== 'public') notFound(`contact ${id}`)
  const shown = showContact(contact, 'web', wallTime(office.clock()).day)
  const organisation = office.store.organisations.byId(contact.organisationId)
  if (shown === null || organisation === null || organisation.archivedAt !== null)
    notFound(`contact ${id} is not shown`)
  if (!shown.channels.some(({ kind }) => kind === 'form')) notFound(`contact ${id} has no form`)
  return { id, function: shown.function, organisationName: organisation.name }
}

/** The contact's own address, which readers need not know; else whoever looks after the site; null where there is nobody. */
function recipientOf(office: Office, contactId: number | null): string | null {
  if (contactId !== null) {
    const { id } = formContact(office, contactId)
    const email = office.store.contacts.byId(id)?.channels.find(({ kind }) => kind === 'email')
    if (email !== undefined) return email.value
  }
  const administrators = office.store.accounts
    .all()
    .filter(({ role, disabledAt }) => role === 'administrator' && disabledAt === null)
  return [...administrators].sort((one, other) => one.id - other.id)[0]?.email ?? null
}

/** In German, as those who look after the site speak; what was typed stands in the body only, never in a header. */
function mailOf({ message, page, name, answerTo, contactId }: FeedbackDraft): Omit<Mail, 'recipient'> {
  const { mail } = wordsOf('de').texts
  const about = [
    ...(page === '' ? [] : [fill(mail.page, { page })]),
    ...(name === '' ? [] : [fill(mail.name, { name })]),
    answerTo === '' ? mail.noAddress : fill(mail.address, { address: answerTo }),
  ]
  return {
    subject: contactId === null ? mail.subject : mail.subjectTo,
    body: `${message}\n\n-- \n${about.join('\n')}\n`,
  }
}
