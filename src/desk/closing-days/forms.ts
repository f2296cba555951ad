import { CLOSING_KINDS, type ClosingDayDraft, checkClosingDay } from '../../domain/closing-day.ts'
import type { Day } from '../../domain/day.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Reading } from '../../http/entry/desk.ts'
import { choiceOf, type Form, refuseUnknown, textOf } from '../../http/forms.ts'
import type { SaidField } from '../../http/parts/difference.ts'
import { choicesPart, type Filled, type FormSection, selectPart, textPart } from '../../http/parts/fields.ts'
import { type Place, placeOf } from '../../http/parts/place-field.ts'
import type { Reader } from '../../http/reader.ts'
import { readDay } from '../../i18n/read-day.ts'
import { sayDate, sayDayNumbers } from '../../i18n/say-day.ts'

const FIELDS: readonly string[] = ['place', 'kind', 'from', 'until', 'reason']
const KNOWN = [...FIELDS, ...FIELDS.map((field) => `choose.${field}`), 'version', 'act']

/** The sent form; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN)
  return form
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. A last day left out is the first. */
export function readClosingDay(form: Form, places: readonly Place[], today: Day): Reading<ClosingDayDraft> {
  const place = places.find(({ value }) => value === textOf(form, 'place'))
  const from = readDay(textOf(form, 'from'))
  const typedUntil = textOf(form, 'until')
  const until = typedUntil === '' ? from : readDay(typedUntil)
  const draft: ClosingDayDraft = {
    venueId: place?.venueId ?? null,
    cityId: place?.cityId ?? null,
    kind: choiceOf(form, 'kind', CLOSING_KINDS) ?? 'closed',
    from: from ?? today,
    until: until ?? from ?? today,
    reason: textOf(form, 'reason'),
  }
  const unreadable = [
    ...(from === null ? ['from'] : []),
    ...(until === null && typedUntil !== '' ? ['until'] : []),
  ]
  if (unreadable.length === 0 && place !== undefined) return { kind: 'draft', draft }
  const others = checkClosingDay(draft).filter(({ field }) => field !== 'from' && field !== 'until')
  const problems = [...others, ...unreadable.map((field) => ({ field, key: 'day.malformed' }))]
  return { kind: 'problems', problems: problems.sort((one, other) => placeIn(one) - placeIn(other)) }
}

/** Problems stand in the order of the form. */
function placeIn({ field }: Problem): number {
  return FIELDS.indexOf(field)
}

/** The form that closing days fill. */
export function formOf(draft: ClosingDayDraft, places: readonly Place[]): Form {
  const { kind, from, until, reason } = draft
  return {
    place: placeOf(draft, places)?.value ?? '',
    kind,
    from: sayDayNumbers(from),
    until: from === until ? '' : sayDayNumbers(until),
    reason,
  }
}

/** Every field in words, in the order of the form. */
export function sayClosingDay(
  draft: ClosingDayDraft,
  { words, language }: Reader,
  places: readonly Place[],
): SaidField[] {
  const { fields, kinds, archivedHouse } = words.deskClosingDays
  return [
    { group: 'place', label: fields.place, text: placeOf(draft, places)?.label ?? archivedHouse },
    { group: 'kind', label: fields.kind, text: kinds[draft.kind] },
    { group: 'from', label: fields.from, text: sayDate(draft.from, language) },
    { group: 'until', label: fields.until, text: sayDate(draft.until, language) },
    { group: 'reason', label: fields.reason, text: draft.reason },
  ]
}

/** The form of closing days; `places` are those that may be chosen. */
export function closingDaySections(
  filled: Filled,
  { words }: Reader,
  places: readonly Place[],
): readonly FormSection[] {
  const { fields, hints, kinds, noPlace, section } = words.deskClosingDays
  return [
    {
      id: 'abschnitt-schliesstage',
      title: section,
      fields: [
        selectPart(filled, 'place', {
          label: fields.place,
          options: [['', noPlace], ...places.map(({ value, label }) => [value, label] as const)],
        }),
        choicesPart(filled, 'kind', {
          label: fields.kind,
          hint: hints.kind,
          type: 'radio',
          options: CLOSING_KINDS.map((kind) => [kind, kinds[kind]] as const),
        }),
        textPart(filled, 'from', { label: fields.from, hint: hints.from, size: 'short', isRequired: true }),
        textPart(filled, 'until', { label: fields.until, hint: hints.until, size: 'short' }),
        textPart(filled, 'reason', { label: fields.reason, hint: hints.reason, isRequired: true }),
      ],
    },
  ]
}
