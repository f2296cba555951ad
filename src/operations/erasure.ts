// What is done when a person is to be erased (DSGVO Art. 17): nothing of them stays in any entry, state, mail or file.
import { timestamp } from '../domain/clock.ts'
import type { Contact } from '../domain/contact.ts'
import { notFound } from '../domain/refusal.ts'
import { type Erasure, erasureDigest, type Standing } from '../store/erasures.ts'
import type { SearchNoun } from '../store/search.ts'
import { accountIdOf, type By, note, type Office, type Saved, saved, write } from './act.ts'
import { indexCity } from './cities.ts'
import { openContact } from './contacts.ts'
import { indexEvent } from './events.ts'
import { indexOrganisation } from './organisations.ts'
import { indexProject } from './projects.ts'
import { indexVenue } from './venues.ts'

/** A person of a contact, with everything that is theirs. */
type Person = { readonly contact: Contact; readonly personId: number; readonly texts: readonly string[] }

/** Shorter texts stand by chance within others; of the contact itself they are taken all the same. */
const SHORTEST = 5

/** Where the person of a contact stands, by table: told before anything is erased. Throws NotFound without a person. */
export function standingOf(office: Office, by: By, contactId: number): readonly Standing[] {
  return office.store.erasures.standing(personOf(office, by, contactId).texts)
}

/**
 * Erases the person of a contact: name, channels, consents and note go from the contact, and their texts from every
 * state, proposal, mail and index; the file is made anew without them. That somebody was erased stays, and a list by
 * which an older backup is cleaned when it is restored.
 */
export function erasePerson(office: Office, by: By, contactId: number): Saved {
  const person = personOf(office, by, contactId)
  const mails = office.store.erasures.mailsWith(person.texts)
  const erasure = write(office, ({ at }) => {
    const done = erase(office, person, at, by.actor.name)
    note(office, accountIdOf(by), { act: 'erase-person', noun: 'contact', id: contactId, result: 'saved' })
    return done
  })
  const { erasures } = office.store
  erasures.noteInFolder(erasure)
  erasures.removeWrittenMails(mails)
  erasures.compact()
  return saved(contactId, person.contact.version + 1)
}

/** Erases anew whoever stands in a restored backup and was erased since it was made; answers with how many. */
export function eraseAgain(office: Office): number {
  const { contacts, erasures } = office.store
  const found = erasures.all().flatMap((erasure): (Person & { readonly erasure: Erasure })[] => {
    const contact = contacts.byId(erasure.contactId)
    const { personId } = erasure
    const isSame =
      contact?.person?.id === personId && erasureDigest(personId, contact.person.name) === erasure.digest
    return contact !== null && isSame ? [{ contact, personId, texts: textsOf(contact), erasure }] : []
  })
  if (found.length === 0) return 0
  const mails = erasures.mailsWith(found.flatMap(({ texts }) => texts))
  write(office, () => {
    for (const person of found) erase(office, person, timestamp(office.clock()), person.erasure.by)
    return null
  })
  erasures.removeWrittenMails(mails)
  erasures.compact()
  return found.length
}

function erase(office: Office, { contact, personId, texts }: Person, at: string, by: string): Erasure {
  const { erasures } = office.store
  const digest = erasureDigest(personId, contact.person?.name ?? '')
  const erasure = { at, by, contactId: contact.id, personId, digest }
  const searched = erasures.searchedWith(texts)
  erasures.emptyContact(contact.id, personId, at)
  erasures.replaceEverywhere(texts)
  for (const { noun, id } of searched) LEARN[noun](office, id)
  erasures.rebuildIndex()
  erasures.note(erasure)
  return erasure
}

/** How the search learns an entry anew by what it says now; what is in the archive it does not know. */
const LEARN: Readonly<Record<SearchNoun, (office: Office, id: number) => void>> = {
  organisation: indexOrganisation,
  event: indexEvent,
  venue: indexVenue,
  project: indexProject,
  city: indexCity,
}

function personOf(office: Office, by: By, contactId: number): Person {
  const contact = openContact(office, by.actor, 'erase', contactId)
  if (contact.person === null) return notFound(`a person at contact ${contactId}`)
  return { contact, personId: contact.person.id, texts: textsOf(contact) }
}

function textsOf({ person, channels, note: said }: Contact): readonly string[] {
  const texts = [person?.name ?? '', ...channels.map(({ value }) => value), said]
  // The longest first, for a shorter one may stand within it.
  return [...new Set(texts)]
    .filter((text) => text.length >= SHORTEST)
    .sort((one, other) => other.length - one.length)
}
