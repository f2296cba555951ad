// Goes through the items of a notice and finds its parts, the most telling kind first.

import type { Weekday } from '../../domain/day.ts'
import { findDates, findMonthDays } from './find-dates.ts'
import { findDays, findExcepted } from './find-days.ts'
import { findFreeDays, findShift } from './find-free.ts'
import { afterNoise } from './find-noise.ts'
import { findInterval, findMonths, findParity, findValidity } from './find-terms.ts'
import { findTimes } from './find-times.ts'
import { isJoint, isMark, meant } from './items.ts'
import type { Item } from './lexer.ts'
import type { Finding, Found, Part, Seen } from './part.ts'

/** The parts of a notice in their order; what lies between them says nothing of times. */
export function partsOf(items: readonly Item[]): Part[] {
  const parts: Part[] = []
  const seen: Seen = { datelessUntil: 0, timelessUntil: 0 }
  let telling: Part | undefined
  for (let at = 0; at < items.length; ) {
    const noise = afterNoise(items, at)
    if (noise > at) {
      parts.push({ found: { is: 'noise' }, at, end: noise })
      at = noise
      continue
    }
    const finding =
      findExcepted(items, at, weekdaysIn(parts)) ?? findingAt(items, at, { before: telling, seen })
    // „etwa monatlich“ counts nothing.
    const isVague = finding?.found.is === 'interval' && isJoint(items[at - 1], 'about')
    if (finding !== null) {
      const part: Part = { found: isVague ? { is: 'vague' } : finding.found, at, end: finding.end }
      if (part.found.is !== 'break') telling = part
      if (!isSameBreak(parts.at(-1), part)) parts.push(part)
    }
    at = finding?.end ?? at + 1
  }
  return parts
}

/** The weekdays that were named last, where they are not counted. */
function weekdaysIn(parts: readonly Part[]): readonly Weekday[] {
  const found = parts.at(-1)?.found.is === 'not' ? parts.at(-2)?.found : parts.at(-3)?.found
  return found?.is === 'days' && found.ordinals === null ? found.weekdays : []
}

/** „((((“ parts no more than „(“. */
function isSameBreak(before: Part | undefined, { found }: Part): boolean {
  return before?.found.is === 'break' && found.is === 'break' && before.found.mark === found.mark
}

function findingAt(
  items: readonly Item[],
  at: number,
  context: { readonly before: Part | undefined; readonly seen: Seen },
): Finding {
  return (
    findInterval(items, at) ??
    findShift(items, at) ??
    findValidity(items, at) ??
    findDates(items, at, context.seen) ??
    findDays(items, at) ??
    findMonths(items, at) ??
    findParity(items, at) ??
    findTimes(items, at, context) ??
    findMonthDays(items, at) ??
    findFreeDays(items, at) ??
    findWord(items, at) ??
    findBreak(items, at)
  )
}

function findWord(items: readonly Item[], at: number): Finding {
  const meaning = items[at]?.meaning ?? null
  if (meaning === null) return null
  const found = (word: Found) => ({ found: word, end: at + 1 })
  switch (meaning.is) {
    case 'unit':
      // «первый понедельник месяца»: behind a weekday, the month is what it is counted in.
      return meaning.unit === 'month' && meaning.every === 1 && meant(items[at - 1], 'weekday') !== null
        ? found({ is: 'of-month' })
        : null
    case 'not':
      return found({ is: 'not', side: meaning.side })
    case 'count':
      return found({ is: 'count', count: meaning.count })
    case 'term-time':
      return found({ is: 'term-time' })
    case 'daypart':
      return found({ is: 'daypart', part: meaning.part })
    case 'short-months':
    case 'leap-years':
      return found({ is: meaning.is, act: meaning.act })
    case 'of-month':
    case 'of-quarter':
    case 'also':
    case 'falls-on':
    case 'usually':
    case 'vague':
    case 'arrangement':
    case 'former':
    case 'now':
    case 'instead':
      return found({ is: meaning.is })
    case 'if-there-is-one':
    case 'all-year':
    case 'open-end':
      return found({ is: 'filler' })
    case 'joint':
      return isJoint(items[at], 'next') ? found({ is: 'next' }) : null
    default:
      return null
  }
}

function findBreak(items: readonly Item[], at: number): Finding {
  const found = (mark: Extract<Found, { is: 'break' }>['mark']) => ({
    found: { is: 'break', mark } as const,
    end: at + 1,
  })
  const item = items[at]
  if (isJoint(item, 'and')) return found('and')
  if (isJoint(item, 'or')) return found('or')
  if (isMark(item, ',')) return found('comma')
  if (isMark(item, ';|')) return found('strong')
  if (isMark(item, '.!?')) return isSentenceEnd(items, at) ? found('strong') : null
  if (isMark(item, '(')) return found('open')
  if (isMark(item, ')')) return found('close')
  return isMark(item, ':') ? found('colon') : null
}

/** A full stop with a blank behind it, or at the end. */
function isSentenceEnd(items: readonly Item[], at: number): boolean {
  const next = items[at + 1]
  return next === undefined || (next.spaced && meant(items[at - 1], 'weekday') === null)
}
