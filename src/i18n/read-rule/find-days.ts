// Finds weekdays, alone or counted within the month: „Mo bis Fr“, „jeden 1. und 3. Mittwoch“, „letzten Freitag“.
import { WEEKDAYS, type Weekday } from '../../domain/day.ts'
import {
  afterEither,
  afterOrdinalMark,
  afterUntil,
  isJoint,
  isMark,
  joinedBy,
  LONGEST_LIST,
  meant,
  numberIn,
  skipJoints,
  weekdaysFrom,
} from './items.ts'
import type { Item } from './lexer.ts'
import type { Daypart } from './meaning.ts'
import type { Finding, Later } from './part.ts'

type FoundWeekdays = {
  readonly weekdays: readonly Weekday[]
  readonly habit: boolean
  readonly part: Daypart | null
  readonly assumed: 'working-days' | null
  readonly end: number
}

type FoundLater = {
  readonly ordinals: readonly number[]
  readonly later: Later
  readonly weekdays: readonly Weekday[]
  readonly end: number
}

/** What days have that come back, and of which nothing else is said. */
const PLAIN = {
  is: 'days',
  recurs: true,
  each: false,
  isPointed: false,
  isWeekend: false,
  later: null,
  assumed: null,
  joined: 'and',
} as const

type FoundOrdinals = { readonly ordinals: readonly number[]; readonly end: number }

/** Weekdays with what counts them. */
export function findDays(items: readonly Item[], at: number): Finding {
  const part = meant(items[at], 'daypart')?.part ?? null
  // „jeden Abend“ is every day.
  if (part !== null && isJoint(items[at - 1], 'each'))
    return { found: { ...PLAIN, weekdays: WEEKDAYS, ordinals: null, part }, end: at + 1 }
  if (isJoint(items[at], 'other') && meant(items[at + 1], 'weekdays') !== null)
    return { found: { is: 'other-days' }, end: at + 2 }
  const ordinals = ordinalsAt(items, at)
  const named = weekdaysAt(items, ordinals?.end ?? (isJoint(items[at], 'from') ? at + 1 : at))
  if (named === null) return null
  const counted = laterAt(items, named) ?? laterBehind(items, named, ordinals)
  const joined = joinedBy(items, at, counted?.end ?? named.end)
  const each = isJoint(items[at - 1], 'each') || isJoint(items[at - 2], 'each')
  const own = {
    is: 'days',
    weekdays: counted?.weekdays ?? named.weekdays,
    part: named.part,
    recurs: named.habit || each || (named.weekdays.length > 1 && joined === 'and'),
    each,
    isPointed: isJoint(items[at - 1], 'on'),
    assumed: named.assumed,
    isWeekend: meant(items[named.end - 1], 'weekdays')?.weekdays[0] === 6,
    joined,
  } as const
  if (counted === null)
    return { found: { ...own, ordinals: ordinals?.ordinals ?? null, later: null }, end: named.end }
  return { found: { ...own, ordinals: counted.ordinals, later: counted.later }, end: counted.end }
}

/** „jeden Mittwoch außer dem ersten im Monat“: counted days of the weekdays that were named before. */
export function findExcepted(items: readonly Item[], at: number, before: readonly Weekday[]): Finding {
  const behindNot = isJoint(items[at - 1], 'on') ? at - 2 : at - 1
  if (meant(items[behindNot], 'not') === null || before.length === 0) return null
  const ordinals = ordinalsAt(items, at)
  if (ordinals === null || meant(items[ordinals.end], 'weekday') !== null) return null
  const end = meant(items[ordinals.end], 'of-month') === null ? ordinals.end : ordinals.end + 1
  return { found: { ...PLAIN, weekdays: before, ordinals: ordinals.ordinals, part: null }, end }
}

/** „1. Donnerstag nach dem 1. Dienstag“: counted from the second. */
function laterAt(items: readonly Item[], { end, weekdays }: FoundWeekdays): FoundLater | null {
  const side = sideAt(items, end)
  if (side === null) return null
  const ordinals = ordinalsAt(items, end + 1)
  const base = ordinals === null ? null : weekdaysAt(items, ordinals.end)
  const weekday = base?.weekdays[0]
  if (ordinals === null || base === null || weekday === undefined || base.weekdays.length > 1) return null
  return { ordinals: ordinals.ordinals, later: { weekday, side }, weekdays, end: base.end }
}

/** Turkish names the day counted from first: “1. salıdan sonraki perşembe”. */
function laterBehind(
  items: readonly Item[],
  { weekdays: [weekday], end }: FoundWeekdays,
  ordinals: FoundOrdinals | null,
): FoundLater | null {
  const side = sideAt(items, end)
  const named = side === null || ordinals === null ? null : weekdaysAt(items, end + 1)
  if (side === null || ordinals === null || named === null || weekday === undefined) return null
  return { ordinals: ordinals.ordinals, later: { weekday, side }, weekdays: named.weekdays, end: named.end }
}

function sideAt(items: readonly Item[], at: number): Later['side'] | null {
  if (isJoint(items[at], 'after')) return 'after'
  return isJoint(items[at], 'before') ? 'before' : null
}

/** Ordinals in digits or words before a weekday: „1., 3. und 5.“, „ersten und letzten“. */
function ordinalsAt(items: readonly Item[], at: number): FoundOrdinals | null {
  const ordinals: number[] = []
  for (let next = at; ordinals.length < LONGEST_LIST; ) {
    const found = ordinalAt(items, next)
    if (found === null) return null
    const until = afterUntil(items, found.end)
    const stretch = until === null ? null : ordinalAt(items, until)
    ordinals.push(...(stretch === null ? [found.ordinal] : stretchOf(found.ordinal, stretch.ordinal)))
    const end = stretch?.end ?? found.end
    const joined = skipJoints(items, afterEither(items, end), 'on', 'each')
    const isListed = joined > end && ordinalAt(items, joined) !== null
    if (!isListed) return { ordinals: [...new Set(ordinals)], end: skipJoints(items, end, 'on') }
    next = joined
  }
  return null
}

function stretchOf(from: number, until: number): number[] {
  return [1, 2, 3, 4, 5].filter((ordinal) => ordinal >= from && ordinal <= until)
}

function ordinalAt(items: readonly Item[], at: number): { ordinal: number; end: number } | null {
  const word = meant(items[at], 'ordinal')?.ordinal ?? null
  if (word !== null) return word <= 5 ? { ordinal: word, end: at + 1 } : null
  const digit = numberIn(items[at], 1, 5)
  if (digit === null || (items[at]?.typed.length ?? 0) > 1) return null
  const marked = afterOrdinalMark(items, at + 1)
  if (marked !== null) return { ordinal: digit, end: marked }
  // „jeden 1 und 3 Mittwoch“: without a full stop only behind a word that counts.
  const isCounted = isJoint(items[at - 1], 'each', 'and') || isMark(items[at - 1], '+/&,')
  const next = items[at + 1]
  const goesOn = meant(next, 'weekday') !== null || isJoint(next, 'and') || isMark(next, '+/&,')
  return isCounted && goesOn ? { ordinal: digit, end: at + 1 } : null
}

/** Weekdays joined or as a stretch: „Mo, Di und Do“, „Mo-Do + Sa“. */
function weekdaysAt(items: readonly Item[], at: number): FoundWeekdays | null {
  const set = meant(items[at], 'weekdays')
  if (set !== null)
    return { weekdays: set.weekdays, habit: true, part: null, assumed: set.assumed ?? null, end: at + 1 }
  const weekdays: Weekday[] = []
  let [habit, part, end] = [false, null as Daypart | null, at]
  for (let next = at; weekdays.length < LONGEST_LIST; ) {
    const found = meant(items[next], 'weekday')
    if (found === null || isInName(items, next)) break
    const until = afterUntil(items, next + 1)
    const last = until === null ? null : meant(items[until], 'weekday')
    weekdays.push(...(last === null ? [found.weekday] : weekdaysFrom(found.weekday, last.weekday)))
    habit ||= found.habit === true || last !== null
    part ??= found.part ?? last?.part ?? null
    end = last === null || until === null ? next + 1 : until + 1
    next = afterWeekday(items, end)
    if (next === end) break
  }
  return weekdays.length === 0 ? null : { weekdays: [...new Set(weekdays)], habit, part, assumed: null, end }
}

/** „Di. , Do.“ goes on; „montags. Freitags“ does not. */
function afterWeekday(items: readonly Item[], at: number): number {
  return skipJoints(items, afterEither(items, at), 'on', 'each', 'from', 'day-mark')
}

/** „Mittwochs-Treffen“ is a name, whatever the day. */
function isInName(items: readonly Item[], at: number): boolean {
  const [mark, next] = [items[at + 1], items[at + 2]]
  if (!isMark(mark, '-') || mark?.spaced !== false || next === undefined || next.spaced) return false
  return next.meaning === null || meant(next, 'filler') !== null
}
