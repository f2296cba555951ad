import { may } from '../../domain/permission.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Decision } from '../../domain/proposal.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { type Form, refuseUnknown, type ShownProblem, sayProblems, textOf } from '../../http/forms.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { ToldPart } from '../../http/parts/entry-form.ts'
import { type TextPart, textPart } from '../../http/parts/fields.ts'
import type { Link } from '../../http/parts/links.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayInstant } from '../../i18n/say-instant.ts'
import { decideProposal, openProposal } from '../../operations/proposals.ts'
import { nameOf, takeHref } from './entry.ts'
import { sayDecided } from './list.ts'

export type ProposalPage = {
  readonly problems: readonly ShownProblem[]
  readonly told: ToldPart | null
  readonly trail: readonly Link[]
  readonly title: string
  readonly message: string
  readonly at: string
  readonly answerTo: string
  readonly decided: string
  /** Null once it is decided, for whoever may not, and where the entry is gone. */
  readonly take: Href | null
  /** Null once it is decided, and for whoever may not. */
  readonly decide: { readonly settle: Href; readonly decline: Href; readonly reason: TextPart } | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/proposals/proposal': ProposalPage
  }
}

/** One proposal: what is said, and what can be done about it. */
export function proposal(house: House, reader: Reader, asked: Asked): Answer {
  return proposalPage(house, reader, numberIn(asked, 'id'), {})
}

/** Declines a proposal with a word. */
export function decline(house: House, reader: Reader, asked: Asked): Answer {
  refuseUnknown(asked.form, ['reason'])
  return decided(house, reader, asked, 'declined')
}

/** Notes that there is nothing left to change. */
export function settle(house: House, reader: Reader, asked: Asked): Answer {
  refuseUnknown(asked.form, [])
  return decided(house, reader, asked, 'accepted')
}

function decided(house: House, reader: Reader, asked: Asked, decision: Decision): Answer {
  const id = numberIn(asked, 'id')
  const { form } = asked
  const result = decideProposal(house, byForm(reader), { id, decision, reason: textOf(form, 'reason') })
  switch (result.kind) {
    case 'saved':
      return done(deskUrls.proposals.list, 'proposalDecided')
    case 'refused':
      return proposalPage(house, reader, id, { form, problems: result.problems, status: 422 })
    case 'outdated':
      return proposalPage(house, reader, id, { told: reader.words.desk.outdated, status: 409 })
    default:
      return result satisfies never
  }
}

function proposalPage(
  house: House,
  reader: Reader,
  id: number,
  shown: {
    readonly form?: Form
    readonly problems?: readonly Problem[]
    readonly told?: ToldPart
    readonly status?: number
  },
): Answer {
  const { words, language } = reader
  const said = words.proposals.desk
  const actor = actorOf(reader)
  const stored = openProposal(house, actor, 'read-proposals', id)
  const name = nameOf(stored, reader)
  const mayDecide = stored.decision === null && may(actor, 'edit', stored.ties)
  const problems = sayProblems(words, shown.problems ?? [])
  const filled = { form: shown.form ?? {}, problems }
  const model: ProposalPage = {
    problems,
    told: shown.told ?? null,
    trail: [{ href: deskUrls.proposals.list, label: said.title }],
    title: name,
    message: stored.message,
    at: sayInstant(stored.madeAt, language),
    answerTo: stored.answerTo === '' ? said.noAnswer : stored.answerTo,
    decided: sayDecided(stored, reader),
    take: mayDecide ? takeHref(stored) : null,
    decide: mayDecide
      ? {
          settle: deskUrls.proposals.act(id, 'erledigt'),
          decline: deskUrls.proposals.act(id, 'ablehnen'),
          reason: textPart(filled, 'reason', { label: said.reason, hint: said.reasonHint, isRequired: true }),
        }
      : null,
  }
  const head = formHead(reader, deskHead(reader, name), problems)
  return page('desk/proposals/proposal', head, model, shown.status ?? 200)
}
