import type { StoredEntry } from '../../domain/outcome.ts'
import type { Proposal } from '../../domain/proposal.ts'
import { mergeStates, type State } from '../../domain/revision.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { fill } from '../../i18n/words.ts'
import type { DraftOf, SavedNoun } from '../../store/revisions.ts'
import { type Form, textOf } from '../forms.ts'
import { proposalIdIn } from '../reader.ts'
import type { AtDesk } from './desk.ts'
import type { Shown } from './page.ts'

const FIELD = 'vorschlag'

/** What a form was sent with, without the number of the proposal that it holds. */
export function withoutProposal({ [FIELD]: _proposal, ...form }: Form): Form {
  return form
}

/** The number of the proposal that a form or an address names, as it is sent along; empty where there is none. */
export function proposalIn(form: Form): string {
  return proposalIdIn(form) === null ? '' : textOf(form, FIELD)
}

/** An entry with a proposal in it: what was changed meanwhile stands, where the proposal does not touch it. */
export function proposedEntry<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  id: number,
  query: Form,
): Shown {
  const { house, desk } = at
  const proposal = openIn(at, query, id)
  if (proposal === null) return {}
  const stored = desk.draftOf(desk.operations.open('edit', id))
  const base = house.store.revisions.draftAt(desk.noun, id, proposal.baseVersion ?? 0)?.draft ?? stored
  const { merged } = mergeStates(stateOf(base), proposal.state, stateOf(stored))
  const form = desk.form.fill(merged as DraftOf<Noun>)
  return { form, isPreview: true, proposal: String(proposal.id), told: toldOf(proposal, at, []) }
}

/** The form of a new entry with what was proposed; as it begins where nothing was. */
export function proposedNew<Noun extends SavedNoun, Stored extends StoredEntry>(
  at: AtDesk<Noun, Stored>,
  query: Form,
): Shown & { readonly form: Form } {
  const { desk } = at
  const begun = desk.form.begin()
  const proposal = openIn(at, query, null)
  if (proposal === null) return { form: begun }
  const form = { ...begun, ...desk.form.fill(proposal.state as DraftOf<Noun>) }
  const similar = desk.similar?.(proposal.state as DraftOf<Noun>) ?? []
  return { form, proposal: String(proposal.id), told: toldOf(proposal, at, similar) }
}

function openIn<Noun extends SavedNoun, Stored extends StoredEntry>(
  { house, desk }: AtDesk<Noun, Stored>,
  query: Form,
  entryId: number | null,
): Proposal | null {
  const id = proposalIdIn(query)
  const proposal = id === null ? null : house.store.proposals.byId(id)
  const isMeant =
    proposal !== null &&
    proposal.decision === null &&
    proposal.noun === desk.noun &&
    proposal.entryId === entryId
  return isMeant ? proposal : null
}

function toldOf<Noun extends SavedNoun, Stored extends StoredEntry>(
  { madeAt, message }: Proposal,
  { reader }: AtDesk<Noun, Stored>,
  similar: readonly string[],
) {
  const { desk } = reader.words.proposals
  const text = fill(desk.toldText, { message: message === '' ? '' : `„${message}“.` }).trim()
  const warning = similar.length === 0 ? '' : ` ${fill(desk.similar, { names: similar.join(', ') })}`
  return { title: fill(desk.told, { at: sayInstant(madeAt, reader.language) }), text: `${text}${warning}` }
}

function stateOf(draft: object): State {
  return { ...draft }
}
