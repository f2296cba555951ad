// How it is noted what a person agreed to and took back: for the name and for each channel, at each place (DSGVO Art. 7).
import { CONSENT_PLACES, type ConsentPlace, type Contact, type ContactDraft } from '../domain/contact.ts'
import type { By, Moment, Office } from './act.ts'
import { contactDraftOf } from './contact-drafts.ts'

/** Whose consents: the contact, its person, and the contact as it was, where that is the same person. */
export type Noted = { readonly id: number; readonly personId: number | null; readonly before: Contact | null }

type Change = {
  readonly channelId: number | null
  readonly wanted: readonly ConsentPlace[]
  readonly had: readonly ConsentPlace[]
}

/**
 * Notes what is newly agreed to, and withdraws as of today what is no longer. Way and day belong to what is new; where
 * nothing is new, another way or day is a consent given anew for everything that stands.
 */
export function noteConsents(
  office: Office,
  by: By,
  moment: Moment,
  contact: Noted,
  draft: ContactDraft,
  channelIds: readonly number[],
): void {
  const { personId } = contact
  if (personId === null) return
  const before = contact.before === null ? null : contactDraftOf(contact.before, moment.today)
  const changes: Change[] = [
    { channelId: null, wanted: draft.namePlaces, had: before?.namePlaces ?? [] },
    ...draft.channels.map((channel, index): Change => {
      const channelId = channelIds[index] ?? null
      const had = before?.channels.find((other) => other.id === channelId)?.places ?? []
      return { channelId, wanted: channel.places, had }
    }),
  ]
  const isMore = changes.some(({ wanted, had }) => wanted.some((place) => !had.includes(place)))
  const isOther =
    before !== null &&
    (before.consentWay !== draft.consentWay || before.consentGivenOn !== draft.consentGivenOn)
  for (const change of changes)
    noteConsent(
      office,
      by,
      moment,
      { contactId: contact.id, personId, isRenewed: isOther && !isMore },
      draft,
      change,
    )
}

function noteConsent(
  office: Office,
  by: By,
  moment: Moment,
  whose: { readonly contactId: number; readonly personId: number; readonly isRenewed: boolean },
  draft: ContactDraft,
  { channelId, wanted, had }: Change,
): void {
  const { contacts } = office.store
  const { contactId, personId, isRenewed } = whose
  const { consentWay: way, consentGivenOn: givenOn } = draft
  for (const place of CONSENT_PLACES) {
    const stood = had.includes(place)
    const stands = wanted.includes(place)
    if (stood && (!stands || isRenewed)) contacts.withdrawConsent(contactId, channelId, place, moment.today)
    if (!stands || (stood && !isRenewed) || way === null || givenOn === null) continue
    contacts.addConsent({
      personId,
      contactId,
      channelId,
      place,
      givenOn,
      way,
      wording: '',
      notedBy: by.actor.name,
    })
  }
}
