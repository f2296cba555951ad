import { isGap, nextDatesAndGaps, type Schedule, type ScheduleException } from '../../domain/schedule.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { type Form, problemAt, rowsOf, textOf } from '../forms.ts'
import { type Filled, type TextPart, textPart } from '../parts/fields.ts'
import { type StripDate, stripDate } from '../parts/meeting-card.ts'
import type { Reader } from '../reader.ts'
import { SLOTS, scheduleIn } from './schedule-form.ts'
import type { Tongue } from './sentence.ts'
import { type AroundSentence, type SentencePart, sentencePart } from './sentence-part.ts'
import { type SlotPart, slotPart } from './slot-part.ts'

/** The times of an entry in its form. */
export type SchedulePart = {
  readonly kind: 'schedule'
  readonly problem: string
  readonly sentence: SentencePart
  readonly slots: readonly SlotPart[]
  /** The fields are folded away where the sentence says everything. */
  readonly areSlotsOpen: boolean
  readonly note: TextPart
  /** What was understood; null where nobody asked, or where something is to be mended first. */
  readonly answer: ScheduleAnswer | null
}

/** A schedule said back, with its next dates. */
export type ScheduleAnswer = {
  readonly said: string
  readonly dates: readonly StripDate[]
  /** Why there are no dates, or empty. */
  readonly noDates: string
}

declare module '../render.ts' {
  interface Parts {
    'schedule-field': SchedulePart
    'schedule-slot': SlotPart
    'schedule-sentence': SentencePart
    'schedule-answer': ScheduleAnswer
  }
}

/** How its sentence is read, and what else decides over its dates. */
export type AroundSchedule = AroundSentence & { readonly exceptions: readonly ScheduleException[] }

/** So many next dates show whether a rule is right. */
export const SHOWN_DATES = 12

/** The fields of a schedule, filled, with the answer to „Zeiten prüfen“. */
export function schedulePart(filled: Filled, reader: Reader, around: AroundSchedule): SchedulePart {
  const { fields, hints } = reader.words.schedule
  const { schedule, problems } = scheduleIn(filled.form)
  const { tongue } = around
  const isAnswered = isJustRead(filled.form, tongue) && problems.length === 0
  return {
    kind: 'schedule',
    problem: problemAt(filled.problems, 'schedule') ?? '',
    sentence: sentencePart(filled, reader, around),
    areSlotsOpen: isAboutSlots(filled),
    slots: rowsOf(filled.form, SLOTS).map((index) =>
      slotPart(filled, `${SLOTS}.${index}`, index + 1, reader),
    ),
    note: textPart(filled, 'scheduleNote', { label: fields.scheduleNote, hint: hints.scheduleNote }),
    answer: isAnswered ? scheduleAnswer(schedule, around, reader) : null,
  }
}

/** Whether somebody asked for the dates, or has to look at them; not while the page asks which ones are meant. */
function isJustRead(form: Form, { read }: Tongue): boolean {
  const open = textOf(form, 'open')
  if (open === '') return textOf(form, 'act') === 'check' || textOf(form, 'seen') !== ''
  return open === 'question' && read(textOf(form, 'sentence')).status === 'read'
}

/** Whether somebody works with the fields: one more was asked for, or one is to be mended. */
function isAboutSlots({ form, problems }: Filled): boolean {
  return (
    textOf(form, 'add') === SLOTS ||
    textOf(form, 'open') === 'both' ||
    problems.some(({ field }) => field.startsWith(`${SLOTS}.`))
  )
}

/** A sound schedule said back, with its next dates from today on. */
function scheduleAnswer(
  schedule: Schedule,
  { exceptions, calendar }: AroundSchedule,
  reader: Reader,
): ScheduleAnswer {
  const { noteOnly, noDates } = reader.words.schedule
  const dates = nextDatesAndGaps(schedule, exceptions, reader.now.day, SHOWN_DATES, calendar?.freeDays)
  return {
    said: saySchedule(schedule, reader.language, { land: calendar?.land ?? null }),
    dates: dates.map((date) => stripDate(date, reader)),
    noDates: schedule.slots.length === 0 ? noteOnly : dates.every(isGap) ? noDates : '',
  }
}
