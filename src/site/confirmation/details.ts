import type { Contact } from '../../domain/contact.ts'
import { textIn } from '../../domain/organisation.ts'
import type { Problem } from '../../domain/problem.ts'
import { malformed } from '../../domain/refusal.ts'
import { isSame } from '../../domain/revision.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { type Form, type ShownProblem, sayProblems, textOf } from '../../http/forms.ts'
import { formHead } from '../../http/head.ts'
import type { Href } from '../../http/href.ts'
import type { ToldPart } from '../../http/parts/entry-form.ts'
import { areaPart, type FieldPart, type Filled, textPart } from '../../http/parts/fields.ts'
import { labelOf, type Twofold } from '../../http/parts/twofold.ts'
import { fill, joined } from '../../i18n/words.ts'
import { contactDraftOf } from '../../operations/contact-drafts.ts'
import { changeByLink, checkByLink, type LinkChange } from '../../operations/link-changes.ts'
import { draftOf } from '../../operations/organisations.ts'
import { standVersions, toldEntry } from '../../operations/told-entry.ts'
import {
  addressesOf,
  atFields,
  checkDetails,
  correctedContact,
  correctedOrganisation,
  detailsOf,
  type ShownWay,
  waysOf,
} from './details-form.ts'
import { type AtLink, behindLink, type LinkBack, linkHead } from './link.ts'

/** Telephone, e-mail, address, text: everything of an entry that a group corrects by itself. */
export type DetailsPage = {
  readonly title: Twofold
  readonly lead: Twofold
  readonly problems: readonly ShownProblem[]
  readonly told: ToldPart | null
  readonly action: Href
  readonly stand: string
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly fields: readonly FieldPart[]
  }[]
  readonly send: Twofold
  readonly back: LinkBack
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/confirmation/details': DetailsPage
  }
}

type Shown = {
  readonly form?: Form
  readonly stand?: string
  readonly problems?: readonly Problem[]
  readonly told?: ToldPart
  readonly status?: number
}

/** The fields as they stand. */
export const askForDetails = behindLink((at) => detailsPage(at, {}))

/**
 * Takes over or proposes whatever was changed, all of it or nothing where something is to be mended; what others changed
 * meanwhile stays.
 */
export const correctDetails = behindLink((at, asked) => {
  const { form } = asked
  checkDetails(form)
  const stand = textOf(form, 'stand')
  const { changes, conflicts } = changesIn(at, form, stand)
  if (conflicts.length > 0) return detailsPage(at, { form, told: conflictOf(at, conflicts), status: 409 })
  const { house, link, reader, urls } = at
  const problems = changes.flatMap((change) => shownAt(at, change, checkByLink(house, change)))
  if (problems.length > 0) return detailsPage(at, { form, problems, stand, status: 422 })
  if (changes.length === 0)
    return detailsPage(at, { form, stand, told: reader.words.confirmation.nothingChanged, status: 422 })
  const results = house.store.transaction(() => changes.map((change) => changeByLink(house, link, change)))
  const isProposed = results.some(({ kind }) => kind === 'proposed')
  return done(urls.entry, isProposed ? 'proposedByLink' : 'changedByLink')
})

/** What the form changes of the entry as it was to be seen, made anew over the entry as it stands. */
function changesIn(
  { house, link, reader }: AtLink,
  form: Form,
  stand: string,
): { readonly changes: readonly LinkChange[]; readonly conflicts: readonly string[] } {
  const { revisions } = house.store
  const { organisation } = link
  const versions = standVersions(stand) ?? malformed('stand')
  const { draft: base } =
    revisions.draftAt('organisation', organisation.id, versions.organisation) ?? malformed('stand')
  const before = draftOf(organisation)
  const corrected = correctedOrganisation(form, { base, stored: before }, reader.language)
  const ofContacts = publicContacts(house, organisation.id).map((stored) => {
    const seen = versions.contacts.get(stored.id)
    const was = seen === undefined ? null : revisions.draftAt('contact', stored.id, seen)
    const now = contactDraftOf(stored, reader.now.day)
    if (was === null) return { stored, now, draft: now, conflicts: [] }
    return { stored, now, ...correctedContact(form, { base: was.draft, stored }, reader.now.day) }
  })
  const { id, version } = organisation
  return {
    changes: [
      ...(isSame(before, corrected.draft)
        ? []
        : [{ noun: 'organisation' as const, id, version, draft: corrected.draft }]),
      ...ofContacts
        .filter(({ now, draft }) => !isSame(now.channels, draft.channels))
        .map(({ stored, draft }) => ({
          noun: 'contact' as const,
          id: stored.id,
          version: stored.version,
          draft,
        })),
    ],
    conflicts: [...corrected.conflicts, ...ofContacts.flatMap(({ conflicts }) => conflicts)],
  }
}

function publicContacts({ store }: AtLink['house'], organisationId: number): readonly Contact[] {
  return store.contacts.publicOf([organisationId])
}

/** Problems of a change at the fields of the form. */
function shownAt(
  { house, link, reader }: AtLink,
  change: LinkChange,
  problems: readonly Problem[],
): readonly Problem[] {
  if (change.noun === 'organisation') return atFields(problems, change.draft, reader.language)
  if (change.noun === 'meeting') return problems
  const ways = waysOf(toldEntry(house, link.organisation, reader.language).contacts)
  return problems.map((problem) => {
    const [, index = ''] = /^channels\.(\d+)\./.exec(problem.field) ?? []
    const channelId = change.draft.channels[Number(index)]?.id
    const place = ways.findIndex(({ channel, contact }) =>
      index === '' ? contact.id === change.id : channel.id === channelId,
    )
    return { ...problem, field: `ways.${Math.max(place, 0)}.value` }
  })
}

/** Tells what stands there now, of whatever both changed. */
function conflictOf({ house, link, reader }: AtLink, conflicts: readonly string[]): ToldPart {
  const { title, text } = reader.words.confirmation.detailsChanged
  const { website, addresses, texts } = link.organisation
  const now: Readonly<Record<string, readonly string[]>> = {
    description: texts.flatMap(({ summary, description }) => [summary, description]),
    website: [website],
    addresses: addresses.map(({ street, postcode, town }) => `${street}, ${postcode} ${town}`),
    ways: waysOf(toldEntry(house, link.organisation, reader.language).contacts).map(
      ({ channel }) => channel.value,
    ),
  }
  const stands = conflicts.flatMap((field) => now[field] ?? [])
  return { title, text: fill(text, { now: joined(stands, '; ') }) }
}

function detailsPage(at: AtLink, { form, stand, problems = [], told, status = 200 }: Shown): Answer {
  const { house, link, reader, said, urls } = at
  const entry = toldEntry(house, link.organisation, reader.language)
  const ways = waysOf(entry.contacts)
  const draft = draftOf(link.organisation)
  const shownProblems = sayProblems(reader.words, problems)
  const shown = { ...detailsOf(draft, ways, reader.language), ...form }
  const model: DetailsPage = {
    title: said('correct'),
    lead: said('correctLead'),
    problems: shownProblems,
    told: told ?? null,
    action: urls.details,
    // What was typed is a change of what stands now once that was told.
    stand: stand ?? entry.stand,
    sections: sectionsOf(at, { form: shown, problems: shownProblems }, ways),
    send: said('send'),
    back: { href: urls.entry, label: said('back') },
  }
  return page(
    'site/confirmation/details',
    formHead(reader, linkHead(at, model.title), shownProblems),
    model,
    status,
  )
}

function sectionsOf(at: AtLink, filled: Filled, ways: readonly ShownWay[]): DetailsPage['sections'] {
  const { sections } = at.reader.words.desk.organisations
  const { contact } = at.reader.words.organisations
  return [
    { id: 'abschnitt-kontakt', title: contact, fields: wayFields(at, filled, ways) },
    { id: 'abschnitt-adresse', title: sections.addresses, fields: addressFields(at, filled) },
    { id: 'abschnitt-texte', title: sections.texts, fields: textFields(at, filled) },
  ].filter((section) => section.fields.length > 0)
}

function wayFields(
  { house, link, reader, said }: AtLink,
  filled: Filled,
  ways: readonly ShownWay[],
): FieldPart[] {
  const { confirmation } = reader.words
  // Shown perhaps without the name.
  const ofPersons = new Set(
    publicContacts(house, link.organisation.id).flatMap(({ id, person }) => (person === null ? [] : [id])),
  )
  return ways.flatMap(({ contact, channel }, index) => {
    const { label, also } = labelOf(said(channel.kind))
    return [
      { kind: 'hidden' as const, name: `ways.${index}.id`, value: String(channel.id) },
      textPart(filled, `ways.${index}.value`, {
        label: joined([contact.function, contact.personName, label], ', '),
        also,
        hint: ofPersons.has(contact.id) ? confirmation.ofPerson : '',
        isRequired: true,
      }),
    ]
  })
}

function addressFields({ link, said }: AtLink, filled: Filled): FieldPart[] {
  return addressesOf(link.organisation).flatMap((_, index) => {
    const at = `addresses.${index}`
    return [
      textPart(filled, `${at}.addition`, labelOf(said('addition'))),
      textPart(filled, `${at}.street`, labelOf(said('street'))),
      textPart(filled, `${at}.postcode`, {
        ...labelOf(said('postcode')),
        size: 'tiny',
        inputmode: 'numeric',
      }),
      textPart(filled, `${at}.town`, labelOf(said('town'))),
    ]
  })
}

function textFields({ link, reader, said }: AtLink, filled: Filled): FieldPart[] {
  // The German text where there is none in the page's language.
  const language = textIn(link.organisation.texts, reader.language)?.language ?? reader.language
  return [
    areaPart(filled, 'summary', { ...labelOf(said('summary')), rows: 2, language }),
    areaPart(filled, 'description', { ...labelOf(said('description')), rows: 8, language }),
    textPart(filled, 'website', { ...labelOf(said('website')), autocomplete: 'url' }),
  ]
}
