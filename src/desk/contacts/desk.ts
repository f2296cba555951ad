import type { Contact } from '../../domain/contact.ts'
import { notFound } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import { calendarsFor } from '../../http/free-days.ts'
import type { House } from '../../http/house.ts'
import { actorOf, byEntryForm, proposalIdIn, type Reader } from '../../http/reader.ts'
import { hoursIn, hoursPart, hoursTongue } from '../../http/schedule/hours.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { contactDraftOf } from '../../operations/contact-drafts.ts'
import {
  archiveContact,
  changeContact,
  createContact,
  openContact,
  restoreContact,
} from '../../operations/contacts.ts'
import { openOrganisation, tiesOf } from '../../operations/organisations.ts'
import { accepting } from '../../operations/proposals.ts'
import { usualWording } from './consents.ts'
import { erasePart } from './erase.ts'
import { EMPTY, formOf, ROWS, readContact, settle, withRow } from './forms.ts'
import { contactPreview } from './preview.ts'
import { sayContact } from './said.ts'
import { contactSections } from './sections.ts'

/** What is a contact's own at the desk; of a new one the address names the organisation, of any other the contact. */
export function contactDesk(house: House, reader: Reader, asked: Asked): EntryDesk<'contact', Contact> {
  const { words, now } = reader
  const actor = actorOf(reader)
  const by = byEntryForm(reader, asked)
  const organisationOf = (stored: Contact | null) => {
    const id = stored?.organisationId ?? numberIn(asked, 'id')
    return house.store.organisations.byId(id) ?? notFound(`organisation ${id}`)
  }
  // Of a new contact the address names the organisation, whose Land decides what days are free.
  const contactAsked = () =>
    reader.path.endsWith('/neu') ? null : house.store.contacts.byId(numberIn(asked, 'id'))
  const tongueFor = (stored: Contact | null) =>
    hoursTongue(reader, house.store.cities.byId(organisationOf(stored).cityId)?.land ?? null)
  return {
    noun: 'contact',
    paths: { ...deskUrls.contacts, new: deskUrls.newContact(numberIn(asked, 'id')) },
    words: { new: words.desk.contacts.add, preview: words.desk.contacts.willBeShown },
    form: {
      rowNames: ROWS,
      begin: () => {
        openOrganisation(house, actor, 'edit', numberIn(asked, 'id'))
        return { ...EMPTY, consentWording: usualWording(words) }
      },
      settle: (form) => settle(form, tongueFor(contactAsked())),
      withRow,
      read: (form, stored) =>
        readContact(form, {
          organisationId: organisationOf(stored).id,
          hours: hoursIn(form, reader, tongueFor(stored)),
          today: now.day,
        }),
      fill: (draft) => formOf(draft, usualWording(words)),
      sections: (filled, stored) =>
        contactSections(filled, reader, {
          stored,
          organisationId: organisationOf(stored).id,
          hours: hoursPart(filled, reader, {
            label: words.desk.contacts.fields.hours,
            hint: words.desk.contacts.hints.hours,
            tongue: tongueFor(stored),
            calendar: calendarsFor(house, reader)({ cityId: organisationOf(stored).cityId, venueId: null }),
          }),
          isOffSite: [stored, organisationOf(stored)].some((entry) => (entry?.archivedAt ?? null) !== null),
          refused: house.store.outbox.refusedAmong(stored?.channels.map(({ value }) => value) ?? []),
        }),
    },
    operations: {
      open: (act, id) => openContact(house, actor, act, id),
      create: (draft) => createContact(house, by, draft),
      change: (change) =>
        accepting(house, by, proposalIdIn(asked.form), () => changeContact(house, by, change)),
      archive: (archiving) => archiveContact(house, by, archiving),
      restore: (restoring) => restoreContact(house, by, restoring),
    },
    acts: { read: 'edit', archive: 'edit' },
    tiesOf: (stored) => tiesOf(organisationOf(stored)),
    nameOf: (stored) => stored.function,
    draftOf: (stored) => contactDraftOf(stored, now.day),
    say: (draft) => sayContact(draft, reader),
    preview: (draft, word) => contactPreview(draft, reader, word),
    showsPreview: 'when-asked',
    trail: (stored) => {
      const { id, name } = organisationOf(stored)
      return [
        { href: deskUrls.organisations.list(), label: words.desk.organisations.title },
        { href: deskUrls.organisations.entry(id), label: name },
      ]
    },
    onSite: () => null,
    more: (stored) => erasePart(reader, stored, tiesOf(organisationOf(stored))),
    after: {
      creating: (_id, { organisationId }) => deskUrls.organisations.entry(organisationId),
      changing: ({ organisationId }) => deskUrls.organisations.entry(organisationId),
    },
  }
}
