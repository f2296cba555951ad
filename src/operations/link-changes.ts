// What becomes of a correction by the link of a mail: it stands at once where the group is trusted, else it is proposed.
import { timestamp, wallTime } from '../domain/clock.ts'
import { type ContactDraft, checkContact } from '../domain/contact.ts'
import { misfits } from '../domain/exception-fit.ts'
import { checkMeeting, type MeetingDraft } from '../domain/meeting.ts'
import { checkOrganisation, type OrganisationDraft } from '../domain/organisation.ts'
import type { Outdated, Refused, Saved } from '../domain/outcome.ts'
import type { Problem } from '../domain/problem.ts'
import { sayDate } from '../i18n/say-day.ts'
import { fill, joined, wordsOf } from '../i18n/words.ts'
import { type Office, refused, writeAside } from './act.ts'
import { BY_LINK, type OpenLink } from './confirmation-links.ts'
import { changeContact } from './contacts.ts'
import { changeMeeting } from './meetings.ts'
import { changeOrganisation, draftOf } from './organisations.ts'
import { type Proposed, propose } from './proposals.ts'

/** A draft, and the version of the entry that it was made from. */
export type LinkChange = { readonly id: number; readonly version: number } & (
  | { readonly noun: 'organisation'; readonly draft: OrganisationDraft }
  | { readonly noun: 'contact'; readonly draft: ContactDraft }
  | { readonly noun: 'meeting'; readonly draft: MeetingDraft }
)

/**
 * Takes a change over, or proposes it; the same checks in either case. Some of it waits for a coordinator even where the
 * group is trusted: what is said of a person, for showing it takes the person's own consent; and times that leave dates
 * behind which were called off or moved.
 */
export function changeByLink(
  office: Office,
  { organisation }: OpenLink,
  change: LinkChange,
  message = wordsOf('de').confirmation.byGroup,
): Saved | Refused | Outdated | Proposed {
  const isTrusted = organisation.linkChanges === 'direct' && !hasToWait(office, change)
  return isTrusted ? takeOver(office, change) : proposeByLink(office, change, message)
}

function hasToWait(office: Office, change: LinkChange): boolean {
  if (change.noun === 'contact') return change.draft.personName !== ''
  if (change.noun !== 'meeting') return false
  const before = office.store.meetings.byId(change.id)?.schedule ?? change.draft.schedule
  const { exceptions, schedule: after } = change.draft
  return misfits(exceptions, { before, after }, wallTime(office.clock()).day).length > 0
}

/**
 * Says that the group exists no longer: it rests from today on, at once or once a coordinator has agreed. The link has
 * nothing left to do after that.
 */
export function endByLink(
  office: Office,
  link: OpenLink,
  word: string,
): Saved | Refused | Outdated | Proposed {
  const { organisation, request } = link
  const { id, version } = organisation
  const { day } = wallTime(office.clock())
  const told = fill(wordsOf('de').confirmation.endedBecause, { day: sayDate(day, 'de'), word })
  const internalNote = joined([organisation.internalNote, told], '\n')
  const draft = { ...draftOf(organisation), dormantSince: day, internalNote }
  return office.store.transaction(() => {
    const result = changeByLink(office, link, { noun: 'organisation', id, version, draft }, word)
    if (result.kind === 'saved' || result.kind === 'proposed')
      office.store.confirmationRequests.end(request.id, timestamp(office.clock()))
    return result
  })
}

function takeOver(office: Office, change: LinkChange): Saved | Refused | Outdated {
  switch (change.noun) {
    case 'organisation':
      return changeOrganisation(office, BY_LINK, change)
    case 'contact':
      return changeContact(office, BY_LINK, change)
    case 'meeting':
      return changeMeeting(office, BY_LINK, change)
    default:
      return change satisfies never
  }
}

function proposeByLink(office: Office, change: LinkChange, message: string): Refused | Proposed {
  return writeAside(office, ({ at }) => {
    const problems = checkByLink(office, change)
    if (problems.length > 0) return refused(problems)
    const { noun, id: entryId, version: baseVersion, draft: state } = change
    return propose(office, { noun, entryId, baseVersion, state, message, answerTo: '', madeAt: at })
  })
}

/** What keeps a change from being taken over or proposed. */
export function checkByLink(office: Office, change: LinkChange): readonly Problem[] {
  const { day } = wallTime(office.clock())
  switch (change.noun) {
    case 'organisation':
      return checkOrganisation(change.draft, day)
    case 'contact':
      return checkContact(change.draft, day)
    case 'meeting':
      return checkMeeting(change.draft)
    default:
      return change satisfies never
  }
}
