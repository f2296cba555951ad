// Knows how people write a day: „3.6.2026“, „03.06.26“, „3. Juni 2026“, „3 June 2026“, „2026-06-03“.
import { type Day, parseDay } from '../domain/day.ts'
import { SITE_LANGUAGES } from '../domain/language.ts'
import { sayMonthName, sayMonthShort } from './say-day.ts'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** The day that a text names, in German or English and with month names written out or shortened; null where it names none. */
export function readDay(text: string): Day | null {
  const typed = text.trim().toLowerCase()
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(typed)) {
    const [year = '', month = '', dayOfMonth = ''] = typed.split('-')
    return compose(year, Number(month), dayOfMonth)
  }
  const [, dayOfMonth = '', named = '', year = ''] =
    /^(\d{1,2})(?:\.\s*|\s+)(\d{1,2}|\p{L}+)\.?\s*(\d{2}|\d{4})$/u.exec(typed) ?? []
  const month = /^\d+$/.test(named) ? Number(named) : monthNamed(named)
  return month === null ? null : compose(year.length === 2 ? `20${year}` : year, month, dayOfMonth)
}

function compose(year: string, month: number, dayOfMonth: string): Day | null {
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`)
}

/** Three letters are enough: no two months begin alike. */
function monthNamed(name: string): number | null {
  if (name.length < 3) return null
  const isNamed = (month: number) =>
    SITE_LANGUAGES.some((language) =>
      [sayMonthName(month, language), sayMonthShort(month, language)].some((known) =>
        known.toLowerCase().startsWith(name),
      ),
    )
  return MONTHS.find(isNamed) ?? null
}
