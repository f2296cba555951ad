import type { HolidayCalendar } from '../../domain/holidays.ts'
import type { Land } from '../../domain/land.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { Reading } from '../../i18n/read-rule.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import type { Form } from '../forms.ts'
import type { SaidField } from '../parts/difference.ts'
import type { Filled } from '../parts/fields.ts'
import type { Reader } from '../reader.ts'
import { type SchedulePart, schedulePart } from './part.ts'
import { SLOTS, scheduleFields, scheduleIn } from './schedule-form.ts'
import { SENTENCE_FIELDS, type Tongue } from './sentence.ts'
import { sentenceProblems } from './sentence-part.ts'
import { tongueIn } from './tongue.ts'

/** The fields of hours beside the rows of their slots. */
export const HOURS_FIELDS = [...SENTENCE_FIELDS, 'scheduleNote'] as const

/** What two people may change apart from one another. */
export const HOURS_GROUPS = [SLOTS, 'scheduleNote'] as const

/** How hours are read: a bare list of days means every week, and what is open ends some time. */
export function hoursTongue(reader: Reader, land: Land | null): Tongue {
  const tongue = tongueIn(reader, land)
  return { ...tongue, read: (sentence) => asHours(tongue.read(sentence)) }
}

function asHours(reading: Reading): Reading {
  const warnings = reading.warnings.filter(({ key }) => key !== 'weekly-assumed')
  const isEndless =
    reading.status === 'read' &&
    reading.schedule.slots.some(({ start, end }) => start !== null && end === null)
  return { ...reading, warnings: isEndless ? [...warnings, { key: 'end-missing', params: {} }] : warnings }
}

/** The fields of hours under a label of their own; they may stay empty. */
export function hoursPart(
  filled: Filled,
  reader: Reader,
  around: {
    readonly label: string
    readonly hint: string
    readonly tongue: Tongue
    /** What is free where they are kept; null where that is not known yet. */
    readonly calendar: HolidayCalendar | null
  },
): SchedulePart {
  const { label, hint, tongue, calendar } = around
  const part = schedulePart(filled, withHourWords(reader), { tongue, calendar, exceptions: [] })
  const { area } = part.sentence
  return {
    ...part,
    sentence: { ...part.sentence, area: { ...area, label, hint, isOptional: true } },
  }
}

function withHourWords(reader: Reader): Reader {
  const { schedule, hours } = reader.words
  return { ...reader, words: { ...reader.words, schedule: { ...schedule, ...hours } } }
}

/** The hours of a settled form, null where nobody typed any, and everything that keeps them from being saved. */
export function hoursIn(
  form: Form,
  reader: Reader,
  tongue: Tongue,
): { readonly hours: Schedule | null; readonly problems: readonly Problem[] } {
  const { problems } = scheduleIn(form)
  return { hours: hoursOf(form), problems: [...sentenceProblems(form, reader, tongue), ...problems] }
}

/** The hours that stand in the fields of a form, sound or not. */
export function hoursOf(form: Form): Schedule | null {
  const { schedule } = scheduleIn(form)
  return schedule.slots.length === 0 && schedule.note === null ? null : schedule
}

/** The fields that hours fill. */
export function hoursFields(hours: Schedule | null): Form {
  return scheduleFields(hours ?? { slots: [], note: null })
}

/** Hours in words: what the rules say, and the note beside them. */
export function sayHours(hours: Schedule | null, label: string, { words, language }: Reader): SaidField[] {
  const [rules] = HOURS_GROUPS
  return [
    { group: rules, label, text: hours === null ? '' : saySchedule({ ...hours, note: null }, language) },
    { group: 'scheduleNote', label: words.schedule.fields.scheduleNote, text: hours?.note ?? '' },
  ]
}
