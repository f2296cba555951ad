// Finds what limits days: months, „ab“ and „bis“, every how many weeks or months, even and uneven weeks.
import { dateAt } from './find-dates.ts'
import {
  afterJoiner,
  afterOrdinalMark,
  afterUntil,
  afterYear,
  countIn,
  isJoint,
  isMark,
  LONGEST_LIST,
  meant,
  numberIn,
  skipJoints,
  yearOf,
} from './items.ts'
import type { Item } from './lexer.ts'
import type { Unit } from './meaning.ts'
import type { Finding, WrittenDate, WrittenMonth } from './part.ts'

const UNEVEN = [1, 3, 5, 7, 9, 11]
const EVEN = [2, 4, 6, 8, 10, 12]

/** „im Juni und Juli“, „von März bis Oktober“, „in ungeraden Monaten“. */
export function findMonths(items: readonly Item[], at: number): Finding {
  const whole = meant(items[at], 'parity-months')
  if (whole !== null)
    return { found: { is: 'months', months: whole.parity === 'even' ? EVEN : UNEVEN }, end: at + 1 }
  const first = meant(items[at], 'months') === null ? at : at + 1
  const next = skipJoints(items, first, 'in', 'from', 'since')
  const parity = meant(items[next], 'parity')
  if (parity !== null) {
    const isMonths =
      meant(items[next + 1], 'months') !== null || meant(items[next + 1], 'unit')?.unit === 'month'
    const months = parity.parity === 'even' ? EVEN : UNEVEN
    return isMonths ? { found: { is: 'months', months }, end: next + 2 } : null
  }
  return monthsFrom(items, next)
}

function monthsFrom(items: readonly Item[], at: number): Finding {
  const months: number[] = []
  let end = at
  for (let next = at; months.length < LONGEST_LIST; ) {
    const found = monthAt(items, next)
    if (found === null) break
    const until = afterUntil(items, found.end)
    const last = until === null ? null : monthAt(items, skipJoints(items, until, 'end-of'))
    if (last !== null && (found.written.year !== null || last.written.year !== null)) {
      return {
        found: {
          is: 'validity',
          from: sameYear(found.written, last.written),
          until: last.written,
          isNext: false,
        },
        end: last.end,
      }
    }
    if (last === null && found.written.year !== null && months.length === 0)
      return {
        found: { is: 'validity', from: found.written, until: found.written, isNext: false },
        end: found.end,
      }
    months.push(
      ...(last === null ? [found.written.month] : monthsBetween(found.written.month, last.written.month)),
    )
    end = last?.end ?? found.end
    const joined = afterJoiner(items, end)
    if (joined === end) break
    next = skipJoints(items, joined, 'in')
  }
  return months.length === 0 ? null : { found: { is: 'months', months: [...new Set(months)] }, end }
}

function sameYear(from: WrittenMonth, until: WrittenMonth): WrittenMonth {
  if (from.year !== null || until.year === null) return from
  return { month: from.month, year: from.month > until.month ? until.year - 1 : until.year }
}

function monthsBetween(from: number, until: number): number[] {
  const length = ((until - from + 12) % 12) + 1
  return Array.from({ length }, (_, index) => ((from - 1 + index) % 12) + 1)
}

function monthAt(items: readonly Item[], at: number): { written: WrittenMonth; end: number } | null {
  const month = meant(items[at], 'month')?.month ?? null
  if (month === null) return null
  const year = yearOf(items[at + 1])
  return { written: { month, year }, end: year === null ? at + 1 : afterYear(items, at + 1) }
}

/** „ab 1. September“, „bis Ende Juni“, „seit März 2024“, „nur am 3. Juni 2026“. */
export function findValidity(items: readonly Item[], at: number): Finding {
  const start = isMark(items[at + 1], ':') ? at + 2 : at + 1
  if (isJoint(items[at], 'only')) {
    const only = dateAt(items, start)
    if (only === null || only.date.year === null) return null
    return { found: { is: 'validity', from: only.date, until: only.date, isNext: false }, end: only.end }
  }
  if (isJoint(items[at], 'since', 'begin', 'next-date')) {
    const from = limitAt(items, start)
    const isNext = isJoint(items[at], 'next-date')
    if (from === null || (isNext && isListed(items, from.end))) return null
    const until = isJoint(items[from.end], 'until') ? limitAt(items, from.end + 1) : null
    return {
      found: { is: 'validity', from: from.limit, until: until?.limit ?? null, isNext },
      end: until?.end ?? from.end,
    }
  }
  // "from 3 March 2026", „vom 3. März an“; with an end it is a stretch.
  const open = isJoint(items[at], 'from') ? limitAt(items, start) : null
  if (open !== null && afterUntil(items, open.end) === null)
    return { found: { is: 'validity', from: open.limit, until: null, isNext: false }, end: open.end }
  const until = isJoint(items[at], 'until') ? limitAt(items, start) : null
  return until === null
    ? null
    : { found: { is: 'validity', from: null, until: until.limit, isNext: false }, end: until.end }
}

/** „nächste Termine: 13.1., 10.2.“ are dates. */
function isListed(items: readonly Item[], at: number): boolean {
  const next = afterJoiner(items, at)
  return next > at && dateAt(items, skipJoints(items, next, 'on')) !== null
}

function limitAt(
  items: readonly Item[],
  at: number,
): { limit: WrittenDate | WrittenMonth; end: number } | null {
  const next = skipJoints(items, at, 'on', 'end-of', 'beginning-of', 'in')
  const found = dateAt(items, next)
  if (found !== null) return { limit: found.date, end: found.end }
  const month = monthAt(items, next)
  if (month !== null) return { limit: month.written, end: month.end }
  const year = yearOf(items[next])
  const isEnd = isJoint(items[next - 1], 'end-of')
  return year === null ? null : { limit: { month: isEnd ? 12 : 1, year }, end: afterYear(items, next) }
}

/** „alle zwei Wochen“, „14-tägig“, „jeden zweiten Monat“, „vierteljährlich“. */
export function findInterval(items: readonly Item[], at: number): Finding {
  const named = meant(items[at], 'interval')
  if (named !== null) return intervalOf(named.unit, named.every, at + 1)
  const number = countIn(items[at], 1, 60)
  if (number !== null) return rhythmAt(items, at, number)
  if (!isJoint(items[at], 'each', 'per')) return null
  const counted = countedAt(items, at + 1)
  const unit = unitAt(items[counted?.end ?? at + 1])
  return unit === null || counted === null
    ? null
    : intervalOf(unit.unit, counted.count * unit.every, counted.end + 1)
}

/** "Months" are a unit, too, where something counts them. */
function unitAt(item: Item | undefined): { readonly unit: Unit; readonly every: number } | null {
  return meant(item, 'months') === null ? meant(item, 'unit') : { unit: 'month', every: 1 }
}

function rhythmAt(items: readonly Item[], at: number, number: number): Finding {
  const next = isMark(items[at + 1], '-') ? at + 2 : at + 1
  const rhythm = meant(items[next], 'rhythm')
  if (rhythm !== null) return intervalOf(rhythm.unit, number, next + 1)
  // „14-täglich“ means „14-tägig“; „10 x dienstags“ is a course that ends.
  if (meant(items[next], 'weekdays')?.weekdays.length === 7 && items[next]?.spaced === false)
    return intervalOf('day', number, next + 1)
  if (/^(?:x|mal|abende|nachmittage|vormittage|einheiten)$/.test(items[next]?.text ?? ''))
    return { found: { is: 'unclear' }, end: next + 1 }
  const own = meant(items[next], 'interval')
  // „2-wöchentlich“: the word alone is every week.
  if (own !== null && own.every === 1 && items[at]?.value !== null)
    return intervalOf(own.unit, number, next + 1)
  // „alle 14-Tage“, „im 2-Wochen-Rhythmus“.
  const unit = isMark(items[at + 1], '-') ? meant(items[next], 'unit') : null
  if (unit === null) return null
  const after =
    isMark(items[next + 1], '-') && meant(items[next + 2], 'filler') !== null ? next + 3 : next + 1
  return intervalOf(unit.unit, number * unit.every, after)
}

/** How many: „zwei“, „2“, „zweite“, „2.“. */
function countedAt(items: readonly Item[], at: number): { count: number; end: number } | null {
  const ordinal = meant(items[at], 'ordinal')?.ordinal ?? 0
  if (ordinal > 0) return { count: ordinal, end: at + 1 }
  const count = countIn(items[at], 1, 60)
  if (count === null) return null
  return {
    count,
    end: (numberIn(items[at], 1, 60) === null ? null : afterOrdinalMark(items, at + 1)) ?? at + 1,
  }
}

function intervalOf(unit: Unit, every: number, end: number): Finding {
  if (unit !== 'day') return { found: { is: 'interval', unit, every }, end }
  return every % 7 === 0
    ? { found: { is: 'interval', unit: 'week', every: every / 7 }, end }
    : { found: { is: 'unclear' }, end }
}

/** „in ungeraden Kalenderwochen“, „(gerade KW)“, „jede ungerade Woche“. */
export function findParity(items: readonly Item[], at: number): Finding {
  const hint = meant(items[at], 'week-hint')
  if (hint !== null) return { found: { is: 'parity', parity: hint.parity }, end: at + 1 }
  const parity = meant(items[at], 'parity')
  if (parity === null) return null
  const next = items[at + 1]
  const isWeeks = meant(next, 'calendar-week') !== null || meant(next, 'unit')?.unit === 'week'
  return isWeeks ? { found: { is: 'parity', parity: parity.parity }, end: at + 2 } : null
}
