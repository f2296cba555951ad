import { isWeekday, type Weekday } from '../../domain/day.ts'
import type { UnreadReason } from '../../domain/feed.ts'

/** Every which one of its weekday; 0 for each. */
export type NumberedWeekday = { readonly ordinal: number; readonly weekday: Weekday }

/** A recurrence rule by its parts (RFC 5545 §3.3.10), as far as they choose days. */
export type RRule = {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly count: number | null
  /** As it was written: a date, or a date with a time. */
  readonly until: string | null
  readonly weekdays: readonly NumberedWeekday[]
  readonly months: readonly number[]
  readonly monthDays: readonly number[]
  readonly weekNumbers: readonly number[]
  readonly positions: readonly number[]
  readonly weekStart: Weekday
  /** The parts that choose days in the standard's writing, without count and end. */
  readonly text: string
}

export type RRuleReading =
  | { readonly kind: 'rrule'; readonly rrule: RRule }
  | { readonly kind: 'unread'; readonly reason: UnreadReason }

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
const OFTENER = ['HOURLY', 'MINUTELY', 'SECONDLY']
const OF_DAYS = new Set([
  'FREQ',
  'INTERVAL',
  'BYDAY',
  'BYMONTH',
  'BYMONTHDAY',
  'BYYEARDAY',
  'BYWEEKNO',
  'BYSETPOS',
  'WKST',
])
const OF_TIMES = ['BYHOUR', 'BYMINUTE', 'BYSECOND']
const MOST_COUNTED = 5000

/** Reads a rule; `time` is that of the first date, since parts that only repeat it add nothing („BYHOUR=19“). */
export function readRRule(text: string, time: string | null): RRuleReading {
  const parts = partsOf(text)
  const frequency = FREQUENCIES.find((known) => known === parts.get('FREQ'))
  if (OFTENER.includes(parts.get('FREQ') ?? '')) return { kind: 'unread', reason: 'too-often' }
  if (frequency === undefined || !areKnown(parts)) return { kind: 'unread', reason: 'rule' }
  if (!repeatsTime(parts, time)) return { kind: 'unread', reason: 'too-often' }
  const interval = wholeIn(parts.get('INTERVAL') ?? '1', 1, 1000)
  const count = parts.has('COUNT') ? wholeIn(parts.get('COUNT') ?? '', 1, MOST_COUNTED) : null
  const weekdays = listIn(parts.get('BYDAY'), numberedWeekday)
  const months = listIn(parts.get('BYMONTH'), (each) => wholeIn(each, 1, 12))
  const monthDays = listIn(parts.get('BYMONTHDAY'), (each) => ordinalIn(each, 31))
  const weekNumbers = listIn(parts.get('BYWEEKNO'), (each) => ordinalIn(each, 53))
  const positions = listIn(parts.get('BYSETPOS'), (each) => ordinalIn(each, 366))
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO') + 1
  if (interval === null || weekdays === null || months === null || monthDays === null) return BROKEN
  if (weekNumbers === null || positions === null || !isWeekday(weekStart)) return BROKEN
  if (parts.has('COUNT') && count === null) return BROKEN
  const until = parts.get('UNTIL') ?? null
  const lists = { weekdays, months, monthDays, weekNumbers, positions }
  return {
    kind: 'rrule',
    rrule: { frequency, interval, count, until, ...lists, weekStart, text: textOf(parts) },
  }
}

const BROKEN: RRuleReading = { kind: 'unread', reason: 'rule' }

function partsOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .toUpperCase()
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=', 2)
        return [name.trim(), value.replaceAll(' ', '')]
      }),
  )
}

/** Parts that nobody knows would be left out, and the dates would be wrong. */
function areKnown(parts: ReadonlyMap<string, string>): boolean {
  return [...parts.keys()].every(
    (name) => OF_DAYS.has(name) || OF_TIMES.includes(name) || name === 'COUNT' || name === 'UNTIL',
  )
}

function repeatsTime(parts: ReadonlyMap<string, string>, time: string | null): boolean {
  const [hour = 0, minute = 0] = (time ?? '00:00').split(':').map(Number)
  const repeated = [hour, minute, 0]
  return OF_TIMES.every((name, index) => {
    const value = parts.get(name)
    return value === undefined || (/^\d+$/.test(value) && Number(value) === repeated[index])
  })
}

function textOf(parts: ReadonlyMap<string, string>): string {
  return [...parts]
    .filter(([name]) => OF_DAYS.has(name))
    .map(([name, value]) => `${name}=${value}`)
    .join(';')
}

/** The items of a list; none where it is missing, null where one is wrong. */
function listIn<Item>(
  text: string | undefined,
  itemOf: (each: string) => Item | null,
): readonly Item[] | null {
  if (text === undefined) return []
  const items = text.split(',').map(itemOf)
  const known = items.filter((item) => item !== null)
  return known.length === items.length ? known : null
}

function numberedWeekday(text: string): NumberedWeekday | null {
  const [, ordinal = '', code = ''] = /^([+-]?\d{0,2})(\w\w)$/.exec(text) ?? []
  const weekday = WEEKDAYS.indexOf(code) + 1
  if (!isWeekday(weekday)) return null
  const number = ordinal === '' ? 0 : ordinalIn(ordinal, 53)
  return number === null ? null : { ordinal: number, weekday }
}

function wholeIn(text: string, least: number, most: number): number | null {
  const number = /^\+?\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : null
}

/** 1 to `most`, or counted from the end. */
function ordinalIn(text: string, most: number): number | null {
  const number = /^[+-]?\d{1,3}$/.test(text) ? Number(text) : 0
  return number !== 0 && Math.abs(number) <= most ? number : null
}
