import { getHolidays, type HolidayType } from 'feiertagejs'
import { type Day, parseDay } from '../domain/day.ts'
import type { PublicHoliday } from '../domain/holidays.ts'
import type { Land } from '../domain/land.ts'

const NAMES: Readonly<Record<HolidayType, PublicHoliday | null>> = {
  NEUJAHRSTAG: 'new-year',
  HEILIGEDREIKOENIGE: 'epiphany',
  WELTFRAUENTAG: 'womens-day',
  KARFREITAG: 'good-friday',
  OSTERSONNTAG: 'easter-sunday',
  OSTERMONTAG: 'easter-monday',
  TAG_DER_ARBEIT: 'labour-day',
  CHRISTIHIMMELFAHRT: 'ascension',
  PFINGSTSONNTAG: 'whit-sunday',
  PFINGSTMONTAG: 'whit-monday',
  FRONLEICHNAM: 'corpus-christi',
  MARIAHIMMELFAHRT: 'assumption',
  WELTKINDERTAG: 'childrens-day',
  DEUTSCHEEINHEIT: 'german-unity',
  REFORMATIONSTAG: 'reformation',
  ALLERHEILIGEN: 'all-saints',
  BUBETAG: 'repentance',
  ERSTERWEIHNACHTSFEIERTAG: 'christmas-day',
  ZWEITERWEIHNACHTSFEIERTAG: 'boxing-day',
  // Of one town, not of a Land.
  AUGSBURGER_FRIEDENSFEST: null,
}

/** Holidays that Berlin made by law for one year alone, which the package does not know. */
const ONCE_IN_BERLIN: ReadonlyMap<number, readonly [monthAndDay: string, holiday: PublicHoliday]> = new Map([
  [2020, ['05-08', 'liberation-day']],
  [2025, ['05-08', 'liberation-day']],
  [2028, ['06-17', 'uprising-day']],
])

/**
 * The public holidays of a Land in a year, in order. 15 August is one in all of Saarland, but in Bavaria only in towns
 * with more Catholics than Protestants (Art. 1 FTG): there it is left to the town (see domain/closing-day).
 */
export function publicHolidays(land: Land, year: number): readonly { day: Day; holiday: PublicHoliday }[] {
  const found = getHolidays(year, land).map(({ name, date }) => ({
    // Noon in Greenwich: the package's own text goes by the zone of the process.
    day: parseDay(date.toISOString().slice(0, 10)),
    holiday: NAMES[name],
  }))
  const once = land === 'BE' ? ONCE_IN_BERLIN.get(year) : undefined
  if (once !== undefined) found.push({ day: parseDay(`${year}-${once[0]}`), holiday: once[1] })
  return found
    .flatMap(({ day, holiday }) => {
      const isOfTheTown = land === 'BY' && holiday === 'assumption'
      return day === null || holiday === null || isOfTheTown ? [] : [{ day, holiday }]
    })
    .sort((one, other) => (one.day < other.day ? -1 : 1))
}
