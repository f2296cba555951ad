import { groupedBy } from '../../domain/grouping.ts'
import { showContacts } from '../../domain/visibility.ts'
import type { House } from '../../http/house.ts'
import type { Reader } from '../../http/reader.ts'
import { fill, joined } from '../../i18n/words.ts'

/** A contact as the form offers it. */
export type OfferedContact = { readonly id: number; readonly label: string }

/** Whom a notice can name for questions. */
export type Contacts = {
  /** Everybody of these cities of whom readers may see something today, by organisation. */
  readonly offered: (cityIds: readonly number[]) => readonly OfferedContact[]
  /** Who a contact is; one that is offered no more keeps its function. */
  readonly say: (contactId: number | null) => string
  /** The contact that a notice names although it is offered no more: it stays until somebody chooses another one. */
  readonly kept: (contactId: number | null) => readonly OfferedContact[]
}

/** Reads the contacts when they are first asked for: two statements. */
export function contactsFor(house: House, reader: Reader): Contacts {
  let read: ReturnType<typeof readContacts> | undefined
  const all = () => {
    read ??= readContacts(house, reader)
    return read
  }
  const say = (contactId: number | null) => {
    if (contactId === null) return ''
    const label = all().find(({ id }) => id === contactId)?.label
    if (label !== undefined) return label
    const contact = house.store.contacts.byId(contactId)
    return contact === null ? '' : fill(reader.words.deskNotices.hiddenContact, { contact: contact.function })
  }
  return {
    offered: (cityIds) => all().filter(({ cityId }) => cityIds.includes(cityId)),
    say,
    kept: (contactId) =>
      contactId === null || all().some(({ id }) => id === contactId)
        ? []
        : [{ id: contactId, label: say(contactId) }],
  }
}

const ALL = { limit: -1, offset: 0 }

function readContacts(
  { store }: House,
  { now }: Reader,
): readonly (OfferedContact & { readonly cityId: number })[] {
  const filter = { cityId: null, ids: null, place: 'web', today: now.day } as const
  const organisations = store.contacts.listed(filter, ALL)
  const open = store.contacts.publicOf(organisations.map(({ id }) => id))
  const shown = groupedBy(showContacts(open, 'web', now.day), ({ organisationId }) => organisationId)
  return organisations.flatMap(({ id: organisationId, name, cityId }) =>
    (shown.get(organisationId) ?? []).map(({ id, personName, ...contact }) => ({
      id,
      cityId,
      label: joined([name, personName, contact.function], ', '),
    })),
  )
}
