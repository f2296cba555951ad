import type { Contact } from '../../domain/contact.ts'
import { notFound } from '../../domain/refusal.ts'
import type { EntryDesk } from '../../http/entry/desk.ts'
import type { House } from '../../http/house.ts'
import { actorOf, byEntryForm, proposalIdIn, type Reader } from '../../http/reader.ts'
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
  const keptBy = (stored: Contact | null) => stored ?? { organisationId: numberIn(asked, 'id'), hours: null }
  const organisationOf = (stored: Contact | null) => {
    const { organisationId } = keptBy(stored)
    return house.store.organisations.byId(organisationId) ?? notFound(`organisation ${organisationId}`)
  }
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
      settle,
      withRow,
      read: (form, stored) => readContact(form, keptBy(stored), now.day),
      fill: (draft) => formOf(draft, usualWording(words)),
      sections: (filled, stored) =>
        contactSections(filled, reader, {
          stored,
          kept: keptBy(stored),
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
