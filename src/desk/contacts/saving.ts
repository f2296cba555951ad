import type { ContactDraft } from '../../domain/contact.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Problem } from '../../domain/problem.ts'
import { notFound } from '../../domain/refusal.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { type Form, rowsOf, sayProblems, textOf, versionOf } from '../../http/forms.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { mergeOutdated, type ToldPart, withChosen } from '../../http/parts/entry-form.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import type { Outdated, Refused, Saved } from '../../operations/act.ts'
import { contactDraftOf } from '../../operations/contact-drafts.ts'
import { changeContact, createContact, openContact } from '../../operations/contacts.ts'
import { openOrganisation, tiesOf } from '../../operations/organisations.ts'
import { formOf, type Kept, ROWS, readContact, settle } from './forms.ts'
import { AROUND_NEW, aroundContact, type ContactPage } from './pages.ts'
import { contactPreview } from './preview.ts'
import { sayForm } from './said.ts'
import { contactSections } from './sections.ts'

/** What a form is shown with, beside the fields themselves. */
type Shown = {
  readonly form?: Form
  readonly version?: string
  readonly problems?: readonly Problem[]
  readonly told?: ToldPart
  readonly status?: number
}

const EMPTY: Form = { audience: 'public', 'channels.0.kind': 'telephone', 'channels.1.kind': 'email' }

/** An empty form for a new contact of an organisation. */
export function askForNew(house: House, reader: Reader, asked: Asked): Answer {
  const organisation = openOrganisation(house, actorOf(reader), 'edit', numberIn(asked, 'id'))
  return newPage(reader, organisation, { form: EMPTY })
}

/** Creates a contact, or shows its form again. */
export function create(house: House, reader: Reader, asked: Asked): Answer {
  const actor = actorOf(reader)
  const organisation = openOrganisation(house, actor, 'edit', numberIn(asked, 'id'))
  const form = settle(asked.form)
  if (textOf(form, 'add') !== '') return newPage(reader, organisation, { form: withRow(form) })
  const reading = readContact(form, { organisationId: organisation.id, hours: null }, reader.now.day)
  if (reading.kind === 'problems')
    return newPage(reader, organisation, { form, problems: reading.problems, status: 422 })
  if (textOf(form, 'act') === 'preview') return newPage(reader, organisation, { form })
  const result = createContact(house, byForm(reader), reading.draft)
  if (result.kind === 'refused')
    return newPage(reader, organisation, { form, problems: result.problems, status: 422 })
  return goOn(form, organisation.id, result.id)
}

/** Saves what was typed, or shows it again: with a row more, with its problems, or beside another change. */
export function save(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  const actor = actorOf(reader)
  const contact = openContact(house, actor, 'edit', id)
  const version = versionOf(asked.form)
  const form = chosen(house, id, version, settle(asked.form))
  if (textOf(form, 'add') !== '') return entryPage(house, reader, id, { form: withRow(form) })
  const reading = readContact(form, contact, reader.now.day)
  if (reading.kind === 'problems')
    return entryPage(house, reader, id, { form, problems: reading.problems, status: 422 })
  if (textOf(form, 'act') === 'preview') return entryPage(house, reader, id, { form })
  const result = changeContact(house, byForm(reader), { id, version, draft: reading.draft })
  return answerSaving(house, reader, { id, form, version, draft: reading.draft }, result)
}

/** What follows an attempt to write a contact. */
export function answerSaving(
  house: House,
  reader: Reader,
  sent: {
    readonly id: number
    readonly form: Form
    readonly version: number
    readonly draft: ContactDraft
  },
  result: Saved | Refused | Outdated,
): Answer {
  switch (result.kind) {
    case 'saved':
      return goOn(sent.form, sent.draft.organisationId, sent.id)
    case 'refused':
      return entryPage(house, reader, sent.id, { form: sent.form, problems: result.problems, status: 422 })
    case 'outdated':
      return answerOutdated(house, reader, sent)
    default:
      return result satisfies never
  }
}

/** The page of a contact, as stored or as `shown`. */
export function entryPage(house: House, reader: Reader, id: number, shown: Shown = {}): Answer {
  const { organisations, revisions } = house.store
  const contact = openContact(house, actorOf(reader), 'edit', id)
  const { organisationId } = contact
  const organisation = organisations.byId(organisationId) ?? notFound(`organisation ${organisationId}`)
  const form = shown.form ?? formOf(contactDraftOf(contact, reader.now.day))
  return contactPage(reader, organisation, contact, {
    ...shown,
    title: contact.function,
    action: deskUrls.contact(id),
    form,
    version: shown.version ?? (textOf(form, 'version') || String(contact.version)),
    around: aroundContact(
      reader,
      contact,
      tiesOf(organisation),
      revisions.byVersion('contact', id, contact.version),
    ),
  })
}

function newPage(reader: Reader, organisation: Organisation, shown: Shown): Answer {
  return contactPage(
    reader,
    organisation,
    { organisationId: organisation.id, hours: null },
    {
      ...shown,
      title: reader.words.desk.contacts.add,
      action: deskUrls.newContact(organisation.id),
      form: shown.form ?? EMPTY,
      version: '',
      around: AROUND_NEW,
    },
  )
}

function contactPage(
  reader: Reader,
  organisation: Organisation,
  kept: Kept,
  shown: Shown & {
    readonly title: string
    readonly action: Href
    readonly form: Form
    readonly version: string
    readonly around: Pick<ContactPage, 'lastChange' | 'links' | 'archive'>
  },
): Answer {
  const { words } = reader
  const { title, action, form, version, around, status = 200 } = shown
  const problems = sayProblems(words, shown.problems ?? [])
  const reading = readContact(form, kept, reader.now.day)
  const entry = deskUrls.organisation(organisation.id)
  const model: ContactPage = {
    ...around,
    trail: [
      { href: deskUrls.organisations(), label: words.desk.organisations.title },
      { href: entry, label: organisation.name },
    ],
    title,
    problems,
    told: shown.told ?? null,
    preview:
      reading.kind === 'draft'
        ? contactPreview(reading.draft, reader, words.desk.contacts.willBeShown)
        : null,
    form: {
      action,
      version,
      sections: contactSections({ form, problems }, reader, kept.hours),
      cancel: entry,
    },
  }
  const head = formHead(reader, deskHead(reader, `${title}, ${organisation.name}`), problems)
  return page('desk/contacts/entry', head, model, status)
}

/** Somebody else saved in between: merged where only one changed a field, to choose from where both did. */
function answerOutdated(
  house: House,
  reader: Reader,
  sent: { readonly id: number; readonly version: number; readonly draft: ContactDraft },
): Answer {
  const { id, version, draft } = sent
  const { contacts, revisions } = house.store
  const contact = contacts.byId(id) ?? notFound(`contact ${id}`)
  const base = revisions.draftAt('contact', id, version)
  const last = revisions.byVersion('contact', id, contact.version)
  const merged = mergeOutdated(reader, {
    forms: {
      base: base === null ? {} : formOf(base.draft),
      typed: formOf(draft),
      stored: formOf(contactDraftOf(contact, reader.now.day)),
    },
    rowNames: ROWS,
    version: contact.version,
    last: { by: last?.by ?? '', at: last?.at ?? '' },
    name: contact.function,
    action: deskUrls.contact(id),
    say: (form) => sayForm(form, reader, contact),
  })
  if (merged.kind === 'conflict')
    return page('desk/contacts/conflict', deskHead(reader, merged.conflict.title), merged.conflict, 409)
  const { form, told } = merged
  return entryPage(house, reader, id, { form, told, version: String(contact.version), status: 409 })
}

/** The form with those fields as stored that were chosen so on a page of two states; that page showed this version. */
function chosen(house: House, id: number, version: number, form: Form): Form {
  return withChosen(form, ROWS, () => {
    const stored = house.store.revisions.draftAt('contact', id, version)
    return stored === null ? null : formOf(stored.draft)
  })
}

function withRow(form: Form): Form {
  return { ...form, [`channels.${rowsOf(form, 'channels').length}.kind`]: 'telephone' }
}

function goOn(form: Form, organisationId: number, id: number): Answer {
  return done(
    textOf(form, 'act') === 'stay' ? deskUrls.contact(id) : deskUrls.organisation(organisationId),
    'saved',
  )
}
