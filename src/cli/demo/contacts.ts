import type { ContactDraft } from '../../domain/contact.ts'
import { contactDraftOf } from '../../operations/contact-drafts.ts'
import { changeContact, createContact } from '../../operations/contacts.ts'
import type { Chapter } from './chapter.ts'
import type { ToldContact } from './organisation-story.ts'

/** Puts in the contacts of the organisations of a file, with what persons agreed to, and what they took back. */
export function tellContacts(chapter: Chapter): void {
  for (const { key, contacts } of chapter.story.organisations ?? []) {
    const told = new Set<string>()
    for (const contact of contacts) {
      const id = tellContact(chapter, chapter.idOf('organisation', key), contact)
      // Two contacts may share a function; a reference then means the first.
      if (!told.has(contact.function)) chapter.remember('contact', `${key}/${contact.function}`, id)
      told.add(contact.function)
    }
  }
}

function tellContact(
  { office, by, savedId, today }: Chapter,
  organisationId: number,
  told: ToldContact,
): number {
  const { withdrawn, channels, ...rest } = told
  const draft: ContactDraft = {
    ...rest,
    organisationId,
    channels: channels.map((channel) => ({ id: null, ...channel })),
  }
  const id = savedId(told.function, createContact(office, by, draft))
  const stored = withdrawn ? office.store.contacts.byId(id) : null
  if (stored === null) return id
  const standing = contactDraftOf(stored, today)
  const nothing = {
    ...standing,
    namePlaces: [],
    channels: standing.channels.map((channel) => ({ ...channel, places: [] })),
  }
  const outcome = changeContact(office, by, { id, version: stored.version, draft: nothing })
  if (outcome.kind === 'outdated') throw new Error(`${told.function}: changed by somebody else meanwhile`)
  return savedId(told.function, outcome)
}
