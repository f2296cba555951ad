// Instants and the wall clock of one zone; the clock itself is always handed in.
import type { ClockTime } from './clock-time.ts'
import type { Day } from './day.ts'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Clock = () => number

/** The zone of every plain day and wall time on this site. */
const ZONE = 'Europe/Berlin'

export type WallTime = { readonly day: Day; readonly time: ClockTime }

const MINUTE = 60_000
const formatter = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
let lastMinute = Number.NaN
let lastWallTime: WallTime | null = null

/** Day and time on the wall in Germany at an instant. */
export function wallTime(instant: number): WallTime {
  const minute = Math.floor(instant / MINUTE)
  // Asked many times within one minute, and Intl is slow.
  if (minute === lastMinute && lastWallTime !== null) return lastWallTime
  const parts: Record<string, string> = {}
  for (const part of formatter.formatToParts(minute * MINUTE)) parts[part.type] = part.value
  lastMinute = minute
  lastWallTime = {
    day: `${parts.year}-${parts.month}-${parts.day}` as Day,
    time: `${parts.hour}:${parts.minute}` as ClockTime,
  }
  return lastWallTime
}

/** An instant as it is stored: ISO 8601 in UTC, to the second. */
export function timestamp(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`
}
