import type { Day } from '../../domain/day.ts'
import { weekdayOf } from '../../domain/day.ts'
import { addMonths, monthOf, monthRange } from '../../domain/month.ts'
import { isGap, type ScheduledDate } from '../../domain/schedule.ts'
import { sayDate, sayDay, sayDayOfYear, sayDayShort, sayTimes, sayWeekday } from '../../i18n/say-day.ts'
import { fill } from '../../i18n/words.ts'
import type { Reader } from '../reader.ts'
import { type DateLeaf, dateLeaf } from './date-leaf.ts'

/** One date of a meeting or event in words, with its state and the reason for it. */
export type ShownDate = {
  readonly leaf: DateLeaf
  /** For `<time datetime>`. */
  readonly datetime: string
  /** „Heute, Mittwoch, 3. Juni“. */
  readonly day: string
  /** „19:30–21:00 Uhr“, or that no time is said. */
  readonly time: string
  readonly state: '' | 'today' | 'cancelled' | 'moved'
  /** „fällt aus“, „verlegt auf Do., 04.06.2026, 18:00 Uhr“, „verlegt vom …“, „Zusatztermin“, „heute“, or empty. */
  readonly word: string
  readonly reason: string
}

/** A date as readers see it. */
export function shownDate(date: ScheduledDate, reader: Reader): ShownDate {
  const { language, now } = reader
  const state = stateOf(date, now.day)
  return {
    leaf: dateLeaf(date.day, language, state),
    datetime: date.start === null ? date.day : `${date.day}T${date.start}`,
    day: sayNearDay(date.day, reader),
    time: sayTimesOrNone(date, reader),
    state,
    word: wordOf(date, state, reader),
    reason: date.reason ?? '',
  }
}

/** „Heute, Mittwoch, 3. Juni“; the year is said only where it could be missed, from half a year on. */
export function sayNearDay(day: Day, { language, words, now }: Reader): string {
  const isNear = day >= now.day && day <= lastNearDay(now.day)
  const said = isNear
    ? `${sayWeekday(weekdayOf(day), language)}, ${sayDayOfYear(day, language)}`
    : sayDay(day, language)
  return day === now.day ? fill(words.dates.today, { day: said }) : said
}

let nearTo: { readonly today: Day; readonly last: Day } | null = null

/** The end of the sixth month from now; asked for every date of a page, so the last answer is kept. */
function lastNearDay(today: Day): Day {
  if (nearTo?.today !== today) nearTo = { today, last: monthRange(addMonths(monthOf(today), 6)).until }
  return nearTo.last
}

/** „19:30–21:00 Uhr“, or that no time is said. */
function sayTimesOrNone(date: Pick<ScheduledDate, 'start' | 'end'>, { language, words }: Reader): string {
  return date.start === null ? words.dates.noTime : sayTimes(date.start, date.end, language)
}

/** How a date stands to its schedule and to today. */
export function stateOf(date: ScheduledDate, today: Day): ShownDate['state'] {
  if (date.movedTo !== null) return 'moved'
  if (date.state === 'cancelled' || isGap(date)) return 'cancelled'
  return date.day === today ? 'today' : ''
}

/** The state in words: „fällt aus“, „verlegt auf …“, „Zusatztermin“, „heute“, or empty. */
export function wordOf(date: ScheduledDate, state: ShownDate['state'], { language, words }: Reader): string {
  if (date.movedTo !== null) return fill(words.dates.movedTo, { day: sayDayShort(date.movedTo, language) })
  if (state === 'cancelled') return words.dates.cancelled
  if (date.movedFrom !== null)
    return fill(words.dates.movedFrom, { day: sayDayShort(date.movedFrom, language) })
  if (date.state === 'added') return words.dates.added
  return state === 'today' ? words.dates.todayWord : ''
}

/** Why a holiday or a closed house took a date away, for where other reasons have no room; else empty. */
export function reasonOfGap(date: ScheduledDate): string {
  return isGap(date) ? (date.reason ?? '') : ''
}

/** „Schulferien ab 7. August 2030 noch nicht bekannt“. */
export function sayHolidaysUnknown(from: Day, { words, language }: Reader): string {
  return fill(words.dates.holidaysUnknown, { day: sayDate(from, language) })
}
