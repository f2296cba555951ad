// How a stored contact is a draft again: for its form, for its revisions, and for an earlier state that is restored.
import { holds } from '../domain/consent.ts'
import { type Channel, CONSENT_PLACES, type Contact, type ContactDraft } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'

/** A contact as its form and its revisions hold it: consents as they stand on a day. */
export function contactDraftOf(
  contact: Contact,
  today: Day,
): ContactDraft & { readonly archivedAt: string | null } {
  const standing = contact.consents.filter((consent) => holds(consent, today))
  const placesOf = (channelId: number | null) =>
    CONSENT_PLACES.filter((place) =>
      standing.some((consent) => consent.channelId === channelId && consent.place === place),
    )
  const latest = standing.at(-1)
  return {
    organisationId: contact.organisationId,
    audience: contact.audience,
    function: contact.function,
    personName: contact.person?.name ?? '',
    namePlaces: placesOf(null),
    consentWay: latest?.way ?? null,
    consentGivenOn: latest?.givenOn ?? null,
    consentWording: latest?.wording ?? '',
    consentEndsOn: latest?.endsOn ?? null,
    channels: contact.channels.map((channel: Channel) => ({ ...channel, places: placesOf(channel.id) })),
    hours: contact.hours,
    note: contact.note,
    archivedAt: contact.archivedAt,
  }
}

/**
 * An earlier draft with only those consents that still stand: what a person took back does not come back with an older
 * state, and another person than today's has agreed to nothing.
 */
export function withStandingConsents(earlier: ContactDraft, now: ContactDraft): ContactDraft {
  const isSamePerson = earlier.personName !== '' && earlier.personName === now.personName
  const standing = (channelId: number | null) =>
    (isSamePerson && now.channels.find((channel) => channel.id === channelId)?.places) || []
  return {
    ...earlier,
    consentWay: now.consentWay,
    consentGivenOn: now.consentGivenOn,
    consentWording: now.consentWording,
    consentEndsOn: now.consentEndsOn,
    namePlaces: isSamePerson ? earlier.namePlaces.filter((place) => now.namePlaces.includes(place)) : [],
    channels: earlier.channels.map((channel) => ({
      ...channel,
      places: channel.places.filter((place) => standing(channel.id).includes(place)),
    })),
  }
}
