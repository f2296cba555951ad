import { type Day, partsOf, weekdayOf } from '../../domain/day.ts'
import type { SiteLanguage } from '../../domain/language.ts'
import { monthOf } from '../../domain/month.ts'
import { sayMonth, sayMonthName, sayMonthShort, sayWeekday, sayWeekdayShort } from '../../i18n/say-day.ts'

/** A leaf of a tear-off calendar. It is decoration: the same date stands beside it in words. */
export type DateLeaf = {
  readonly state: '' | 'today' | 'cancelled' | 'moved' | 'none'
  readonly weekday: string
  readonly day: string
  readonly month: string
  /** Instead of a date: „nach Absprache“. */
  readonly text: string
}

declare module '../render.ts' {
  interface Parts {
    'date-leaf': DateLeaf
    'date-leaf-large': DateLeaf
  }
}

/** The leaf of a day. */
export function dateLeaf(day: Day, language: SiteLanguage, state: DateLeaf['state'] = ''): DateLeaf {
  const { month, dayOfMonth } = partsOf(day)
  return {
    state,
    weekday: sayWeekdayShort(weekdayOf(day), language).replace('.', ''),
    day: String(dayOfMonth),
    month: sayMonthShort(month, language),
    text: '',
  }
}

/** The leaf of a day with the weekday written out; `year` adds the year to the month. */
export function largeDateLeaf(
  day: Day,
  language: SiteLanguage,
  year: 'with-year' | 'without-year',
): DateLeaf {
  const { month, dayOfMonth } = partsOf(day)
  return {
    state: '',
    weekday: sayWeekday(weekdayOf(day), language),
    day: String(dayOfMonth),
    month: year === 'with-year' ? sayMonth(monthOf(day), language) : sayMonthName(month, language),
    text: '',
  }
}

/** A leaf without a date. */
export function emptyLeaf(text: string): DateLeaf {
  return { state: 'none', weekday: '', day: '', month: '', text }
}
