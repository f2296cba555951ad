// Knows how a day is written in the languages of groups that the site itself does not speak.
import { type Day, dayNumber } from '../domain/day.ts'
import { type RuleLanguage, SITE_LANGUAGES } from '../domain/language.ts'
import { sayDate, sayDay } from './say-day.ts'

const MS_OF_A_DAY = 24 * 60 * 60 * 1000
/** Without these, Intl writes other calendars and other digits for some of them. */
const PINNED = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
} as const

/** „3. Juni 2026“, „3 Haziran 2026“, «3 червня 2026 р.». */
export function sayDateIn(day: Day, language: RuleLanguage): string {
  const own = siteLanguageOf(language)
  return own === undefined
    ? new Intl.DateTimeFormat(language, PINNED).format(dayNumber(day) * MS_OF_A_DAY)
    : sayDate(day, own)
}

/** The same with the weekday: „Mittwoch, 3. Juni 2026“. */
export function sayDayIn(day: Day, language: RuleLanguage): string {
  const own = siteLanguageOf(language)
  return own === undefined
    ? new Intl.DateTimeFormat(language, { ...PINNED, weekday: 'long' }).format(dayNumber(day) * MS_OF_A_DAY)
    : sayDay(day, own)
}

function siteLanguageOf(language: RuleLanguage) {
  return SITE_LANGUAGES.find((own) => own === language)
}
