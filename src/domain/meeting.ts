// A meeting (Treffen): something of an organisation that recurs by a schedule at a venue and room, with exceptions.
import { type Act, type Actor, may, type Ties } from './permission.ts'
import { checkText, type Problem } from './problem.ts'
import { checkSchedule, type Schedule, type ScheduleException } from './schedule.ts'

export const MEETING_KINDS = [
  'meeting',
  'consultation',
  'stand',
  'course',
  'house-meeting',
  'day-of-action',
] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

export type MeetingDraft = {
  readonly organisationId: number
  readonly title: string
  readonly kind: MeetingKind
  /** Where it is: a venue, perhaps a room in it; or a place in words. */
  readonly venueId: number | null
  readonly roomId: number | null
  readonly place: string
  readonly schedule: Schedule
  readonly description: string
  readonly exceptions: readonly ScheduleException[]
}

export type Meeting = MeetingDraft & {
  readonly id: number
  /** RFC 5545 UID, stable for ever. */
  readonly uid: string
  /** Where it takes place: the venue's city, else the organisation's. */
  readonly cityId: number
  /** The feed (calendar of the group) that it comes from: then it is changed there, and not here. */
  readonly feedId: number | null
  readonly version: number
  readonly updatedAt: string
  readonly archivedAt: string | null
}

type Placed = Pick<Meeting, 'organisationId' | 'cityId'>

/** What keeps a meeting from being saved. */
export function checkMeeting(draft: MeetingDraft): Problem[] {
  return [
    ...checkText('title', draft.title, { required: true, longest: 200 }),
    ...checkText('place', draft.place, { required: false, longest: 200 }),
    ...checkText('description', draft.description, { required: false, longest: 5000 }),
    ...checkSchedule(draft.schedule).map((problem) => ({ ...problem, field: 'schedule' })),
    ...(draft.roomId !== null && draft.venueId === null
      ? [{ field: 'venueId', key: 'venueId.missing' }]
      : []),
    ...(draft.schedule.slots.length === 0 && draft.schedule.note === null
      ? [{ field: 'schedule', key: 'schedule.missing' }]
      : []),
  ]
}

/** Whether the actor may do this to a meeting of an organisation in the city `homeId`. */
export function mayAtMeeting(actor: Actor, act: Act, meeting: Placed, homeId: number): boolean {
  return may(actor, act, tiesAtMeeting(actor, meeting, homeId))
}

/**
 * What a meeting is tied to for this actor: the city of its organisation, or the one where it takes place, if that is
 * where the actor may edit. Either's coordinator hears first that a date is off.
 */
export function tiesAtMeeting(actor: Actor, { organisationId, cityId }: Placed, homeId: number): Ties {
  const home: Ties = { cityId: homeId, organisationId }
  const there: Ties = { cityId, organisationId }
  return may(actor, 'edit', home) || !may(actor, 'edit', there) ? home : there
}
