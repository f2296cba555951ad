import type { Meeting } from '../../domain/meeting.ts'
import type { ShownProblem } from '../../http/forms.ts'
import type { Href } from '../../http/href.ts'
import type { ToldPart } from '../../http/parts/entry-form.ts'
import { type FieldPart, type Filled, textPart } from '../../http/parts/fields.ts'
import type { Link } from '../../http/parts/links.ts'
import type { ShownDate } from '../../http/parts/shown-date.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import type { MeantDate } from './exception-form.ts'
import type { DatesPart } from './more.ts'

/** One thing that can be done about a date, with its own button. */
export type ExceptionForm = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly action: Href
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly fields: readonly FieldPart[]
  readonly button: string
  readonly weight: 'danger' | 'normal'
}

type Around = {
  readonly trail: readonly Link[]
  readonly title: string
  readonly problems: readonly ShownProblem[]
  readonly told: ToldPart | null
}

/** A page with what can be done about one date, or about the dates of a meeting. */
export type ExceptionPage = Around & {
  /** The date that is meant; null where none is yet. */
  readonly date: ShownDate | null
  readonly forms: readonly ExceptionForm[]
}

/** The dates of a meeting, and everything that differs from its times. */
export type DatesPage = Omit<Around, 'problems'> & { readonly dates: DatesPart }

declare module '../../http/render.ts' {
  interface Pages {
    'desk/meetings/exception': ExceptionPage
    'desk/meetings/dates': DatesPage
  }
  interface Parts {
    'exception-form': ExceptionForm
  }
}

/** How a form is sent: from which version of which meeting, and filled with what. */
export type SentFrom = {
  readonly meeting: Meeting
  readonly version: number
  readonly filled: Filled
  readonly clashes: readonly FieldPart[]
}

/** The two things that can be done about one date: cancel it, or move it. */
export function dateForms(from: SentFrom, meant: MeantDate, reader: Reader): readonly ExceptionForm[] {
  const { cancel, move, fields, hints } = reader.words.meetings.dates
  const { filled, meeting, version } = from
  const zeit = meant.start === null ? [] : [{ name: 'zeit', value: meant.start }]
  const form = (act: 'cancel' | 'move') => ({
    id: act,
    action: deskUrls.meetingDate(meeting.id, meant.on),
    hidden: [{ name: 'version', value: String(version) }, { name: 'act', value: act }, ...zeit],
  })
  return [
    {
      ...form('cancel'),
      ...cancel,
      fields: [textPart(filled, 'reason', { label: fields.reason, hint: hints.reason })],
      weight: 'danger',
    },
    {
      ...form('move'),
      ...move,
      fields: [
        ...whenFields(filled, reader, 'stay'),
        textPart(filled, 'moveReason', { label: fields.moveReason, hint: hints.moveReason }),
        ...from.clashes,
      ],
      weight: 'normal',
    },
  ]
}

/** One more date beside those of the rule. */
export function additionForm(from: SentFrom, reader: Reader): ExceptionForm {
  const { add, fields, hints } = reader.words.meetings.dates
  return {
    ...plainForm(from, 'zusatz'),
    ...add,
    fields: [
      ...whenFields(from.filled, reader, 'open'),
      textPart(from.filled, 'reason', { label: fields.reason, hint: hints.addReason }),
      ...from.clashes,
    ],
  }
}

/** A stretch of days without a date. */
export function pauseForm(from: SentFrom, reader: Reader): ExceptionForm {
  const { pause, fields, hints } = reader.words.meetings.dates
  const day = (name: 'from' | 'until') =>
    textPart(from.filled, name, { label: fields[name], hint: hints[name], size: 'short', isRequired: true })
  return {
    ...plainForm(from, 'pause'),
    ...pause,
    fields: [
      day('from'),
      day('until'),
      textPart(from.filled, 'reason', { label: fields.reason, hint: hints.pauseReason }),
    ],
  }
}

function plainForm({ meeting, version }: SentFrom, act: 'zusatz' | 'pause') {
  return {
    id: act,
    action: deskUrls.meetingDateAct(meeting.id, act),
    hidden: [{ name: 'version', value: String(version) }],
    weight: 'normal' as const,
  }
}

/** Day, start and end; left empty, the times `stay` as they were, or are `open`. */
function whenFields(filled: Filled, { words }: Reader, times: 'stay' | 'open'): readonly FieldPart[] {
  const { fields, hints } = words.meetings.dates
  return [
    textPart(filled, 'day', { label: fields.day, hint: hints.day, size: 'short', isRequired: true }),
    textPart(filled, 'start', {
      label: fields.start,
      hint: times === 'stay' ? hints.startStays : hints.start,
      size: 'tiny',
    }),
    textPart(filled, 'end', { label: fields.end, size: 'tiny' }),
  ]
}
