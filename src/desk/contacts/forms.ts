import {
  CHANNEL_KINDS,
  type ChannelDraft,
  CONSENT_PLACES,
  type ConsentPlace,
  type ContactDraft,
  checkContact,
} from '../../domain/contact.ts'
import type { Day } from '../../domain/day.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { Reading } from '../../http/entry/desk.ts'
import { choiceOf, type Form, refuseUnknown, rowsOf, settleRows, textOf, textsOf } from '../../http/forms.ts'
import { readDay } from '../../i18n/read-day.ts'
import { sayDayNumbers } from '../../i18n/say-day.ts'

/** What a contact's form does not hold, but its draft: where it belongs, and its hours, which stay as they are. */
export type Kept = { readonly organisationId: number; readonly hours: Schedule | null }

/** A new contact offers the two ways that most have. */
export const EMPTY: Form = {
  audience: 'public',
  'channels.0.kind': 'telephone',
  'channels.1.kind': 'email',
}
export const CONSENT_WAYS = ['paper', 'mail', 'telephone', 'in-person'] as const
/** Names of rows, which are merged whole. */
export const ROWS = ['channels'] as const
const CHANNEL = ['id', 'kind', 'value', 'note', 'places'] as const
const FIELDS = ['audience', 'function', 'personName', 'namePlaces', 'consentWay', 'consentGivenOn', 'note']
const KNOWN = [...FIELDS, ...[...FIELDS, ...ROWS].map((group) => `choose.${group}`), 'version', 'act', 'add']

/** The sent form with its rows in order; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN, { channels: [...CHANNEL, 'remove'] })
  return settleRows(
    form,
    'channels',
    CHANNEL,
    (at) => at('value') !== '' || at('note') !== '' || at('kind') === 'form',
  )
}

/** The form with one more way. */
export function withRow(form: Form): Form {
  return { ...form, [`channels.${rowsOf(form, 'channels').length}.kind`]: 'telephone' }
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. */
export function readContact(form: Form, { organisationId, hours }: Kept, today: Day): Reading<ContactDraft> {
  const givenOn = textOf(form, 'consentGivenOn')
  const consentGivenOn = readDay(givenOn)
  const draft: ContactDraft = {
    organisationId,
    audience: choiceOf(form, 'audience', ['public', 'internal']) ?? 'internal',
    function: textOf(form, 'function'),
    personName: textOf(form, 'personName'),
    namePlaces: textOf(form, 'personName') === '' ? [] : placesOf(form, 'namePlaces'),
    consentWay: choiceOf(form, 'consentWay', CONSENT_WAYS),
    consentGivenOn,
    channels: readChannels(form),
    hours,
    note: textOf(form, 'note'),
  }
  const isDay = givenOn === '' || consentGivenOn !== null
  if (isDay) return { kind: 'draft', draft }
  const others = checkContact(draft, today).filter(({ field }) => field !== 'consentGivenOn')
  return { kind: 'problems', problems: [...others, { field: 'consentGivenOn', key: 'day.malformed' }] }
}

/** The form that a contact fills. */
export function formOf(draft: ContactDraft): Form {
  return {
    audience: draft.audience,
    function: draft.function,
    personName: draft.personName,
    namePlaces: draft.namePlaces,
    consentWay: draft.consentWay ?? '',
    consentGivenOn: draft.consentGivenOn === null ? '' : sayDayNumbers(draft.consentGivenOn),
    note: draft.note,
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
