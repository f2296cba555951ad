import {
  CONSENT_PLACES,
  type Consent,
  type ConsentPlace,
  type ContactDraft,
  type PublicContact,
} from '../../domain/contact.ts'
import type { Day } from '../../domain/day.ts'
import { showContact } from '../../domain/visibility.ts'
import { type ShownChannel, shownChannels } from '../../http/parts/channels.ts'
import type { Reader } from '../../http/reader.ts'
import { joined } from '../../i18n/words.ts'

/** What a contact shows at each place, or that it shows nothing there. */
export type ContactPreview = {
  readonly kind: 'contact'
  readonly word: string
  readonly places: readonly {
    readonly title: string
    readonly who: string
    readonly channels: readonly ShownChannel[]
    readonly note: string
  }[]
}

declare module '../../http/render.ts' {
  interface Parts {
    'contact-preview': ContactPreview
  }
}
declare module '../../http/entry/preview.ts' {
  interface Previews {
    contact: ContactPreview
  }
}

/** What would be public if this draft were saved: judged by the same rule as every page for readers. */
export function contactPreview(draft: ContactDraft, reader: Reader, word: string): ContactPreview {
  const { places } = reader.words.desk.contacts
  const contact = publicContactOf(draft, reader.now.day)
  return {
    kind: 'contact',
    word,
    places: CONSENT_PLACES.map((place) => {
      const shown = contact === null ? null : showContact(contact, place, reader.now.day)
      return {
        title: places[place],
        who: shown === null ? '' : joined([shown.function, shown.personName], ': '),
        channels: shown === null ? [] : shownChannels(shown, reader),
        note: shown?.note ?? '',
      }
    }),
  }
}

/** The contact that a draft would be: a channel's place in the list stands for its id, a chosen place for a consent. */
export function publicContactOf(draft: ContactDraft, today: Day): PublicContact | null {
  if (draft.audience !== 'public') return null
  const consent = (channelId: number | null, place: ConsentPlace): Consent => ({
    channelId,
    place,
    givenOn: draft.consentGivenOn ?? today,
    way: draft.consentWay ?? 'paper',
    wording: draft.consentWording,
    endsOn: draft.consentEndsOn,
    withdrawnOn: null,
    notedBy: '',
    notedOn: null,
  })
  return {
    id: 0,
    organisationId: draft.organisationId,
    audience: 'public',
    function: draft.function,
    person: draft.personName === '' ? null : { id: 0, name: draft.personName },
    channels: draft.channels.map(({ kind, value, note }, index) => ({ id: index, kind, value, note })),
    consents: [
      ...draft.namePlaces.map((place) => consent(null, place)),
      ...draft.channels.flatMap(({ places }, index) => places.map((place) => consent(index, place))),
    ],
    hours: draft.hours,
    note: draft.note,
    version: 0,
    archivedAt: null,
  }
}
