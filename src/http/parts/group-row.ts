import { type Freshness, freshness, isOverdue } from '../../domain/confirmation.ts'
import type { Day } from '../../domain/day.ts'
import type { FreeDays } from '../../domain/free-day.ts'
import { freeDaysFor } from '../../domain/holidays.ts'
import type { SiteLanguage } from '../../domain/language.ts'
import { nextDates, type ScheduledDate, takesPlace } from '../../domain/schedule.ts'
import { sayDate } from '../../i18n/say-day.ts'
import { fill, type Words } from '../../i18n/words.ts'
import type { DirectoryRow } from '../../store/directory.ts'
import type { NextMeeting } from '../../store/next-meetings.ts'
import { placeOf } from '../agenda.ts'
import { type Calendars, calendarsFor } from '../free-days.ts'
import type { House } from '../house.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import { urlsIn } from '../urls.ts'
import { type DateLeaf, emptyLeaf } from './date-leaf.ts'
import { shownDate } from './shown-date.ts'

/** One organisation in a list: what, where, when next, in which languages. */
export type GroupRow = {
  readonly leaf: DateLeaf
  readonly href: Href
  readonly name: string
  readonly nameLanguage: string
  readonly kind: string
  readonly when: string
  readonly isOff: boolean
  readonly word: string
  readonly summary: string
  readonly place: string
  readonly languages: string
  /** „länger nicht bestätigt“, or empty. */
  readonly age: string
  /** A row's HTML is kept with it, so it brings along what it says. */
  readonly words: Pick<Words['directory'], 'place' | 'languages'>
}

declare module '../render.ts' {
  interface Parts {
    'group-row': GroupRow
  }
}

/** What a row is made from, beside its organisation; each is another object where it says something else. */
type Made = {
  readonly language: SiteLanguage
  readonly today: Day
  readonly meetings: readonly NextMeeting[]
  readonly next: NextDate | null
}
type NextDate = { readonly meeting: NextMeeting; readonly date: ScheduledDate }

/** The rows of organisations, with the next date of each: two more statements for all of them. */
export function groupRows(
  house: House,
  reader: Reader,
  organisations: readonly DirectoryRow[],
): readonly GroupRow[] {
  const found = house.store.nextMeetings.of(organisations.map(({ id }) => id))
  const calendarAt = calendarsFor(house, reader)
  const { language, now } = reader
  return organisations.map((organisation) => {
    const meetings = found.get(organisation.id) ?? []
    const next = organisation.dormantSince !== null ? null : nextOf(meetings, calendarAt, now.day)
    return keptRow(organisation, { language, today: now.day, meetings, next }, reader)
  })
}

function ageOf(organisation: DirectoryRow, today: Day): Freshness {
  const { confirmedOn } = organisation
  return freshness(confirmedOn === null ? null : { on: confirmedOn }, organisation, today)
}

const rows = new WeakMap<DirectoryRow, Made & { readonly row: GroupRow }>()

/** The same row as long as it says the same: its HTML is kept with it. */
function keptRow(organisation: DirectoryRow, made: Made, reader: Reader): GroupRow {
  const kept = rows.get(organisation)
  if (kept !== undefined && isSame(kept, made)) return kept.row
  const row = groupRow(organisation, made, reader)
  rows.set(organisation, { ...made, row })
  return row
}

function isSame(one: Made, other: Made): boolean {
  return (
    one.today === other.today &&
    one.language === other.language &&
    one.next?.date === other.next?.date &&
    one.next?.meeting === other.next?.meeting &&
    one.meetings.length === other.meetings.length &&
    one.meetings.every((meeting, index) => meeting === other.meetings[index])
  )
}

function groupRow(organisation: DirectoryRow, { meetings, next, today }: Made, reader: Reader): GroupRow {
  const { words } = reader
  const date = next === null ? null : shownDate(next.date, reader)
  const first = next?.meeting ?? meetings[0]
  return {
    leaf: date?.leaf ?? emptyLeaf(leafWord(organisation, meetings, reader)),
    href: urlsIn(reader.language).organisation(organisation),
    name: organisation.name,
    nameLanguage: organisation.nameLanguage ?? '',
    kind: words.kinds.organisation[organisation.kind],
    when: date === null ? noteOf(organisation, meetings, reader) : `${date.day}, ${date.time}`,
    isOff: date !== null && (date.state === 'cancelled' || date.state === 'moved'),
    word: date === null || date.state === 'today' ? '' : date.word,
    summary: organisation.summary,
    place: first === undefined ? organisation.cityName : placeOf(first, reader),
    languages: organisation.languages.map((language) => words.languages[language]).join(', '),
    age: isOverdue(ageOf(organisation, today)) ? words.directory.overdue : '',
    words: words.directory,
  }
}

function leafWord(
  { dormantSince }: DirectoryRow,
  meetings: readonly NextMeeting[],
  { words }: Reader,
): string {
  if (dormantSince !== null) return words.directory.dormant
  return meetings.length === 0 ? words.directory.noMeeting : words.dates.byArrangement
}

/** The earliest next date of all meetings; one that is cancelled stays visible, for those who would have come. */
function nextOf(meetings: readonly NextMeeting[], calendarAt: Calendars, today: Day): NextDate | null {
  let earliest: NextDate | null = null
  for (const meeting of meetings) {
    const date = nextDateOf(meeting, freeDaysFor(meeting.schedule, calendarAt(meeting)), today)
    if (date === null) continue
    if (earliest === null || isEarlier(date, earliest.date)) earliest = { meeting, date }
  }
  return earliest
}

type Searched = {
  readonly from: Day
  readonly freeDays: FreeDays | undefined
  readonly date: ScheduledDate | null
}

const searched = new WeakMap<NextMeeting, Searched>()

/** The next date from a day on, found once a day: a stand in odd months is a search through the whole year. */
function nextDateOf(meeting: NextMeeting, freeDays: FreeDays | undefined, from: Day): ScheduledDate | null {
  const known = searched.get(meeting)
  if (known !== undefined && known.from === from && known.freeDays === freeDays) return known.date
  const date = nextDates(meeting.schedule, meeting.exceptions, from, 1, freeDays)[0] ?? null
  searched.set(meeting, { from, freeDays, date })
  return date
}

function isEarlier(one: ScheduledDate, other: ScheduledDate): boolean {
  if (one.day !== other.day) return one.day < other.day
  if (takesPlace(one) !== takesPlace(other)) return takesPlace(one)
  return (one.start ?? '') < (other.start ?? '')
}

function noteOf(
  { dormantSince }: DirectoryRow,
  meetings: readonly NextMeeting[],
  { words, language }: Reader,
): string {
  if (dormantSince !== null)
    return fill(words.directory.dormantSince, { day: sayDate(dormantSince, language) })
  if (meetings.length === 0) return ''
  return meetings.find(({ schedule }) => schedule.note !== null)?.schedule.note ?? words.dates.noNextDate
}
