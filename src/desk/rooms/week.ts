import type { Booking } from '../../domain/booking.ts'
import { addDays, type Day, daysOf, parseDay } from '../../domain/day.ts'
import { hourCells, hoursOf } from '../../domain/occupancy.ts'
import { notFound } from '../../domain/refusal.ts'
import type { Venue } from '../../domain/venue.ts'
import { weekOf, weekRange } from '../../domain/week.ts'
import { type Answer, page } from '../../http/answer.ts'
import { calendarsFor } from '../../http/free-days.ts'
import { deskHead } from '../../http/head.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { pathsOf } from '../../http/noun-paths.ts'
import { sayStretch } from '../../http/parts/clashes.ts'
import type { Link } from '../../http/parts/links.ts'
import type { Reader } from '../../http/reader.ts'
import type { Asked } from '../../http/serve.ts'
import { deskUrls } from '../../http/urls.ts'
import { sayDay, sayDayRange } from '../../i18n/say-day.ts'
import { fill, joined } from '../../i18n/words.ts'
import { bookingsAt } from '../../operations/room-clashes.ts'
import { type RoomsHead, roomsHead, venueAsked } from './house.ts'

/** Who has a room for some hours. */
export type GridBooking = {
  readonly href: Href
  readonly title: string
  readonly time: string
  readonly hint: string
}
type GridCell = {
  readonly hours: number
  readonly isDoubled: boolean
  readonly bookings: readonly GridBooking[]
}

/** The rooms of a house by the hours of each day of a week. */
export type RoomWeekPage = {
  readonly head: RoomsHead
  readonly label: string
  readonly steps: { readonly previous: Link; readonly next: Link }
  readonly days: readonly {
    readonly id: string
    readonly label: string
    /** Why the house is closed, or empty. */
    readonly closed: string
    readonly hours: readonly string[]
    /** None where every room is free all day. */
    readonly rows: readonly {
      readonly room: string
      readonly floor: string
      readonly cells: readonly GridCell[]
    }[]
  }[]
}

declare module '../../http/render.ts' {
  interface Pages {
    'desk/rooms/week': RoomWeekPage
  }
}

type Content = ReturnType<typeof bookingsAt> & { readonly venue: Venue; readonly reader: Reader }

/** One week of a house, each day as a grid of rooms and hours. */
export function week(house: House, reader: Reader, asked: Asked): Answer {
  const venue = venueAsked(house, reader, asked)
  const day = dayAsked(asked, reader)
  const range = weekRange(weekOf(day))
  const said = reader.words.rooms
  const content = { ...bookingsAt(house, venue.id, range), venue, reader }
  const { freeDays } = calendarsFor(house, reader)({ cityId: venue.cityId, venueId: venue.id })
  const closedOn = (on: Day) => freeDays(on).find((free) => free.kind === 'closed' && free.closes === 'house')
  const title = fill(said.week.title, { house: venue.shortName || venue.name })
  const step = (days: number, label: string): Link => ({
    href: deskUrls.rooms(venue.id, 'woche', { tag: addDays(day, days) }),
    label,
  })
  return page('desk/rooms/week', deskHead(reader, title), {
    head: roomsHead(venue, reader, { title, current: 'woche', day }),
    label: sayDayRange(range, reader.language),
    steps: { previous: step(-7, said.week.previous), next: step(7, said.week.next) },
    days: daysOf(range).map((on) => ({
      id: `tag-${on}`,
      label: sayDay(on, reader.language),
      closed: closedOn(on)?.name ?? '',
      ...dayGrid(content, on),
    })),
  })
}

function dayAsked(asked: Asked, reader: Reader): Day {
  const { tag = '' } = asked.query
  if (tag === '') return reader.now.day
  const day = parseDay(tag) ?? notFound(`day ${tag}`)
  return day < '1900-02-01' || day > '2199-11-30' ? notFound(`day ${tag}`) : day
}

function dayGrid(content: Content, day: Day): Pick<RoomWeekPage['days'][number], 'hours' | 'rows'> {
  const ofDay = content.bookings.filter((booking) => booking.day === day)
  if (ofDay.length === 0) return { hours: [], rows: [] }
  const { first, last } = hoursOf(ofDay)
  return {
    hours: Array.from({ length: last - first }, (_, index) => String(first + index)),
    rows: content.venue.rooms.map(({ id, name, floor }) => ({
      room: name,
      floor,
      cells: hourCells(
        ofDay.filter(({ roomId }) => roomId === id),
        first,
        last,
      ).map(({ hours, bookings }) => ({
        hours,
        isDoubled: bookings.length > 1,
        bookings: bookings.map((booking) => shown(booking, content)),
      })),
    })),
  }
}

function shown(booking: Booking, { sideOf, reader }: Content): GridBooking {
  const { noun, id } = booking
  const { clash, week: said } = reader.words.rooms
  const side = sideOf(booking)
  const who = side?.organisations.map(({ name }) => name).join(', ')
  return {
    href: pathsOf[noun].entry(id),
    title: joined([side?.title, who], ', '),
    time: sayStretch(booking, clash.wholeDay),
    hint: booking.isAssumed ? said.assumed : '',
  }
}
