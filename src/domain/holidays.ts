// Knows which days are free in a Land and at a place: public holidays, school holidays by a table, closing days.
import type { ClosingDay } from './closing-day.ts'
import { addDays, type Day, type DayRange, dayOf, daysOf, partsOf } from './day.ts'
import type { FreeDay, FreeDays, SchoolBreak } from './free-day.ts'
import type { Land } from './land.ts'
import type { Schedule } from './schedule.ts'

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
export type HolidayCalendar = {
  readonly land: Land
  readonly freeDays: FreeDays
  readonly schoolKnownUntil: Day
  /** Whether there is any closing day at all. */
  readonly isEverClosed: boolean
}

/**
 * From which day on nobody knows yet whether the dates of a schedule fall into school holidays, or null where it takes no
 * notice of them.
 */
export function uncertainFrom({ slots }: Schedule, { schoolKnownUntil }: HolidayCalendar): Day | null {
  const rests = slots.some(({ rule: { holidays } }) => holidays !== null && holidays.school !== 'keep')
  return rests ? addDays(schoolKnownUntil, 1) : null
}

const NONE: readonly FreeDay[] = []

/** The free days of a Land; each year is worked out once, when it is first asked for. */
export function landCalendar(holidays: LandHolidays, names: HolidayNames): HolidayCalendar {
  // By the day as it is written: asked thousands of times for a month, and each text is hashed once.
  const known = new Map<Day, readonly FreeDay[]>()
  const freeDays: FreeDays = (day) => {
    const free = known.get(day)
    if (free !== undefined) return free
    for (const [each, ofDay] of freeInYear(partsOf(day).year, holidays, names)) known.set(each, ofDay)
    return known.get(day) ?? NONE
  }
  const { land, school } = holidays
  return { land, freeDays, schoolKnownUntil: school.knownUntil, isEverClosed: false }
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
  if (closings.length === 0) return land
  const own = new Map<Day, { readonly holidays: FreeDay[]; readonly closed: FreeDay[] }>()
  for (const closing of closings) {
    const name = names.closing(closing)
    for (const day of daysOf(closing)) {
      const ofDay = own.get(day) ?? { holidays: [], closed: [] }
      own.set(day, ofDay)
      if (closing.kind === 'holiday') ofDay.holidays.push({ kind: 'public', name })
      else ofDay.closed.push({ kind: 'closed', name, closes: place.venueId === null ? 'city' : 'house' })
    }
  }
  const merged = new Map<Day, readonly FreeDay[]>()
  const freeDays: FreeDays = (day) => {
    const ofDay = own.get(day)
    if (ofDay === undefined) return land.freeDays(day)
    const free = merged.get(day) ?? [...ofDay.holidays, ...land.freeDays(day), ...ofDay.closed]
    merged.set(day, free)
    return free
  }
  return { ...land, freeDays, isEverClosed: true }
}

/**
 * The free days that can take a date of a schedule away, or undefined where none can: most rules say nothing of holidays
 * and most houses are never closed, and a month of thousands of them is not to ask for every date.
 */
export function freeDaysFor({ slots }: Schedule, calendar: HolidayCalendar): FreeDays | undefined {
  const minds = calendar.isEverClosed || slots.some(({ rule }) => rule.holidays !== null)
  return minds ? calendar.freeDays : undefined
}

/** Every day of the year, so that no day is asked for twice; public holidays come before school holidays. */
function freeInYear(
  year: number,
  { land, publicIn, school }: LandHolidays,
  names: HolidayNames,
): ReadonlyMap<Day, readonly FreeDay[]> {
  const days = daysOf({ from: dayOf(year, 1, 1), until: dayOf(year, 12, 31) })
  const free = new Map<Day, FreeDay[]>(days.map((day) => [day, []]))
  for (const { day, holiday } of publicIn(year))
    free.get(day)?.push({ kind: 'public', name: names.publicHoliday(holiday) })
  for (const holidays of school.holidays) {
    const { schoolBreak } = holidays
    const ofDay: FreeDay = { kind: 'school', name: names.schoolHolidays(holidays, land), schoolBreak }
    for (const day of daysOf(holidays)) free.get(day)?.push(ofDay)
  }
  return new Map([...free].map(([day, reasons]) => [day, reasons.length === 0 ? NONE : reasons]))
}
