import type { PublicContact } from '../../domain/contact.ts'
import type { NoticeDraft } from '../../domain/notice.ts'
import { showContact } from '../../domain/visibility.ts'
import type { House } from '../house.ts'
import type { Reader } from '../reader.ts'
import { type ShownChannel, shownChannels } from './channels.ts'

/** A notice above a page, with whom to ask. */
export type NoticePart = {
  readonly text: string
  readonly contact: { readonly who: string; readonly channels: readonly ShownChannel[] } | null
}

declare module '../render.ts' {
  interface Parts {
    notice: NoticePart
  }
}

/** Notices as readers see them; a contact is named only as far as it may be shown. */
export function noticeParts(
  house: House,
  reader: Reader,
  notices: readonly NoticeDraft[],
): readonly NoticePart[] {
  const ids = notices.flatMap(({ contactId }) => contactId ?? [])
  const contacts = ids.length === 0 ? [] : house.store.contacts.publicByIds(ids)
  return notices.map(({ text, contactId }) => {
    const contact = contacts.find(({ id }) => id === contactId)
    return { text, contact: contact === undefined ? null : contactOf(contact, reader) }
  })
}

function contactOf(contact: PublicContact, reader: Reader): NoticePart['contact'] {
  const shown = showContact(contact, 'web', reader.now.day)
  if (shown === null) return null
  const who = shown.personName === null ? shown.function : `${shown.personName}, ${shown.function}`
  return { who, channels: shownChannels(shown, reader) }
}
