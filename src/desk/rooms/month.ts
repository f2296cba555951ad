import type { Day } from '../../domain/day.ts'
import { daysOf, weekdayOf } from '../../domain/day.ts'
import { addMonths, type Month, monthOf, monthRange, parseMonth } from '../../domain/month.ts'
import { FIRST_HOUR, LAST_HOUR, takenMinutes } from '../../domain/occupancy.ts'
import { notFound } from '../../domain/refusal.ts'
import { type Answer, page } from '../../http/answer.ts'
import { calendarsFor } from '../../http/free-days.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Link } from '../../http/parts/links.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayMonth, sayWeekdayShort } from '../../i18n/say-day.ts'
import { fill } from '../../i18n/words.ts'
import { bookingsAt } from '../../operations/room-clashes.ts'
import { type RoomsHead, roomsHead, venueAsked } from './house.ts'

/** How many hours of each day of a month each room is taken. */
export type RoomMonthPage = {
  readonly head: RoomsHead
  readonly label: string
  readonly steps: { readonly previous: Link; readonly next: Link }
  readonly base: string
  readonly days: readonly { readonly label: string; readonly weekday: string; readonly isClosed: boolean }[]
  readonly rows: readonly MonthRow[]
  readonly total: MonthRow
}
type MonthRow = {
  readonly room: string
  readonly floor: string
  /** Hours of each day, empty where there are none. */
  readonly cells: readonly string[]
  readonly hours: string
  readonly share: string
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/rooms/month': RoomMonthPage
  }
}

const HOURS_A_DAY = LAST_HOUR - FIRST_HOUR

/** A month of a house: rooms by days. */
export function month(house: House, reader: Reader, asked: Asked): Answer {
  const venue = venueAsked(house, reader, asked)
  const wanted = monthAsked(asked, reader)
  const range = monthRange(wanted)
  const days = daysOf(range)
  const said = reader.words.rooms.month
  const { bookings } = bookingsAt(house, venue.id, range)
  const { freeDays } = calendarsFor(house, reader)({ cityId: venue.cityId, venueId: venue.id })
  const isClosed = (day: Day) =>
    freeDays(day).some((free) => free.kind === 'closed' && free.closes === 'house')
  const open = days.filter((day) => !isClosed(day)).length
  const minutesOf = (roomId: number) =>
    days.map((day) => takenMinutes(bookings.filter((one) => one.roomId === roomId && one.day === day)))
  const perRoom = venue.rooms.map((room) => ({ room, minutes: minutesOf(room.id) }))
  const rowOf = (
    name: { readonly room: string; readonly floor: string },
    minutes: readonly number[],
    rooms: number,
  ) => ({
    ...name,
    ...sums(minutes, rooms * open * HOURS_A_DAY * 60, reader),
  })
  const title = fill(said.title, {
    month: sayMonth(wanted, reader.language),
    house: venue.shortName || venue.name,
  })
  const step = (by: number, label: string): Link => ({
    href: deskUrls.rooms(venue.id, 'monat', { monat: addMonths(wanted, by) }),
    label,
  })
  return page('desk/rooms/month', deskHead(reader, title), {
    head: roomsHead(venue, reader, { title, current: 'monat', day: range.from }),
    label: sayMonth(wanted, reader.language),
    steps: { previous: step(-1, said.previous), next: step(1, said.next) },
    base: fill(said.base, { hours: HOURS_A_DAY, days: open }),
    days: days.map((day) => ({
      label: String(Number(day.slice(8))),
      weekday: sayWeekdayShort(weekdayOf(day), reader.language),
      isClosed: isClosed(day),
    })),
    rows: perRoom.map(({ room, minutes }) => rowOf({ room: room.name, floor: room.floor }, minutes, 1)),
    total: rowOf(
      { room: said.total, floor: '' },
      days.map((_, index) => perRoom.reduce((sum, { minutes }) => sum + (minutes[index] ?? 0), 0)),
      venue.rooms.length,
    ),
  })
}

function monthAsked(asked: Asked, reader: Reader): Month {
  const { monat = '' } = asked.query
  if (monat === '') return monthOf(reader.now.day)
  const wanted = parseMonth(monat) ?? notFound(`month ${monat}`)
  return wanted < '1900-02' || wanted > '2199-11' ? notFound(`month ${monat}`) : wanted
}

/** Hours of each day and of all, and their share of what would be possible, both in minutes. */
function sums(
  minutes: readonly number[],
  possible: number,
  { words, language }: Reader,
): Pick<MonthRow, 'cells' | 'hours' | 'share'> {
  const said = words.rooms.month
  const hours = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const total = minutes.reduce((sum, each) => sum + each, 0)
  return {
    cells: minutes.map((each) => (each === 0 ? '' : hours.format(each / 60))),
    hours: fill(said.hours, { hours: hours.format(total / 60) }),
    share: fill(said.share, { percent: possible === 0 ? 0 : Math.round((total / possible) * 100) }),
  }
}
