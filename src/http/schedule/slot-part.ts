import { WEEKDAYS } from '../../domain/day.ts'
import { SCHOOL_BREAKS } from '../../domain/free-day.ts'
import { sayMonthName, sayWeekday } from '../../i18n/say-day.ts'
import { fill } from '../../i18n/words.ts'
import { problemAt, textOf } from '../forms.ts'
import { choicesPart, type FieldPart, type Filled, selectPart, textPart } from '../parts/fields.ts'
import type { Reader } from '../reader.ts'
import { KINDS, ORDINALS } from './pattern-form.ts'
import { HOLIDAY_ACTIONS } from './slot-form.ts'
import type { SlotField } from './slot-row.ts'

/** Fields of a slot that belong together; `kinds`: for which kinds of rules, empty for all. */
export type SlotGroup = { readonly kinds: string; readonly fields: readonly FieldPart[] }

/** One slot in a form. */
export type SlotPart = {
  readonly legend: string
  readonly main: readonly SlotGroup[]
  /** What few slots need, folded away unless something stands there. */
  readonly more: readonly SlotGroup[]
  readonly isMoreOpen: boolean
  readonly remove: string
}

const MORE: readonly SlotField[] = [
  'anchor',
  'every',
  'months',
  'monthsEvery',
  'daysLater',
  'from',
  'until',
  'seasonFrom',
  'seasonUntil',
]
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** A row of a form with all fields that a rule can have. */
export function slotPart(filled: Filled, row: string, number: number, reader: Reader): SlotPart {
  const at = (field: SlotField) => `${row}.${field}`
  const holds = (field: SlotField) =>
    textOf(filled.form, at(field)) !== '' || problemAt(filled.problems, at(field)) !== null
  const holidays = (['public', 'school', 'closed'] as const).some(
    (field) => !['', 'keep'].includes(textOf(filled.form, at(field))),
  )
  return {
    legend: fill(reader.words.schedule.slot, { number }),
    main: mainGroups(filled, at, reader),
    more: moreGroups(filled, at, reader),
    isMoreOpen: holidays || MORE.some(holds),
    remove: `${row}.remove`,
  }
}

type Name = (field: SlotField) => string

function mainGroups(filled: Filled, at: Name, { words, language }: Reader): SlotGroup[] {
  const { fields, hints, kinds, ordinals, shortMonths } = words.schedule
  const clock = (field: 'start' | 'end', hint: string) =>
    textPart(filled, at(field), { label: fields[field], hint, size: 'tiny' })
  return [
    group('', [
      selectPart(filled, at('kind'), {
        label: fields.kind,
        options: KINDS.map((kind) => [kind, kinds[kind]] as const),
      }),
    ]),
    group('monthly-weekday', [
      choicesPart(filled, at('ordinals'), {
        label: fields.ordinals,
        type: 'checkbox',
        options: ORDINALS.map((ordinal) => [String(ordinal), ordinals[`${ordinal}`]] as const),
      }),
    ]),
    group('weekly even-weeks uneven-weeks monthly-weekday', [
      choicesPart(filled, at('weekdays'), {
        label: fields.weekdays,
        type: 'checkbox',
        options: WEEKDAYS.map((weekday) => [String(weekday), sayWeekday(weekday, language)] as const),
      }),
    ]),
    group('monthly-day', [
      textPart(filled, at('days'), { label: fields.days, hint: hints.days, size: 'short' }),
    ]),
    group('yearly', [
      textPart(filled, at('yearDay'), { label: fields.yearDay, hint: hints.yearDay, size: 'short' }),
    ]),
    group('monthly-day yearly', [
      selectPart(filled, at('shortMonth'), {
        label: fields.shortMonth,
        options: [
          ['skip', shortMonths.skip],
          ['last-day', shortMonths['last-day']],
        ],
      }),
    ]),
    group('dates', [textPart(filled, at('dates'), { label: fields.dates, hint: hints.dates })]),
    group('', [clock('start', hints.start), clock('end', '')]),
  ]
}

function moreGroups(filled: Filled, at: Name, { words, language }: Reader): SlotGroup[] {
  const { fields, hints, actions, breaks } = words.schedule
  const short = (field: 'anchor' | 'from' | 'until' | 'seasonFrom' | 'seasonUntil' | 'monthsAnchor') =>
    textPart(filled, at(field), { label: fields[field], hint: hints[field], size: 'short' })
  const number = (field: 'every' | 'monthsEvery' | 'daysLater') =>
    textPart(filled, at(field), { label: fields[field], hint: hints[field], size: 'tiny' })
  const action = (field: 'public' | 'school' | 'closed') =>
    selectPart(filled, at(field), {
      label: fields[field],
      options: HOLIDAY_ACTIONS.map((each) => [each, actions[each]] as const),
    })
  return [
    group('weekly', [number('every'), short('anchor')]),
    group('monthly-weekday monthly-day', [
      choicesPart(filled, at('months'), {
        label: fields.months,
        hint: hints.months,
        type: 'checkbox',
        options: MONTHS.map((month) => [String(month), sayMonthName(month, language)] as const),
      }),
    ]),
    group('monthly-weekday monthly-day', [number('monthsEvery'), short('monthsAnchor')]),
    group('monthly-weekday', [number('daysLater')]),
    group('', [short('from'), short('until')]),
    group('', [short('seasonFrom'), short('seasonUntil')]),
    group('', [action('public'), action('school'), action('closed')]),
    group('', [
      choicesPart(filled, at('schoolOnly'), {
        label: fields.schoolOnly,
        hint: hints.schoolOnly,
        type: 'checkbox',
        options: SCHOOL_BREAKS.map((each) => [each, breaks[each]] as const),
      }),
    ]),
  ]
}

function group(kinds: string, fields: readonly FieldPart[]): SlotGroup {
  return { kinds, fields }
}
