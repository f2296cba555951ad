import { WEEKDAYS, type Weekday } from '../../domain/day.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { type Actor, may, NO_TIES } from '../../domain/permission.ts'
import { nextDates } from '../../domain/schedule.ts'
import { type Answer, page } from '../../http/answer.ts'
import { type Calendars, calendarsFor } from '../../http/free-days.ts'
import { deskHead, pagedTitle } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { type ListFilter, type ListMenu, listMenu } from '../../http/parts/list-filter.ts'
import type { NoticePart } from '../../http/parts/notice.ts'
import { type PagesPart, pageNumberIn, pagesPart, sliceOf } from '../../http/parts/pages.ts'
import { shownDate } from '../../http/parts/shown-date.ts'
import { statusOfList, unknownFilters } from '../../http/parts/unknown-filter.ts'
import { actorOf, type Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayWeekday } from '../../i18n/say-day.ts'
import { saySchedule } from '../../i18n/say-rule.ts'
import { counted, joined } from '../../i18n/words.ts'
import { tiesOf } from '../../operations/organisations.ts'
import type { CityName } from '../../store/cities.ts'
import type { DeskMeetingFilter, DeskMeetingRow } from '../../store/desk-meetings.ts'
import type { House as Venue } from '../../store/houses.ts'

export type DeskMeetingsPage = {
  readonly title: string
  readonly filter: ListFilter
  /** The organisation to which the list is narrowed, and the way to all of them. */
  readonly organisation: { readonly name: string; readonly without: Href } | null
  readonly notices: readonly NoticePart[]
  readonly count: string
  readonly rows: readonly {
    readonly href: Href
    readonly dates: Href
    readonly title: string
    readonly organisation: string
    readonly rule: string
    readonly next: string
    readonly word: string
    readonly place: string
  }[]
  readonly pages: PagesPart | null
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/meetings/list': DeskMeetingsPage
  }
}

/** How the address names the weekdays, as the directory does. */
const DAYS: Readonly<Record<string, Weekday>> = { mo: 1, di: 2, mi: 3, do: 4, fr: 5, sa: 6, so: 7 }
const ARCHIVE = 'archiv'

type Choice = {
  readonly text: string
  readonly city: CityName | null
  readonly venue: Venue | null
  readonly organisation: Organisation | null
  readonly weekday: Weekday | null
  readonly isArchived: boolean
  readonly unknown: readonly string[]
}
type Choices = { readonly cities: readonly CityName[]; readonly venues: readonly Venue[] }

/** The meetings that this person may read, searched and filtered, 50 a page. */
export function list(house: House, reader: Reader, asked: Asked): Answer {
  const { deskMeetings } = house.store
  const choices = { cities: house.store.cities.names(), venues: house.store.houses.toChoose(null) }
  const choice = choiceIn(house, actorOf(reader), asked, choices)
  const filter = filterOf(actorOf(reader), choice)
  const number = pageNumberIn(asked)
  const count = deskMeetings.count(filter)
  const rows = deskMeetings.rows(filter, sliceOf(number, count))
  const model = listPage(reader, choices, choice, {
    count,
    number,
    rows,
    calendarAt: calendarsFor(house, reader),
  })
  const head = deskHead(reader, pagedTitle(reader, model.title, number))
  return page('desk/meetings/list', head, model, statusOfList(choice.unknown))
}

function choiceIn(house: House, actor: Actor, { query }: Asked, { cities, venues }: Choices): Choice {
  const { q = '', ort = '', haus = '', gruppe = '', tag = '', stand = '' } = query
  const city = cities.find(({ slug }) => slug === ort) ?? null
  const venue = venues.find(({ slug }) => slug === haus) ?? null
  const named = gruppe === '' ? null : house.store.organisations.bySlug(gruppe)
  // Of what is in the archive an editor of others does not even learn the name.
  const organisation = named !== null && may(actor, 'read-internal', tiesOf(named)) ? named : null
  const weekday = Object.hasOwn(DAYS, tag) ? (DAYS[tag] ?? null) : null
  const isArchived = stand === ARCHIVE
  const unknown = [
    city === null ? ort : '',
    venue === null ? haus : '',
    organisation === null ? gruppe : '',
    weekday === null ? tag : '',
    isArchived ? '' : stand,
  ]
  return {
    text: q.trim().slice(0, 100),
    city,
    venue,
    organisation,
    weekday,
    isArchived,
    unknown: unknown.filter((value) => value !== ''),
  }
}

/** Whoever may read everything sees everything; an editor what belongs to the own organisations. */
function filterOf(actor: Actor, choice: Choice): DeskMeetingFilter {
  const own = actor.kind === 'account' ? actor : { cityIds: [], organisationIds: [] }
  return {
    text: choice.text,
    cityId: choice.city?.id ?? null,
    organisationId: choice.organisation?.id ?? null,
    venueId: choice.venue?.id ?? null,
    weekday: choice.weekday,
    isArchived: choice.isArchived,
    within: may(actor, 'read-internal', NO_TIES)
      ? null
      : { cityIds: own.cityIds, organisationIds: own.organisationIds },
  }
}

function queryOf({ text, city, venue, organisation, weekday, isArchived }: Choice) {
  return {
    q: text,
    ort: city?.slug,
    haus: venue?.slug,
    gruppe: organisation?.slug,
    tag: Object.keys(DAYS).find((code) => DAYS[code] === weekday),
    stand: isArchived ? ARCHIVE : '',
  }
}

function listPage(
  reader: Reader,
  choices: Choices,
  choice: Choice,
  found: {
    readonly count: number
    readonly number: number
    readonly rows: readonly DeskMeetingRow[]
    readonly calendarAt: Calendars
  },
): DeskMeetingsPage {
  const { meetings } = reader.words
  const { organisation } = choice
  const query = queryOf(choice)
  const { list: hrefOf } = deskUrls.meetings
  return {
    title: meetings.title,
    filter: {
      action: hrefOf(),
      text: { label: meetings.text, value: choice.text },
      menus: menusOf(reader, choices, query),
      kept: organisation === null ? [] : [{ name: 'gruppe', value: organisation.slug }],
    },
    organisation:
      organisation === null ? null : { name: organisation.name, without: hrefOf({ ...query, gruppe: null }) },
    notices: unknownFilters(choice.unknown, reader),
    count: counted(meetings.count, found.count, reader.language),
    rows: found.rows.map((row) => rowOf(row, found.calendarAt, reader)),
    pages: pagesPart(found.number, found.count, (seite) => hrefOf({ ...query, seite })),
  }
}

function menusOf(
  { words, language }: Reader,
  { cities, venues }: Choices,
  query: ReturnType<typeof queryOf>,
): readonly ListMenu[] {
  const { filters, states } = words.meetings
  const menu = (name: keyof typeof filters, chosen: string | undefined, options: [string, string][]) =>
    listMenu(name, filters[name], chosen, options)
  const all: [string, string] = ['', words.desk.all]
  const weekdays = WEEKDAYS.map((weekday): [string, string] => [
    Object.keys(DAYS).find((code) => DAYS[code] === weekday) ?? '',
    sayWeekday(weekday, language),
  ])
  return [
    menu('ort', query.ort, [all, ...cities.map(({ slug, name }): [string, string] => [slug, name])]),
    menu('haus', query.haus, [
      all,
      ...venues.map(({ slug, name, cityName }): [string, string] => [slug, `${cityName}: ${name}`]),
    ]),
    menu('tag', query.tag, [all, ...weekdays]),
    menu('stand', query.stand, [
      ['', states.published],
      [ARCHIVE, states.archived],
    ]),
  ]
}

function rowOf(row: DeskMeetingRow, calendarAt: Calendars, reader: Reader): DeskMeetingsPage['rows'][number] {
  const { words, language, now } = reader
  const [next] = nextDates(row.schedule, row.exceptions, now.day, 1, calendarAt(row).freeDays)
  const date = next === undefined ? null : shownDate(next, reader)
  return {
    href: deskUrls.meetings.entry(row.id),
    dates: deskUrls.meetingDates(row.id),
    title: row.title,
    organisation: row.organisationName,
    rule: saySchedule(row.schedule, language),
    next: date === null ? words.dates.noNextDate : `${date.day}, ${date.time}`,
    word: date === null || date.state === 'today' ? '' : date.word,
    place: joined([row.venueName ?? row.place, row.roomName, row.cityName], ', '),
  }
}
