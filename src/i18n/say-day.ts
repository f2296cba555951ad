// Knows how days, months and times are written: German after DIN 5008, English with the same 24-hour clock.
import type { ClockTime } from '../domain/clock-time.ts'
import { type Day, type DayRange, partsOf, type Weekday, weekdayOf } from '../domain/day.ts'
import type { SiteLanguage } from '../domain/language.ts'
import { type Month, partsOfMonth } from '../domain/month.ts'

type Names = {
  readonly weekdays: readonly string[]
  readonly weekdaysShort: readonly string[]
  readonly months: readonly string[]
  readonly monthsShort: readonly string[]
}

const NAMES: Readonly<Record<SiteLanguage, Names>> = {
  de: {
    weekdays: list('Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag'),
    weekdaysShort: list('Mo. Di. Mi. Do. Fr. Sa. So.'),
    months: list('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
    monthsShort: list('Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez'),
  },
  en: {
    weekdays: list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
    weekdaysShort: list('Mon Tue Wed Thu Fri Sat Sun'),
    months: list('January February March April May June July August September October November December'),
    monthsShort: list('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
  },
}

/** „Mittwoch, 3. Juni 2026“, "Wednesday, 3 June 2026". */
export function sayDay(day: Day, language: SiteLanguage): string {
  return `${sayWeekday(weekdayOf(day), language)}, ${sayDate(day, language)}`
}

/** Without the weekday: „3. Juni 2026“, "3 June 2026". */
export function sayDate(day: Day, language: SiteLanguage): string {
  return `${sayDayOfYear(day, language)} ${day.slice(0, 4)}`
}

/** Without weekday and year: „3. Juni“, "3 June". */
export function sayDayOfYear(day: Day, language: SiteLanguage): string {
  const { month, dayOfMonth } = partsOf(day)
  return `${sayDayOfMonth(dayOfMonth, language)} ${sayMonthName(month, language)}`
}

/** For tables and lists: „Mi., 03.06.2026“, "Wed 3 Jun 2026". */
export function sayDayShort(day: Day, language: SiteLanguage): string {
  const weekday = sayWeekdayShort(weekdayOf(day), language)
  if (language === 'de') return `${weekday}, ${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`
  const { year, month, dayOfMonth } = partsOf(day)
  return `${weekday} ${dayOfMonth} ${sayMonthShort(month, language)} ${year}`
}

/** For steps and columns, where the year is known: „Mi., 03.06.“, "Wed 3 Jun". */
export function sayDayBrief(day: Day, language: SiteLanguage): string {
  return sayDayShort(day, language).slice(0, -4).trimEnd()
}

/** As people type it into a form: „3.6.2026“. */
export function sayDayNumbers(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day)
  return `${dayOfMonth}.${month}.${year}`
}

/** „Mittwoch“, "Wednesday". */
export function sayWeekday(weekday: Weekday, language: SiteLanguage): string {
  return nameOf(NAMES[language].weekdays, weekday)
}

/** „Mi.“, "Wed". */
export function sayWeekdayShort(weekday: Weekday, language: SiteLanguage): string {
  return nameOf(NAMES[language].weekdaysShort, weekday)
}

/** „Juni 2026“, "June 2026". */
export function sayMonth(month: Month, language: SiteLanguage): string {
  const parts = partsOfMonth(month)
  return `${sayMonthName(parts.month, language)} ${parts.year}`
}

/** The name of a month from 1 to 12: „Juni“, "June". */
export function sayMonthName(month: number, language: SiteLanguage): string {
  return nameOf(NAMES[language].months, month)
}

/** Three letters for a month from 1 to 12: „Jun“, "Jun". */
export function sayMonthShort(month: number, language: SiteLanguage): string {
  return nameOf(NAMES[language].monthsShort, month)
}

/** „19:30 Uhr“, "19:30". */
export function sayTime(time: ClockTime, language: SiteLanguage): string {
  return language === 'de' ? `${time} Uhr` : time
}

/** „18:00–19:30 Uhr“, "18:00–19:30"; without an end like sayTime. */
export function sayTimes(start: ClockTime, end: ClockTime | null, language: SiteLanguage): string {
  if (end === null) return sayTime(start, language)
  return language === 'de' ? `${start}–${end} Uhr` : `${start}–${end}`
}

/** „Mittwoch, 3. Juni 2026, 19:30 Uhr“; only the day where no time is known. */
export function sayMoment(
  day: Day,
  start: ClockTime | null,
  end: ClockTime | null,
  language: SiteLanguage,
): string {
  const said = sayDay(day, language)
  return start === null ? said : `${said}, ${sayTimes(start, end, language)}`
}

/** „3.–5. Juni 2026“, „30. Juni bis 2. Juli 2026“, with both years where they differ; one day like sayDay. */
export function sayDayRange(range: DayRange, language: SiteLanguage): string {
  const { from, until } = range
  if (from === until) return sayDay(from, language)
  const last = sayDate(until, language)
  if (from.slice(0, 7) === until.slice(0, 7))
    return `${sayDayOfMonth(partsOf(from).dayOfMonth, language)}–${last}`
  const first =
    from.slice(0, 4) === until.slice(0, 4) ? sayDayOfYear(from, language) : sayDate(from, language)
  return language === 'de' ? `${first} bis ${last}` : `${first} to ${last}`
}

function sayDayOfMonth(dayOfMonth: number, language: SiteLanguage): string {
  return language === 'de' ? `${dayOfMonth}.` : String(dayOfMonth)
}

function nameOf(names: readonly string[], number: number): string {
  const name = names[number - 1]
  if (name === undefined) throw new RangeError(`There is no name for number ${number}`)
  return name
}

function list(words: string): readonly string[] {
  return words.split(' ')
}
