// Who may see which part of a contact where: the only place that makes a contact showable (DSGVO Art. 6, 7).
import { holds } from './consent.ts'
import type { Channel, ConsentPlace, Contact, PublicContact } from './contact.ts'
import type { Day } from './day.ts'
import type { Schedule } from './schedule.ts'

/** What may be shown of a contact at one place. Nothing but `showContact` can make one. */
export type ShownContact = {
  readonly __shown: true
  readonly id: number
  readonly organisationId: number
  readonly function: string
  readonly personName: string | null
  readonly channels: readonly Channel[]
  readonly hours: Schedule | null
  readonly note: string
}

/** A contact whole, for those who work with it: on lists that stay in the house. Nothing but `showToStaff` can make one. */
export type StaffContact = Omit<ShownContact, '__shown'> & { readonly __staff: true }

/**
 * What of a contact may be shown at a place on a day, or null where nothing may.
 * A role without a person shows all of its channels; a person's name and each channel need a consent of their own.
 */
export function showContact(contact: PublicContact, place: ConsentPlace, today: Day): ShownContact | null {
  if (contact.audience !== 'public' || contact.archivedAt !== null) return null
  const agrees = (channelId: number | null) =>
    contact.person === null || hasConsent(contact, channelId, place, today)
  const channels = contact.channels.filter((channel) => agrees(channel.id))
  if (channels.length === 0) return null
  return {
    __shown: true,
    id: contact.id,
    organisationId: contact.organisationId,
    function: contact.function,
    personName: contact.person !== null && agrees(null) ? contact.person.name : null,
    channels,
    hours: contact.hours,
    note: contact.person === null || agrees(null) ? contact.note : '',
  }
}

/** The showable of many contacts, in their order. */
export function showContacts(
  contacts: readonly PublicContact[],
  place: ConsentPlace,
  today: Day,
): readonly ShownContact[] {
  return contacts.map((contact) => showContact(contact, place, today)).filter((contact) => contact !== null)
}

/** Contacts as staff sees them, whatever a person agreed to have shown to others; without archived ones. */
export function showToStaff(contacts: readonly Contact[]): readonly StaffContact[] {
  return contacts
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, organisationId, person, channels, hours, note, ...contact }) => ({
      __staff: true,
      id,
      organisationId,
      function: contact.function,
      personName: person?.name ?? null,
      channels,
      hours,
      note,
    }))
}

function hasConsent(
  contact: PublicContact,
  channelId: number | null,
  place: ConsentPlace,
  today: Day,
): boolean {
  return contact.consents.some(
    (consent) => consent.channelId === channelId && consent.place === place && holds(consent, today),
  )
}
