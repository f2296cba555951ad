import type { Problem } from '../../domain/problem.ts'
import { checkVenue, type RoomDraft, type VenueDraft } from '../../domain/venue.ts'
import type { Reading } from '../../http/entry/desk.ts'
import { type Form, refuseUnknown, rowsOf, settleRows, textOf, wholeNumberOf } from '../../http/forms.ts'
import {
  fillOrganisation,
  type OrganisationNames,
  organisationAt,
  organisationFields,
} from '../../http/parts/organisation-field.ts'
import { HOURS_FIELDS, HOURS_GROUPS, hoursFields, type hoursIn } from '../../http/schedule/hours.ts'
import { SLOTS, withSlot } from '../../http/schedule/schedule-form.ts'
import { settleTimes, type Tongue } from '../../http/schedule/sentence.ts'
import { SLOT_FIELDS } from '../../http/schedule/slot-row.ts'
import type { CityName } from '../../store/cities.ts'

/** What a form of a venue is read with. */
export type Choices = {
  readonly cities: readonly CityName[]
  readonly names: OrganisationNames
}

/** Names of rows, which are merged whole. */
export const ROWS = ['rooms', SLOTS] as const
const ROOM = ['id', 'name', 'floor', 'seats', 'stepFree'] as const
const FIELDS = [
  'name',
  'shortName',
  'cityId',
  'street',
  'postcode',
  ...organisationFields('operatorId'),
  'description',
  'arrival',
  'stepFree',
]
const GROUPS = [...FIELDS, 'rooms', ...HOURS_GROUPS]
const KNOWN = [
  ...FIELDS,
  ...HOURS_FIELDS,
  ...GROUPS.map((group) => `choose.${group}`),
  'version',
  'act',
  'add',
]
const ANSWERS: Readonly<Record<string, boolean>> = { yes: true, no: false }

/** The sent form with its rooms and its hours in order; throws Malformed for one that is not ours. */
export function settle(form: Form, tongue: Tongue): Form {
  refuseUnknown(form, KNOWN, { rooms: [...ROOM, 'remove'], [SLOTS]: [...SLOT_FIELDS, 'remove'] })
  const isFilled = (at: (field: string) => string) =>
    ['name', 'floor', 'seats'].some((field) => at(field) !== '')
  return settleTimes(settleRows(form, 'rooms', ROOM, isFilled), tongue)
}

/** The form with one more room, or one more time of the hours. */
export function withRow(form: Form, rows: string): Form {
  if (rows === SLOTS) return withSlot(form)
  return { ...form, [`rooms.${rowsOf(form, 'rooms').length}.name`]: '' }
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. */
export function readVenue(
  form: Form,
  choices: Choices,
  { hours, problems: ofHours }: ReturnType<typeof hoursIn>,
): Reading<VenueDraft> {
  const problems: Problem[] = [...ofHours]
  const city = choices.cities.find(({ id }) => String(id) === textOf(form, 'cityId'))
  if (city === undefined) problems.push({ field: 'cityId', key: 'cityId.missing' })
  const draft: VenueDraft = {
    slug: '',
    name: textOf(form, 'name'),
    shortName: textOf(form, 'shortName'),
    cityId: city?.id ?? 0,
    street: textOf(form, 'street'),
    postcode: textOf(form, 'postcode'),
    operatorId: organisationAt(form, 'operatorId', choices.names, problems),
    description: textOf(form, 'description'),
    arrival: textOf(form, 'arrival'),
    stepFree: answerOf(form, 'stepFree'),
    openingHours: hours,
    rooms: rowsOf(form, 'rooms').map((index) => readRoom(form, `rooms.${index}`)),
  }
  if (problems.length === 0) return { kind: 'draft', draft }
  return { kind: 'problems', problems: [...checkVenue(draft, city?.name ?? '-'), ...problems] }
}

/** A room that is named twice is a new one the second time; the operation knows which rooms the house has. */
function readRoom(form: Form, row: string): RoomDraft {
  const id = textOf(form, `${row}.id`)
  const room = {
    slug: '',
    name: textOf(form, `${row}.name`),
    floor: textOf(form, `${row}.floor`),
    seats: wholeNumberOf(form, `${row}.seats`),
    stepFree: answerOf(form, `${row}.stepFree`),
  }
  return /^[1-9]\d{0,9}$/.test(id) ? { ...room, id: Number(id) } : room
}

/** The form that a venue fills. */
export function formOf(draft: VenueDraft, { names }: Choices): Form {
  const { operatorId, rooms } = draft
  return {
    name: draft.name,
    shortName: draft.shortName,
    cityId: String(draft.cityId),
    street: draft.street,
    postcode: draft.postcode,
    description: draft.description,
    arrival: draft.arrival,
    stepFree: answerText(draft.stepFree),
    ...hoursFields(draft.openingHours),
    ...Object.fromEntries([
      ...fillOrganisation('operatorId', operatorId, names.of(operatorId === null ? [] : [operatorId])),
      ...rooms.flatMap((room, index) => fillRoom(room, `rooms.${index}`)),
    ]),
  }
}

function fillRoom(
  { id, name, floor, seats, stepFree }: RoomDraft,
  row: string,
): (readonly [string, string])[] {
  return [
    [`${row}.id`, id === undefined ? '' : String(id)],
    [`${row}.name`, name],
    [`${row}.floor`, floor],
    [`${row}.seats`, seats === null ? '' : String(seats)],
    [`${row}.stepFree`, answerText(stepFree)],
  ]
}

function answerOf(form: Form, field: string): boolean | null {
  const text = textOf(form, field)
  return Object.hasOwn(ANSWERS, text) ? (ANSWERS[text] ?? null) : null
}

function answerText(answer: boolean | null): string {
  if (answer === null) return ''
  return answer ? 'yes' : 'no'
}
