// Finds times of day in every dress: „19.30 Uhr“, „von 9 bis12 Uhr“, „halb acht“, „um 9 und um 15 Uhr“, "7–9 pm".
import { clockAt, type FoundClock } from './clock.ts'
import { afterUntil, isJoint, isMark, LONGEST_LIST, meant } from './items.ts'
import type { Item } from './lexer.ts'
import type { Daypart } from './meaning.ts'
import type { Clock, Finding, Found, Part, Seen, Span } from './part.ts'

const EACH: readonly string[] = ['jeweils', 'jew', 'each']

type FoundSpan = Span & {
  readonly end: Clock | null
  readonly shape: 'start' | 'stretch' | 'end'
  /** Whether a word or mark says that these are times: „Uhr“, „um“, a colon. */
  readonly isSure: boolean
  readonly part: Daypart | null
  readonly about: boolean
  readonly next: number
}

/** What hours may stand behind without a word that says so. */
const BESIDE: readonly Found['is'][] = ['days', 'other-days', 'daypart']

/** One or more times; only where something says that the numbers are times. `before` is the part just found. */
export function findTimes(
  items: readonly Item[],
  at: number,
  { before, seen }: { readonly before: Part | undefined; readonly seen: Seen },
): Finding {
  if (at < seen.timelessUntil) return null
  const spans = spansFrom(items, at)
  const lastSure = spans.findLastIndex(({ isSure }) => isSure)
  const first = spans[0]
  if (first === undefined) return null
  const isBare = lastSure === -1
  const isTelling = first.shape === 'stretch' || isJoint(items[at], 'since')
  if (isBare && !(isTelling && isBesideDays(items, at, before))) {
    seen.timelessUntil = spans.at(-2)?.next ?? at
    return null
  }
  const kept = sameShape(isBare ? spans : spans.slice(0, lastSure + 1))
  const last = kept.at(-1)
  if (last === undefined || isMeasured(items, last.next)) return null
  return { found: timesOf(items, at, kept), end: last.next }
}

function timesOf(items: readonly Item[], at: number, spans: readonly FoundSpan[]): Found {
  const end = spans.at(-1)?.next ?? at
  const isOr = items.slice(at, end).some((item) => isJoint(item, 'or'))
  return {
    is: 'times',
    spans: spans.map(({ start, end: until }) => ({ start, end: until })),
    part: spans.find(({ part }) => part !== null)?.part ?? null,
    joint: isOr ? 'or' : 'and',
    about: spans.some(({ about }) => about),
    each: EACH.includes(items[at - 1]?.text ?? '') || EACH.includes(items[at]?.text ?? ''),
  }
}

function spansFrom(items: readonly Item[], at: number): FoundSpan[] {
  const spans: FoundSpan[] = []
  for (let next = at; spans.length < LONGEST_LIST; ) {
    const span = spanAt(items, next)
    if (span === null) break
    // „19:30, bis 2. März“: the number is none of an hour.
    if (span.shape === 'end' && !span.isSure && isMeasured(items, span.next)) break
    const last = spans.at(-1)
    // „Beginn 18 Uhr, Ende 20 Uhr“
    if (span.shape === 'end' && last?.shape === 'start')
      spans[spans.length - 1] = {
        ...last,
        end: span.end,
        shape: 'stretch',
        isSure: last.isSure || span.isSure,
        next: span.next,
      }
    else spans.push(span)
    const joined = afterTimeJoiner(items, span.next)
    if (joined === span.next) break
    next = joined
  }
  return spans
}

function afterTimeJoiner(items: readonly Item[], at: number): number {
  let next = at
  if (isMark(items[next], ',+&/')) next++
  if (isJoint(items[next], 'and', 'or')) next++
  return next
}

/** „7, 9 und 11 Uhr“ is a list, „6-12, 16 Uhr“ is not: what differs from the last is none of its times. */
function sameShape(spans: readonly FoundSpan[]): readonly FoundSpan[] {
  const last = spans.at(-1)
  const from = spans.findLastIndex(({ shape, isSure }) => shape !== last?.shape && !isSure)
  return from === -1 ? spans : []
}

function spanAt(items: readonly Item[], at: number): FoundSpan | null {
  const lead = leadAt(items, at)
  const first = clockAt(items, lead.next, lead.pointed)
  if (first === null) return null
  if (lead.joint === 'until') {
    const { clock, next, isSure, part } = first
    return { start: null, end: clock, shape: 'end', isSure, part, about: lead.about, next }
  }
  const until = untilAt(items, first.next, lead.joint)
  if (until === 'open' || until === null) {
    const next = until === 'open' ? first.next + 2 : first.next
    return {
      start: first.clock,
      end: null,
      shape: 'start',
      isSure: first.isSure || lead.joint === 'at' || until === 'open',
      part: first.part,
      about: lead.about,
      next,
    }
  }
  return stretchOf(first, until, lead)
}

function stretchOf(first: FoundClock, until: FoundClock, { joint, about }: Lead): FoundSpan {
  return {
    start: until.half === 'pm' && first.half === null ? inAfternoon(first.clock, until.clock) : first.clock,
    end: until.clock,
    shape: 'stretch',
    isSure: first.isSure || until.isSure || joint === 'at',
    part: until.part ?? first.part,
    about,
    next: until.next,
  }
}

/** "7–9 pm": what is said of the end holds for the start, too, where it comes before it. */
function inAfternoon(start: Clock, end: Clock): Clock {
  const later = start.minutes + 720
  return start.minutes < 720 && later < end.minutes ? { minutes: later, either: false } : start
}

type Lead = {
  readonly joint: 'at' | 'since' | 'until' | 'from' | 'between' | null
  readonly about: boolean
  /** A word before says that a time comes: then number words are times, too. */
  readonly pointed: boolean
  readonly next: number
}

/** The words before a time: „um“, „ab“, „von“, „ca.“, „Beginn:“. */
function leadAt(items: readonly Item[], at: number): Lead {
  let next = at
  let joint: Lead['joint'] = null
  let about = false
  for (; ; next++) {
    const item = items[next]
    if (isJoint(item, 'about')) about = true
    else if (isJoint(item, 'at', 'begin')) joint = 'at'
    else if (isJoint(item, 'since')) joint = 'since'
    else if (isJoint(item, 'until', 'end-of')) joint = 'until'
    else if (isJoint(item, 'from')) joint = 'from'
    else if (isJoint(item, 'between')) joint = 'between'
    else if (!(next > at && isMark(item, ':'))) break
  }
  return { joint, about, pointed: next > at, next }
}

/** The end of a stretch; 'open' for „open end“. */
function untilAt(items: readonly Item[], at: number, joint: Lead['joint']): FoundClock | 'open' | null {
  const isBetween = joint === 'between' && isJoint(items[at], 'and')
  let next = isBetween ? at + 1 : afterUntil(items, at)
  if (meant(items[at], 'open-end') !== null) return 'open'
  if (next === null)
    return isMark(items[at], ',') && meant(items[at + 1], 'open-end') !== null ? 'open' : null
  if (meant(items[next], 'open-end') !== null) return 'open'
  while (isJoint(items[next], 'about', 'at')) next++
  return clockAt(items, next, true)
}

/** „Mo 10-13“, „Mo vorm. 9-11“: a bare stretch is one of hours where it stands right behind the days. */
function isBesideDays(items: readonly Item[], at: number, before: Part | undefined): boolean {
  if (before === undefined || !BESIDE.includes(before.found.is)) return false
  const between = items.slice(before.end, at)
  return between.length <= 1 && between.every((item) => isMark(item, ':,'))
}

/** „6-12 Jahre“, „für 20 Personen“: numbers of something else. */
function isMeasured(items: readonly Item[], at: number): boolean {
  const measure = meant(items[at], 'measure')
  if (measure !== null && measure.side !== 'after') return true
  return meant(items[at], 'month') !== null || meant(items[at], 'unit') !== null
}
