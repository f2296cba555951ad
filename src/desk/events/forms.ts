import type { Day } from '../../domain/day.ts'
import {
  checkEvent,
  type EventDraft,
  PARTICIPATION_ROLES,
  type ParticipationDraft,
  type ProgrammeItem,
} from '../../domain/event.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Topic } from '../../domain/topic.ts'
import type { Reading } from '../../http/entry/desk.ts'
import {
  choiceOf,
  type Form,
  linesOf,
  refuseUnknown,
  rowsOf,
  settleRows,
  textOf,
  textsOf,
  wholeNumberOf,
} from '../../http/forms.ts'
import { dayAt, timeAt } from '../../http/parts/day-and-time.ts'
import {
  fillOrganisation,
  type OrganisationNames,
  organisationAt,
  organisationFields,
} from '../../http/parts/organisation-field.ts'
import { type Places, placeAt, placeValue } from '../../http/parts/venue-field.ts'
import { sayDayNumbers } from '../../i18n/say-day.ts'
import type { CityName } from '../../store/cities.ts'

/** What a form of an event offers to choose from. */
export type Choices = {
  readonly cities: readonly CityName[]
  readonly topics: readonly Topic[]
  readonly places: Places
  readonly names: OrganisationNames
}

/** Names of rows, which are merged whole. */
export const ROWS = ['programme', 'participations'] as const
const ITEM = ['day', 'start', 'end', 'title', 'description', 'place'] as const
const PART = [
  ...organisationFields('organisationId'),
  'role',
  'text',
  'stand',
  ...organisationFields('withOrganisationId'),
]
const FIELDS = [
  'title',
  'summary',
  'description',
  'topicIds',
  'startsOn',
  'endsOn',
  'start',
  'end',
  'yearlySince',
  'cityId',
  'venueId',
  'place',
  'cancelledBecause',
  'report.text',
  'report.attendance',
  'report.workingGroups',
  'report.demands',
]
const KNOWN = [
  ...FIELDS,
  ...[...FIELDS, ...ROWS].map((group) => `choose.${group}`),
  'despite',
  'version',
  'act',
  'add',
]

/** The sent form with its rows in order; throws Malformed for one that is not ours. */
export function settle(form: Form): Form {
  refuseUnknown(form, KNOWN, { programme: [...ITEM, 'remove'], participations: [...PART, 'remove'] })
  const programme = settleRows(form, 'programme', ITEM, (at) => ITEM.some((field) => at(field) !== ''))
  return settleRows(programme, 'participations', PART, (at) =>
    ['organisationId', 'text', 'stand', 'withOrganisationId'].some((field) => at(field) !== ''),
  )
}

/** The form with one more programme item or participation. */
export function withRow(form: Form, rows: string): Form {
  const index = rowsOf(form, rows).length
  if (rows === 'programme') return { ...form, [`programme.${index}.title`]: '' }
  return rows === 'participations' ? { ...form, [`participations.${index}.role`]: 'participant' } : form
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. */
export function readEvent(form: Form, choices: Choices, today: Day): Reading<EventDraft> {
  const problems: Problem[] = []
  const startsOn = dayAt(form, 'startsOn', problems)
  const endsOn = dayAt(form, 'endsOn', problems)
  if (textOf(form, 'startsOn') === '') problems.push({ field: 'startsOn', key: 'startsOn.missing' })
  const city = choices.cities.find(({ id }) => String(id) === textOf(form, 'cityId'))
  if (city === undefined) problems.push({ field: 'cityId', key: 'cityId.missing' })
  const topicIds = textsOf(form, 'topicIds')
  const draft: EventDraft = {
    slug: '',
    title: textOf(form, 'title'),
    summary: textOf(form, 'summary'),
    description: textOf(form, 'description'),
    startsOn: startsOn ?? today,
    endsOn: endsOn ?? startsOn ?? today,
    start: timeAt(form, 'start', problems),
    end: timeAt(form, 'end', problems),
    cityId: city?.id ?? 0,
    ...placeAt(form, 'venueId', choices.places),
    place: textOf(form, 'place'),
    yearlySince: wholeNumberOf(form, 'yearlySince'),
    cancelledBecause: textOf(form, 'cancelledBecause') || null,
    topicIds: choices.topics.map(({ id }) => id).filter((id) => topicIds.includes(String(id))),
    programme: rowsOf(form, 'programme').map((index) => readItem(form, `programme.${index}`, problems)),
    participations: rowsOf(form, 'participations').map((index) =>
      readPart(form, `participations.${index}`, choices.names, problems),
    ),
    report: readReport(form),
  }
  if (problems.length === 0) return { kind: 'draft', draft }
  return { kind: 'problems', problems: [...otherProblems(draft, problems), ...problems] }
}

/** What else is wrong with a draft of which some fields could not be read: nothing about those. */
function otherProblems(draft: EventDraft, problems: readonly Problem[]): readonly Problem[] {
  const unread = new Set(problems.map(({ field }) => field))
  const isAboutDays = unread.has('startsOn') || unread.has('endsOn')
  return checkEvent(draft).filter(
    ({ field, key }) =>
      !unread.has(field) && !(isAboutDays && (field === 'endsOn' || key === 'day.outsideEvent')),
  )
}

function readItem(form: Form, row: string, problems: Problem[]): ProgrammeItem {
  return {
    day: dayAt(form, `${row}.day`, problems),
    start: timeAt(form, `${row}.start`, problems),
    end: timeAt(form, `${row}.end`, problems),
    title: textOf(form, `${row}.title`),
    description: textOf(form, `${row}.description`),
    place: textOf(form, `${row}.place`),
  }
}

function readPart(
  form: Form,
  row: string,
  names: OrganisationNames,
  problems: Problem[],
): ParticipationDraft {
  const field = `${row}.organisationId`
  if (textOf(form, field) === '') problems.push({ field, key: 'organisation.missing' })
  return {
    organisationId: organisationAt(form, field, names, problems) ?? 0,
    role: choiceOf(form, `${row}.role`, PARTICIPATION_ROLES) ?? 'participant',
    text: textOf(form, `${row}.text`),
    stand: textOf(form, `${row}.stand`),
    withOrganisationId: organisationAt(form, `${row}.withOrganisationId`, names, problems),
  }
}

/** An event of which nothing was written has no report yet. */
function readReport(form: Form): EventDraft['report'] {
  const report = {
    text: textOf(form, 'report.text'),
    attendance: wholeNumberOf(form, 'report.attendance'),
    workingGroups: linesOf(form, 'report.workingGroups'),
    demands: linesOf(form, 'report.demands'),
  }
  const isThere =
    report.text !== '' ||
    report.attendance !== null ||
    report.workingGroups.length + report.demands.length > 0
  return isThere ? report : null
}

/** The form that an event fills. */
export function formOf(draft: EventDraft, names: OrganisationNames): Form {
  const labelOf = names.of(organisationsOf(draft))
  const { report } = draft
  return {
    title: draft.title,
    summary: draft.summary,
    description: draft.description,
    topicIds: draft.topicIds.map(String),
    startsOn: sayDayNumbers(draft.startsOn),
    endsOn: draft.endsOn === draft.startsOn ? '' : sayDayNumbers(draft.endsOn),
    start: draft.start ?? '',
    end: draft.end ?? '',
    yearlySince: draft.yearlySince === null ? '' : String(draft.yearlySince),
    cityId: String(draft.cityId),
    venueId: placeValue(draft),
    place: draft.place,
    cancelledBecause: draft.cancelledBecause ?? '',
    'report.text': report?.text ?? '',
    'report.attendance': report === null || report.attendance === null ? '' : String(report.attendance),
    'report.workingGroups': report?.workingGroups.join('\n') ?? '',
    'report.demands': report?.demands.join('\n') ?? '',
    ...Object.fromEntries([
      ...draft.programme.flatMap((item, index) => fillItem(item, `programme.${index}`)),
      ...draft.participations.flatMap((part, index) => fillPart(part, `participations.${index}`, labelOf)),
    ]),
  }
}

/** Every organisation that a draft names. */
export function organisationsOf({ participations }: EventDraft): readonly number[] {
  return participations.flatMap(({ organisationId, withOrganisationId }) =>
    withOrganisationId === null ? [organisationId] : [organisationId, withOrganisationId],
  )
}

function fillItem({ day, ...item }: ProgrammeItem, row: string): (readonly [string, string])[] {
  return [
    [`${row}.day`, day === null ? '' : sayDayNumbers(day)],
    ...Object.entries(item).map(([field, value]) => [`${row}.${field}`, value ?? ''] as const),
  ]
}

function fillPart(
  part: ParticipationDraft,
  row: string,
  labelOf: (id: number) => string,
): (readonly [string, string])[] {
  return [
    ...fillOrganisation(`${row}.organisationId`, part.organisationId, labelOf),
    [`${row}.role`, part.role],
    [`${row}.text`, part.text],
    [`${row}.stand`, part.stand],
    ...fillOrganisation(`${row}.withOrganisationId`, part.withOrganisationId, labelOf),
  ]
}
