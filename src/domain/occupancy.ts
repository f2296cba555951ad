// Knows how the rooms of a house are used: by the hour of a day, by the day of a month, and which are free for a wish.
import { type Booking, type Holder, overlaps, type Stretch } from './booking.ts'
import type { Day } from './day.ts'
import { groupedBy } from './grouping.ts'

/** The hours in which a house is used: from 8 to 22 o'clock. */
export const FIRST_HOUR = 8
export const LAST_HOUR = 22

/** Adjoining hours of one room in which the same have it; none where it is free. */
export type HourCell = {
  readonly from: number
  readonly hours: number
  readonly bookings: readonly Booking[]
}

/** The room's day as cells from one hour to another (22: up to ten in the evening), each of one hour or more. */
export function hourCells(bookings: readonly Booking[], first: number, last: number): readonly HourCell[] {
  const cells: HourCell[] = []
  for (let hour = first; hour < last; hour++) {
    const within = bookings.filter((booking) => overlaps(booking, { from: hour * 60, until: hour * 60 + 60 }))
    const before = cells.at(-1)
    if (before !== undefined && isSame(before.bookings, within))
      cells[cells.length - 1] = { ...before, hours: before.hours + 1 }
    else cells.push({ from: hour, hours: 1, bookings: within })
  }
  return cells
}

/** The hours that a table of these has to show: those of the house, and earlier or later ones that are used. */
export function hoursOf(bookings: readonly Booking[]): { readonly first: number; readonly last: number } {
  const timed = bookings.filter(({ from, until }) => !(from === 0 && until === 1440))
  return {
    first: Math.min(FIRST_HOUR, ...timed.map(({ from }) => Math.floor(from / 60))),
    last: Math.max(LAST_HOUR, ...timed.map(({ until }) => Math.ceil(until / 60))),
  }
}

/** How many minutes of the house's hours a room is taken, those that two have counted once. */
export function takenMinutes(bookings: readonly Stretch[]): number {
  const clipped = bookings
    .map(({ from, until }) => ({
      from: Math.max(from, FIRST_HOUR * 60),
      until: Math.min(until, LAST_HOUR * 60),
    }))
    .filter(({ from, until }) => from < until)
    .sort((a, b) => a.from - b.from)
  let taken = 0
  let end = 0
  for (const { from, until } of clipped) {
    taken += Math.max(0, until - Math.max(from, end))
    end = Math.max(end, until)
  }
  return taken
}

/** A date that somebody would like to have a room for; in minutes since midnight. */
export type Wish = { readonly day: Day; readonly from: number; readonly until: number }

/** A date on which a room is taken, and by whom. */
export type Taken = { readonly wish: Wish; readonly by: Holder & Stretch }

/** The dates of a wish on which a room is taken, each once. */
export function takenDates(wishes: readonly Wish[], bookings: readonly Booking[]): readonly Taken[] {
  const byDay = groupedBy(bookings, ({ day }) => day)
  return wishes.flatMap((wish) => {
    const by = byDay.get(wish.day)?.find((booking) => overlaps(booking, wish))
    return by === undefined ? [] : [{ wish, by }]
  })
}

function isSame(one: readonly Booking[], other: readonly Booking[]): boolean {
  return one.length === other.length && one.every((booking, index) => booking === other[index])
}
