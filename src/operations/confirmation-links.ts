// What whoever follows the link of a mail „Stimmt das noch?“ may do without an account: confirm, and call off a date.
import { timestamp, wallTime } from '../domain/clock.ts'
import type { Day } from '../domain/day.ts'
import type { RuleLanguage } from '../domain/language.ts'
import type { Meeting } from '../domain/meeting.ts'
import type { Organisation } from '../domain/organisation.ts'
import { notFound } from '../domain/refusal.ts'
import { datesOf, takesPlace } from '../domain/schedule.ts'
import { holidayNames } from '../i18n/holiday-names.ts'
import type { ConfirmationRequest } from '../store/confirmation-requests.ts'
import {
  type By,
  note,
  type Office,
  type Outdated,
  outdated,
  type Refused,
  type Saved,
  saved,
  write,
} from './act.ts'
import { exceptMeeting } from './meetings.ts'
import { hashOf } from './tokens.ts'
import { toldEntry } from './told-entry.ts'

/** A link that holds, and the entry that it is about. */
export type OpenLink = {
  readonly kind: 'open'
  readonly request: ConfirmationRequest
  readonly organisation: Organisation
}

/** What a token leads to; it is over after 30 days, when a later mail was sent, or when there is nothing left to say. */
export type FollowedLink =
  | OpenLink
  | {
      readonly kind: 'over'
      readonly because: 'expired' | 'replaced' | 'ended'
      /** The group's own, in which it is told so. */
      readonly language: RuleLanguage
    }
  | { readonly kind: 'unknown' }

/** A date of a meeting that does not take place; `start` as its list of dates names it. */
export type CalledOff = {
  readonly meetingId: number
  readonly day: Day
  readonly start: string | null
  readonly reason: string
}

/** As whom a change by a link is kept: nobody knows who followed it. */
export const BY_LINK: By = { actor: { kind: 'system', name: 'Link der Gruppe' }, origin: 'link' }

/** Where a token leads; following it changes nothing, for programs that read mails follow links, too. */
export function followLink(office: Office, token: string): FollowedLink {
  const request = office.store.confirmationRequests.byTokenHash(hashOf(token))
  if (request === null) return { kind: 'unknown' }
  const organisation = office.store.organisations.byId(request.organisationId)
  if (organisation === null) return { kind: 'unknown' }
  const language = organisation.mailLanguage
  if (request.isReplaced) return { kind: 'over', because: 'replaced', language }
  if (organisation.archivedAt !== null || request.endedAt !== null)
    return { kind: 'over', because: 'ended', language }
  if (request.expiresAt <= timestamp(office.clock())) return { kind: 'over', because: 'expired', language }
  return { kind: 'open', request, organisation }
}

/**
 * Confirms that all of an entry still holds, as it was to be seen: `stand` names what that was. Outdated where something
 * of it has changed since. A second tap on the same day notes nothing twice.
 */
export function confirmByLink(office: Office, { organisation }: OpenLink, stand: string): Saved | Outdated {
  return write(office, ({ at, today }) => {
    const { confirmations } = office.store
    const { id, version } = organisation
    if (toldEntry(office, organisation, 'de').stand !== stand) return outdated(version)
    const latest = confirmations.latestOf([id]).get(id)
    if (latest?.on === today && latest.way === 'link') return saved(id, version)
    const by = BY_LINK.actor.name
    confirmations.insert(id, { on: today, way: 'link', by }, { at, notedBy: by })
    note(office, null, { act: 'confirm', noun: 'organisation', id, result: 'saved' })
    return saved(id, version)
  })
}

/** Calls a date of one of the group's meetings off, with the reason that readers see. Outdated where it is none any more. */
export function callOffByLink(
  office: Office,
  { organisation }: OpenLink,
  { meetingId, day, start, reason }: CalledOff,
): Saved | Refused | Outdated {
  const meeting = ownMeeting(office, organisation, meetingId)
  const { freeDays } = office.store.freeDays.at(holidayNames('de'))(meeting)
  const ofDay = datesOf(meeting.schedule, meeting.exceptions, { from: day, until: day }, freeDays).filter(
    takesPlace,
  )
  const date = ofDay.find((each) => each.start === start)
  if (date === undefined || day < wallTime(office.clock()).day) return outdated(meeting.version)
  return exceptMeeting(office, BY_LINK, {
    id: meetingId,
    version: meeting.version,
    add: {
      kind: 'cancelled',
      on: day,
      start: ofDay.length === 1 ? null : date.start,
      reason: reason === '' ? null : reason,
    },
  })
}

/** A meeting of this group that is changed here; throws NotFound for any other. */
export function ownMeeting(office: Office, { id }: Organisation, meetingId: number): Meeting {
  const meeting = office.store.meetings.byId(meetingId)
  const isOwn =
    meeting !== null &&
    meeting.organisationId === id &&
    meeting.archivedAt === null &&
    meeting.feedId === null
  return isOwn ? meeting : notFound(`meeting ${meetingId}`)
}
