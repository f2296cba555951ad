import type { ClosingDay } from '../domain/closing-day.ts'
import { type FreePlace, type HolidayCalendar, type HolidayNames, placeCalendar } from '../domain/holidays.ts'
import type { Land } from '../domain/land.ts'
import type { Database } from './database.ts'
import { calendarOfLand } from './land-holidays.ts'

type OfCity = { readonly land: Land; readonly closings: ClosingDay[] }

/** What was read of one state of cities and closing days, and the calendars that were made of it. */
type Known = {
  readonly stamp: string
  readonly cities: ReadonlyMap<number, OfCity>
  readonly houses: ReadonlyMap<number, readonly ClosingDay[]>
  readonly calendars: Map<HolidayNames, Map<number, Map<number | null, HolidayCalendar>>>
}

/** The days on which nothing takes place somewhere: of the Land, of the city, and of the house. */
export function freeDays(database: Database) {
  const selectStamp = database
    .prepare<[], string>(`
    SELECT (SELECT count(*) || '.' || total(version) FROM closing_day)
      || '/' || (SELECT count(*) || '.' || total(version) FROM city)`)
    .pluck()
  const selectLands = database.prepare<[], { id: number; land: Land }>('SELECT id, land FROM city')
  const selectClosings = database.prepare<[], ClosingDay>(`
    SELECT id, venue_id AS venueId, city_id AS cityId, kind, from_day AS "from", until_day AS until, reason, version,
      archived_at AS archivedAt
    FROM closing_day
    WHERE archived_at IS NULL
    ORDER BY from_day`)
  let known: Known | null = null

  function read(stamp: string): Known {
    const cities = new Map(
      selectLands.all().map(({ id, land }): [number, OfCity] => [id, { land, closings: [] }]),
    )
    const houses = new Map<number, ClosingDay[]>()
    for (const closing of selectClosings.all()) {
      if (closing.cityId !== null) cities.get(closing.cityId)?.closings.push(closing)
      if (closing.venueId !== null)
        houses.set(closing.venueId, [...(houses.get(closing.venueId) ?? []), closing])
    }
    return { stamp, cities, houses, calendars: new Map() }
  }

  return {
    /**
     * The calendar of any place, in one language: what was made before is handed out again until a city or a closing day
     * is written. One statement, and two more after a write; throws RangeError for a city that does not exist.
     */
    at(names: HolidayNames): (place: FreePlace) => HolidayCalendar {
      const stamp = selectStamp.get() ?? ''
      const now = known?.stamp === stamp ? known : read(stamp)
      // What is read within a transaction may be undone.
      known = database.inTransaction ? null : now
      const calendars = now.calendars.get(names) ?? new Map<number, Map<number | null, HolidayCalendar>>()
      now.calendars.set(names, calendars)
      return (place) => {
        const found = calendars.get(place.cityId)?.get(place.venueId)
        if (found !== undefined) return found
        const made = calendarAt(now, place, names)
        const ofCity = calendars.get(place.cityId) ?? new Map<number | null, HolidayCalendar>()
        calendars.set(place.cityId, ofCity.set(place.venueId, made))
        return made
      }
    },
  }
}

function calendarAt(known: Known, place: FreePlace, names: HolidayNames): HolidayCalendar {
  const city = known.cities.get(place.cityId)
  if (city === undefined) throw new RangeError(`there is no city ${place.cityId}`)
  const ofHouse = place.venueId === null ? [] : (known.houses.get(place.venueId) ?? [])
  return placeCalendar(calendarOfLand(city.land, names), [...city.closings, ...ofHouse], place, names)
}
