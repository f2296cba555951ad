import type { Problem } from '../../domain/problem.ts'
import { notFound } from '../../domain/refusal.ts'
import { isSlug } from '../../domain/slug.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { type Form, refuseUnknown, sayProblems, textOf } from '../../http/forms.ts'
import { sayNotice } from '../../http/frame.ts'
import { formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { areaPart, choicesPart, type Filled, textPart } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import { fill, wordsOf } from '../../i18n/words.ts'
import {
  type Subject,
  type SubjectNoun,
  type SubjectPart,
  subjectOf,
} from '../../operations/proposal-subjects.ts'
import { proposeCorrection } from '../../operations/proposals.ts'
import { isSentByMachine, shownAt } from './machine.ts'
import type { ProposalFormPage } from './pages.ts'

/** How an address names the noun of the entry that is meant. */
const NAMES: readonly (readonly [name: string, noun: SubjectNoun])[] = [
  ['gruppe', 'organisation'],
  ['veranstaltung', 'event'],
  ['treffpunkt', 'venue'],
  ['projekt', 'project'],
]

/** The form to say what is wrong with an entry. */
export function askForCorrection(house: House, reader: Reader, asked: Asked): Answer {
  return correctionPage(house, reader, subjectIn(house, reader, asked.query), {})
}

/** Keeps what was said for the coordinators. */
export function sendCorrection(house: House, reader: Reader, asked: Asked): Answer {
  const { form } = asked
  refuseUnknown(form, [...NAMES.map(([name]) => name), 'part', 'right', 'answerTo', 'homepage', 'seit'])
  const subject = subjectIn(house, reader, form)
  const thanks = done(urlsIn(reader.language).correction(subject), 'proposalSent')
  if (isSentByMachine(form, house.clock())) return thanks
  const draft = { part: textOf(form, 'part'), right: rightIn(form), answerTo: textOf(form, 'answerTo') }
  const part = subject.parts.find(({ value }) => value === draft.part)
  const result = proposeCorrection(house, subject, draft, part === undefined ? '' : labelOf(part))
  if (result.kind === 'proposed') return thanks
  return correctionPage(house, reader, subject, form, result.problems)
}

/** That a group is no more says enough. */
function rightIn(form: Form): string {
  const right = textOf(form, 'right')
  return right === '' && textOf(form, 'part') === 'gone' ? '–' : right
}

function subjectIn(house: House, { language }: Reader, form: Form): Subject {
  for (const [name, noun] of NAMES) {
    const slug = textOf(form, name)
    if (slug === '') continue
    if (!isSlug(slug)) notFound(`${noun} ${slug.slice(0, 40)}`)
    return subjectOf(house, { noun, slug }, language)
  }
  return notFound('an entry to correct')
}

function correctionPage(
  house: House,
  reader: Reader,
  subject: Subject,
  form: Form,
  wrong: readonly Problem[] = [],
): Answer {
  const { words, language, notice } = reader
  const { correct, answerTo, answerToHint } = words.proposals
  const problems = sayProblems(words, wrong)
  const filled: Filled = { form, problems }
  const [name = '', noun] = NAMES.find(([, each]) => each === subject.noun) ?? []
  const title = fill(correct.title, { name: subject.name })
  const model: ProposalFormPage = {
    problems,
    title,
    lead: correct.lead,
    notice: sayNotice(words, notice) ?? '',
    action: urlsIn(language).correctionForm,
    hidden: [
      { name, value: subject.slug },
      { name: 'seit', value: textOf(form, 'seit') || shownAt(house.clock()) },
    ],
    fields: [
      choicesPart(filled, 'part', {
        label: correct.part,
        type: 'radio',
        options: subject.parts.map((part) => [part.value, sayPart(part, reader)] as const),
      }),
      areaPart(filled, 'right', { label: correct.right, hint: correct.rightHint, rows: 4, isRequired: true }),
      textPart(filled, 'answerTo', { label: answerTo, hint: answerToHint, size: 'middle' }),
    ],
    send: correct.send,
    back: noun === undefined ? null : { href: backTo(subject, reader), label: correct.back },
  }
  const head = formHead(reader, { title, hidden: true }, problems)
  return page('site/proposals/form', head, model, problems.length > 0 ? 422 : 200)
}

function backTo({ noun, slug }: Subject, { language }: Reader): Href {
  const urls = urlsIn(language)
  switch (noun) {
    case 'organisation':
      return urls.organisation({ slug, kind: 'group' })
    case 'event':
      return urls.event(slug)
    case 'venue':
      return urls.venue(slug)
    case 'project':
      return urls.project(slug)
    default:
      return noun satisfies never
  }
}

/** „Zeiten: Chorprobe (jetzt: Jeden Donnerstag, 19–21 Uhr)“. */
function sayPart(part: SubjectPart, { words }: Reader): string {
  const { parts, now } = words.proposals
  const named = part.title === '' ? parts[part.kind] : `${parts[part.kind]}: ${part.title}`
  return part.about === '' ? named : fill(now, { part: named, about: part.about })
}

/** For the coordinators, who read German. */
function labelOf(part: SubjectPart): string {
  const { parts } = wordsOf('de').proposals
  return part.title === '' ? parts[part.kind] : `${parts[part.kind]} (${part.title})`
}
