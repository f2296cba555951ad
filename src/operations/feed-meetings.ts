// What becomes of the meetings of a feed when its calendar was read: they are made, changed, archived and brought back.
import { randomUUID } from 'node:crypto'
import type { Feed, ForeignMeeting } from '../domain/feed.ts'
import { checkMeeting, type Meeting, type MeetingDraft } from '../domain/meeting.ts'
import { notFound } from '../domain/refusal.ts'
import { type By, type Office, record } from './act.ts'
import { meetingDraftOf } from './meetings.ts'

/** Which feed, at which instant (UTC, ISO 8601). */
type OfFeed = { readonly feedId: number; readonly at: string }

/**
 * Makes the meetings of a feed those that its calendar names: nothing is written for one that is as it was. Answers with how
 * many were written, and with those that the domain refuses.
 */
export function takeInForeign(
  office: Office,
  by: By,
  { feed, at }: { readonly feed: Feed; readonly at: string },
  foreign: readonly ForeignMeeting[],
): { readonly written: number; readonly refused: readonly ForeignMeeting[] } {
  const known = knownOf(office, feed.id)
  const organisation =
    office.store.organisations.byId(feed.organisationId) ?? notFound(`organisation ${feed.organisationId}`)
  const named = new Set<string>()
  const refused: ForeignMeeting[] = []
  let written = 0
  for (const meeting of foreign) {
    const draft = draftOf(meeting, feed.organisationId)
    const isTwice = named.has(meeting.foreignUid)
    if (isTwice || checkMeeting(draft).length > 0) {
      refused.push(meeting)
      continue
    }
    named.add(meeting.foreignUid)
    const stored = known.get(meeting.foreignUid)
    const into = { feedId: feed.id, at, cityId: organisation.cityId }
    const isNew = stored === undefined
    if (isNew) insert(office, by, into, { foreignUid: meeting.foreignUid, draft })
    if (isNew || update(office, by, into, { stored, draft })) written += 1
  }
  return { written: written + archiveForeign(office, by, { feedId: feed.id, at }, named), refused }
}

/** Archives the meetings of a feed that are on the site, but for those of these foreign UIDs; answers with how many. */
export function archiveForeign(
  office: Office,
  by: By,
  { feedId, at }: OfFeed,
  kept: ReadonlySet<string>,
): number {
  const gone = [...knownOf(office, feedId)].flatMap(([foreignUid, meeting]) =>
    meeting.archivedAt === null && !kept.has(foreignUid) ? [meeting] : [],
  )
  for (const meeting of gone) {
    const { id, version } = meeting
    office.store.meetings.setArchived(id, version, at, at)
    const state = { ...meetingDraftOf(meeting), archivedAt: at }
    record(office, by, { noun: 'meeting', id, version: version + 1, at, state })
  }
  return gone.length
}

/** What a calendar cannot say, the venue and the kind, stays open. */
function draftOf(
  { title, place, schedule, exceptions, description }: ForeignMeeting,
  organisationId: number,
): MeetingDraft {
  return {
    organisationId,
    title,
    kind: 'meeting',
    venueId: null,
    roomId: null,
    place,
    schedule,
    description,
    exceptions,
  }
}

function insert(
  office: Office,
  by: By,
  { feedId, at, cityId }: OfFeed & { readonly cityId: number },
  { foreignUid, draft }: { readonly foreignUid: string; readonly draft: MeetingDraft },
): void {
  const id = office.store.meetings.insert(randomUUID(), cityId, draft, at)
  office.store.feeds.tie(id, feedId, foreignUid)
  record(office, by, { noun: 'meeting', id, version: 1, at, state: draft })
}

/** Whether there was something to write. */
function update(
  office: Office,
  by: By,
  { at, cityId }: OfFeed & { readonly cityId: number },
  { stored, draft }: { readonly stored: Meeting; readonly draft: MeetingDraft },
): boolean {
  const { meetings } = office.store
  const { id, archivedAt } = stored
  const isBack = archivedAt !== null && meetings.setArchived(id, stored.version, null, at)
  const version = isBack ? stored.version + 1 : stored.version
  if (isBack) record(office, by, { noun: 'meeting', id, version, at, state: meetingDraftOf(stored) })
  if (stored.cityId === cityId && isSame(meetingDraftOf(stored), draft)) return isBack
  meetings.update(id, version, cityId, draft, at)
  record(office, by, { noun: 'meeting', id, version: version + 1, at, state: draft })
  return true
}

/** The meetings of a feed by their foreign UID, those in the archive, too. */
function knownOf(office: Office, feedId: number): ReadonlyMap<string, Meeting> {
  const named = new Map(office.store.feeds.meetingsOf(feedId).map(({ id, foreignUid }) => [id, foreignUid]))
  const meetings = office.store.meetings.byIds(named.keys())
  return new Map(meetings.map((meeting) => [named.get(meeting.id) ?? '', meeting]))
}

/** Both drafts name the same fields; in which order, does not matter. */
function isSame(one: MeetingDraft, other: MeetingDraft): boolean {
  const inOrder = (draft: MeetingDraft) => JSON.stringify(Object.entries(draft).sort())
  return inOrder(one) === inOrder(other)
}
