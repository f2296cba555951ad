import { byDay, countDates, firstOf, type Occurrence } from '../../domain/agenda.ts'
import { type Day, daysOf, partsOf, WEEKDAYS, weekdayOf } from '../../domain/day.ts'
import type { Month } from '../../domain/month.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { queryOfPlace } from '../../http/parts/place-filter.ts'
import { reasonOfGap, type ShownDate, stateOf, wordOf } from '../../http/parts/shown-date.ts'
import type { Reader } from '../../http/reader.ts'
import { type Urls, urlsIn } from '../../http/urls.ts'
import { sayDayOfYear, sayWeekday } from '../../i18n/say-day.ts'
import { counted, fill } from '../../i18n/words.ts'
import type { MeetingName } from '../../store/meetings.ts'
import { type CalendarContent, type CalendarFrame, calendarFrame } from './pages.ts'

type MonthEntry = {
  readonly href: Href
  readonly state: ShownDate['state']
  readonly datetime: string
  /** „19:30“, or empty. */
  readonly time: string
  readonly title: string
  readonly word: string
  /** „Christi Himmelfahrt“, or empty. */
  readonly reason: string
}

/** A day of the month's table; `null` where a week runs over the month's edge. */
export type MonthCell = {
  readonly state: '' | 'today' | 'empty'
  readonly href: Href
  readonly datetime: Day
  /** „Mittwoch, “, „3“ and „. Juni“: of the three only the number is seen in a table, all are on a telephone. */
  readonly before: string
  readonly number: string
  readonly after: string
  readonly entries: readonly MonthEntry[]
  /** „3 weitere Termine“, or empty. */
  readonly more: string
} | null

export type MonthPage = CalendarFrame & {
  /** The programme for the notice board. */
  readonly print: Href
  readonly weekdays: readonly string[]
  readonly weeks: readonly (readonly MonthCell[])[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/calendar/month': MonthPage
  }
  interface Parts {
    'month-cell': MonthCell
  }
}

const MOST_PER_DAY = 4
const DAYS = 7

/** A month as a table of weeks, each day with its first occurrences. */
export function monthPage(
  house: House,
  reader: Reader,
  content: CalendarContent & { readonly month: Month },
): MonthPage {
  const ofDays = byDay(content.occurrences)
  const days = daysOf(content.period.range).map((day) => {
    const occurrences = ofDays.get(day) ?? []
    return { day, occurrences, shown: firstOf(occurrences, MOST_PER_DAY) }
  })
  const entryOf = entryMaker(
    house,
    reader,
    days.flatMap(({ shown }) => shown),
  )
  const cells = days.map((day) => monthCell(day, entryOf, reader))
  return {
    ...calendarFrame(reader, content),
    print: urlsIn(reader.language).printedMonth({
      monat: content.month,
      ...queryOfPlace(content.narrowed.choice),
    }),
    weekdays: WEEKDAYS.map((weekday) => sayWeekday(weekday, reader.language)),
    weeks: weeksOf(cells, weekdayOf(content.period.range.from) - 1),
  }
}

type DayOfMonth = {
  readonly day: Day
  readonly occurrences: readonly Occurrence[]
  readonly shown: readonly Occurrence[]
}

function monthCell(
  { day, occurrences, shown }: DayOfMonth,
  entryOf: (occurrence: Occurrence) => MonthEntry,
  { language, words, now }: Reader,
): MonthCell {
  const number = String(partsOf(day).dayOfMonth)
  const weekday = `${sayWeekday(weekdayOf(day), language)}, `
  const left = countDates(occurrences) - countDates(shown)
  return {
    state: day === now.day ? 'today' : occurrences.length === 0 ? 'empty' : '',
    href: urlsIn(language).calendar(day),
    datetime: day,
    before: day === now.day ? fill(words.dates.today, { day: weekday }) : weekday,
    number,
    after: sayDayOfYear(day, language).slice(number.length),
    entries: shown.map(entryOf),
    more: left === 0 ? '' : counted(words.calendar.moreOfDay, left, language),
  }
}

/** The names of all that is shown come in two statements. */
function entryMaker(
  house: House,
  reader: Reader,
  shown: readonly Occurrence[],
): (occurrence: Occurrence) => MonthEntry {
  const { meetings, events } = house.store
  const urls = urlsIn(reader.language)
  const names = {
    meeting: new Map(
      meetings.names(idsOf(shown, 'meeting')).map((each) => [each.id, meetingName(each, reader, urls)]),
    ),
    event: new Map(
      events
        .dates(idsOf(shown, 'event'))
        .map(({ id, slug, title }) => [id, { href: urls.event(slug), title }]),
    ),
  }
  return (occurrence) => {
    const name = names[occurrence.noun].get(occurrence.id)
    if (name === undefined) throw new RangeError(`${occurrence.noun} ${occurrence.id} has no name`)
    const state = stateOfEntry(occurrence, reader)
    return {
      ...name,
      state,
      datetime: occurrence.start === null ? '' : `${occurrence.day}T${occurrence.start}`,
      time: occurrence.start ?? '',
      word: wordOf(occurrence, state, reader),
      reason: reasonOfGap(occurrence),
    }
  }
}

/** That it is today is said by the day itself. */
function stateOfEntry(occurrence: Occurrence, { now }: Reader): ShownDate['state'] {
  const state = stateOf(occurrence, now.day)
  return state === 'today' ? '' : state
}

function idsOf(shown: readonly Occurrence[], noun: Occurrence['noun']): ReadonlySet<number> {
  return new Set(shown.filter((occurrence) => occurrence.noun === noun).map(({ id }) => id))
}

/** Whose ordinary meeting it is says enough; a consultation or a stand would not be found by that. */
function meetingName(
  { organisationName, organisationSlug, organisationKind, title, kind }: MeetingName,
  { words }: Reader,
  urls: Urls,
): Pick<MonthEntry, 'href' | 'title'> {
  const isSaid = kind === 'meeting' || organisationName.includes(title)
  return {
    href: urls.organisation({ slug: organisationSlug, kind: organisationKind }),
    title: isSaid
      ? organisationName
      : fill(words.calendar.meetingOf, { organisation: organisationName, title }),
  }
}

function weeksOf(cells: readonly MonthCell[], before: number): readonly (readonly MonthCell[])[] {
  const all = [...Array.from({ length: before }, () => null), ...cells]
  while (all.length % DAYS !== 0) all.push(null)
  return Array.from({ length: all.length / DAYS }, (_, index) => all.slice(index * DAYS, (index + 1) * DAYS))
}
