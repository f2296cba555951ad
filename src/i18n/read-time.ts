// Knows how people write a time of day: „19:30“, „19.30 Uhr“, „19 Uhr“, „9“.
import { type ClockTime, parseClockTime } from '../domain/clock-time.ts'

/** The time that a text names, to the minute and by 24 hours; null where it names none. */
export function readTime(text: string): ClockTime | null {
  const [, hour = '', minute = '00'] =
    /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|h)?$/.exec(text.trim().toLowerCase()) ?? []
  return hour === '' ? null : parseClockTime(`${hour.padStart(2, '0')}:${minute}`)
}
