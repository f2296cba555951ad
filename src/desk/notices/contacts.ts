import { showContacts } from '../../domain/visibility.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { fill, joined } from '../../i18n/words.ts'

/** A contact of whom readers may see something, as the form offers it. */
export type OfferedContact = { readonly id: number; readonly cityId: number; readonly label: string }

const ALL = { limit: -1, offset: 0 }

/** Everybody of whom readers may see something today, by organisation: two statements. */
export function offeredContacts({ store }: House, { now }: Reader): readonly OfferedContact[] {
  const filter = { cityId: null, ids: null, place: 'web', today: now.day } as const
  const organisations = store.contacts.listed(filter, ALL)
  const shown = showContacts(store.contacts.publicOf(organisations.map(({ id }) => id)), 'web', now.day)
  return organisations.flatMap(({ id: organisationId, name, cityId }) =>
    shown
      .filter((contact) => contact.organisationId === organisationId)
      .map((contact) => ({
        id: contact.id,
        cityId,
        label: joined([name, contact.personName, contact.function], ', '),
      })),
  )
}

/** Who a contact is; one that is offered no more keeps its function. */
export function sayContact(
  { store }: House,
  { words }: Reader,
  offered: readonly OfferedContact[],
  contactId: number | null,
): string {
  if (contactId === null) return ''
  const label = offered.find(({ id }) => id === contactId)?.label
  if (label !== undefined) return label
  const contact = store.contacts.byId(contactId)
  return contact === null ? '' : fill(words.deskNotices.hiddenContact, { contact: contact.function })
}

/** The contact that a notice names although it is offered no more: it stays until somebody chooses another one. */
export function keptContact(
  house: House,
  reader: Reader,
  offered: readonly OfferedContact[],
  contactId: number | null,
): readonly Pick<OfferedContact, 'id' | 'label'>[] {
  if (contactId === null || offered.some(({ id }) => id === contactId)) return []
  return [{ id: contactId, label: sayContact(house, reader, offered, contactId) }]
}
