import { type FeedDraft, feedAddressOf } from '../../domain/feed.ts'
import { type Form, refuseUnknown, textOf } from '../../http/forms.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import { type Filled, type FormSection, textPart } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'

const KNOWN = ['address', 'choose.address', 'version', 'act']

/** The sent form; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN)
  return form
}

/** Reads the sent form of a feed, which stays with its organisation. */
export function readFeed(form: Form, organisationId: number): FeedDraft {
  return { organisationId, address: feedAddressOf(textOf(form, 'address')) }
}

/** The form that a feed fills. */
export function formOf({ address }: FeedDraft): Form {
  return { address }
}

/** Where a feed is. */
export function sayFeed({ address }: FeedDraft, { words }: Reader): SaidField[] {
  return [{ group: 'address', label: words.foreignCalendars.fields.address, text: address }]
}

/** The form of a feed. */
export function feedSections(filled: Filled, { words }: Reader): readonly FormSection[] {
  const { fields, hints, section } = words.foreignCalendars
  const address = textPart(filled, 'address', {
    label: fields.address,
    hint: hints.address,
    type: 'url',
    isRequired: true,
  })
  return [{ id: 'abschnitt-adresse', title: section, fields: [address] }]
}
