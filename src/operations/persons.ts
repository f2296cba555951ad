// Who the person of a contact is: the same, corrected, nobody any more, or somebody else, who has agreed to nothing yet.
import { type Contact, type ContactDraft, isSamePerson } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { Problem } from '../domain/problem.ts'
import type { Office } from './act.ts'
import { contactDraftOf } from './contact-drafts.ts'

/** The person that a contact has from now on; a corrected spelling stays the same person, a cleared name is nobody. */
export function keepPerson(office: Office, before: Contact, name: string): number | null {
  const { contacts } = office.store
  if (name === '') return null
  if (before.person === null || !isSamePerson(before.person.name, name)) return contacts.insertPerson(name)
  if (before.person.name !== name) contacts.renamePerson(before.person.id, name)
  return before.person.id
}

/**
 * What a form still says of the former person where the contact has another one or none: their consent, left as it was,
 * is not the new person's; and a channel they kept to themselves does not become public because their name goes.
 */
export function checkFormerPerson(before: Contact, draft: ContactDraft, today: Day): Problem[] {
  if (before.person === null || isSamePerson(before.person.name, draft.personName)) return []
  const former = contactDraftOf(before, today)
  return draft.personName === '' ? checkKeptBack(former, draft) : checkLeftOver(former, draft)
}

function checkKeptBack(former: ContactDraft, draft: ContactDraft): Problem[] {
  if (draft.audience === 'internal') return []
  return draft.channels.flatMap(({ id, kind }, index) => {
    const was = former.channels.find((channel) => channel.id === id)
    const isKeptBack = was !== undefined && kind !== 'form' && !was.places.includes('web')
    return isKeptBack ? [{ field: `channels.${index}.value`, key: 'channel.ofFormerPerson' }] : []
  })
}

function checkLeftOver(former: ContactDraft, draft: ContactDraft): Problem[] {
  const agrees = draft.namePlaces.length > 0 || draft.channels.some(({ places }) => places.length > 0)
  const isLeftOver =
    agrees &&
    former.consentGivenOn !== null &&
    former.consentGivenOn === draft.consentGivenOn &&
    former.consentWay === draft.consentWay
  return isLeftOver ? [{ field: 'consentGivenOn', key: 'consentGivenOn.ofFormerPerson' }] : []
}
