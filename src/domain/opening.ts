// Knows whether hours are open at a moment, until when, and when they open next.
import type { WallTime } from './clock.ts'
import type { ClockTime } from './clock-time.ts'
import type { Day } from './day.ts'
import { type FreeDays, searchRanges } from './rule.ts'
import { datesAndGapsOf, datesOf, type Schedule, takesPlace } from './schedule.ts'

/** Whether hours are open, until when, and when they open next. */
export type OpenState =
  | { readonly open: true; readonly until: ClockTime }
  | {
      readonly open: false
      readonly next: { readonly day: Day; readonly start: ClockTime } | null
      /** The holiday for which nothing is open on this day that would be otherwise, or null. */
      readonly because: string | null
    }

/** Whether the hours are open at a moment, and until when, adjoining slots joined; otherwise when they open next. */
export function openNow(schedule: Schedule, now: WallTime, freeDays?: FreeDays): OpenState {
  const dates = datesAndGapsOf(schedule, [], { from: now.day, until: now.day }, freeDays)
  const today = dates.filter(takesPlace)
  let until: ClockTime | null = null
  for (const { start, end } of today) {
    if (start === null || end === null || start > (until ?? now.time)) continue
    if (end > (until ?? now.time)) until = end
  }
  if (until !== null) return { open: true, until }
  const because = today.length === 0 ? (dates[0]?.reason ?? null) : null
  return { open: false, next: nextStart(schedule, now, freeDays), because }
}

function nextStart(
  schedule: Schedule,
  now: WallTime,
  freeDays?: FreeDays,
): { day: Day; start: ClockTime } | null {
  for (const range of searchRanges(now.day)) {
    for (const date of datesOf(schedule, [], range, freeDays)) {
      const { day, start } = date
      if (!takesPlace(date) || start === null) continue
      if (day > now.day || start > now.time) return { day, start }
    }
  }
  return null
}
