// Knows seasons: a part of the year that comes back every year and may run over its end.
import { daysInMonth, LEAP_YEAR } from './day.ts'

/** First and last day as 'MM-DD', both included; 'from' after 'until' runs over the turn of the year. */
export type Season = { readonly from: string; readonly until: string }

/** Whether a text is a day of the year, 'MM-DD'; 29 February is one. */
export function isDayOfYear(text: string): boolean {
  if (!/^\d{2}-\d{2}$/.test(text)) return false
  const month = Number(text.slice(0, 2))
  const dayOfMonth = Number(text.slice(3))
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(LEAP_YEAR, month)
}

/** Answers, for one season, whether a date (month from 1, day of the month) lies in it. */
export function seasonTest(season: Season): (month: number, dayOfMonth: number) => boolean {
  const from = ordinalOf(season.from)
  const until = ordinalOf(season.until)
  return (month, dayOfMonth) => {
    const at = month * 100 + dayOfMonth
    return from <= until ? at >= from && at <= until : at >= from || at <= until
  }
}

function ordinalOf(dayOfYear: string): number {
  return Number(dayOfYear.slice(0, 2)) * 100 + Number(dayOfYear.slice(3))
}
