// How it is noted what a person agreed to and took back: for the name and for each channel, at each place (DSGVO Art. 7).
import { CONSENT_PLACES, type ConsentPlace, type Contact, type ContactDraft } from '../domain/contact.ts'
import type { By, Moment, Office } from './act.ts'
import { contactDraftOf } from './contact-drafts.ts'

/** A contact that was just written: what was agreed to belongs to its person. */
export type Noted = {
  readonly id: number
  readonly personId: number | null
  /** The contact as it was, where that is the same person. */
  readonly before: Contact | null
  readonly draft: ContactDraft
  /** The ids of the draft's channels, in order. */
  readonly channelIds: readonly number[]
}

/** What is agreed to for the name (`channelId: null`) or for a channel, beside what was. */
type Agreement = {
  readonly channelId: number | null
  readonly wanted: readonly ConsentPlace[]
  readonly had: readonly ConsentPlace[]
}

/**
 * Notes what is newly agreed to, and withdraws as of today what is no longer. Way and day belong to what is new; where
 * nothing is new, another way or day is a consent given anew for everything that stands.
 */
export function noteConsents(office: Office, by: By, { today }: Moment, contact: Noted): void {
  const { id: contactId, personId, draft } = contact
  const { consentWay: way, consentGivenOn: givenOn } = draft
  if (personId === null) return
  const before = contact.before === null ? null : contactDraftOf(contact.before, today)
  const agreements = agreementsOf(contact, before)
  const isMore = agreements.some(({ wanted, had }) => wanted.some((place) => !had.includes(place)))
  const isOther = before !== null && (before.consentWay !== way || before.consentGivenOn !== givenOn)
  const isRenewed = isOther && !isMore
  const { contacts } = office.store
  for (const { channelId, place, stood, stands } of byPlace(agreements)) {
    if (stood && (!stands || isRenewed)) contacts.withdrawConsent({ contactId, channelId, place, on: today })
    if (!stands || (stood && !isRenewed) || way === null || givenOn === null) continue
    const which = { personId, contactId, channelId, place }
    contacts.addConsent({ ...which, givenOn, way, wording: '', notedBy: by.actor.name })
  }
}

function agreementsOf({ draft, channelIds }: Noted, before: ContactDraft | null): Agreement[] {
  return [
    { channelId: null, wanted: draft.namePlaces, had: before?.namePlaces ?? [] },
    ...draft.channels.map((channel, index) => {
      const channelId = channelIds[index] ?? null
      const had = before?.channels.find((other) => other.id === channelId)?.places ?? []
      return { channelId, wanted: channel.places, had }
    }),
  ]
}

function byPlace(agreements: readonly Agreement[]) {
  return agreements.flatMap(({ channelId, wanted, had }) =>
    CONSENT_PLACES.map((place) => ({
      channelId,
      place,
      stood: had.includes(place),
      stands: wanted.includes(place),
    })),
  )
}
