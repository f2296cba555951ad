import type { Day } from '../../domain/day.ts'
import { monthOf } from '../../domain/month.ts'
import type { MonthPattern, Ordinal, Pattern } from '../../domain/rule.ts'
import { readDay } from '../../i18n/read-day.ts'
import { sayDayNumbers } from '../../i18n/say-day.ts'
import { choiceOf } from '../forms.ts'
import { dayAt, numberAt, readDayOfYear, type SlotField, type SlotRow, weekdaysAt } from './slot-row.ts'

/** The kinds of rules as a form names them: the two halves of the weeks' numbers are two kinds there. */
export const KINDS = [
  'weekly',
  'even-weeks',
  'uneven-weeks',
  'monthly-weekday',
  'monthly-day',
  'yearly',
  'dates',
] as const

export const ORDINALS: readonly Ordinal[] = [1, 2, 3, 4, 5, -2, -1]

const MOST_DATES = 200
const NONE = {
  weekdays: [],
  every: '',
  anchor: '',
  ordinals: [],
  daysLater: '',
  months: [],
  monthsEvery: '',
  monthsAnchor: '',
  days: '',
  shortMonth: 'skip',
  yearDay: '',
  dates: '',
} as const

type PatternFields = Readonly<
  Record<Extract<SlotField, 'kind' | keyof typeof NONE>, string | readonly string[]>
>

/** The pattern of a row; fields of other kinds are not asked. */
export function readPattern(row: SlotRow): Pattern {
  const kind = choiceOf(row.form, row.name('kind'), KINDS) ?? 'weekly'
  const weekdays = weekdaysAt(row)
  switch (kind) {
    case 'weekly':
      return { kind, weekdays, every: numberAt(row, 'every', 1), anchor: dayAt(row, 'anchor') }
    case 'even-weeks':
    case 'uneven-weeks':
      return { kind: 'week-parity', weekdays, parity: kind === 'even-weeks' ? 'even' : 'uneven' }
    case 'monthly-weekday':
      return { kind, ordinals: ordinalsAt(row), weekdays, months: monthsAt(row), ...daysLaterAt(row) }
    case 'monthly-day':
      return { kind, days: daysOfMonthAt(row), shortMonth: shortMonthAt(row), months: monthsAt(row) }
    case 'yearly':
      return { kind, ...yearDayAt(row), shortMonth: shortMonthAt(row) }
    case 'dates':
      return { kind, days: datesAt(row) }
    default:
      return kind satisfies never
  }
}

/** The fields that a pattern fills; those of other kinds are empty. */
export function patternFields(pattern: Pattern): PatternFields {
  switch (pattern.kind) {
    case 'weekly':
      return {
        ...NONE,
        kind: 'weekly',
        weekdays: pattern.weekdays.map(String),
        every: pattern.every === 1 ? '' : String(pattern.every),
        anchor: pattern.anchor === null ? '' : sayDayNumbers(pattern.anchor),
      }
    case 'week-parity':
      return { ...NONE, kind: `${pattern.parity}-weeks`, weekdays: pattern.weekdays.map(String) }
    case 'monthly-weekday':
      return {
        ...NONE,
        kind: 'monthly-weekday',
        weekdays: pattern.weekdays.map(String),
        ordinals: pattern.ordinals.map(String),
        daysLater: pattern.daysLater === undefined ? '' : String(pattern.daysLater),
        ...monthFields(pattern.months),
      }
    case 'monthly-day':
      return {
        ...NONE,
        kind: 'monthly-day',
        days: pattern.days.join(', '),
        shortMonth: pattern.shortMonth,
        ...monthFields(pattern.months),
      }
    case 'yearly': {
      const { month, day, shortMonth } = pattern
      return { ...NONE, kind: 'yearly', yearDay: `${day}.${month}.`, shortMonth }
    }
    case 'dates':
      return { ...NONE, kind: 'dates', dates: pattern.days.map(sayDayNumbers).join(', ') }
    default:
      return pattern satisfies never
  }
}

function monthFields(months: MonthPattern) {
  return {
    months: months.kind === 'in-months' ? months.months.map(String) : [],
    monthsEvery: months.kind === 'every-n-months' ? String(months.every) : '',
    monthsAnchor:
      months.kind === 'every-n-months'
        ? `${Number(months.anchor.slice(5))}.${months.anchor.slice(0, 4)}`
        : '',
  }
}

function ordinalsAt({ texts }: SlotRow): readonly Ordinal[] {
  const chosen = texts('ordinals')
  return ORDINALS.filter((ordinal) => chosen.includes(String(ordinal)))
}

function daysLaterAt(row: SlotRow): { readonly daysLater?: number } {
  const daysLater = numberAt(row, 'daysLater', 0)
  return daysLater === 0 ? {} : { daysLater }
}

/** Chosen months go before a distance in months: they say more. */
function monthsAt(row: SlotRow): MonthPattern {
  const months = [...new Set(row.texts('months').map(Number))].filter((month) => month >= 1 && month <= 12)
  if (months.length > 0) return { kind: 'in-months', months: months.sort((a, b) => a - b) }
  const every = numberAt(row, 'monthsEvery', 1)
  if (every === 1) return { kind: 'every-month' }
  const anchor = readDay(`1. ${row.text('monthsAnchor')}`)
  if (anchor !== null) return { kind: 'every-n-months', every, anchor: monthOf(anchor) }
  row.complain('monthsAnchor', 'month.malformed')
  return { kind: 'every-month' }
}

/** „1, 15“ and „1. und 15.“ alike. */
function daysOfMonthAt(row: SlotRow): readonly number[] {
  const days = (row.text('days').match(/[^\s,;.]+/g) ?? [])
    .filter((word) => !/^(?:und|and)$/i.test(word))
    .map((word) => (/^\d{1,2}$/.test(word) ? Number(word) : Number.NaN))
  return [...new Set(days)]
}

function shortMonthAt(row: SlotRow): 'skip' | 'last-day' {
  return choiceOf(row.form, row.name('shortMonth'), ['skip', 'last-day']) ?? 'skip'
}

function yearDayAt(row: SlotRow): { readonly month: number; readonly day: number } {
  const day = readDayOfYear(row.text('yearDay'))
  if (day === null) {
    row.complain('yearDay', 'dayOfYear.malformed')
    return { month: 1, day: 1 }
  }
  return { month: Number(day.slice(0, 2)), day: Number(day.slice(3)) }
}

/** Days apart by commas or lines; one that is none is complained of, the others stand. */
function datesAt(row: SlotRow): readonly Day[] {
  const typed = row.text('dates').split(/[,;\n]+/)
  const days = typed.map((text) => text.trim()).filter((text) => text !== '')
  const read = days.map(readDay)
  if (read.includes(null) || days.length > MOST_DATES) row.complain('dates', 'dates.malformed')
  return [...new Set(read.filter((day) => day !== null))].sort().slice(0, MOST_DATES)
}
