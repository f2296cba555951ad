import { parseClockTime } from '../../domain/clock-time.ts'
import { type Day, parseDay } from '../../domain/day.ts'
import { withException } from '../../domain/exception-fit.ts'
import type { Meeting } from '../../domain/meeting.ts'
import type { Problem } from '../../domain/problem.ts'
import { malformed, notFound } from '../../domain/refusal.ts'
import { datesOf, type ScheduledDate, type ScheduleException, takesPlace } from '../../domain/schedule.ts'
import { type Answer, done, page } from '../../http/answer.ts'
import { choiceOf, type Form, refuseUnknown, sayProblems, textOf, versionOf } from '../../http/forms.ts'
import { calendarsFor } from '../../http/free-days.ts'
import { deskHead, formHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import { clashFields } from '../../http/parts/clashes.ts'
import type { ToldPart } from '../../http/parts/entry-form.ts'
import type { FieldPart } from '../../http/parts/fields.ts'
import type { Link } from '../../http/parts/links.ts'
import { shownDate } from '../../http/parts/shown-date.ts'
import { actorOf, byForm, type Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { fill } from '../../i18n/words.ts'
import {
  claimantOf,
  exceptMeeting,
  meetingDraftOf,
  newDayOf,
  openMeeting,
} from '../../operations/meetings.ts'
import { clashesOf } from '../../operations/room-clashes.ts'
import {
  type MeantDate,
  type ReadException,
  readAddition,
  readCancellation,
  readMove,
  readPause,
} from './exception-form.ts'
import { additionForm, dateForms, type ExceptionForm, pauseForm, type SentFrom } from './exception-pages.ts'
import { datesPart } from './more.ts'

type Shown = {
  readonly form?: Form
  readonly problems?: readonly Problem[]
  readonly told?: ToldPart
  /** Who else has the room then. */
  readonly clashes?: readonly FieldPart[]
  readonly status?: number
}
type Act = 'zusatz' | 'pause'

const WHEN = ['day', 'start', 'end'] as const

/** The next dates of a meeting, each with the way to change it. */
export function dates(house: House, reader: Reader, asked: Asked): Answer {
  return datesPage(house, reader, numberIn(asked, 'id'))
}

/** What can be done about one date. */
export function askAboutDate(house: House, reader: Reader, asked: Asked): Answer {
  const meeting = openMeeting(house, actorOf(reader), 'edit', numberIn(asked, 'id'))
  const meant = meantIn(asked, asked.query.zeit ?? '')
  const dated = dateMeant(house, reader, meeting, meant)
  return dated === null ? notFound('a date') : datePage(reader, meeting, dated, {})
}

/** Cancels a date, or moves it. */
export function changeDate(house: House, reader: Reader, asked: Asked): Answer {
  const meeting = openMeeting(house, actorOf(reader), 'edit', numberIn(asked, 'id'))
  const { form } = asked
  refuseUnknown(form, ['version', 'act', 'zeit', 'reason', 'moveReason', 'despite', ...WHEN])
  const act = choiceOf(form, 'act', ['cancel', 'move']) ?? malformed('act')
  const meant = meantIn(asked, textOf(form, 'zeit'))
  const dated = dateMeant(house, reader, meeting, meant)
  const reading = act === 'cancel' ? readCancellation(form, meant) : readMove(form, meant)
  return answerException(house, reader, { meeting, form, reading }, (shown) =>
    dated === null
      ? datesPage(house, reader, meeting.id, {
          ...shown,
          told: shown.told ?? reader.words.meetings.dates.gone,
        })
      : datePage(reader, meeting, dated, shown),
  )
}

/** The form for one more date, or for a pause. */
export function askFor(act: Act) {
  return (house: House, reader: Reader, asked: Asked): Answer =>
    actPage(reader, openMeeting(house, actorOf(reader), 'edit', numberIn(asked, 'id')), act, {})
}

/** Notes one more date, or a pause. */
export function note(act: Act) {
  return (house: House, reader: Reader, asked: Asked): Answer => {
    const meeting = openMeeting(house, actorOf(reader), 'edit', numberIn(asked, 'id'))
    const { form } = asked
    refuseUnknown(form, [
      'version',
      'reason',
      ...(act === 'zusatz' ? [...WHEN, 'despite'] : ['from', 'until']),
    ])
    const reading = act === 'zusatz' ? readAddition(form) : readPause(form)
    return answerException(house, reader, { meeting, form, reading }, (shown) =>
      actPage(reader, meeting, act, shown),
    )
  }
}

/** Takes an exception back. */
export function takeBack(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  refuseUnknown(asked.form, ['version', 'key'])
  const change = { id, version: versionOf(asked.form), drop: textOf(asked.form, 'key') }
  const result = exceptMeeting(house, byForm(reader), change)
  if (result.kind === 'saved') return done(deskUrls.meetingDates(id), 'saved')
  if (result.kind === 'outdated')
    return datesPage(house, reader, id, { told: reader.words.desk.outdated, status: 409 })
  return datesPage(house, reader, id, { status: 422 })
}

function answerException(
  house: House,
  reader: Reader,
  sent: { readonly meeting: Meeting; readonly form: Form; readonly reading: ReadException },
  show: (shown: Shown) => Answer,
): Answer {
  const { meeting, form, reading } = sent
  if (reading.kind === 'problems') return show({ form, problems: reading.problems, status: 422 })
  const change = { id: meeting.id, version: versionOf(form), add: reading.exception }
  const result = exceptMeeting(house, { ...byForm(reader), despite: textOf(form, 'despite') }, change)
  switch (result.kind) {
    case 'saved':
      return done(deskUrls.meetingDates(meeting.id), 'saved')
    case 'refused':
      return show({
        form,
        problems: result.problems,
        clashes: clashesAt(house, reader, sent, { exception: reading.exception, problems: result.problems }),
        status: 422,
      })
    case 'outdated':
      return show({ form, told: reader.words.desk.outdated, status: 409 })
    default:
      return result satisfies never
  }
}

/** Who has the room on the day of a new date. */
function clashesAt(
  house: House,
  reader: Reader,
  { meeting, form }: { readonly meeting: Meeting; readonly form: Form },
  refused: { readonly exception: ScheduleException; readonly problems: readonly Problem[] },
): readonly FieldPart[] {
  const { exception, problems } = refused
  if (problems.every(({ field }) => field !== 'despite')) return []
  const day = newDayOf(exception)
  const exceptions = withException(meeting.exceptions, exception)
  const claimant = claimantOf(meeting.id, meeting.cityId, { ...meetingDraftOf(meeting), exceptions })
  const clashes = clashesOf(house, claimant).filter(({ dates: all }) => all.some((date) => date.day === day))
  return clashFields({ form, problems: sayProblems(reader.words, problems) }, clashes, house, reader)
}

function datesPage(house: House, reader: Reader, id: number, shown: Shown = {}): Answer {
  const meeting = openMeeting(house, actorOf(reader), 'read-internal', id)
  const title = fill(reader.words.meetings.dates.title, { title: meeting.title })
  const model = {
    trail: trailOf(reader, meeting),
    title,
    told: shown.told ?? null,
    dates: datesPart(house, reader, meeting),
  }
  return page('desk/meetings/dates', deskHead(reader, title), model, shown.status ?? 200)
}

function datePage(reader: Reader, meeting: Meeting, { date, isOnlyOne }: Dated, shown: Shown): Answer {
  const said = shownDate(date, reader)
  const meant = { on: date.day, start: isOnlyOne ? null : date.start }
  const title = fill(reader.words.meetings.dates.dateTitle, { title: meeting.title, day: said.day })
  return exceptionPage(reader, meeting, shown, (from) => ({
    title,
    date: said,
    forms: dateForms(from, meant, reader),
  }))
}

function actPage(reader: Reader, meeting: Meeting, act: Act, shown: Shown): Answer {
  return exceptionPage(reader, meeting, shown, (from) => {
    const form = act === 'zusatz' ? additionForm(from, reader) : pauseForm(from, reader)
    return { title: `${meeting.title}: ${form.title}`, date: null, forms: [form] }
  })
}

function exceptionPage(
  reader: Reader,
  meeting: Meeting,
  { form = {}, told, problems = [], clashes = [], status = 200 }: Shown,
  content: (from: SentFrom) => {
    readonly title: string
    readonly date: ReturnType<typeof shownDate> | null
    readonly forms: readonly ExceptionForm[]
  },
): Answer {
  const said = sayProblems(reader.words, problems)
  const model = content({ meeting, version: meeting.version, filled: { form, problems: said }, clashes })
  const trail = [
    ...trailOf(reader, meeting),
    { href: deskUrls.meetingDates(meeting.id), label: reader.words.meetings.dates.all },
  ]
  const head = formHead(reader, deskHead(reader, model.title), said)
  return page(
    'desk/meetings/exception',
    head,
    { ...model, trail, problems: said, told: told ?? null },
    status,
  )
}

function trailOf({ words }: Reader, { id, title }: Meeting): readonly Link[] {
  return [
    { href: deskUrls.meetings.list(), label: words.meetings.title },
    { href: deskUrls.meetings.entry(id), label: title },
  ]
}

function meantIn({ params }: Asked, zeit: string): MeantDate {
  const on: Day = parseDay(params.day ?? '') ?? notFound('a day')
  return { on, start: parseClockTime(zeit) }
}

/** A date that takes place, and whether it is the only one of its day. */
type Dated = { readonly date: ScheduledDate; readonly isOnlyOne: boolean }

/** The date that takes place on that day, at that start if one is named; null where there is none. */
function dateMeant(house: House, reader: Reader, meeting: Meeting, { on, start }: MeantDate): Dated | null {
  const { schedule, exceptions } = meeting
  const { freeDays } = calendarsFor(house, reader)(meeting)
  const ofDay = datesOf(schedule, exceptions, { from: on, until: on }, freeDays).filter(takesPlace)
  const date = ofDay.find((each) => start === null || each.start === start)
  return date === undefined ? null : { date, isOnlyOne: ofDay.length === 1 }
}
