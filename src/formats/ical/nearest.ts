import { addDays, type Day, type DayRange, isWithin } from '../../domain/day.ts'
import type { CalendarEntry } from './entry.ts'

/** Entries, and the days outside of which single dates were left out; null where all are there. */
export type Nearest = { readonly entries: CalendarEntry[]; readonly within: DayRange | null }

/**
 * At most so many entries: where there are more, the single dates of the past go first, then those furthest ahead, whole
 * days at a time. Series stay, for a series without its end would be another one.
 */
export function nearest(
  { entries, within }: Nearest,
  { most, today, until }: { readonly most: number; readonly today: Day; readonly until: Day },
): Nearest {
  if (entries.length <= most) return { entries, within }
  const days = entries.flatMap(({ day }) => day ?? [])
  const room = Math.max(0, most - (entries.length - days.length))
  const tooFar = days.filter((day) => day >= today).sort()[room]
  const kept = { from: today, until: tooFar === undefined ? (within?.until ?? until) : addDays(tooFar, -1) }
  return { entries: entries.filter(({ day }) => day === null || isWithin(day, kept)), within: kept }
}
