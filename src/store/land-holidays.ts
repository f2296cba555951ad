import { type HolidayCalendar, type HolidayNames, landCalendar } from '../domain/holidays.ts'
import type { Land } from '../domain/land.ts'
import { publicHolidays } from './public-holidays.ts'
import { schoolHolidays } from './school-holidays.ts'

const known = new WeakMap<HolidayNames, Map<Land, HolidayCalendar>>()

/** The free days of a Land, for whoever has no database; each Land is read once for a language. */
export function calendarOfLand(land: Land, names: HolidayNames): HolidayCalendar {
  const ofLanguage = known.get(names) ?? new Map<Land, HolidayCalendar>()
  known.set(names, ofLanguage)
  const found = ofLanguage.get(land)
  if (found !== undefined) return found
  const publicIn = (year: number) => publicHolidays(land, year)
  const calendar = landCalendar({ land, publicIn, school: schoolHolidays(land) }, names)
  ofLanguage.set(land, calendar)
  return calendar
}
