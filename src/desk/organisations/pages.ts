import type { Contact } from '../../domain/contact.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { may } from '../../domain/permission.ts'
import type { ShownProblem } from '../../http/forms.ts'
import type { Href } from '../../http/href.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import type { ArchivePart, ConflictPart, EntryForm, ToldPart } from '../../http/parts/entry-form.ts'
import type { Link } from '../../http/parts/links.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { deskUrls, urlsIn } from '../../http/urls.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { fill } from '../../i18n/words.ts'
import { tiesOf } from '../../operations/organisations.ts'
import type { Choices } from './forms.ts'
import type { OrganisationPreview } from './preview.ts'
import { sayOrganisation } from './said.ts'

export type ContactRow = {
  readonly href: Href | null
  readonly function: string
  readonly person: string
  readonly channels: string
  readonly state: string
}

export type OrganisationPage = {
  readonly title: string
  readonly lastChange: string
  readonly links: readonly Link[]
  readonly problems: readonly ShownProblem[]
  readonly told: ToldPart | null
  readonly preview: OrganisationPreview | null
  readonly form: EntryForm | null
  /** What an entry says to whom may only read it; empty where there is a form. */
  readonly facts: readonly SaidField[]
  readonly contacts: readonly ContactRow[]
  readonly newContact: Href | null
  readonly confirm: Href | null
  readonly archive: ArchivePart | null
}

/** A new organisation: nothing but its form. */
export type NewOrganisationPage = Pick<OrganisationPage, 'title' | 'problems' | 'preview'> & {
  readonly form: EntryForm
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/organisations/entry': OrganisationPage
    'desk/organisations/new': NewOrganisationPage
    'desk/organisations/conflict': ConflictPart
  }
}

/** What is shown of an organisation on its desk page, beside what its form holds. */
export type OrganisationContent = {
  readonly organisation: Organisation
  readonly choices: Choices
  readonly contacts: readonly Contact[]
  readonly lastBy: string | null
  readonly form: EntryForm | null
  readonly problems: readonly ShownProblem[]
  readonly told: ToldPart | null
  readonly preview: OrganisationPreview | null
}

/** The desk page of an organisation: its form for whoever may edit it, its contents for whoever may read it. */
export function organisationPage(reader: Reader, content: OrganisationContent): OrganisationPage {
  const { organisation, choices, form } = content
  const { id, version, archivedAt } = organisation
  const actor = actorOf(reader)
  const ties = tiesOf(organisation)
  const mayEdit = may(actor, 'edit', ties)
  const isArchived = archivedAt !== null
  return {
    title: organisation.name,
    lastChange: lastChangeOf(reader, organisation, content.lastBy),
    links: linksOf(reader, organisation),
    problems: content.problems,
    told: content.told,
    preview: content.preview,
    form,
    facts:
      form === null ? sayOrganisation(organisation, reader, choices).filter(({ text }) => text !== '') : [],
    contacts: content.contacts.map((contact) => contactRow(contact, reader, mayEdit)),
    newContact: mayEdit && !isArchived ? deskUrls.newContact(id) : null,
    confirm: mayEdit && !isArchived ? deskUrls.organisationAct(id, 'bestaetigen') : null,
    archive: may(actor, 'archive', ties)
      ? {
          action: deskUrls.organisationAct(id, isArchived ? 'zurueckholen' : 'archivieren'),
          version,
          isArchived,
        }
      : null,
  }
}

function lastChangeOf({ words, language }: Reader, organisation: Organisation, by: string | null): string {
  const at = sayInstant(organisation.updatedAt, language)
  const { changed, archivedOn } = words.desk.form
  const archived =
    organisation.archivedAt === null
      ? []
      : [fill(archivedOn, { at: sayInstant(organisation.archivedAt, language) })]
  return [...(by === null ? [] : [fill(changed, { at, by })]), ...archived].join(' ')
}

function linksOf(reader: Reader, organisation: Organisation): Link[] {
  const { form, history } = reader.words.desk
  return [
    ...(organisation.archivedAt === null
      ? [{ href: urlsIn(reader.language).organisation(organisation), label: form.onSite }]
      : []),
    ...(may(actorOf(reader), 'read-history', tiesOf(organisation))
      ? [{ href: deskUrls.organisationAct(organisation.id, 'verlauf'), label: history.link }]
      : []),
  ]
}

function contactRow(contact: Contact, { words }: Reader, mayEdit: boolean): ContactRow {
  const { states } = words.desk.contacts
  const state = contact.archivedAt !== null ? 'archived' : contact.audience
  return {
    href: mayEdit ? deskUrls.contact(contact.id) : null,
    function: contact.function,
    person: contact.person?.name ?? '',
    channels: contact.channels
      .map(({ kind, value }) => (kind === 'form' ? words.kinds.channel.form : value))
      .join(', '),
    state: states[state],
  }
}
