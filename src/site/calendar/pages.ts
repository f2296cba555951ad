import { countDates, type Occurrence } from '../../domain/agenda.ts'
import { type Day, daysOf } from '../../domain/day.ts'
import type { SiteLanguage } from '../../domain/language.ts'
import { partsOfMonth } from '../../domain/month.ts'
import { isTrace } from '../../domain/schedule.ts'
import type { Week } from '../../domain/week.ts'
import { type Agenda, type AgendaDay, agendaOfDays, type ShownOccurrence, shower } from '../../http/agenda.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type DateLeaf, largeDateLeaf } from '../../http/parts/date-leaf.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import {
  type Narrowed,
  type PlaceChoice,
  type PlaceFilter,
  placeFilter,
  queryOfPlace,
} from '../../http/parts/place-filter.ts'
import { sayHolidaysUnknown } from '../../http/parts/shown-date.ts'
import { unknownFilters } from '../../http/parts/unknown-filter.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { sayDay, sayDayBrief, sayDayRange, sayMonth, sayMonthName } from '../../i18n/say-day.ts'
import { counted, fill } from '../../i18n/words.ts'
import { anchorOf, codeOf, neighbourOf, type Period, periodAround } from './period.ts'

/** The way from a period to others. */
export type CalendarBar = {
  readonly views: readonly { readonly href: Href; readonly label: string; readonly isCurrent: boolean }[]
  readonly previous: { readonly href: Href; readonly label: string } | null
  readonly now: Href
  readonly next: { readonly href: Href; readonly label: string } | null
}

/** What every page of the calendar has. */
export type CalendarFrame = {
  readonly title: string
  readonly bar: CalendarBar
  readonly filter: PlaceFilter
  readonly notices: readonly NoticePart[]
  /** „Schulferien ab 7. August 2030 noch nicht bekannt“, or empty. */
  readonly hint: string
  /** „31 Termine in Duisburg, 1 davon fällt aus“. */
  readonly count: string
  readonly isEmpty: boolean
}

export type WeekPage = CalendarFrame & { readonly lead: string; readonly days: readonly AgendaDay[] }
export type DayPage = CalendarFrame & {
  readonly leaf: DateLeaf
  readonly lead: string
  readonly occurrences: readonly ShownOccurrence[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/calendar/week': WeekPage
    'site/calendar/day': DayPage
  }
  interface Parts {
    'calendar-bar': CalendarBar
  }
}

export type CalendarContent = Agenda & { readonly period: Period; readonly narrowed: Narrowed }

/** Seven days, those without a date, too. */
export function weekPage(
  house: House,
  reader: Reader,
  content: CalendarContent & { readonly week: Week },
): WeekPage {
  const { week, occurrences, period } = content
  return {
    ...calendarFrame(reader, content),
    lead: fill(reader.words.calendar.weekOfYear, { week: Number(week.slice(6)) }),
    days: agendaOfDays(house, reader, occurrences, daysOf(period.range)),
  }
}

/** All dates of one day. */
export function dayPage(
  house: House,
  reader: Reader,
  content: CalendarContent & { readonly day: Day },
): DayPage {
  const { words, language, now } = reader
  const { day, occurrences } = content
  const frame = calendarFrame(reader, content)
  const sentence = day === now.day ? words.calendar.todaySentence : words.calendar.sentence
  const leaf = largeDateLeaf(day, language, 'with-year')
  return {
    ...frame,
    leaf: day === now.day ? { ...leaf, state: 'today' } : leaf,
    lead: fill(sentence, { dates: frame.count }),
    occurrences: occurrences.map(shower(house, reader, occurrences)),
  }
}

/** „Juni 2026“, „1.–7. Juni 2026“, „Mittwoch, 3. Juni 2026“. */
export function sayPeriod(period: Period, language: SiteLanguage): string {
  switch (period.kind) {
    case 'month':
      return sayMonth(period.month, language)
    case 'week':
      return sayDayRange(period.range, language)
    case 'day':
      return sayDay(period.day, language)
    default:
      return period satisfies never
  }
}

/** What month, week and day have in common. */
export function calendarFrame(
  reader: Reader,
  { period, narrowed, occurrences, uncertainFrom }: CalendarContent,
): CalendarFrame {
  const urls = urlsIn(reader.language)
  return {
    title: sayPeriod(period, reader.language),
    bar: calendarBar(reader, period, narrowed.choice),
    filter: placeFilter(reader, narrowed, (query) => urls.calendar(codeOf(period), query)),
    notices: unknownFilters(narrowed.choice.unknown, reader),
    hint: uncertainFrom === null ? '' : sayHolidaysUnknown(uncertainFrom, reader),
    count: sayCount(reader, occurrences, narrowed.choice),
    isEmpty: occurrences.length === 0,
  }
}

function calendarBar(reader: Reader, period: Period, choice: PlaceChoice): CalendarBar {
  const { words, language, now } = reader
  const urls = urlsIn(language)
  const query = queryOfPlace(choice)
  const href = (target: Period) => urls.calendar(codeOf(target), query)
  const step = (by: -1 | 1) => {
    const target = neighbourOf(period, by)
    return target === null ? null : { href: href(target), label: sayStep(target, reader) }
  }
  const anchor = anchorOf(period, now.day)
  const views = (['month', 'week', 'day'] as const).flatMap((kind) => {
    const target = kind === period.kind ? period : periodAround(kind, anchor)
    if (target === null) return []
    return [{ href: href(target), label: words.calendar[kind], isCurrent: kind === period.kind }]
  })
  const current = periodAround(period.kind, now.day) ?? period
  return { views, previous: step(-1), now: href(current), next: step(1) }
}

function sayStep(period: Period, { words, language, now }: Reader): string {
  switch (period.kind) {
    case 'month': {
      const isThisYear = period.month.slice(0, 4) === now.day.slice(0, 4)
      return isThisYear
        ? sayMonthName(partsOfMonth(period.month).month, language)
        : sayMonth(period.month, language)
    }
    case 'week':
      return fill(words.calendar.weekNumber, { week: Number(period.week.slice(6)) })
    case 'day':
      return sayDayBrief(period.day, language)
    default:
      return period satisfies never
  }
}

function sayCount(
  { words, language }: Reader,
  occurrences: readonly Occurrence[],
  { city, topic }: PlaceChoice,
): string {
  const dates = countDates(occurrences)
  const cancelled = occurrences.filter((date) => date.state === 'cancelled' && !isTrace(date)).length
  const said = dates === 0 ? words.calendar.noDates : counted(words.calendar.dates, dates, language)
  const where = city === null ? said : fill(words.calendar.inCity, { dates: said, city: city.name })
  const about =
    topic === null ? where : fill(words.calendar.onTopic, { dates: where, topic: topic.names[language] })
  return cancelled === 0 ? about : `${about}, ${counted(words.calendar.cancelled, cancelled, language)}`
}
