import { type Day, isWeekday, WEEKDAYS, type Weekday } from '../../domain/day.ts'
import { readDay } from '../../i18n/read-day.ts'
import type { Form } from '../forms.ts'

/** The fields of a row of the form: one slot. */
export const SLOT_FIELDS = [
  'kind',
  'weekdays',
  'every',
  'anchor',
  'ordinals',
  'daysLater',
  'months',
  'monthsEvery',
  'monthsAnchor',
  'days',
  'shortMonth',
  'yearDay',
  'dates',
  'start',
  'end',
  'from',
  'until',
  'seasonFrom',
  'seasonUntil',
  'public',
  'school',
  'schoolOnly',
  'closed',
] as const
export type SlotField = (typeof SLOT_FIELDS)[number]

/** A row that somebody may fill: every week, on no day yet. */
export const EMPTY_SLOT: Readonly<Partial<Record<SlotField, string>>> = { kind: 'weekly' }

/** One row of a form as a reader of its fields sees it. */
export type SlotRow = {
  readonly text: (field: SlotField) => string
  readonly texts: (field: SlotField) => readonly string[]
  readonly form: Form
  readonly name: (field: SlotField) => string
  /** Notes a problem at a field of the row. */
  readonly complain: (field: SlotField, key: string) => void
}

/** The day that a field names; null where it is empty, or where it complains of what it cannot read. */
export function dayAt({ text, complain }: SlotRow, field: SlotField): Day | null {
  const typed = text(field)
  const day = readDay(typed)
  if (typed !== '' && day === null) complain(field, 'day.malformed')
  return day
}

/** The whole number of a field, `missing` where it is empty; NaN, which no rule allows, for anything else. */
export function numberAt({ text }: SlotRow, field: SlotField, missing: number): number {
  const typed = text(field)
  if (typed === '') return missing
  return /^[+-]?\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN
}

/** The chosen weekdays, Monday first. */
export function weekdaysAt({ texts }: SlotRow): readonly Weekday[] {
  const chosen = texts('weekdays').map(Number).filter(isWeekday)
  return WEEKDAYS.filter((weekday) => chosen.includes(weekday))
}

/** „1.3.“ or „1. März“ as 'MM-DD'; null where it is neither. */
export function readDayOfYear(text: string): string | null {
  // A leap year, so that 29 February is one.
  return readDay(`${text} 2000`)?.slice(5) ?? null
}

/** „1.3.“ for '03-01'. */
export function sayDayOfYear(dayOfYear: string): string {
  return `${Number(dayOfYear.slice(3))}.${Number(dayOfYear.slice(0, 2))}.`
}
