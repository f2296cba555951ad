import { type Day, parseDay } from '../../domain/day.ts'
import { checkText, type Problem } from '../../domain/problem.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { type Form, refuseUnknown, type ShownProblem, sayProblems, textOf } from '../../http/forms.ts'
import { formHead } from '../../http/head.ts'
import type { Href } from '../../http/href.ts'
import type { ToldPart } from '../../http/parts/entry-form.ts'
import { type ChoicesPart, choicesPart, type TextPart, textPart } from '../../http/parts/fields.ts'
import { labelOf, type Twofold } from '../../http/parts/twofold.ts'
import { fill } from '../../i18n/words.ts'
import { type CalledOff, callOffByLink } from '../../operations/confirmation-links.ts'
import { toldEntry } from '../../operations/told-entry.ts'
import { type AtLink, behindLink, type LinkBack, linkHead } from './link.ts'

/** Which date does not take place, and why. */
export type CallOffPage = {
  readonly title: Twofold
  readonly lead: Twofold
  readonly problems: readonly ShownProblem[]
  readonly told: ToldPart | null
  readonly action: Href
  readonly dates: ChoicesPart
  readonly reason: TextPart
  readonly send: Twofold
  readonly back: LinkBack
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/confirmation/date': CallOffPage
  }
}

/** So many dates of each meeting are offered: whoever plans holidays names the weeks ahead. */
const OFFERED = 12
const LONGEST_REASON = 200

type Shown = {
  readonly form: Form
  readonly problems?: readonly Problem[]
  readonly told?: ToldPart
  readonly status?: number
}

/** The next dates to choose from. */
export const askForDate = behindLink((at) => datePage(at, { form: {} }))

/** Calls the chosen date off, at once. */
export const callOff = behindLink((at, asked) => {
  const { form } = asked
  refuseUnknown(form, ['date', 'reason'])
  const chosen = chosenIn(form)
  const reason = textOf(form, 'reason')
  const problems = [
    ...(chosen === null ? [{ field: 'date', key: 'date.missing' }] : []),
    ...checkText('reason', reason, { required: false, longest: LONGEST_REASON }),
  ]
  if (chosen === null || problems.length > 0) return datePage(at, { form, problems, status: 422 })
  const result = callOffByLink(at.house, at.link, { ...chosen, reason })
  switch (result.kind) {
    case 'saved':
      return done(at.urls.entry, 'dateCalledOff')
    case 'refused':
      return datePage(at, { form, problems: result.problems, status: 422 })
    case 'outdated':
      return datePage(at, { form, told: at.reader.words.confirmation.dateGone, status: 409 })
    default:
      return result satisfies never
  }
})

function datePage(at: AtLink, { form, problems = [], told, status = 200 }: Shown): Answer {
  const { house, link, reader, said, urls } = at
  const { confirmation } = reader.words
  const shown = sayProblems(reader.words, problems)
  const filled = { form, problems: shown }
  const sayNear = (day: Day, text: string) =>
    day === reader.now.day ? fill(confirmation.today, { date: text }) : text
  const entry = toldEntry(house, link.organisation, reader.language, OFFERED)
  const offered = entry.meetings.filter(({ isForeign }) => !isForeign)
  const model: CallOffPage = {
    title: said('cancel'),
    lead: said('cancelLead'),
    problems: shown,
    told: told ?? null,
    action: urls.date,
    dates: choicesPart(filled, 'date', {
      ...labelOf(said('whichDate')),
      type: 'radio',
      options: offered.flatMap(({ id, title, dates }) =>
        dates.map(
          ({ day, start, said: text }) =>
            [`${id}_${day}_${start ?? ''}`, `${sayNear(day, text)}: ${title}`] as const,
        ),
      ),
    }),
    reason: textPart(filled, 'reason', {
      ...labelOf(said('reason')),
      hint: confirmation.reasonHint,
    }),
    send: said('send'),
    back: { href: urls.entry, label: said('back') },
  }
  return page('site/confirmation/date', formHead(reader, linkHead(at, model.title), shown), model, status)
}

/** „17_2026-06-03_19:30“: the meeting, the day, and the start where it has one. */
function chosenIn(form: Form): Omit<CalledOff, 'reason'> | null {
  const [, id = '', day = '', start = ''] =
    /^([1-9]\d{0,8})_(\d{4}-\d\d-\d\d)_(\d\d:\d\d)?$/.exec(textOf(form, 'date')) ?? []
  const on = parseDay(day)
  return on === null ? null : { meetingId: Number(id), day: on, start: start === '' ? null : start }
}
