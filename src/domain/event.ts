// An event (Veranstaltung): happens once, on one or several days; programme, participations, and a report afterwards.
import type { ClockTime } from './clock-time.ts'
import type { Day } from './day.ts'
import { checkText, checkYear, type Problem, within } from './problem.ts'

export const PARTICIPATION_ROLES = ['organiser', 'host', 'participant', 'partner', 'funder', 'guest'] as const
export type ParticipationRole = (typeof PARTICIPATION_ROLES)[number]

export type ProgrammeItem = {
  readonly day: Day | null
  readonly start: ClockTime | null
  readonly end: ClockTime | null
  readonly title: string
  readonly description: string
  readonly place: string
}

export type ParticipationDraft = {
  readonly organisationId: number
  readonly role: ParticipationRole
  /** What the organisation does at this event, in words. */
  readonly text: string
  readonly stand: string
  /** A partner that takes part together with another participant. */
  readonly withOrganisationId: number | null
}

export type EventReport = {
  /** Markdown without HTML. */
  readonly text: string
  readonly attendance: number | null
  readonly workingGroups: readonly string[]
  readonly demands: readonly string[]
}

export type EventDraft = {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly description: string
  readonly startsOn: Day
  /** The last day; equal to `startsOn` for one day. */
  readonly endsOn: Day
  readonly start: ClockTime | null
  readonly end: ClockTime | null
  readonly cityId: number
  readonly venueId: number | null
  readonly roomId: number | null
  readonly place: string
  /** Since which year it is held every year, or null. */
  readonly yearlySince: number | null
  readonly cancelledBecause: string | null
  readonly topicIds: readonly number[]
  readonly programme: readonly ProgrammeItem[]
  readonly participations: readonly ParticipationDraft[]
  readonly report: EventReport | null
}

export type Event = EventDraft & {
  readonly id: number
  readonly uid: string
  readonly version: number
  readonly archivedAt: string | null
}

/** What keeps an event from being saved. */
export function checkEvent(draft: EventDraft): Problem[] {
  return [
    ...checkText('title', draft.title, { required: true, longest: 200 }),
    ...checkText('summary', draft.summary, { required: false, longest: 300 }),
    ...checkText('description', draft.description, { required: false, longest: 10_000 }),
    ...checkText('place', draft.place, { required: false, longest: 200 }),
    ...checkTimes(draft),
    ...checkYear('yearlySince', draft.yearlySince),
    ...(draft.roomId !== null && draft.venueId === null
      ? [{ field: 'venueId', key: 'venueId.missing' }]
      : []),
    ...(draft.cancelledBecause === null
      ? []
      : checkText('cancelledBecause', draft.cancelledBecause, { required: true, longest: 300 })),
    ...draft.programme.flatMap((item, index) =>
      within(`programme.${index}`, checkProgrammeItem(item, draft)),
    ),
    ...checkParticipations(draft.participations),
    ...(draft.report === null ? [] : within('report', checkReport(draft.report))),
  ]
}

function checkTimes(draft: EventDraft): Problem[] {
  if (draft.endsOn < draft.startsOn) return [{ field: 'endsOn', key: 'endsOn.beforeStart' }]
  if (draft.endsOn > draft.startsOn) return []
  return endsAfterStart(draft) ? [] : [{ field: 'end', key: 'end.beforeStart' }]
}

function checkProgrammeItem(item: ProgrammeItem, event: EventDraft): Problem[] {
  const isOutside = item.day !== null && (item.day < event.startsOn || item.day > event.endsOn)
  return [
    ...checkText('title', item.title, { required: true, longest: 200 }),
    ...(isOutside ? [{ field: 'day', key: 'day.outsideEvent' }] : []),
    ...(endsAfterStart(item) ? [] : [{ field: 'end', key: 'end.beforeStart' }]),
  ]
}

function endsAfterStart({ start, end }: Pick<ProgrammeItem, 'start' | 'end'>): boolean {
  return start === null || end === null || end > start
}

function checkParticipations(participations: readonly ParticipationDraft[]): Problem[] {
  const problems = participations.flatMap((participation, index) =>
    within(`participations.${index}`, [
      ...checkText('text', participation.text, { required: false, longest: 1000 }),
      ...checkText('stand', participation.stand, { required: false, longest: 100 }),
      ...(participation.withOrganisationId === participation.organisationId
        ? [{ field: 'withOrganisationId', key: 'participation.withItself' }]
        : []),
    ]),
  )
  const hasOrganiser = participations.some((participation) => participation.role === 'organiser')
  return hasOrganiser ? problems : [...problems, { field: 'participations', key: 'organiser.missing' }]
}

function checkReport(report: EventReport): Problem[] {
  const isCount =
    report.attendance === null || (Number.isInteger(report.attendance) && report.attendance >= 0)
  return [
    ...checkText('text', report.text, { required: true, longest: 10_000 }),
    ...(isCount ? [] : [{ field: 'attendance', key: 'attendance.malformed' }]),
  ]
}
