// What is done to meetings: create, change, except single dates, archive, bring back, restore; each a revision.
import { randomUUID } from 'node:crypto'
import type { Day } from '../domain/day.ts'
import { checkException, exceptionKey, withException, withoutException } from '../domain/exception-fit.ts'
import { checkMeeting, type Meeting, type MeetingDraft, mayAtMeeting } from '../domain/meeting.ts'
import type { Act, Actor } from '../domain/permission.ts'
import type { Problem } from '../domain/problem.ts'
import { forbidden, notFound } from '../domain/refusal.ts'
import type { ScheduleException } from '../domain/schedule.ts'
import {
  type Archiving,
  type By,
  type Change,
  type Moment,
  type Office,
  type Outdated,
  outdated,
  permit,
  type Refused,
  type Restoring,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'
import { tiesOf } from './organisations.ts'
import { type Claimant, checkClashes, keepReason } from './room-clashes.ts'

/** Notes an exception of a meeting (`add`), or takes back the one of this key (`drop`), as a change of the version named. */
export type Excepting = { readonly id: number; readonly version: number } & (
  | { readonly add: ScheduleException }
  | { readonly drop: string }
)

/** What would be changed here, the next reading of the calendar would undo. */
const FROM_FEED: readonly Problem[] = [{ field: 'title', key: 'meeting.fromFeed' }]

/** Creates a meeting of an organisation; its UID stays the same for ever (RFC 5545 §3.8.4.7). */
export function createMeeting(office: Office, by: By, draft: MeetingDraft): Saved | Refused {
  return write(office, (moment) => {
    const organisation =
      office.store.organisations.byId(draft.organisationId) ??
      notFound(`organisation ${draft.organisationId}`)
    permit(by, 'edit', tiesOf(organisation))
    const { cityId, problems } = judge(office, draft, organisation.cityId)
    if (problems.length > 0) return refused(problems)
    const clashing = checkClashes(office, by, claimantOf(0, cityId, draft))
    if (clashing.length > 0) return refused(clashing)
    const { at } = moment
    const id = office.store.meetings.insert(randomUUID(), cityId, draft, at)
    record(office, by, { noun: 'meeting', id, version: 1, at, state: draft })
    keepReason(office, by, claimantOf(id, cityId, draft), moment)
    return saved(id, 1)
  })
}

/** Changes a meeting that still has the version the change was made from; it stays with its organisation. */
export function changeMeeting(
  office: Office,
  by: By,
  { id, version, draft }: Change<MeetingDraft>,
): Saved | Refused | Outdated {
  return write(office, (moment) => {
    const stored = openMeeting(office, by.actor, 'edit', id)
    const { organisationId } = stored
    if (stored.feedId !== null) return refused(FROM_FEED)
    return keep(office, by, moment, { stored, version, draft: { ...draft, organisationId } })
  })
}

/**
 * Cancels, moves or adds a date, or lets a meeting pause, with the reason that readers see; or takes that back.
 * Throws NotFound for an exception that is not there to be taken back.
 */
export function exceptMeeting(office: Office, by: By, excepting: Excepting): Saved | Refused | Outdated {
  return write(office, (moment) => {
    const stored = openMeeting(office, by.actor, 'edit', excepting.id)
    const { version } = excepting
    if (stored.feedId !== null) return refused(FROM_FEED)
    if (version !== stored.version) return outdated(stored.version)
    const draft = meetingDraftOf(stored)
    if ('drop' in excepting) {
      if (!isNoted(draft, excepting.drop)) notFound(`exception ${excepting.drop}`)
      const exceptions = withoutException(draft.exceptions, excepting.drop)
      // To take back what was cancelled is never refused; where it clashes, the list of clashes says so.
      return keep(office, by, moment, { stored, version, draft: { ...draft, exceptions }, asks: 'nothing' })
    }
    const { add } = excepting
    const problems = checkException(add, draft.schedule, draft.exceptions)
    if (problems.length > 0) return refused(problems)
    const exceptions = withException(draft.exceptions, add)
    const asks = newDayOf(add) ?? 'nothing'
    return keep(office, by, moment, { stored, version, draft: { ...draft, exceptions }, asks })
  })
}

/** Takes a meeting off every page (`archive`) or puts it back (`bring-back`); nothing is deleted. */
export function archiveMeeting(
  office: Office,
  by: By,
  { id, version, act }: Archiving,
): Saved | Refused | Outdated {
  return write(office, ({ at }) => {
    const stored = openMeeting(office, by.actor, 'edit', id)
    if (stored.feedId !== null) return refused(FROM_FEED)
    const archivedAt = act === 'archive' ? at : null
    if (!office.store.meetings.setArchived(id, version, archivedAt, at)) return outdated(stored.version)
    const state = { ...meetingDraftOf(stored), archivedAt }
    record(office, by, { noun: 'meeting', id, version: version + 1, at, state })
    return saved(id, version + 1)
  })
}

/** Makes an earlier state of a meeting its newest one, exceptions included; whether it is archived stays as it is. */
export function restoreMeeting(
  office: Office,
  by: By,
  { id, version, earlier }: Restoring,
): Saved | Refused | Outdated {
  openMeeting(office, by.actor, 'restore', id)
  const { draft } = office.store.revisions.draftAt('meeting', id, earlier) ?? notFound(`version ${earlier}`)
  return changeMeeting(office, { ...by, origin: 'restore' }, { id, version, draft })
}

/**
 * The meeting, for somebody who may do this to it. Throws Forbidden for anybody else; NotFound where they may not even
 * know of it, because it or its organisation is in the archive.
 */
export function openMeeting(office: Office, actor: Actor, act: Act, id: number): Meeting {
  const stored = office.store.meetings.byId(id) ?? notFound(`meeting ${id}`)
  const organisation =
    office.store.organisations.byId(stored.organisationId) ??
    notFound(`organisation ${stored.organisationId}`)
  const may = (asked: Act) => mayAtMeeting(actor, asked, stored, organisation.cityId)
  if (may(act)) return stored
  const isPrivate = stored.archivedAt !== null || organisation.archivedAt !== null
  if (isPrivate && !may('read-internal')) notFound(`meeting ${id}`)
  return forbidden(act)
}

/** The editable fields of a meeting, as a revision keeps them. */
export function meetingDraftOf(meeting: MeetingDraft): MeetingDraft {
  const { organisationId, title, kind, venueId, roomId, place, schedule, description, exceptions } = meeting
  return { organisationId, title, kind, venueId, roomId, place, schedule, description, exceptions }
}

/** The day on which something takes place that did not before. */
export function newDayOf(exception: ScheduleException): Day | null {
  if (exception.kind === 'moved') return exception.to.day
  return exception.kind === 'added' ? exception.on : null
}

function isNoted({ exceptions }: MeetingDraft, key: string): boolean {
  return exceptions.some((exception) => exceptionKey(exception) === key)
}

function keep(
  office: Office,
  by: By,
  moment: Moment,
  change: {
    readonly stored: Meeting
    readonly version: number
    readonly draft: MeetingDraft
    /** On which days a room that is taken is asked about; every day unless said. */
    readonly asks?: Day | 'nothing'
  },
): Saved | Refused | Outdated {
  const { stored, version, draft, asks } = change
  const { id, organisationId, archivedAt } = stored
  const organisation = office.store.organisations.byId(organisationId)
  const { cityId, problems } = judge(office, draft, organisation?.cityId ?? stored.cityId)
  if (problems.length > 0) return refused(problems)
  if (version !== stored.version) return outdated(stored.version)
  const claimant = claimantOf(id, cityId, draft)
  const takesRoom = archivedAt === null && asks !== 'nothing'
  const clashing = takesRoom ? checkClashes(office, by, claimant, asks) : []
  if (clashing.length > 0) return refused(clashing)
  const { at } = moment
  if (!office.store.meetings.update(id, version, cityId, draft, at)) return outdated(stored.version)
  const state = archivedAt === null ? draft : { ...draft, archivedAt }
  record(office, by, { noun: 'meeting', id, version: version + 1, at, state })
  if (takesRoom) keepReason(office, by, claimant, moment)
  return saved(id, version + 1)
}

/** What a meeting of this draft would claim of the rooms. */
export function claimantOf(id: number, cityId: number, draft: MeetingDraft): Claimant {
  const { organisationId, title, venueId, roomId, schedule, exceptions } = draft
  return { noun: 'meeting', id, cityId, organisationId, title, venueId, roomId, schedule, exceptions }
}

/** The domain's checks, and where it takes place: the venue's city, else the organisation's. */
function judge(
  office: Office,
  draft: MeetingDraft,
  homeId: number,
): { cityId: number; problems: readonly Problem[] } {
  const { venues } = office.store
  const venue =
    draft.venueId === null ? null : (venues.byId(draft.venueId) ?? notFound(`venue ${draft.venueId}`))
  const isElsewhere = draft.roomId !== null && venue?.rooms.every((room) => room.id !== draft.roomId) === true
  return {
    cityId: venue?.cityId ?? homeId,
    problems: [
      ...checkMeeting(draft),
      ...(isElsewhere ? [{ field: 'roomId', key: 'roomId.elsewhere' }] : []),
    ],
  }
}
