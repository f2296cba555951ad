import type { Channel, ChannelKind, Contact, ContactDraft } from '../../domain/contact.ts'
import type { Day } from '../../domain/day.ts'
import type { SiteLanguage } from '../../domain/language.ts'
import { type Address, type OrganisationDraft, textIn } from '../../domain/organisation.ts'
import type { Problem } from '../../domain/problem.ts'
import { mergeValue } from '../../domain/revision.ts'
import type { ShownContact } from '../../domain/visibility.ts'
import { type Form, refuseUnknown, textOf } from '../../http/forms.ts'
import { contactDraftOf } from '../../operations/contact-drafts.ts'

/** A channel that readers see, and the contact that it belongs to; a form of the site is no address to correct. */
export type ShownWay = {
  readonly contact: ShownContact
  readonly channel: Channel & { readonly kind: Exclude<ChannelKind, 'form'> }
}

const ADDRESS = ['addition', 'street', 'postcode', 'town'] as const
const NO_ADDRESS: Address = { kind: 'visit', addition: '', street: '', postcode: '', town: '' }

/** Every telephone number and e-mail address that can be corrected, in the order of the form. */
export function waysOf(contacts: readonly ShownContact[]): readonly ShownWay[] {
  return contacts.flatMap((contact) =>
    contact.channels.flatMap((channel) =>
      channel.kind === 'form' ? [] : [{ contact, channel: { ...channel, kind: channel.kind } }],
    ),
  )
}

/** Throws Malformed for a form that no page of ours can have sent. */
export function checkDetails(form: Form): void {
  refuseUnknown(form, ['stand', 'summary', 'description', 'website'], {
    addresses: ADDRESS,
    ways: ['id', 'value'],
  })
}

/** The form that an entry fills; it has room for an address where there is none. */
export function detailsOf(draft: OrganisationDraft, ways: readonly ShownWay[], language: SiteLanguage): Form {
  const text = textIn(draft.texts, language)
  return {
    summary: text?.summary ?? '',
    description: text?.description ?? '',
    website: draft.website,
    ...Object.fromEntries(
      addressesOf(draft).flatMap((address, index) =>
        ADDRESS.map((field) => [`addresses.${index}.${field}`, address[field]]),
      ),
    ),
    ...Object.fromEntries(
      ways.flatMap(({ channel }, index) => [
        [`ways.${index}.id`, String(channel.id)],
        [`ways.${index}.value`, channel.value],
      ]),
    ),
  }
}

/** The addresses of the form: those there are, or an empty one. */
export function addressesOf({ addresses }: OrganisationDraft): readonly Address[] {
  return addresses.length === 0 ? [NO_ADDRESS] : addresses
}

/** An organisation as it is to be: what was typed over what it was, over what has become of it since. */
export function correctedOrganisation(
  form: Form,
  { base, stored }: { readonly base: OrganisationDraft; readonly stored: OrganisationDraft },
  language: SiteLanguage,
): { readonly draft: OrganisationDraft; readonly conflicts: readonly string[] } {
  const texts = mergeValue(base.texts, typedTexts(form, base, language), stored.texts)
  const website = mergeValue(base.website, typed(form, 'website', base.website), stored.website)
  const addresses = mergeValue(base.addresses, typedAddresses(form, base), stored.addresses)
  return {
    draft: { ...stored, texts: texts.value, website: website.value, addresses: addresses.value },
    conflicts: [
      ...(texts.isConflict ? ['description'] : []),
      ...(website.isConflict ? ['website'] : []),
      ...(addresses.isConflict ? ['addresses'] : []),
    ],
  }
}

/** A contact as it is to be; a number or address that was emptied is gone. */
export function correctedContact(
  form: Form,
  { base, stored }: { readonly base: ContactDraft; readonly stored: Contact },
  today: Day,
): { readonly draft: ContactDraft; readonly conflicts: readonly string[] } {
  const now = contactDraftOf(stored, today)
  const values = new Map(
    Object.keys(form)
      .filter((field) => /^ways\.\d{1,3}\.id$/.test(field))
      .map((field) => [textOf(form, field), textOf(form, field.replace('.id', '.value'))]),
  )
  const channels = base.channels.flatMap((channel) => {
    const value = channel.id === null ? undefined : values.get(String(channel.id))
    if (value === undefined) return [channel]
    return value === '' ? [] : [{ ...channel, value }]
  })
  const merged = mergeValue(base.channels, channels, now.channels)
  const { archivedAt: _archivedAt, ...draft } = now
  return { draft: { ...draft, channels: merged.value }, conflicts: merged.isConflict ? ['ways'] : [] }
}

/** Problems of the draft's parts at the fields of this form. */
export function atFields(
  problems: readonly Problem[],
  draft: OrganisationDraft,
  language: SiteLanguage,
): readonly Problem[] {
  const index = draft.texts.findIndex((text) => text.language === language)
  return problems.map((problem) => ({ ...problem, field: problem.field.replace(`texts.${index}.`, '') }))
}

function typed(form: Form, field: string, before: string): string {
  return form[field] === undefined ? before : textOf(form, field)
}

function typedTexts(
  form: Form,
  { texts }: OrganisationDraft,
  language: SiteLanguage,
): OrganisationDraft['texts'] {
  const shown = textIn(texts, language)
  const text = {
    language: shown?.language ?? language,
    summary: typed(form, 'summary', shown?.summary ?? ''),
    description: typed(form, 'description', shown?.description ?? ''),
  }
  if (shown !== null) return texts.map((each) => (each === shown ? text : each))
  return text.summary + text.description === '' ? texts : [text]
}

function typedAddresses(form: Form, draft: OrganisationDraft): readonly Address[] {
  return addressesOf(draft)
    .map((address, index) => ({
      kind: address.kind,
      addition: typed(form, `addresses.${index}.addition`, address.addition),
      street: typed(form, `addresses.${index}.street`, address.street),
      postcode: typed(form, `addresses.${index}.postcode`, address.postcode),
      town: typed(form, `addresses.${index}.town`, address.town),
    }))
    .filter(({ street, postcode, town, addition }) => addition + street + postcode + town !== '')
}
