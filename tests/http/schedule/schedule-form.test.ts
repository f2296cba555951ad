import { describe, expect, it } from 'vitest'
import type { HolidayPolicy, Pattern, Rule } from '../../../src/domain/rule.ts'
import type { Form } from '../../../src/http/forms.ts'
import {
  scheduleFields,
  scheduleIn,
  settleSlots,
  withSlot,
} from '../../../src/http/schedule/schedule-form.ts'
import { day, month, rule, schedule, slot } from '../../support/schedules.ts'

const everyMonth = { kind: 'every-month' } as const
const skip: HolidayPolicy = { public: 'skip', school: 'keep', closed: 'keep' }

const PATTERNS: readonly Pattern[] = [
  { kind: 'weekly', weekdays: [1, 3, 7], every: 1, anchor: null },
  { kind: 'weekly', weekdays: [2], every: 2, anchor: day('2026-03-03') },
  { kind: 'week-parity', weekdays: [6], parity: 'even' },
  { kind: 'week-parity', weekdays: [6, 7], parity: 'uneven' },
  { kind: 'monthly-weekday', ordinals: [1, 3, 5, -2, -1], weekdays: [3], months: everyMonth },
  { kind: 'monthly-weekday', ordinals: [1], weekdays: [2], months: everyMonth, daysLater: 2 },
  {
    kind: 'monthly-weekday',
    ordinals: [2],
    weekdays: [6],
    months: { kind: 'in-months', months: [1, 3, 11] },
  },
  {
    kind: 'monthly-weekday',
    ordinals: [2],
    weekdays: [4],
    months: { kind: 'every-n-months', every: 3, anchor: month('2026-01') },
  },
  { kind: 'monthly-day', days: [1, 15, 31], shortMonth: 'last-day', months: everyMonth },
  { kind: 'monthly-day', days: [30], shortMonth: 'skip', months: everyMonth },
  { kind: 'yearly', month: 2, day: 29, shortMonth: 'last-day' },
  { kind: 'dates', days: [day('2026-07-07'), day('2026-07-21')] },
]
const TERMS: readonly Partial<Rule>[] = [
  { from: day('2026-09-01'), until: day('2027-06-30') },
  { season: { from: '03-15', until: '10-31' } },
  { holidays: skip },
  { holidays: { public: 'next-day', school: 'skip', closed: 'next-week', schoolOnly: ['summer', 'autumn'] } },
]
const RULES = [
  ...PATTERNS.map((pattern) => rule(pattern)),
  ...TERMS.map((terms) => rule({ kind: 'weekly', weekdays: [5], every: 1, anchor: null }, terms)),
]

const read = (form: Form) => scheduleIn(settleSlots(form))
const weekly = { 'slots.0.kind': 'weekly', 'slots.0.weekdays': '4' }

describe('a schedule in a form', () => {
  it.each(RULES.map((each) => [JSON.stringify(each), each] as const))(
    'comes back as it was: %s',
    (_said, each) => {
      const given = schedule([slot(each, '19:30', '21:00'), slot(each)], 'sonst nach Vereinbarung')
      expect(read(scheduleFields(given))).toEqual({ schedule: given, problems: [] })
    },
  )

  it('may be a note alone, or nothing', () => {
    expect(read({ scheduleNote: 'nach Vereinbarung' }).schedule).toEqual(schedule([], 'nach Vereinbarung'))
    expect(read({}).schedule).toEqual(schedule([]))
  })

  it('leaves out rows that nobody filled, and those that are to be removed', () => {
    const form = withSlot({ ...weekly, 'slots.7.weekdays': '2', 'slots.7.remove': '1' })
    expect(read(form).schedule.slots.map(({ rule: { pattern } }) => pattern)).toEqual([
      { kind: 'weekly', weekdays: [4], every: 1, anchor: null },
    ])
  })

  it('asks no field of another kind of rule', () => {
    const form = { ...weekly, 'slots.0.ordinals': ['1'], 'slots.0.dates': 'bald', 'slots.0.months': '13' }
    expect(read(form).problems).toEqual([])
  })
})

describe('what cannot be understood in a schedule', () => {
  it.each<[string, Form, string]>([
    ['a time in words', { 'slots.0.start': 'abends' }, 'slots.0.start time.malformed'],
    [
      'an end before the start',
      { 'slots.0.start': '19', 'slots.0.end': '18' },
      'slots.0.end slot.end.notAfterStart',
    ],
    ['an end alone', { 'slots.0.end': '18' }, 'slots.0.start slot.start.missing'],
    [
      'no weekday',
      { 'slots.0.weekdays': '', 'slots.0.start': '18' },
      'slots.0.weekdays rule.weekdays.missing',
    ],
    ['a day that there is not', { 'slots.0.from': '31.2.2026' }, 'slots.0.from day.malformed'],
    ['letters for a number', { 'slots.0.every': 'zwei' }, 'slots.0.every rule.every.range'],
    ['no first week', { 'slots.0.every': '2' }, 'slots.0.anchor rule.anchor.missing'],
    ['half a season', { 'slots.0.seasonFrom': '1.3.' }, 'slots.0.seasonUntil rule.season.malformed'],
    [
      'no month to count from',
      { 'slots.0.kind': 'monthly-weekday', 'slots.0.ordinals': '1', 'slots.0.monthsEvery': '3' },
      'slots.0.monthsAnchor month.malformed',
    ],
    ['no day of the year', { 'slots.0.kind': 'yearly' }, 'slots.0.yearDay dayOfYear.malformed'],
    [
      'a 32nd of the month',
      { 'slots.0.kind': 'monthly-day', 'slots.0.days': '1, 32' },
      'slots.0.days rule.dayOfMonth.range',
    ],
    [
      'a date in words',
      { 'slots.0.kind': 'dates', 'slots.0.dates': '7.7.2026, bald' },
      'slots.0.dates dates.malformed',
    ],
    ['no date', { 'slots.0.kind': 'dates' }, 'slots.0.dates rule.days.missing'],
    ['a novel', { scheduleNote: 'x'.repeat(501) }, 'scheduleNote tooLong'],
  ])('is told at its field: %s', (_what, fields, problem) => {
    const { problems } = read({ ...weekly, ...fields })
    expect(problems.map(({ field, key }) => `${field} ${key}`)).toEqual([problem])
  })

  it('is told all at once, each field once', () => {
    const { problems } = read({
      ...weekly,
      'slots.0.every': '2',
      'slots.0.anchor': 'neulich',
      'slots.1.start': '24:00',
    })
    expect(problems.map(({ field, key }) => `${field} ${key}`)).toEqual([
      'slots.0.anchor day.malformed',
      'slots.1.weekdays rule.weekdays.missing',
      'slots.1.start slot.start.malformed',
    ])
  })
})
