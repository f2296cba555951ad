// Makes start and end of the times that a notice says; asks where noon may lie before or after.
import { type ClockTime, isClockTime } from '../../domain/clock-time.ts'
import type { Choose } from './choices.ts'
import { inPart } from './clock.ts'
import type { Daypart } from './meaning.ts'
import type { Notes } from './notes.ts'
import type { Clock, Span } from './part.ts'
import type { TimesFound } from './terms.ts'

export type StartAndEnd = { readonly start: ClockTime | null; readonly end: ClockTime | null }

const NOON = 720
const MIDNIGHT = 1440
// Nobody meets on a dial's hours outside of these, so that „halb elf“ has one meaning. In minutes since midnight.
const EARLIEST = 7 * 60
const LATEST = 22 * 60

/** The times of a group, each with the part of the day that is said of it; one without times where none are said. */
export function timesOf(
  found: readonly TimesFound[],
  part: Daypart | null,
  { choose, notes }: { readonly choose: Choose; readonly notes: Notes },
): StartAndEnd[] {
  if (found.length === 0) return [{ start: null, end: null }]
  return found.flatMap((times) => {
    if (times.about) notes.warn('about')
    const said = times.part ?? part
    const chosen = times.joint === 'or' ? choose('which-time', times.spans.length, keyOf(times)) : null
    const spans = chosen === null ? times.spans : times.spans.slice(chosen, chosen + 1)
    return spans.map((span) => timeOf(span, said, { choose, notes }))
  })
}

function keyOf({ spans }: TimesFound): string {
  return spans.map(({ start, end }) => `${start?.minutes}-${end?.minutes}`).join()
}

function timeOf(
  { start, end }: Span,
  part: Daypart | null,
  { choose, notes }: { readonly choose: Choose; readonly notes: Notes },
): StartAndEnd {
  const from = start === null ? null : minutesOf({ start, end }, part, { choose, notes })
  const until = end === null ? null : endOf(end, from, part)
  if (from === null && until !== null) notes.ask('start')
  if (from !== null && until !== null && until <= from) {
    notes.contradict('end-before-start', { start: written(from), end: written(until) })
    return wayOut({ from, until }, choose)
  }
  return {
    start: from === null ? null : written(from % MIDNIGHT),
    end: until === null ? null : written(until),
  }
}

/** Of an end before its start: the end in the afternoon, the two changed round, or the start alone. */
function wayOut(
  { from, until }: { readonly from: number; readonly until: number },
  choose: Choose,
): StartAndEnd {
  const start = written(from % MIDNIGHT)
  const ways: readonly StartAndEnd[] = [
    ...(until < NOON && until + NOON > from ? [{ start, end: written(until + NOON) }] : []),
    ...(until < from && until >= EARLIEST ? [{ start: written(until), end: written(from) }] : []),
    { start, end: null },
  ]
  return ways[choose('contradiction', ways.length, `${from}-${until}`)] ?? { start, end: null }
}

/** When it starts, in minutes since midnight; asked where a dial leaves it open and the end does not tell. */
function minutesOf(
  { start, end }: { readonly start: Clock; readonly end: Clock | null },
  part: Daypart | null,
  { choose, notes }: { readonly choose: Choose; readonly notes: Notes },
): number {
  if (part !== null) return inPart(start.minutes, part)
  if (!start.either) return start.minutes
  const meant = [start.minutes % NOON, (start.minutes % NOON) + NOON]
  const likely = meant.filter((minutes) => minutes >= EARLIEST && minutes < LATEST)
  const before = end === null ? likely : likely.filter((minutes) => endOf(end, minutes, part) > minutes)
  const left = before.length > 0 ? before : likely
  const chosen = left[choose('half-day', left.length, String(start.minutes))] ?? start.minutes
  if (likely.length === 1) notes.warn('half-day-assumed', { time: written(chosen) })
  return chosen
}

/** On a dial, the end is the first such hour after the start. */
function endOf(clock: Clock, start: number | null, part: Daypart | null): number {
  if (clock.minutes === 0) return MIDNIGHT
  const minutes = part === null ? clock.minutes : inPart(clock.minutes, part)
  const isEarly = start !== null && minutes <= start && minutes + NOON <= MIDNIGHT
  return isEarly && (clock.either || part !== null) ? minutes + NOON : minutes
}

function written(minutes: number): ClockTime {
  const text = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  if (!isClockTime(text)) throw new RangeError(`There is no time ${text}`)
  return text
}
