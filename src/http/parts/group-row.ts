import { freeDaysFor } from '../../domain/holidays.ts'
import { nextDates, takesPlace } from '../../domain/schedule.ts'
import type { DirectoryRow } from '../../store/directory.ts'
import type { NextMeeting } from '../../store/next-meetings.ts'
import { placeOf } from '../agenda.ts'
import { type Calendars, calendarsFor } from '../free-days.ts'
import type { House } from '../house.ts'
import type { Href } from '../href.ts'
import type { Reader } from '../reader.ts'
import { urlsIn } from '../urls.ts'
import { type DateLeaf, emptyLeaf } from './date-leaf.ts'
import { type ShownDate, shownDate } from './shown-date.ts'

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
}

declare module '../render.ts' {
  interface Parts {
    'group-row': GroupRow
  }
}

type Next = { readonly meeting: NextMeeting; readonly date: ShownDate }

/** The rows of organisations, with the next date of each: two more statements for all of them. */
export function groupRows(
  house: House,
  reader: Reader,
  organisations: readonly DirectoryRow[],
): readonly GroupRow[] {
  const meetings = house.store.nextMeetings.of(organisations.map(({ id }) => id))
  const calendarAt = calendarsFor(house, reader)
  return organisations.map((organisation) => {
    const ofOrganisation = meetings.get(organisation.id) ?? []
    return groupRow(organisation, ofOrganisation, nextOf(ofOrganisation, calendarAt, reader), reader)
  })
}

function groupRow(
  organisation: DirectoryRow,
  meetings: readonly NextMeeting[],
  next: Next | null,
  reader: Reader,
): GroupRow {
  const { words } = reader
  const first = next?.meeting ?? meetings[0]
  return {
    leaf:
      next?.date.leaf ??
      emptyLeaf(meetings.length === 0 ? words.directory.noMeeting : words.dates.byArrangement),
    href: urlsIn(reader.language).organisation(organisation),
    name: organisation.name,
    nameLanguage: organisation.nameLanguage ?? '',
    kind: words.kinds.organisation[organisation.kind],
    when: next === null ? noteOf(meetings, reader) : `${next.date.day}, ${next.date.time}`,
    isOff: next !== null && (next.date.state === 'cancelled' || next.date.state === 'moved'),
    word: next === null || next.date.state === 'today' ? '' : next.date.word,
    summary: organisation.summary,
    place: first === undefined ? organisation.cityName : placeOf(first, reader),
    languages: organisation.languages.map((language) => words.languages[language]).join(', '),
  }
}

/** The earliest next date of all meetings; one that is cancelled stays visible, for those who would have come. */
function nextOf(meetings: readonly NextMeeting[], calendarAt: Calendars, reader: Reader): Next | null {
  let earliest: { meeting: NextMeeting; date: ReturnType<typeof nextDates>[number] } | null = null
  for (const meeting of meetings) {
    const freeDays = freeDaysFor(meeting.schedule, calendarAt(meeting))
    const date = nextDates(meeting.schedule, meeting.exceptions, reader.now.day, 1, freeDays)[0]
    if (date === undefined) continue
    if (earliest === null || isEarlier(date, earliest.date)) earliest = { meeting, date }
  }
  return earliest === null ? null : { meeting: earliest.meeting, date: shownDate(earliest.date, reader) }
}

type Dated = ReturnType<typeof nextDates>[number]

function isEarlier(one: Dated, other: Dated): boolean {
  if (one.day !== other.day) return one.day < other.day
  if (takesPlace(one) !== takesPlace(other)) return takesPlace(one)
  return (one.start ?? '') < (other.start ?? '')
}

function noteOf(meetings: readonly NextMeeting[], { words }: Reader): string {
  if (meetings.length === 0) return ''
  return meetings.find(({ schedule }) => schedule.note !== null)?.schedule.note ?? words.dates.noNextDate
}
