import { may } from '../../domain/permission.ts'
import type { Proposal } from '../../domain/proposal.ts'
import { type Answer, page } from '../../http/answer.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { localInstant, sayInstant } from '../../i18n/say-instant.ts'
import { counted, fill } from '../../i18n/words.ts'
import { openProposals } from '../../operations/proposals.ts'
import type { ProposalAbout } from '../../store/proposals.ts'
import { nameOf } from './entry.ts'

type Row = {
  readonly href: Href
  readonly about: string
  readonly message: string
  readonly datetime: string
  readonly at: string
  /** What was decided, or empty. */
  readonly decided: string
}

export type ProposalListPage = {
  readonly count: string
  readonly open: readonly Row[]
  readonly decided: readonly Row[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/proposals/list': ProposalListPage
  }
}

const LATEST = 20

/** What waits for this person, the longest waiting first, and what was decided lately. */
export function list(house: House, reader: Reader): Answer {
  const { words, language } = reader
  const said = words.proposals.desk
  const actor = actorOf(reader)
  const open = openProposals(house, actor)
  const decided = house.store.proposals
    .decided({ limit: LATEST, offset: 0 })
    .filter((proposal) => may(actor, 'read-proposals', proposal.ties))
  const model: ProposalListPage = {
    count: open.length === 0 ? said.none : counted(said.count, open.length, language),
    open: open.map((proposal) => rowOf(reader, proposal)),
    decided: decided.map((proposal) => rowOf(reader, proposal)),
  }
  return page('desk/proposals/list', deskHead(reader, said.title), model)
}

function rowOf(reader: Reader, proposal: ProposalAbout): Row {
  const { id, message, madeAt } = proposal
  return {
    href: deskUrls.proposals.one(id),
    about: nameOf(proposal, reader),
    message,
    datetime: localInstant(madeAt),
    at: sayInstant(madeAt, reader.language),
    decided: sayDecided(proposal, reader),
  }
}

/** „Abgelehnt von Koordination, 3. Juni 2026: …“, or empty. */
export function sayDecided({ decision, decidedAt, decidedBy, reason }: Proposal, reader: Reader): string {
  if (decision === null || decidedAt === null) return ''
  const said = reader.words.proposals.desk
  return fill(said[decision], { by: decidedBy, at: sayInstant(decidedAt, reader.language), reason })
}
