import type { ClockTime } from '../../domain/clock-time.ts'
import { addDays, type Day, dayOf, weekdayOf } from '../../domain/day.ts'
import { line } from './lines.ts'

const TZID = 'Europe/Berlin'

/** The zone of every time on this site (RFC 5545 §3.6.5); without it some calendars read its times as UTC. */
export const BERLIN = [
  'BEGIN:VTIMEZONE',
  `TZID:${TZID}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n')

/** A property that is a day, or a wall time in Germany on it. */
export function momentLine(name: string, day: Day, time: ClockTime | null): string {
  return momentsLine(name, [day], time)
}

/** The same for several days at one time; empty where there are none. */
export function momentsLine(name: string, days: readonly Day[], time: ClockTime | null): string {
  return time === null
    ? line(`${name};VALUE=DATE`, days.map(compact).join(','))
    : line(`${name};TZID=${TZID}`, days.map((day) => localTime(day, time)).join(','))
}

/** An instant of ISO 8601 in UTC as RFC 5545 writes it: 20260603T100000Z. */
export function utcStamp(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** The last second of a day in Germany, in UTC. */
export function endOfDay(day: Day): string {
  const year = Number(day.slice(0, 4))
  // By the evening of a Sunday on which the clocks change, they have.
  const isSummer = day >= lastSunday(year, 3) && day < lastSunday(year, 10)
  return `${compact(day)}T${isSummer ? '215959' : '225959'}Z`
}

/** 20260603 */
export function compact(day: Day): string {
  return day.replaceAll('-', '')
}

/** Midnight as an end is the next day's beginning. */
function localTime(day: Day, time: ClockTime): string {
  return time === '24:00'
    ? `${compact(addDays(day, 1))}T000000`
    : `${compact(day)}T${time.replace(':', '')}00`
}

function lastSunday(year: number, month: 3 | 10): Day {
  const last = dayOf(year, month, 31)
  return addDays(last, -(weekdayOf(last) % 7))
}
