import type { Contact } from '../../domain/contact.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { may } from '../../domain/permission.ts'
import type { More } from '../../http/entry/more.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type FeedRow, feedRow } from '../../http/parts/feed-row.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { tiesOf } from '../../operations/organisations.ts'

/** The contacts of an organisation, and the way to a new one. */
export type ContactsPart = {
  readonly kind: 'contacts'
  readonly contacts: readonly {
    readonly href: Href | null
    readonly function: string
    readonly person: string
    readonly channels: string
    readonly state: string
  }[]
  readonly newContact: Href | null
}

/** The calendars that an organisation keeps elsewhere, and the way to attach one. */
export type FeedsPart = {
  readonly kind: 'feeds'
  readonly rows: readonly FeedRow[]
  readonly newFeed: Href | null
}

/** The form that notes that an entry still holds. */
export type ConfirmPart = { readonly kind: 'confirm'; readonly action: Href }

declare module '../../http/render.ts' {
  interface Parts {
    'contacts-at-desk': ContactsPart
    'feeds-at-desk': FeedsPart
    confirm: ConfirmPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    contacts: ContactsPart
    feeds: FeedsPart
    confirm: ConfirmPart
  }
}

/** Below the form of an organisation: its contacts, its calendars, and the question whether it still holds. */
export function moreOf(house: House, reader: Reader, organisation: Organisation): readonly More[] {
  const { id, archivedAt } = organisation
  const mayEdit = may(actorOf(reader), 'edit', tiesOf(organisation))
  const isKept = mayEdit && archivedAt === null
  return [
    {
      kind: 'contacts',
      contacts: house.store.contacts.allOf(id).map((contact) => contactRow(contact, reader, mayEdit)),
      newContact: isKept ? deskUrls.newContact(id) : null,
    },
    {
      kind: 'feeds',
      rows: house.store.feeds.ofOrganisation(id).map((feed) => feedRow(feed, reader)),
      newFeed: isKept ? deskUrls.newFeed(id) : null,
    },
    ...(isKept ? [{ kind: 'confirm' as const, action: deskUrls.confirmation(id) }] : []),
  ]
}

function contactRow(contact: Contact, { words }: Reader, mayEdit: boolean): ContactsPart['contacts'][number] {
  const { states } = words.desk.contacts
  const state = contact.archivedAt !== null ? 'archived' : contact.audience
  return {
    href: mayEdit ? deskUrls.contacts.entry(contact.id) : null,
    function: contact.function,
    person: contact.person?.name ?? '',
    channels: contact.channels
      .map(({ kind, value }) => (kind === 'form' ? words.kinds.channel.form : value))
      .join(', '),
    state: states[state],
  }
}
