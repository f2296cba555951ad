// A proposal (Vorschlag): a change that waits for a coordinator; what readers send, and what becomes of it.
import { isEmail, isTelephone } from './contact.ts'
import { checkText, type Problem } from './problem.ts'
import type { Noun, State } from './revision.ts'

export const DECISIONS = ['accepted', 'declined'] as const
export type Decision = (typeof DECISIONS)[number]

export type Proposal = {
  readonly id: number
  readonly noun: Noun
  /** Null for an entry that is not there yet. */
  readonly entryId: number | null
  /** The version it was made from. */
  readonly baseVersion: number | null
  /** The draft as it would be; the one it was made from where the change is only told in words. */
  readonly state: State
  readonly message: string
  /** Where to answer, or empty. */
  readonly answerTo: string
  /** Instants in UTC, ISO 8601. */
  readonly madeAt: string
  readonly decision: Decision | null
  readonly decidedAt: string | null
  readonly decidedBy: string
  readonly reason: string
}

/** What a reader says of an entry: which part of it, and what is right. */
export type CorrectionDraft = { readonly part: string; readonly right: string; readonly answerTo: string }

/** A group that readers know of and the site does not. */
export type NewGroupDraft = {
  readonly name: string
  readonly cityId: number | null
  readonly about: string
  readonly website: string
  /** When it meets, in words. */
  readonly times: string
  readonly place: string
  readonly telephone: string
  readonly email: string
  readonly answerTo: string
}

const LONGEST = 2000

/** What keeps a correction from being sent; `parts` are those that the entry has. */
export function checkCorrection(draft: CorrectionDraft, parts: readonly string[]): Problem[] {
  return [
    ...(parts.includes(draft.part) ? [] : [{ field: 'part', key: 'part.missing' }]),
    ...checkText('right', draft.right, { required: true, longest: LONGEST }),
    ...checkAnswerTo(draft.answerTo),
  ]
}

/** What keeps a new group from being sent; everything but its name, its city and what it does may be missing. */
export function checkNewGroup(draft: NewGroupDraft): Problem[] {
  const { telephone, email } = draft
  return [
    ...checkText('name', draft.name, { required: true, longest: 200 }),
    ...(draft.cityId === null ? [{ field: 'cityId', key: 'cityId.missing' }] : []),
    ...checkText('about', draft.about, { required: true, longest: LONGEST }),
    ...checkText('website', draft.website, { required: false, longest: 500 }),
    ...checkText('times', draft.times, { required: false, longest: 500 }),
    ...checkText('place', draft.place, { required: false, longest: 200 }),
    ...(telephone === '' || isTelephone(telephone)
      ? []
      : [{ field: 'telephone', key: 'telephone.malformed' }]),
    ...(email === '' || isEmail(email) ? [] : [{ field: 'email', key: 'email.malformed' }]),
    ...checkAnswerTo(draft.answerTo),
  ]
}

function checkAnswerTo(answerTo: string): Problem[] {
  const isKnown = answerTo === '' || isEmail(answerTo) || isTelephone(answerTo)
  return isKnown ? [] : [{ field: 'answerTo', key: 'answerTo.malformed' }]
}
