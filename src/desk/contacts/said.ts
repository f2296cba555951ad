import { CONSENT_PLACES, type ConsentPlace, type ContactDraft } from '../../domain/contact.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import type { Reader } from '../../http/reader.ts'
import { sayHours } from '../../http/schedule/hours.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { joined } from '../../i18n/words.ts'

/** Every field of a contact in words, in the order of its form. */
export function sayContact(draft: ContactDraft, reader: Reader): SaidField[] {
  const { words, language } = reader
  const { fields, audiences, ways, places } = words.desk.contacts
  const said = (group: keyof typeof fields, text: string): SaidField => ({
    group,
    label: fields[group],
    text,
  })
  const sayPlaces = (agreed: readonly ConsentPlace[]) =>
    CONSENT_PLACES.filter((place) => agreed.includes(place))
      .map((place) => places[place])
      .join(', ')
  const channels = draft.channels.map(({ kind, value, note, places: agreed }) =>
    joined(
      [words.kinds.channel[kind], value, note, agreed.length === 0 ? '' : `(${sayPlaces(agreed)})`],
      ' ',
    ),
  )
  return [
    said('audience', audiences[draft.audience]),
    said('function', draft.function),
    said('personName', draft.personName),
    said('namePlaces', sayPlaces(draft.namePlaces)),
    said('channels', channels.join('\n')),
    said('consentWay', draft.consentWay === null ? '' : ways[draft.consentWay]),
    said('consentGivenOn', draft.consentGivenOn === null ? '' : sayDate(draft.consentGivenOn, language)),
    said('consentWording', draft.consentWording),
    said('consentEndsOn', draft.consentEndsOn === null ? '' : sayDate(draft.consentEndsOn, language)),
    ...sayHours(draft.hours, fields.hours, reader),
    said('note', draft.note),
  ]
}
