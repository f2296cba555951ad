// Knows which days are free in a Land and at a place: public holidays, school holidays by a table, closing days.
import type { ClosingDay } from './closing-day.ts'
import { type Day, type DayRange, dayNumber, dayOf, partsOf } from './day.ts'
import type { FreeDay, FreeDays, SchoolBreak } from './free-day.ts'
import type { Land } from './land.ts'

/** Every public holiday that some Land has, or once had on a single day. */
export const PUBLIC_HOLIDAYS = [
  'new-year',
  'epiphany',
  'womens-day',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'labour-day',
  'liberation-day',
  'ascension',
  'whit-sunday',
  'whit-monday',
  'corpus-christi',
  'uprising-day',
  'assumption',
  'childrens-day',
  'german-unity',
  'reformation',
  'all-saints',
  'repentance',
  'christmas-day',
  'boxing-day',
] as const

export type PublicHoliday = (typeof PUBLIC_HOLIDAYS)[number]

/**
 * School holidays as the Land set them. A single day without school (`isExtra`: a bridge day, Buß- und Bettag in Bavaria)
 * counts to the holidays beside which the Kultusministerkonferenz lists it: Ascension and Whitsun with 'whitsun', spring
 * in Hamburg with 'easter', carnival and the half-year with 'winter'. Days that each school chooses are in no table.
 */
export type SchoolHolidays = DayRange & { readonly schoolBreak: SchoolBreak; readonly isExtra: boolean }

/** All school holidays of a Land up to the last day of which they are known. */
export type SchoolTable = { readonly holidays: readonly SchoolHolidays[]; readonly knownUntil: Day }

/** What is known of a Land's holidays. */
export type LandHolidays = {
  readonly land: Land
  readonly publicIn: (year: number) => readonly { readonly day: Day; readonly holiday: PublicHoliday }[]
  readonly school: SchoolTable
}

/** How free days are called in a language; an object is handed in again for the same language. */
export type HolidayNames = {
  /** „Christi Himmelfahrt“. */
  readonly publicHoliday: (holiday: PublicHoliday) => string
  /** „Osterferien NRW“. */
  readonly schoolHolidays: (holidays: SchoolHolidays, land: Land) => string
  /** „Haus geschlossen: Umbau“. */
  readonly closing: (closing: ClosingDay) => string
}

/** Where something takes place: in a city, perhaps in one of its houses. */
export type FreePlace = { readonly cityId: number; readonly venueId: number | null }

/** The free days of a place, and the last day of which its school holidays are known. */
export type HolidayCalendar = { readonly freeDays: FreeDays; readonly schoolKnownUntil: Day }

const NONE: readonly FreeDay[] = []

/** The free days of a Land; each year is worked out once, when it is first asked for. */
export function landCalendar(holidays: LandHolidays, names: HolidayNames): HolidayCalendar {
  const known = new Map<number, readonly FreeDay[]>()
  const freeDays: FreeDays = (day) => {
    const free = known.get(dayNumber(day))
    if (free !== undefined) return free
    for (const [n, ofDay] of freeInYear(partsOf(day).year, holidays, names)) known.set(n, ofDay)
    return known.get(dayNumber(day)) ?? NONE
  }
  return { freeDays, schoolKnownUntil: holidays.school.knownUntil }
}

/**
 * A Land's calendar with the closing days of a place. A house is closed by its own and by its city's; somebody who meets
 * in no house of ours only learns that the city is. A city's own holiday is a public one there and nowhere else.
 */
export function placeCalendar(
  land: HolidayCalendar,
  closings: readonly ClosingDay[],
  place: FreePlace,
  names: HolidayNames,
): HolidayCalendar {
  const own = new Map<number, { readonly holidays: FreeDay[]; readonly closed: FreeDay[] }>()
  for (const closing of closings) {
    const name = names.closing(closing)
    for (let n = dayNumber(closing.from); n <= dayNumber(closing.until); n++) {
      const ofDay = own.get(n) ?? { holidays: [], closed: [] }
      own.set(n, ofDay)
      if (closing.kind === 'holiday') ofDay.holidays.push({ kind: 'public', name })
      else ofDay.closed.push({ kind: 'closed', name, closes: place.venueId === null ? 'city' : 'house' })
    }
  }
  if (own.size === 0) return land
  const merged = new Map<number, readonly FreeDay[]>()
  const freeDays: FreeDays = (day) => {
    const n = dayNumber(day)
    const ofDay = own.get(n)
    if (ofDay === undefined) return land.freeDays(day)
    const free = merged.get(n) ?? [...ofDay.holidays, ...land.freeDays(day), ...ofDay.closed]
    merged.set(n, free)
    return free
  }
  return { ...land, freeDays }
}

/** Every day of the year, so that no day is asked for twice; public holidays come before school holidays. */
function freeInYear(
  year: number,
  { land, publicIn, school }: LandHolidays,
  names: HolidayNames,
): ReadonlyMap<number, readonly FreeDay[]> {
  const free = new Map<number, FreeDay[]>()
  const first = dayNumber(dayOf(year, 1, 1))
  const last = dayNumber(dayOf(year, 12, 31))
  const add = (n: number, ofDay: FreeDay) => {
    const list = free.get(n)
    if (list === undefined) free.set(n, [ofDay])
    else list.push(ofDay)
  }
  for (const { day, holiday } of publicIn(year))
    add(dayNumber(day), { kind: 'public', name: names.publicHoliday(holiday) })
  for (const holidays of school.holidays) {
    const { from, until, schoolBreak } = holidays
    const ofDay: FreeDay = { kind: 'school', name: names.schoolHolidays(holidays, land), schoolBreak }
    const end = Math.min(dayNumber(until), last)
    for (let n = Math.max(dayNumber(from), first); n <= end; n++) add(n, ofDay)
  }
  const all = new Map<number, readonly FreeDay[]>()
  for (let n = first; n <= last; n++) all.set(n, free.get(n) ?? NONE)
  return all
}
