import type { HolidayNames } from '../domain/holidays.ts'
import { SITE_LANGUAGES, type SiteLanguage } from '../domain/language.ts'
import { fill, wordsOf } from './words.ts'

const NAMES = new Map(SITE_LANGUAGES.map((language) => [language, namesIn(language)]))

/** How free days are called in a language: „Christi Himmelfahrt“, „Osterferien NRW“, „Haus geschlossen: Umbau“. */
export function holidayNames(language: SiteLanguage): HolidayNames {
  return NAMES.get(language) ?? namesIn(language)
}

function namesIn(language: SiteLanguage): HolidayNames {
  const { holidays, lands } = wordsOf(language)
  return {
    publicHoliday: (holiday) => holidays.public[holiday],
    schoolHolidays: ({ schoolBreak, isExtra }, land) =>
      fill(isExtra ? holidays.noSchool : holidays.school[schoolBreak], { land: lands.short[land] }),
    closing: ({ kind, venueId, reason }) => {
      if (kind === 'holiday') return reason
      return fill(venueId === null ? holidays.cityClosed : holidays.houseClosed, { reason })
    },
  }
}
