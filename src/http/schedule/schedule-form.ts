import { type Problem, within } from '../../domain/problem.ts'
import type { RuleProblemKey } from '../../domain/rule.ts'
import { checkSchedule, type Schedule, type Slot } from '../../domain/schedule.ts'
import { type Form, rowsOf, settleRows, textOf } from '../forms.ts'
import { readSlot, slotFields } from './slot-form.ts'
import { EMPTY_SLOT, SLOT_FIELDS, type SlotField } from './slot-row.ts'

/** The name of the rows of a schedule: one slot each. */
export const SLOTS = 'slots'

/** What says nothing by itself: a row that holds no more than this is empty. */
const SILENT: readonly SlotField[] = ['kind', 'shortMonth', 'public', 'school', 'closed']
const LONGEST_NOTE = 500

/** The sent form with the rows of its schedule in order, without empty ones. */
export function settleSlots(form: Form): Form {
  return settleRows(form, SLOTS, SLOT_FIELDS, (at) =>
    SLOT_FIELDS.some((field) => !SILENT.includes(field) && at(field) !== ''),
  )
}

/** The form with one more row for a slot. */
export function withSlot(form: Form): Form {
  const row = `${SLOTS}.${rowsOf(form, SLOTS).length}`
  return { ...form, ...named(row, EMPTY_SLOT) }
}

/** The schedule that a settled form holds in its fields, and everything that keeps it from being sound. */
export function scheduleIn(form: Form): {
  readonly schedule: Schedule
  readonly problems: readonly Problem[]
} {
  const rows = rowsOf(form, SLOTS).map((index) => readSlot(form, `${SLOTS}.${index}`))
  const note = textOf(form, 'scheduleNote')
  const schedule = { slots: rows.map(({ slot }) => slot), note: note === '' ? null : note }
  const unread = rows.flatMap(({ problems }) => problems)
  const unsound = problemsOf(schedule).filter(({ field }) => unread.every((other) => other.field !== field))
  const tooLong =
    note.length > LONGEST_NOTE
      ? [{ field: 'scheduleNote', key: 'tooLong', params: { longest: LONGEST_NOTE } }]
      : []
  return { schedule, problems: [...unread, ...unsound, ...tooLong] }
}

/** The fields that a schedule fills. */
export function scheduleFields({ slots, note }: Schedule): Form {
  const rows = slots.map((slot, index) => named(`${SLOTS}.${index}`, slotFields(slot)))
  return Object.assign({ scheduleNote: note ?? '' }, ...rows)
}

function named(row: string, fields: Readonly<Partial<Form>>): Form {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${row}.${field}`, value ?? '']))
}

/** Every problem of the domain at the field of its row. */
function problemsOf(schedule: Schedule): Problem[] {
  return checkSchedule(schedule).flatMap(({ key, params }) => {
    const index = Number(params.slot) - 1
    const slot = schedule.slots[index]
    return slot === undefined ? [] : within(`${SLOTS}.${index}`, [{ field: fieldOf(key, slot), key, params }])
  })
}

function fieldOf(key: RuleProblemKey, { rule }: Slot): SlotField {
  const { kind } = rule.pattern
  switch (key) {
    case 'rule.weekdays.missing':
      return 'weekdays'
    case 'rule.ordinals.missing':
      return 'ordinals'
    case 'rule.daysLater.range':
      return 'daysLater'
    case 'rule.months.missing':
      return 'months'
    case 'rule.month.range':
      return kind === 'yearly' ? 'yearDay' : 'months'
    case 'rule.days.missing':
      return kind === 'dates' ? 'dates' : 'days'
    case 'rule.dayOfMonth.range':
      return kind === 'yearly' ? 'yearDay' : 'days'
    case 'rule.every.range':
      return kind === 'weekly' ? 'every' : 'monthsEvery'
    case 'rule.anchor.missing':
      return 'anchor'
    case 'rule.until.beforeFrom':
      return 'until'
    case 'rule.season.malformed':
      return 'seasonFrom'
    case 'rule.schoolBreaks.missing':
      return 'schoolOnly'
    case 'slot.start.missing':
    case 'slot.start.malformed':
      return 'start'
    case 'slot.end.notAfterStart':
      return 'end'
    default:
      return key satisfies never
  }
}
