import {
  CHANNEL_KINDS,
  type ChannelDraft,
  CONSENT_PLACES,
  type ConsentPlace,
  type ContactDraft,
  checkContact,
} from '../../domain/contact.ts'
import type { Day } from '../../domain/day.ts'
import type { Reading } from '../../http/entry/desk.ts'
import { choiceOf, type Form, refuseUnknown, rowsOf, settleRows, textOf, textsOf } from '../../http/forms.ts'
import { HOURS_FIELDS, HOURS_GROUPS, hoursFields, type hoursIn, hoursOf } from '../../http/schedule/hours.ts'
import { SLOTS, withSlot } from '../../http/schedule/schedule-form.ts'
import { settleTimes, type Tongue } from '../../http/schedule/sentence.ts'
import { SLOT_FIELDS } from '../../http/schedule/slot-row.ts'
import { readDay } from '../../i18n/read-day.ts'
import { sayDayNumbers } from '../../i18n/say-day.ts'

/** A new contact offers the two ways that most have. */
export const EMPTY: Form = {
  audience: 'public',
  'channels.0.kind': 'telephone',
  'channels.1.kind': 'email',
}
export const CONSENT_WAYS = ['paper', 'mail', 'telephone', 'in-person'] as const
/** Names of rows, which are merged whole. */
export const ROWS = ['channels', SLOTS] as const
const CHANNEL = ['id', 'kind', 'value', 'note', 'places'] as const
const FIELDS = [
  'audience',
  'function',
  'personName',
  'namePlaces',
  'consentWay',
  'consentGivenOn',
  'consentWording',
  'consentEndsOn',
  'note',
]
const DAYS = ['consentGivenOn', 'consentEndsOn'] as const
const GROUPS = [...FIELDS, 'channels', ...HOURS_GROUPS]
const KNOWN = [
  ...FIELDS,
  ...HOURS_FIELDS,
  ...GROUPS.map((group) => `choose.${group}`),
  'version',
  'act',
  'add',
]

/** The sent form with its rows in order; throws Malformed for one that is not ours. */
export function settle(form: Form, tongue: Tongue): Form {
  refuseUnknown(form, KNOWN, { channels: [...CHANNEL, 'remove'], [SLOTS]: [...SLOT_FIELDS, 'remove'] })
  const settled = settleRows(
    form,
    'channels',
    CHANNEL,
    (at) => at('value') !== '' || at('note') !== '' || at('kind') === 'form',
  )
  return settleTimes(settled, tongue)
}

/** The form with one more way, or one more time of the hours. */
export function withRow(form: Form, rows: string): Form {
  if (rows === SLOTS) return withSlot(form)
  return { ...form, [`channels.${rowsOf(form, 'channels').length}.kind`]: 'telephone' }
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. */
export function readContact(
  form: Form,
  {
    organisationId,
    hours,
    today,
  }: { readonly organisationId: number; readonly hours: ReturnType<typeof hoursIn>; readonly today: Day },
): Reading<ContactDraft> {
  const draft = draftIn(form, organisationId)
  const malformed = DAYS.filter((field) => textOf(form, field) !== '' && draft[field] === null)
  if (malformed.length === 0 && hours.problems.length === 0) return { kind: 'draft', draft }
  const isMalformed = (name: string) => malformed.some((field) => field === name)
  const others = checkContact(draft, today).filter(({ field }) => !isMalformed(field))
  return {
    kind: 'problems',
    problems: [...others, ...hours.problems, ...malformed.map((field) => ({ field, key: 'day.malformed' }))],
  }
}

/** What a settled form says, whether it can be saved or not; a day that it misspells is missing. */
export function draftIn(form: Form, organisationId: number): ContactDraft {
  return {
    organisationId,
    audience: choiceOf(form, 'audience', ['public', 'internal']) ?? 'internal',
    function: textOf(form, 'function'),
    personName: textOf(form, 'personName'),
    namePlaces: textOf(form, 'personName') === '' ? [] : placesOf(form, 'namePlaces'),
    consentWay: choiceOf(form, 'consentWay', CONSENT_WAYS),
    consentGivenOn: readDay(textOf(form, 'consentGivenOn')),
    consentWording: textOf(form, 'consentWording'),
    consentEndsOn: readDay(textOf(form, 'consentEndsOn')),
    channels: readChannels(form),
    hours: hoursOf(form),
    note: textOf(form, 'note'),
  }
}

/** The form that a contact fills; where nobody agreed to anything yet, it offers the usual wording. */
export function formOf(draft: ContactDraft, usualWording: string): Form {
  return {
    audience: draft.audience,
    function: draft.function,
    personName: draft.personName,
    namePlaces: draft.namePlaces,
    consentWay: draft.consentWay ?? '',
    consentGivenOn: draft.consentGivenOn === null ? '' : sayDayNumbers(draft.consentGivenOn),
    consentWording: draft.consentWay === null ? usualWording : draft.consentWording,
    consentEndsOn: draft.consentEndsOn === null ? '' : sayDayNumbers(draft.consentEndsOn),
    note: draft.note,
    ...hoursFields(draft.hours),
    ...Object.fromEntries(
      draft.channels.flatMap(
        ({ id, kind, value, note, places }, index): [string, string | readonly string[]][] => [
          [`channels.${index}.id`, id === null ? '' : String(id)],
          [`channels.${index}.kind`, kind],
          [`channels.${index}.value`, value],
          [`channels.${index}.note`, note],
          [`channels.${index}.places`, places],
        ],
      ),
    ),
  }
}

/** A channel that is named twice is a new one the second time; without a person nobody has to agree to anything. */
function readChannels(form: Form): ChannelDraft[] {
  const seen = new Set<string>()
  const isRole = textOf(form, 'personName') === ''
  return rowsOf(form, 'channels').map((index) => {
    const row = `channels.${index}`
    const id = textOf(form, `${row}.id`)
    const isKnown = /^[1-9]\d{0,9}$/.test(id) && !seen.has(id)
    seen.add(id)
    const kind = choiceOf(form, `${row}.kind`, CHANNEL_KINDS) ?? 'telephone'
    return {
      id: isKnown ? Number(id) : null,
      kind,
      value: kind === 'form' ? '' : textOf(form, `${row}.value`),
      note: textOf(form, `${row}.note`),
      places: isRole ? [] : placesOf(form, `${row}.places`),
    }
  })
}

function placesOf(form: Form, field: string): readonly ConsentPlace[] {
  const chosen = textsOf(form, field)
  return CONSENT_PLACES.filter((place) => chosen.includes(place))
}
