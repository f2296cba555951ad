// Knows how a rule is written as JSON: every field is named, nothing else is there, and all numbers are in range.
import { z } from 'zod'
import { type ClockTime, isClockTime } from './clock-time.ts'
import { type Day, isDay, isWeekday, type Weekday } from './day.ts'
import { SCHOOL_BREAKS } from './free-day.ts'
import { isMonth, type Month } from './month.ts'
import type { HolidayPolicy, MonthPattern, Ordinal, Pattern, Rule } from './rule.ts'
import { LONGEST_STEP } from './rule-check.ts'
import { isDayOfYear, type Season } from './season.ts'

/** A time of day in JSON. */
export const clockTimeSchema = z.custom<ClockTime>((value) => typeof value === 'string' && isClockTime(value))

const daySchema = z.custom<Day>((value) => typeof value === 'string' && isDay(value))

const monthSchema = z.custom<Month>((value) => typeof value === 'string' && isMonth(value))
const weekdays = z.array(z.custom<Weekday>((value) => typeof value === 'number' && isWeekday(value)))
const monthOfYear = z.int().min(1).max(12)
const dayOfMonth = z.int().min(1).max(31)
const step = z.int().min(1).max(LONGEST_STEP)
const shortMonth = z.enum(['skip', 'last-day'])

const ordinal: z.ZodType<Ordinal> = z.literal([1, 2, 3, 4, 5, -1, -2])

const months: z.ZodType<MonthPattern> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('every-month') }),
  z.strictObject({ kind: z.literal('in-months'), months: z.array(monthOfYear) }),
  z.strictObject({ kind: z.literal('every-n-months'), every: step, anchor: monthSchema }),
])

const pattern: z.ZodType<Pattern> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weekly'), weekdays, every: step, anchor: daySchema.nullable() }),
  z.strictObject({ kind: z.literal('week-parity'), weekdays, parity: z.enum(['even', 'uneven']) }),
  z.strictObject({
    kind: z.literal('monthly-weekday'),
    ordinals: z.array(ordinal),
    weekdays,
    months,
    daysLater: z.int().min(-7).max(7).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('monthly-day'), days: z.array(dayOfMonth), shortMonth, months }),
  z.strictObject({ kind: z.literal('yearly'), month: monthOfYear, day: dayOfMonth, shortMonth }),
  z.strictObject({ kind: z.literal('dates'), days: z.array(daySchema) }),
])

const dayOfYear = z.string().refine(isDayOfYear)
const season: z.ZodType<Season> = z.strictObject({ from: dayOfYear, until: dayOfYear })

const action = z.enum(['keep', 'skip', 'next-day', 'next-week'])
const holidays: z.ZodType<HolidayPolicy> = z.strictObject({
  public: action,
  school: action,
  closed: action,
  schoolOnly: z.exactOptional(z.array(z.enum(SCHOOL_BREAKS))),
})

/** A rule in JSON, as it is stored and as data files write it. */
export const ruleSchema: z.ZodType<Rule> = z.strictObject({
  pattern,
  from: daySchema.nullable(),
  until: daySchema.nullable(),
  season: season.nullable(),
  holidays: holidays.nullable(),
})
