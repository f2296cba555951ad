import { checkText, type Problem } from '../../domain/problem.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { type Form, refuseUnknown, type ShownProblem, sayProblems, textOf } from '../../http/forms.ts'
import { formHead } from '../../http/head.ts'
import type { Href } from '../../http/href.ts'
import { type AreaPart, areaPart } from '../../http/parts/fields.ts'
import { labelOf, type Twofold } from '../../http/parts/twofold.ts'
import { endByLink } from '../../operations/link-changes.ts'
import { type AtLink, behindLink, type LinkBack, linkHead } from './link.ts'

/** What happened to the group. */
export type EndPage = {
  readonly title: Twofold
  readonly lead: Twofold
  readonly problems: readonly ShownProblem[]
  readonly action: Href
  readonly word: AreaPart
  readonly send: Twofold
  readonly back: LinkBack
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/confirmation/end': EndPage
  }
}

const LONGEST_WORD = 1000

/** The question what happened. */
export const askForWord = behindLink((at) => endPage(at, {}, []))

/** Notes that the group exists no longer; the link is over then. */
export const end = behindLink((at, asked) => {
  const { form } = asked
  refuseUnknown(form, ['word'])
  const word = textOf(form, 'word')
  const problems = checkText('word', word, { required: true, longest: LONGEST_WORD })
  if (problems.length > 0) return endPage(at, form, problems)
  const result = endByLink(at.house, at.link, word)
  if (result.kind === 'refused') return endPage(at, form, result.problems)
  return done(at.urls.entry)
})

function endPage(at: AtLink, form: Form, problems: readonly Problem[]): Answer {
  const { reader, said, urls } = at
  const { confirmation } = reader.words
  const shown = sayProblems(reader.words, problems)
  const model: EndPage = {
    title: said('gone'),
    lead: said('goneLead'),
    problems: shown,
    action: urls.end,
    word: areaPart({ form, problems: shown }, 'word', {
      ...labelOf(said('word')),
      hint: confirmation.wordHint,
      rows: 3,
      isRequired: true,
    }),
    send: said('send'),
    back: { href: urls.entry, label: said('back') },
  }
  const head = formHead(reader, linkHead(at, model.title), shown)
  return page('site/confirmation/end', head, model, shown.length > 0 ? 422 : 200)
}
