import type { FreePlace, HolidayCalendar } from '../domain/holidays.ts'
import { holidayNames } from '../i18n/holiday-names.ts'
import type { House } from './house.ts'
import type { Reader } from './reader.ts'

/** Which days are free at a place, and why, in the reader's language. */
export type Calendars = (place: FreePlace) => HolidayCalendar

/** The calendars of all places: one statement, however many of them are asked for. */
export function calendarsFor(house: Pick<House, 'store'>, reader: Pick<Reader, 'language'>): Calendars {
  return house.store.freeDays.at(holidayNames(reader.language))
}
