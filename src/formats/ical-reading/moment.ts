import { wallTime } from '../../domain/clock.ts'
import { type ClockTime, parseClockTime } from '../../domain/clock-time.ts'
import { type Day, type DayRange, daysOf, parseDay } from '../../domain/day.ts'

/** A day and perhaps a time as a calendar writes it; a zone of null is whatever clock the reader looks at. */
export type Moment = { readonly day: Day; readonly time: ClockTime | null; readonly zone: string | null }

/** The same on the wall in Germany; no time for whole days. */
export type WallMoment = { readonly day: Day; readonly time: ClockTime | null }

const HOME = 'Europe/Berlin'
const MINUTE = 60_000
// Far from the first and the last day there is, so that days before and after can be reckoned.
const EARLIEST = '1950'
const LATEST = '2150'
const formatters = new Map<string, Intl.DateTimeFormat>()

/** A date or a date with a time in jCal's writing (`2026-06-03T19:30:00Z`), or null where there is no such day or time. */
export function momentOf(text: string, zone: string | null): Moment | null {
  const [, date = '', clock, utc] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{0,2})?(Z?))?(?:T::)?$/.exec(text) ?? []
  const day = parseDay(date)
  if (day === null || day < EARLIEST || day > LATEST) return null
  if (clock === undefined) return { day, time: null, zone: null }
  const time = parseClockTime(clock)
  return time === null || time === '24:00' ? null : { day, time, zone: utc === 'Z' ? 'UTC' : zone }
}

/** What the clock on a wall in Germany shows at a moment; a moment without a zone is meant to be read from there. */
export function atHome({ day, time, zone }: Moment): WallMoment {
  if (time === null || zone === null || zone === HOME) return { day, time }
  return wallTime(instantOf({ day, time, zone }))
}

/** The instant of a moment with a time; where a clock is put forward, the time that is left out counts as after it. */
export function instantOf({ day, time, zone }: Moment): number {
  const written = Date.parse(`${day}T${time ?? '00:00'}:00Z`)
  const guess = written - offsetAt(zone ?? HOME, written)
  return written - offsetAt(zone ?? HOME, guess)
}

/** What the clock on a wall in a zone shows at an instant. */
export function wallIn(zone: string, instant: number): WallMoment {
  if (zone === HOME) return wallTime(instant)
  const written = new Date(instant + offsetAt(zone, instant)).toISOString()
  return { day: dayIn(written), time: parseClockTime(written.slice(11, 16)) }
}

/** By how many minutes clocks in Germany are ahead of a zone's; null where that is not the same all through the days. */
export function minutesAhead(zone: string | null, days: DayRange): number | null {
  if (zone === null || zone === HOME) return 0
  const differences = new Set<number>()
  for (const day of daysOf(days)) {
    const noon = Date.parse(`${day}T12:00:00Z`)
    differences.add((offsetAt(HOME, noon) - offsetAt(zone, noon)) / MINUTE)
    if (differences.size > 1) return null
  }
  const [minutes = null] = differences
  return minutes
}

/** Whether a name is a zone of the IANA time zone database. */
export function isZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && formatterOf(name) !== undefined
  } catch {
    return false
  }
}

/** Milliseconds by which a zone's clocks are ahead of UTC at an instant. */
function offsetAt(zone: string, instant: number): number {
  if (zone === 'UTC') return 0
  const parts: Record<string, string> = {}
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) parts[type] = value
  const { year, month, day, hour, minute, second } = parts
  const shown = Date.parse(`${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return shown - Math.floor(instant / 1000) * 1000
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(zone, formatter)
  return formatter
}

function dayIn(written: string): Day {
  const day = parseDay(written.slice(0, 10))
  if (day === null) throw new RangeError(`There is no day in ${written}`)
  return day
}
