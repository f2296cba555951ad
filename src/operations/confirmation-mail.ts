// The mail „Stimmt das noch?“: in the group's language and in German, with the entry as readers see it, and one link.
import type { AskingKind } from '../domain/confirmation.ts'
import type { Contact } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { RuleLanguage } from '../domain/language.ts'
import type { Mail } from '../domain/mail.ts'
import { type Organisation, textIn } from '../domain/organisation.ts'
import type { ShownContact } from '../domain/visibility.ts'
import { type ConfirmationWords, confirmationWordsOf } from '../i18n/confirmation-words.ts'
import { sayDateIn } from '../i18n/say-day-in.ts'
import { fill, joined } from '../i18n/words.ts'
import type { Office } from './act.ts'
import { type ToldEntry, type ToldMeeting, toldEntry } from './told-entry.ts'

/** What a mail says beside the entry itself. */
export type Asking = { readonly kind: AskingKind; readonly link: string; readonly until: Day }

const RULE = '\n\n* * *\n\n'

/**
 * The addresses that are asked: those of functions, published or not; of persons only where there is no other. One that a
 * mail server refused for good is left out.
 */
export function addressesToAsk(
  contacts: readonly Contact[],
  isRefused: (address: string) => boolean,
): readonly string[] {
  const addressesOf = (chosen: readonly Contact[]) => [
    ...new Set(
      chosen
        .filter(({ archivedAt }) => archivedAt === null)
        .flatMap(({ channels }) => channels.filter(({ kind }) => kind === 'email'))
        .map(({ value }) => value)
        .filter((address) => !isRefused(address)),
    ),
  ]
  const ofFunctions = addressesOf(contacts.filter(({ person }) => person === null))
  return ofFunctions.length > 0 ? ofFunctions : addressesOf(contacts)
}

/** Subject and text of the mail. */
export function confirmationMail(
  office: Office,
  organisation: Organisation,
  asking: Asking,
): Omit<Mail, 'recipient'> {
  const { mailLanguage: own } = organisation
  const languages: readonly RuleLanguage[] = own === 'de' ? ['de'] : [own, 'de']
  const bodies = languages.map((language) => bodyIn(office, organisation, language, asking))
  const questions = languages.map((language) => confirmationWordsOf(language).title)
  return { subject: `${questions.join(' / ')} ${organisation.name}`, body: `${bodies.join(RULE)}\n` }
}

function bodyIn(office: Office, organisation: Organisation, language: RuleLanguage, asking: Asking): string {
  const words = confirmationWordsOf(language)
  const question = asking.kind === 'reminder' ? words.reminder : words.first
  return [
    words.greeting,
    fill(question, { name: organisation.name }),
    words.byLink,
    asking.link,
    fill(words.until, { day: sayDateIn(asking.until, language) }),
    words.entry,
    ...entryLines(toldEntry(office, organisation, language), language, words).map(indented),
    words.thanks,
  ].join('\n\n')
}

/** The paragraphs of the entry. */
function entryLines(told: ToldEntry, language: RuleLanguage, words: ConfirmationWords): readonly string[] {
  const { organisation, cityName, contacts, meetings } = told
  const text = textIn(organisation.texts, language === 'en' ? 'en' : 'de')
  const addresses = organisation.addresses.map(({ addition, street, postcode, town }) =>
    labelled(words.address, joined([addition, street, `${postcode} ${town}`], ', ')),
  )
  return [
    joined([organisation.name, cityName], '\n'),
    text?.summary ?? '',
    text?.description ?? '',
    ...meetings.map((meeting) => meetingLines(meeting, words)),
    ...contacts.map((contact) => contactLines(contact, words)),
    joined(
      [...addresses, organisation.website === '' ? '' : labelled(words.website, organisation.website)],
      '\n',
    ),
  ].filter((paragraph) => paragraph !== '')
}

function meetingLines({ title, times, place, dates }: ToldMeeting, words: ConfirmationWords): string {
  const next = dates.length === 0 ? words.noDates : `${words.dates}:`
  return joined(
    [
      labelled(words.meeting, title),
      times,
      place === '' ? '' : labelled(words.place, place),
      next,
      ...dates.map(({ said }) => `- ${said}`),
    ],
    '\n',
  )
}

function contactLines(
  { personName, channels, note, ...contact }: ShownContact,
  words: ConfirmationWords,
): string {
  return joined(
    [
      labelled(words.contact, joined([contact.function, personName], ', ')),
      ...channels.map(({ value }) => value),
      note,
    ],
    '\n',
  )
}

function labelled(label: string, text: string): string {
  return `${label}: ${text}`
}

/** Marked as what is quoted, so that it is told from the letter around it. */
function indented(paragraph: string): string {
  return paragraph.replaceAll(/^/gm, '    ')
}
