// What is done with proposals: readers make them, and whoever may edit the entry takes them over or declines them.
import { timestamp } from '../domain/clock.ts'
import { isEmail } from '../domain/contact.ts'
import { type Actor, may } from '../domain/permission.ts'
import { checkText } from '../domain/problem.ts'
import {
  type CorrectionDraft,
  checkCorrection,
  checkNewGroup,
  type Decision,
  type NewGroupDraft,
  type Proposal,
} from '../domain/proposal.ts'
import { forbidden, notFound } from '../domain/refusal.ts'
import { fill, wordsOf } from '../i18n/words.ts'
import type { NewProposal, ProposalAbout } from '../store/proposals.ts'
import {
  accountIdOf,
  type By,
  note,
  type Office,
  type Outdated,
  outdated,
  type Refused,
  refused,
  type Saved,
  saved,
  writeAside,
} from './act.ts'
import { groupState } from './new-groups.ts'
import { corrected, type Subject } from './proposal-subjects.ts'

export type Proposed = { readonly kind: 'proposed'; readonly id: number }

/** How long a decided proposal is kept, in days. */
const DAYS_KEPT = 30

/** A reader says what is right at an entry. */
export function proposeCorrection(
  office: Office,
  subject: Subject,
  draft: CorrectionDraft,
  label: string,
): Proposed | Refused {
  const problems = checkCorrection(
    draft,
    subject.parts.map(({ value }) => value),
  )
  if (problems.length > 0) return refused(problems)
  return writeAside(office, ({ at }) => {
    const { noun, id: entryId, version: baseVersion, state } = corrected(office, subject, draft)
    const message = `${label}: ${draft.right}`
    const { answerTo } = draft
    return propose(office, { noun, entryId, baseVersion, state, message, answerTo, madeAt: at })
  })
}

/** A reader tells of a group that the site does not know. */
export function proposeGroup(office: Office, draft: NewGroupDraft): Proposed | Refused {
  const problems = checkNewGroup(draft)
  if (problems.length > 0) return refused(problems)
  return writeAside(office, ({ at, today }) => {
    const state = groupState(office, draft, today)
    const { answerTo, times, place } = draft
    const message = [times, place].filter((text) => text !== '').join('; ')
    return propose(office, {
      noun: 'organisation',
      entryId: null,
      baseVersion: null,
      state,
      message,
      answerTo,
      madeAt: at,
    })
  })
}

/** Lets a change wait for a coordinator; part of a transaction. */
export function propose(office: Office, proposal: NewProposal): Proposed {
  const id = office.store.proposals.insert(proposal)
  const { noun, entryId } = proposal
  note(office, null, { act: 'propose', noun, ...(entryId === null ? {} : { id: entryId }), result: 'saved' })
  return { kind: 'proposed', id }
}

/** The proposal, for somebody who may edit what it is about, or read it; throws Forbidden or NotFound. */
export function openProposal(
  office: Office,
  actor: Actor,
  act: 'read-proposals' | 'edit',
  id: number,
): ProposalAbout {
  const proposal = office.store.proposals.byId(id) ?? notFound(`proposal ${id}`)
  return may(actor, act, proposal.ties) ? proposal : forbidden(act)
}

/** Those that wait for this person, the longest waiting first. */
export function openProposals(office: Office, actor: Actor): readonly ProposalAbout[] {
  return office.store.proposals.open().filter((proposal) => may(actor, 'read-proposals', proposal.ties))
}

/** Saves what a proposal leads to, and with it that it was taken over. */
export function accepting<Result extends Saved | Refused | Outdated>(
  office: Office,
  by: By,
  proposalId: number | null,
  save: () => Result,
): Result {
  if (proposalId === null) return save()
  return office.store.transaction(() => {
    const result = save()
    if (result.kind !== 'saved') return result
    const proposal = office.store.proposals.byId(proposalId)
    const isAbout = proposal?.entryId === null || proposal?.entryId === result.id
    if (proposal !== null && isAbout) decide(office, by, proposal, { decision: 'accepted', reason: '' })
    return result
  })
}

/** Decides about a proposal without changing anything: declined with a word, or settled. */
export function decideProposal(
  office: Office,
  by: By,
  { id, decision, reason }: { readonly id: number; readonly decision: Decision; readonly reason: string },
): Saved | Refused | Outdated {
  const proposal = openProposal(office, by.actor, 'edit', id)
  const problems = checkText('reason', reason, { required: decision === 'declined', longest: 500 })
  if (problems.length > 0) return refused(problems)
  return writeAside(office, () =>
    decide(office, by, proposal, { decision, reason }) ? saved(id, 1) : outdated(1),
  )
}

function decide(
  office: Office,
  by: By,
  proposal: Proposal,
  { decision, reason }: { readonly decision: Decision; readonly reason: string },
): boolean {
  const at = timestamp(office.clock())
  const accountId = accountIdOf(by)
  const { id, noun, entryId, answerTo } = proposal
  const decided = { id, decision, reason, accountId, by: by.actor.name, at }
  if (!office.store.proposals.decide(decided)) return false
  if (isEmail(answerTo)) thank(office, answerTo, { decision, reason, at })
  const act = decision === 'accepted' ? 'accept-proposal' : 'decline-proposal'
  note(office, accountId, { act, noun, ...(entryId === null ? {} : { id: entryId }), result: 'saved' })
  office.store.proposals.forgetDecidedBefore(daysBefore(at))
  return true
}

/** In German and English: nobody knows what whoever wrote reads. */
function thank(
  office: Office,
  recipient: string,
  { decision, reason, at }: { readonly decision: Decision; readonly reason: string; readonly at: string },
): void {
  const bodies = (['de', 'en'] as const).map((language) => {
    const said = wordsOf(language).proposals.mail
    return decision === 'accepted' ? said.accepted : fill(said.declined, { reason })
  })
  const subject = wordsOf('de').proposals.mail.subject
  office.store.outbox.add({ recipient, subject, body: `${bodies.join('\n\n-- \n\n')}\n` }, at)
}

function daysBefore(at: string): string {
  const instant = Date.parse(at) - DAYS_KEPT * 24 * 60 * 60 * 1000
  return timestamp(instant)
}
