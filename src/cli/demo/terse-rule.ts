import { z } from 'zod'
import type { Day } from '../../domain/day.ts'
import { clockTimeSchema, ruleSchema } from '../../domain/rule-json.ts'
import { dayOfText } from './relative-day.ts'

type Fields = Readonly<Record<string, unknown>>

const NOTHING_ELSE = { from: null, until: null, season: null, holidays: null }
const EVERY_DAY_COUNTS = { public: 'keep', school: 'keep', closed: 'keep' }
const PATTERN_DEFAULTS: Readonly<Record<string, Fields>> = {
  weekly: { every: 1, anchor: null },
  'monthly-weekday': { months: { kind: 'every-month' } },
  'monthly-day': { months: { kind: 'every-month' }, shortMonth: 'skip' },
  yearly: { shortMonth: 'skip' },
}

/** A schedule as a person writes it: what goes without saying is left out, and days may be relative to today. */
export function terseScheduleSchema(today: Day) {
  const rule = z.preprocess((value) => (isFields(value) ? fullRule(value, today) : value), ruleSchema)
  const time = clockTimeSchema.nullable().default(null)
  const slot = z.strictObject({ rule, start: time, end: time })
  return z.strictObject({ slots: z.array(slot), note: z.string().nullable().default(null) })
}

function fullRule(rule: Fields, today: Day): Fields {
  const full: Fields = { ...NOTHING_ELSE, ...rule }
  return {
    ...full,
    from: absolute(full.from, today),
    until: absolute(full.until, today),
    pattern: isFields(full.pattern) ? fullPattern(full.pattern, today) : full.pattern,
    holidays: isFields(full.holidays) ? { ...EVERY_DAY_COUNTS, ...full.holidays } : full.holidays,
  }
}

function fullPattern(pattern: Fields, today: Day): Fields {
  const full = { ...PATTERN_DEFAULTS[String(pattern.kind)], ...pattern }
  return Array.isArray(pattern.days)
    ? { ...full, days: pattern.days.map((day) => absolute(day, today)) }
    : full
}

function absolute(value: unknown, today: Day): unknown {
  return typeof value === 'string' ? (dayOfText(value, today) ?? value) : value
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
