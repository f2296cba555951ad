import { checkNotice, type NoticeDraft } from '../../domain/notice.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Reading } from '../../http/entry/desk.ts'
import { type Form, refuseUnknown, textOf } from '../../http/forms.ts'
import { areaPart, type Filled, type FormSection, selectPart, textPart } from '../../http/parts/fields.ts'
import { type Place, placeOf } from '../../http/parts/place-field.ts'
import type { Reader } from '../../http/reader.ts'
import { readDay } from '../../i18n/read-day.ts'
import { sayDayNumbers } from '../../i18n/say-day.ts'
import type { OfferedContact } from './contacts.ts'

const FIELDS: readonly string[] = ['place', 'text', 'contactId', 'from', 'until']
const KNOWN = [...FIELDS, ...FIELDS.map((field) => `choose.${field}`), 'version', 'act']

/** The sent form; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN)
  return form
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. */
export function readNotice(form: Form, places: readonly Place[]): Reading<NoticeDraft> {
  const place = places.find(({ value }) => value === textOf(form, 'place'))
  const draft: NoticeDraft = {
    cityId: place?.cityId ?? null,
    venueId: place?.venueId ?? null,
    text: textOf(form, 'text'),
    contactId: contactAt(form),
    from: readDay(textOf(form, 'from')),
    until: readDay(textOf(form, 'until')),
  }
  const unreadable = (['from', 'until'] as const).filter(
    (field) => draft[field] === null && textOf(form, field) !== '',
  )
  if (unreadable.length === 0 && place !== undefined) return { kind: 'draft', draft }
  const problems = [...checkNotice(draft), ...unreadable.map((field) => ({ field, key: 'day.malformed' }))]
  return { kind: 'problems', problems: problems.sort((one, other) => placeIn(one) - placeIn(other)) }
}

/** Problems stand in the order of the form. */
function placeIn({ field }: Problem): number {
  return FIELDS.indexOf(field)
}

/** The number of the chosen contact; 0, which is nobody's, for what is no number. */
function contactAt(form: Form): number | null {
  const text = textOf(form, 'contactId')
  if (text === '') return null
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0
}

/** The form that a notice fills. */
export function formOf(draft: NoticeDraft, places: readonly Place[]): Form {
  const { contactId, from, until, text } = draft
  return {
    place: placeOf(draft, places)?.value ?? '',
    text,
    contactId: contactId === null ? '' : String(contactId),
    from: from === null ? '' : sayDayNumbers(from),
    until: until === null ? '' : sayDayNumbers(until),
  }
}

/** The form of a notice; `places` and `contacts` are those that may be chosen. */
export function noticeSections(
  filled: Filled,
  { words }: Reader,
  {
    places,
    contacts,
  }: {
    readonly places: readonly Place[]
    readonly contacts: readonly OfferedContact[]
  },
): readonly FormSection[] {
  const { fields, hints, noPlace, noContact, section } = words.deskNotices
  return [
    {
      id: 'abschnitt-hinweis',
      title: section,
      fields: [
        selectPart(filled, 'place', {
          label: fields.place,
          options: [['', noPlace], ...places.map(({ value, label }) => [value, label] as const)],
        }),
        areaPart(filled, 'text', { label: fields.text, hint: hints.text, rows: 5, isRequired: true }),
        selectPart(filled, 'contactId', {
          label: fields.contactId,
          hint: hints.contactId,
          options: [['', noContact], ...contacts.map(({ id, label }) => [String(id), label] as const)],
        }),
        textPart(filled, 'from', { label: fields.from, hint: hints.from, size: 'short' }),
        textPart(filled, 'until', { label: fields.until, hint: hints.until, size: 'short' }),
      ],
    },
  ]
}
