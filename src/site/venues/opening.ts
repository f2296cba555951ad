import type { WallTime } from '../../domain/clock.ts'
import type { ClosingDay } from '../../domain/closing-day.ts'
import type { Day } from '../../domain/day.ts'
import { nextDates, openNow, type Schedule } from '../../domain/schedule.ts'
import type { Reader } from '../../http/reader.ts'
import { sayDay, sayDayRange, sayTime } from '../../i18n/say-day.ts'
import { fill } from '../../i18n/words.ts'

/** Whether the house is open now, in words, and the minute of today from which that is no longer so (or none today). */
export type Opening = { readonly now: string; readonly changesAt: string | null }

// A house that is closed for longer than so many openings says only that it is closed.
const MOST_LOOKED_AT = 60

/** What the opening hours say at this moment; a closing day goes before every rule. */
export function openingNow(hours: Schedule, closings: readonly ClosingDay[], reader: Reader): Opening {
  const { words, now, language } = reader
  const closed = closingOn(closings, now.day)
  if (closed !== null)
    return { now: fill(words.venues.closedToday, { reason: closed.reason }), changesAt: null }
  const state = openNow(hours, now)
  if (state.open) {
    const until = fill(words.venues.openUntil, { time: sayTime(state.until, language) })
    return { now: until, changesAt: state.until === '24:00' ? null : state.until }
  }
  const next = nextOpening(hours, closings, now)
  if (next === null) return { now: words.venues.closedNow, changesAt: null }
  const again = { day: sayDay(next.day, language), time: sayTime(next.start, language) }
  return { now: fill(words.venues.openAgain, again), changesAt: next.day === now.day ? next.start : null }
}

/** „Geschlossen: Donnerstag, 4. Juni 2026 (Fronleichnam)“. */
export function sayClosing({ from, until, reason }: ClosingDay, { words, language }: Reader): string {
  return fill(words.venues.closedOn, { days: sayDayRange({ from, until }, language), reason })
}

function nextOpening(hours: Schedule, closings: readonly ClosingDay[], now: WallTime) {
  for (const { day, start } of nextDates(hours, [], now.day, MOST_LOOKED_AT)) {
    if (start === null || (day === now.day && start <= now.time)) continue
    if (closingOn(closings, day) === null) return { day, start }
  }
  return null
}

function closingOn(closings: readonly ClosingDay[], day: Day): ClosingDay | null {
  return closings.find(({ from, until }) => from <= day && day <= until) ?? null
}
