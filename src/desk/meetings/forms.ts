import type { Day } from '../../domain/day.ts'
import { exceptionKey, misfits } from '../../domain/exception-fit.ts'
import { checkMeeting, MEETING_KINDS, type Meeting, type MeetingDraft } from '../../domain/meeting.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Schedule, ScheduleException } from '../../domain/schedule.ts'
import type { Reading } from '../../http/entry/desk.ts'
import { choiceOf, type Form, refuseUnknown, textOf } from '../../http/forms.ts'
import { SLOTS, scheduleFields, scheduleIn, withSlot } from '../../http/schedule/schedule-form.ts'
import { fieldsMark, SENTENCE_FIELDS, settleTimes, type Tongue } from '../../http/schedule/sentence.ts'
import { isToBeSaved } from '../../http/schedule/sentence-part.ts'
import { SLOT_FIELDS } from '../../http/schedule/slot-row.ts'
import type { House } from '../../store/houses.ts'

/** What a meeting's form does not hold, but its draft: whose it is, and the dates that differ from its times. */
export type Kept = Pick<Meeting, 'organisationId' | 'exceptions'> & {
  /** The times before the change; null for a new meeting. */
  readonly schedule: Schedule | null
}

/** Names of rows, which are merged whole. */
export const ROWS = [SLOTS] as const

const FIELDS = ['title', 'kind', 'house', 'place', 'scheduleNote', 'description']
const KNOWN = [
  ...FIELDS,
  ...[...FIELDS, ...ROWS].map((group) => `choose.${group}`),
  ...SENTENCE_FIELDS,
  'misfits',
  'despite',
  'version',
  'act',
  'add',
]

/** The sent form, its sentence and its slots saying the same; throws Malformed for one that is not ours. */
export function settle(form: Form, tongue: Tongue): Form {
  refuseUnknown(form, KNOWN, { [SLOTS]: [...SLOT_FIELDS, 'remove'] })
  return settleTimes(form, tongue)
}

/** The form of a new meeting; a page of free rooms hands over the times and the room that were found. */
export function begun({ satz = '', haus = '' }: Readonly<Record<string, string>>, tongue: Tongue): Form {
  const form = withSlot({ kind: 'meeting' })
  if (satz === '') return form
  const empty = { kind: 'meeting', house: haus, scheduleNote: '' }
  return settleTimes(
    { ...empty, sentence: satz, sentenceWas: '', fieldsWere: fieldsMark(empty), open: '' },
    tongue,
  )
}

/** Reads a settled form: a draft that the operation can judge, or all that is wrong. */
export function readMeeting(
  form: Form,
  kept: Kept,
  about: {
    readonly houses: readonly House[]
    readonly today: Day
    /** What the sentence leaves open. */
    readonly problemsOfSentence: (form: Form) => readonly Problem[]
  },
): Reading<MeetingDraft> {
  const { houses, today } = about
  const kind = choiceOf(form, 'kind', MEETING_KINDS)
  const place = placeIn(form, houses)
  const { schedule, problems: unsound } = scheduleIn(form)
  const problems = [...about.problemsOfSentence(form), ...unsound]
  const unfit = problems.length > 0 ? [] : misfitsOf(kept, schedule, today)
  const fate = fateOf(form, unfit)
  const dropped = fate === 'drop' ? unfit.map(exceptionKey) : []
  const draft: MeetingDraft = {
    organisationId: kept.organisationId,
    title: textOf(form, 'title'),
    kind: kind ?? 'meeting',
    venueId: place?.venueId ?? null,
    roomId: place?.roomId ?? null,
    place: textOf(form, 'place'),
    schedule,
    description: textOf(form, 'description'),
    exceptions: kept.exceptions.filter((exception) => !dropped.includes(exceptionKey(exception))),
  }
  const own: Problem[] = [
    ...(kind === null ? [{ field: 'kind', key: 'kind.missing' }] : []),
    ...(place === null ? [{ field: 'house', key: 'house.missing' }] : []),
    ...problems,
    // A look at the times or at the preview need not decide anything yet.
    ...(unfit.length > 0 && fate === null && isToBeSaved(form)
      ? [{ field: 'misfits', key: 'misfits.undecided' }]
      : []),
  ]
  if (own.length === 0) return { kind: 'draft', draft }
  const others = checkMeeting(draft).filter(({ field }) => field !== 'schedule' || problems.length === 0)
  return { kind: 'problems', problems: [...others.filter(({ key }) => key !== 'venueId.missing'), ...own] }
}

/** The form that a meeting fills. */
export function formOf(draft: MeetingDraft): Form {
  const { title, kind, venueId, roomId, place, description } = draft
  return {
    title,
    kind,
    house: houseValue(venueId, roomId),
    place,
    description,
    ...scheduleFields(draft.schedule),
  }
}

/** How a form names a house, or a room in it; '' for neither. */
export function houseValue(venueId: number | null, roomId: number | null): string {
  if (venueId === null) return ''
  return roomId === null ? String(venueId) : `${venueId}.${roomId}`
}

/** The exceptions for which new times have no date any more. */
export function misfitsOf(
  { exceptions, schedule }: Kept,
  after: Schedule,
  today: Day,
): readonly ScheduleException[] {
  return schedule === null ? [] : misfits(exceptions, { before: schedule, after }, today)
}

/** What a form says becomes of exceptions; it names them, so that no answer ever stands for others. */
export function fateValue(fate: 'keep' | 'drop', exceptions: readonly ScheduleException[]): string {
  return [fate, ...exceptions.map(exceptionKey)].join('.')
}

function fateOf(form: Form, unfit: readonly ScheduleException[]): 'keep' | 'drop' | null {
  const answer = textOf(form, 'misfits')
  return (['keep', 'drop'] as const).find((fate) => answer === fateValue(fate, unfit)) ?? null
}

/** The house and the room that a form names; null where they are none of those to choose from. */
export function placeIn(
  form: Form,
  houses: readonly House[],
): { readonly venueId: number | null; readonly roomId: number | null } | null {
  const chosen = textOf(form, 'house')
  if (chosen === '') return { venueId: null, roomId: null }
  for (const { id, rooms } of houses) {
    if (houseValue(id, null) === chosen) return { venueId: id, roomId: null }
    const room = rooms.find((each) => houseValue(id, each.id) === chosen)
    if (room !== undefined) return { venueId: id, roomId: room.id }
  }
  return null
}
