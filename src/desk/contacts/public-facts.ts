import { CONSENT_PLACES, type ContactDraft } from '../../domain/contact.ts'
import { type ShownContact, showContact } from '../../domain/visibility.ts'
import { type FactsPart, factsPart } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { fill, joined } from '../../i18n/words.ts'
import { publicContactOf } from './preview.ts'

/**
 * Of everything that a draft says: where it will be public, or that it stays internal; judged by the same rule as every
 * page for readers. `isOffSite`: contact or organisation is in the archive.
 */
export function publicFacts(draft: ContactDraft, reader: Reader, isOffSite: boolean): FactsPart {
  const { words, language, now } = reader
  const { fields, places } = words.desk.contacts
  const contact = isOffSite ? null : publicContactOf(draft, now.day)
  const shown = CONSENT_PLACES.map(
    (place) => [place, contact === null ? null : showContact(contact, place, now.day)] as const,
  )
  const fact = (term: string, text: string, isShown: (contact: ShownContact) => boolean) => {
    const at = shown.flatMap(([place, seen]) => (seen !== null && isShown(seen) ? [places[place]] : []))
    const said = at.length === 0 ? words.consents.internal : words.consents.shown
    return { term, lines: text === '' ? [] : [fill(said, { text, places: at.join(', ') })] }
  }
  const hours = draft.hours === null ? '' : saySchedule(draft.hours, language)
  const facts = [
    fact(fields.function, draft.function, () => true),
    fact(words.consents.name, draft.personName, ({ personName }) => personName !== null),
    ...draft.channels.map(({ kind, value, note }, index) => {
      const term = words.kinds.channel[kind]
      const text = joined([value, note], ', ') || term
      return fact(term, text, ({ channels }) => channels.some(({ id }) => id === index))
    }),
    fact(fields.hours, hours, () => true),
    fact(fields.note, draft.note, ({ note }) => note !== ''),
  ]
  return factsPart(facts.filter(({ lines }) => lines.length > 0))
}
