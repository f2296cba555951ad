// What is done to meetings: create and change, with their schedule and its exceptions.
import { randomUUID } from 'node:crypto'
import { checkMeeting, type MeetingDraft } from '../domain/meeting.ts'
import type { Problem } from '../domain/problem.ts'
import { notFound } from '../domain/refusal.ts'
import {
  type By,
  type Change,
  type Office,
  type Outdated,
  outdated,
  permit,
  type Refused,
  record,
  refused,
  type Saved,
  saved,
  write,
} from './act.ts'
import { tiesOf } from './organisations.ts'

/** Creates a meeting of an organisation; its UID stays the same for ever (RFC 5545 §3.8.4.7). */
export function createMeeting(office: Office, by: By, draft: MeetingDraft): Saved | Refused {
  return write(office, ({ at }) => {
    const { cityId, problems } = judge(office, by, draft)
    if (problems.length > 0) return refused(problems)
    const id = office.store.meetings.insert(randomUUID(), cityId, draft, at)
    record(office, by, { noun: 'meeting', id, version: 1, at, state: draft })
    return saved(id, 1)
  })
}

/** Changes a meeting that still has the version the change was made from. */
export function changeMeeting(
  office: Office,
  by: By,
  { id, version, draft }: Change<MeetingDraft>,
): Saved | Refused | Outdated {
  return write(office, ({ at }) => {
    const stored = office.store.meetings.byId(id) ?? notFound(`meeting ${id}`)
    const { cityId, problems } = judge(office, by, { ...draft, organisationId: stored.organisationId })
    if (problems.length > 0) return refused(problems)
    if (!office.store.meetings.update(id, version, cityId, draft, at)) return outdated(stored.version)
    record(office, by, { noun: 'meeting', id, version: version + 1, at, state: draft })
    return saved(id, version + 1)
  })
}

/** Permission, the domain's checks, and where it takes place: the venue's city, else the organisation's. */
function judge(
  office: Office,
  by: By,
  draft: MeetingDraft,
): { cityId: number; problems: readonly Problem[] } {
  const { organisations, venues } = office.store
  const organisation =
    organisations.byId(draft.organisationId) ?? notFound(`organisation ${draft.organisationId}`)
  permit(by, 'edit', tiesOf(organisation))
  const venue =
    draft.venueId === null ? null : (venues.byId(draft.venueId) ?? notFound(`venue ${draft.venueId}`))
  const isElsewhere = draft.roomId !== null && venue?.rooms.every((room) => room.id !== draft.roomId) === true
  return {
    cityId: venue?.cityId ?? organisation.cityId,
    problems: [
      ...checkMeeting(draft),
      ...(isElsewhere ? [{ field: 'roomId', key: 'roomId.elsewhere' }] : []),
    ],
  }
}
