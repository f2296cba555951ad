// Knows how an instant is written: as the wall in Germany shows it, to the minute.
import { wallTime } from '../domain/clock.ts'
import type { SiteLanguage } from '../domain/language.ts'
import { sayDate, sayTime } from './say-day.ts'

/** „28. Mai 2026, 14:12 Uhr“, "28 May 2026, 14:12", for an instant in UTC (ISO 8601). */
export function sayInstant(at: string, language: SiteLanguage): string {
  const { day, time } = wallTime(Date.parse(at))
  return `${sayDate(day, language)}, ${sayTime(time, language)}`
}

/** The same instant for `<time datetime>`: local, without a zone (HTML §2.3.5.4). */
export function localInstant(at: string): string {
  const { day, time } = wallTime(Date.parse(at))
  return `${day}T${time}`
}
