import type { ClosingDay } from '../../domain/closing-day.ts'
import type { Day } from '../../domain/day.ts'
import type { FreeDays } from '../../domain/free-day.ts'
import { openNow } from '../../domain/opening.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { Reader } from '../../http/reader.ts'
import { sayDay, sayDayRange, sayTime } from '../../i18n/say-day.ts'
import { fill } from '../../i18n/words.ts'

/** Whether the house is open now, in words, and the minute of today from which that is no longer so (or none today). */
export type Opening = { readonly now: string; readonly changesAt: string | null }

export type OpeningFacts = {
  readonly hours: Schedule
  /** The days on which the house is closed, today among them. */
  readonly closings: readonly ClosingDay[]
  readonly freeDays: FreeDays
}

/** What the opening hours say at this moment; a closing day goes before every rule, and a holiday is told. */
export function openingNow({ hours, closings, freeDays }: OpeningFacts, reader: Reader): Opening {
  const { words, now, language } = reader
  const state = openNow(hours, now, freeDays)
  if (state.open) {
    const until = fill(words.venues.openUntil, { time: sayTime(state.until, language) })
    return { now: until, changesAt: state.until === '24:00' ? null : state.until }
  }
  const { next } = state
  const reason = closingOn(closings, now.day)?.reason ?? state.because
  if (next === null) {
    const closed = reason === null ? words.venues.closedNow : fill(words.venues.closedToday, { reason })
    return { now: closed, changesAt: null }
  }
  const again = { day: sayDay(next.day, language), time: sayTime(next.start, language) }
  const said =
    reason === null
      ? fill(words.venues.openAgain, again)
      : fill(words.venues.closedTodayOpenAgain, { ...again, reason })
  return { now: said, changesAt: next.day === now.day ? next.start : null }
}

/** „Geschlossen: Donnerstag, 4. Juni 2026 (Fronleichnam)“. */
export function sayClosing({ from, until, reason }: ClosingDay, { words, language }: Reader): string {
  return fill(words.venues.closedOn, { days: sayDayRange({ from, until }, language), reason })
}

function closingOn(closings: readonly ClosingDay[], day: Day): ClosingDay | null {
  return closings.find(({ from, until }) => from <= day && day <= until) ?? null
}
